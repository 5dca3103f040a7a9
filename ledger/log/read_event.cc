// See read_event.h.
#include "ledger/log/read_event.h"

#include "ledger/log/chain.h"

namespace sinetti {

Result<Event> ReadEvent(const Reader& reader, const TypeRegistry& registry, Sequence sequence) {
  SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
  SINETTI_ASSIGN(const VerifiedEntry verified,
                 ChainVerifier::CheckAgainst(stored.entry(), stored.leaf));
  return DecodeEvent(verified, registry);
}

Result<Event> ReadDraft(const EncodedDraft& draft, const TypeRegistry& registry, Sequence sequence,
                        Timestamp recorded_at) {
  Bytes record = draft.record;
  AssignPosition(record, sequence, StreamVersion{1}, recorded_at, draft.digest);
  const Entry entry{.sequence = sequence, .previous = {}, .record = record};
  SINETTI_ASSIGN(const VerifiedEntry verified,
                 ChainVerifier::CheckAgainst(entry, EntryHash(entry.previous, entry.record)));
  return DecodeEvent(verified, registry);
}

}  // namespace sinetti
