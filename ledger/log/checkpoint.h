// Checkpoints (C2SP tlog-checkpoint): which tree the ledger is at, signed.  Implements
// docs/format/checkpoint.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/crypto/signer.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

struct Checkpoint {
  std::string origin;  // names the ledger; also the name of its signing key
  TreeSize size;
  Hash root;
  std::optional<Hash> index_root;       // of the verifiable index: extension line "index <base64>"
  std::optional<Timestamp> time;        // of signing: extension line "time <RFC 3339>"
  std::vector<std::string> extensions;  // other extension lines, in their order

  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// The text to be signed: origin, size, root, index, time, other extension lines.
std::string FormatCheckpoint(const Checkpoint& checkpoint);

// Reads the text of a note.  Trust it only when the note was opened: use OpenCheckpoint.  kInvalid
// unless every line is as FormatCheckpoint would write it; unknown extension lines are kept.
Result<Checkpoint> ParseCheckpoint(std::string_view text);

// The signed note.  kInvalid when the origin is not the name of the key, or when a value can't
// stand in a checkpoint.  The caller has recomputed root and index_root from stored bytes (verify
// before sign).
Result<std::string> SignCheckpoint(const Checkpoint& checkpoint, Signer& signer);

// The checkpoint of a note that `key` signed and that names the key's ledger.  kCorrupt when it
// does not; kInvalid for a witness's key.  Other signatures are ignored.
Result<Checkpoint> OpenCheckpoint(std::string_view note, const VerifierKey& key);

}  // namespace sinetti
