// Evidence packs as `sinetti evidence check` and `check-proof` show them.
#pragma once

#include <string>

#include "cli/commands/session.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

Result<ExitCode> CheckPackFile(Session& session, const std::string& text, const VerifierKey& key);

}  // namespace sinetti
