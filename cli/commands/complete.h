// Complete answers on the command line: made from a ledger by `prove complete` and `prove absent`,
// checked without one by `check-proof` (docs/format/proof.md, "Complete answer").
#pragma once

#include <string>
#include <string_view>

#include "cli/commands/session.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/log/reader.h"

namespace sinetti {

// The proof file.  kConflict: absence was asked for, and there are events.
Result<std::string> ProveCompleteText(Session& session, const Reader& reader,
                                      const ProveArguments& arguments);

// By its first line.
bool IsCompleteProof(std::string_view text);
Result<ExitCode> CheckComplete(Session& session, const std::string& text, const VerifierKey& key);

}  // namespace sinetti
