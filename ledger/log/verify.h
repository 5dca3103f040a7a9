// The auditor: recomputes the whole ledger from stored bytes and says what it found.  Findings are
// data, not errors; an Error means that nothing could be looked at.  Implements
// docs/format/store.md, "Verifying".
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/event/record.h"
#include "ledger/log/checkpoint.h"
#include "ledger/store/store.h"

namespace sinetti {

enum class FindingKind {
  kMissingEntry,   // a sequence is not there
  kForeignKey,     // something stands in the store that no ledger writes
  kUnreadable,     // the engine could not read: its own checksums failed
  kBadRecord,      // the bytes of an entry are no record
  kWrongSequence,  // a record claims another position
  kWrongTime,      // time does not rise
  kWrongLeaf,      // an entry is not the one that was hashed
  kWrongTile,      // a stored tree hash is not what it is made of
  kMissingTile,
  kTruncated,      // a checkpoint vouches for more events than there are
  kWrongRoot,      // the tree is not the one that a checkpoint vouches for
  kBadCheckpoint,  // a stored checkpoint is malformed, misplaced or not signed by a known key
  kWrongVersion,   // stream versions have a gap or repeat
  kRepeatedId,     // two events have the same source and id
  kWrongIndex,     // a derived index disagrees with the entries; it can be rebuilt
  kWrongMetadata,
  kBadTimestamp,    // stored time-stamps are no record, or of no checkpoint
  kWrongIndexRoot,  // a checkpoint vouches for another verifiable index than follows from the
                    // entries
};
const char* FindingKindName(FindingKind kind);  // "missing entry"

struct LedgerFinding {
  FindingKind kind{};
  // The positions that may be concerned; first == last when the place is exact.
  Sequence first;
  Sequence last;
  std::string stated;      // what the ledger says, where there is one value
  std::string recomputed;  // what follows from the bytes
  std::string message;     // the whole sentence, with both values
};

struct VerifyOptions {
  // Who may have signed checkpoints.  Empty: no checkpoint is believed, so nothing is anchored.
  std::vector<VerifierKey> keys;
  // Trusts what this checkpoint (opened, of this ledger) vouches for and verifies what came after.
  std::optional<Checkpoint> since;
  // A checkpoint kept elsewhere (opened): catches truncation, rollback and forks.
  std::optional<Checkpoint> against;
  // Compares the derived indexes too, and with them stream versions and the uniqueness of ids.  Has
  // no effect together with `since`.
  bool indexes = true;
  std::size_t findings_max = 100;  // kept; all are counted
  // Sees the header of every record that is looked at and has one, in order, on the calling thread:
  // for checks of other folders that need no pass of their own then.
  std::function<void(const RecordHeader& header, Sequence sequence)> on_header;
  // Called about once for each percent, on the calling thread.
  std::function<void(TreeSize done, TreeSize total)> progress;
};

struct VerifyReport {
  TreeSize since;  // entries before it were not looked at
  TreeSize size;   // of the ledger
  Hash root;       // recomputed, of all entries; only meaningful when nothing was found
  std::uint64_t checkpoints = 0;  // stored ones, all checked
  // The largest checkpoint, stored or kept elsewhere, that a known key signed and whose tree is
  // this one: it vouches for all entries before its size.  What lies beyond could have been
  // rewritten.
  std::optional<Checkpoint> anchor;
  bool indexes = false;  // compared; not when entries are damaged
  // Roots of the verifiable index recomputed; ledger/index/verify_index.h sets both.
  std::uint64_t index_roots = 0;
  std::string index_unknown;            // why none was, although checkpoints carry some
  std::vector<LedgerFinding> findings;  // by position: the first is the first bad one
  std::uint64_t findings_total = 0;

  bool intact() const { return findings_total == 0; }
};

// Uses two threads and at most about 150 MiB, whatever the size.  Writers may go on: it looks at
// the snapshot.
Result<VerifyReport> VerifySnapshot(const Snapshot& snapshot, const VerifyOptions& options);

// Opens the ledger in `dir` for reading only and verifies it, also one that is too damaged to be
// opened as a Ledger.  Errors as Store::Open.
Result<VerifyReport> VerifyLedger(const std::string& dir, const VerifyOptions& options,
                                  const StoreEnvironment* environment = nullptr);

}  // namespace sinetti
