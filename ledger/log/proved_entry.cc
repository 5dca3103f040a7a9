// See proved_entry.h.
#include "ledger/log/proved_entry.h"

#include <algorithm>

#include "ledger/event/record.h"

namespace sinetti {

Bytes EntryBytes(const Entry& entry) {
  Bytes bytes(entry.previous.bytes.begin(), entry.previous.bytes.end());
  bytes.insert(bytes.end(), entry.record.begin(), entry.record.end());
  return bytes;
}

Result<Bytes> ParseEntryBytes(std::string_view base64) {
  SINETTI_ASSIGN(Bytes bytes, Base64Decode(base64));
  if (bytes.size() <= kPreviousBytes || bytes.size() > kEntryBytesMax)
    return Error{ErrorCode::kInvalid,
                 "an entry has 33 to 65535 bytes, here are " + std::to_string(bytes.size())};
  return bytes;
}

Entry EntryOf(Sequence sequence, ByteView bytes) {
  SINETTI_CHECK(bytes.size() > kPreviousBytes);
  Entry entry{.sequence = sequence};
  std::copy_n(bytes.begin(), kPreviousBytes, entry.previous.bytes.begin());
  entry.record = bytes.subspan(kPreviousBytes);
  return entry;
}

Result<ProvedEntry> ProveEntry(const Reader& reader, Sequence sequence, TreeSize size) {
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
  ProvedEntry proved{.sequence = sequence, .entry = EntryBytes(stored.entry())};
  SINETTI_ASSIGN(proved.hashes, reader.InclusionProof(sequence, size));
  return proved;
}

}  // namespace sinetti
