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

}  // namespace sinetti
