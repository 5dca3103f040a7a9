// The check of a disclosure as `sinetti check-proof` shows it.
#pragma once

#include <string>

#include "cli/commands/commands.h"

namespace sinetti {

Result<ExitCode> CheckDisclosureFile(Session& session, const std::string& text,
                                     const VerifierKey& key);

}  // namespace sinetti
