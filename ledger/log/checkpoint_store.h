// The checkpoints that the ledger keeps, and the signing of a new one: verify before sign
// (docs/format/checkpoint.md, "Signing").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/log_state.h"
#include "ledger/log/metadata.h"
#include "ledger/store/store.h"

namespace sinetti {

struct StoredCheckpoint {
  TreeSize size;     // the key it is stored under
  std::string note;  // signed; open it with OpenCheckpoint

  friend bool operator==(const StoredCheckpoint&, const StoredCheckpoint&) = default;
};

// Oldest first.
Result<std::vector<StoredCheckpoint>> ListCheckpoints(const Snapshot& snapshot);
Result<std::optional<StoredCheckpoint>> NewestCheckpoint(const Snapshot& snapshot);
// kNotFound: there is none of this size.
Result<StoredCheckpoint> CheckpointAt(const Snapshot& snapshot, TreeSize size);

// kCorrupt unless the newest checkpoint is of this log: it is not larger, and its root is the root
// of so many entries.  Does not check the signature, which needs a key.
Result<void> CheckAgainstNewest(const Snapshot& snapshot, const LogState& state);

// Signs the tree as it is stored now and keeps the note.  Root and edge are recomputed from stored
// bytes, and the tree must extend the last checkpoint, whose signature is checked with the signer's
// key: kCorrupt otherwise, and nothing is signed.  Gives the last checkpoint when nothing was
// appended since. One caller at a time.
Result<StoredCheckpoint> SignStoredTree(Store& store, const LedgerInfo& info, Signer& signer,
                                        Clock& clock);

}  // namespace sinetti
