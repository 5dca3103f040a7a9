// The checkpoints that the ledger keeps, and the signing of a new one: verify before sign
// (docs/format/checkpoint.md, "Signing").
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/log_state.h"
#include "ledger/log/metadata.h"
#include "ledger/log/note.h"
#include "ledger/store/store.h"

namespace sinetti {

struct StoredCheckpoint {
  TreeSize size;     // the key it is stored under
  std::string note;  // signed; open it with OpenCheckpoint

  friend bool operator==(const StoredCheckpoint&, const StoredCheckpoint&) = default;
};

// Oldest first, from this size on.
Result<std::vector<StoredCheckpoint>> ListCheckpoints(const Snapshot& snapshot,
                                                      TreeSize from = TreeSize{0});
Result<std::optional<StoredCheckpoint>> NewestCheckpoint(const Snapshot& snapshot);
// kNotFound: there is none of this size.
Result<StoredCheckpoint> CheckpointAt(const Snapshot& snapshot, TreeSize size);

// kCorrupt unless the newest checkpoint is of this log: it is not larger, and its root is the root
// of so many entries.  Does not check the signature, which needs a key.
Result<void> CheckAgainstNewest(const Snapshot& snapshot, const LogState& state);

// The verifiable index, as the signing of a checkpoint sees it (ledger/index/verifiable_index.h).
class CheckpointIndex {
 public:
  virtual ~CheckpointIndex() = default;

  // The root over all entries of `state`, computed from `snapshot` and from what checkpoints signed
  // by `key` vouch for.  An error means that no checkpoint is signed.
  virtual Result<Hash> Fold(Store& store, std::shared_ptr<const Snapshot> snapshot,
                            const LogState& state, const VerifierKey& key) = 0;
  // Stores the checkpoint of the state that was folded last, and the index with it: both or
  // neither.
  virtual Result<void> Commit(TreeSize size, const std::string& note) = 0;
};

// Puts signature lines, such as cosignatures that the caller has checked, under the stored
// checkpoint of that size, and keeps it; its text and the lines that it has stay.  kNotFound: there
// is none.  kInvalid: more signatures than a note holds.  One caller at a time.
Result<StoredCheckpoint> AddSignatures(Store& store, TreeSize size,
                                       std::span<const NoteSignature> signatures);

// Signs the tree as it is stored now and keeps the note.  Root and edge are recomputed from stored
// bytes, and the tree must extend the last checkpoint, whose signature is checked with the signer's
// key: kCorrupt otherwise, and nothing is signed.  Gives the last checkpoint when nothing was
// appended since. One caller at a time.  `index` null: the checkpoint carries no index root; with
// it a checkpoint of the same size that carries none is replaced by one that does.
Result<StoredCheckpoint> SignStoredTree(Store& store, const LedgerInfo& info, Signer& signer,
                                        Clock& clock, CheckpointIndex* index);

}  // namespace sinetti
