// The hash chain: every entry names the leaf hash of the one before, and is an RFC 6962 leaf itself
// (docs/format/hashing.md, "Entry").  ChainVerifier is the only maker of VerifiedEntry, so whoever
// decodes an event has verified it.
#pragma once

#include "ledger/base/clock.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/event/entry.h"
#include "ledger/merkle/frontier.h"

namespace sinetti {

// The leaf hash of an entry: SHA-256(0x00 ‖ previous ‖ record).
Hash EntryHash(const Hash& previous, ByteView record);

// Where a chain stands behind its last entry.  Default: the empty ledger.
struct ChainPosition {
  Frontier frontier;  // of all entries so far; its size is the next sequence
  Hash last_leaf;     // zeros for the empty ledger
  Timestamp last_recorded_at{INT64_MIN};

  TreeSize size() const { return frontier.size(); }
};

// Checks entries in order.  A verdict needs both: no error from Check, and Finish against a
// checkpoint (or a root one trusts), because whoever rewrites all entries keeps the chain intact.
// One thread at a time.
class ChainVerifier {
 public:
  // From the first entry on.
  ChainVerifier() = default;
  // From a position that the caller trusts or will vouch for by Finish.
  explicit ChainVerifier(ChainPosition start) : position_(start) {}

  // kCorrupt, naming the entry and both values, when the entry does not continue the chain:
  // sequence missing or repeated, `previous` is not the leaf before, not a record, record's own
  // sequence differs, time not rising.  After an error the verifier stands where it stood.
  Result<VerifiedEntry> Check(const Entry& entry);

  // One entry on its own, against a leaf hash that the caller trusts.
  static Result<VerifiedEntry> CheckAgainst(const Entry& entry, const Hash& leaf);

  // kCorrupt with both roots unless the entries so far are exactly the tree with this size and
  // root. Does not end the verifier: more entries may follow.
  Result<void> Finish(TreeSize size, const Hash& root) const;

  const ChainPosition& position() const { return position_; }

 private:
  ChainPosition position_;
};

}  // namespace sinetti
