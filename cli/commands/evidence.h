// Evidence packs as `sinetti evidence check` and `check-proof` show them.
#pragma once

#include <string>

#include "cli/commands/key_use.h"

namespace sinetti {

Result<ExitCode> CheckPackFile(Session& session, const std::string& text, const ProofKey& key,
                               const CheckProofArguments& arguments);

}  // namespace sinetti
