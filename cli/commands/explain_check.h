// sinetti audit --explain: what a check does, what it reads, where it comes from, and what to do
// with what it finds (docs/reference/controls.md).
#pragma once

#include <string>

#include "cli/commands/session.h"

namespace sinetti {

// `code` of a check, or "all".
Result<ExitCode> ExplainCheck(Session& session, const std::string& code);

}  // namespace sinetti
