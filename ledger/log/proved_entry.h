// Entries as proof files carry them: their bytes and, to the root of a tree, the hashes of an
// inclusion proof (docs/format/proof.md).
#pragma once

#include <string_view>
#include <vector>

#include "ledger/event/entry.h"
#include "ledger/log/reader.h"

namespace sinetti {

inline constexpr std::size_t kPreviousBytes = 32;

// The leaf hash of the entry before, then the record.
Bytes EntryBytes(const Entry& entry);

// The bytes in base64.  kInvalid unless there are 33 to 65,535 of them, which any entry has.
Result<Bytes> ParseEntryBytes(std::string_view base64);

// The entry again, not verified; its record is a view into `bytes`, which are those of an entry.
Entry EntryOf(Sequence sequence, ByteView bytes);

struct ProvedEntry {
  Sequence sequence;
  Bytes entry;
  std::vector<Hash> hashes;  // of the inclusion proof
};

// As stored, with the hashes that lead to the root of the first `size` entries.  Errors as those of
// the reader.
Result<ProvedEntry> ProveEntry(const Reader& reader, Sequence sequence, TreeSize size);

}  // namespace sinetti
