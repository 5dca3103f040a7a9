// Complete answers on the command line: made from a ledger by `prove complete` and `prove absent`,
// checked without one by `check-proof` (docs/format/proof.md, "Complete answer").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/commands/session.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/index/complete_proof.h"
#include "ledger/log/reader.h"

namespace sinetti {

// A checkpoint of this ledger, named by its tree size or by a file that holds it; nothing for "".
Result<std::optional<TreeSize>> SizeOf(const Session& session, const Reader& reader,
                                       const std::string& checkpoint);

// What was proved, as a sentence.
std::string CompleteWords(const CheckedComplete& checked);

// The proof file.  kConflict: absence was asked for, and there are events.
Result<std::string> ProveCompleteText(Session& session, const Reader& reader,
                                      const ProveArguments& arguments);

// By its first line.
bool IsCompleteProof(std::string_view text);
Result<ExitCode> CheckComplete(Session& session, const std::string& text, const VerifierKey& key);

}  // namespace sinetti
