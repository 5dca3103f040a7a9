// The text of a witness's two files: what it is, and what it has seen of one log.  Every byte is
// covered by a signature or has one allowed form, so a changed file is refused.  Implements
// docs/format/witness.md, "State".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/crypto/verifier_key.h"
#include "ledger/evidence/submission.h"

namespace sinetti {

// What a cosignature of this witness says (docs/format/witness.md): one key, one statement.
enum class WitnessMode {
  kLight,  // the tree only grew
  kFull,   // and everything in it was recomputed from the stored bytes
};

struct WitnessIdentity {
  VerifierKey key;
  WitnessMode mode = WitnessMode::kLight;
};

struct WitnessedLog {
  VerifierKey key;
  std::optional<SeenCheckpoint> seen;
};

std::string FormatWitnessIdentity(const WitnessIdentity& identity);
Result<WitnessIdentity> ParseWitnessIdentity(std::string_view text);

std::string FormatWitnessedLog(const WitnessedLog& log);
// kCorrupt unless the log signed and `witness` cosigned what stands there.
Result<WitnessedLog> ParseWitnessedLog(std::string_view text, const VerifierKey& witness);

}  // namespace sinetti
