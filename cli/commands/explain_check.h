// sinetti audit --explain: what a check does, what it reads, where it comes from, and what to do
// with what it finds (docs/reference/controls.md).
#pragma once

#include <string>

#include "cli/commands/session.h"

namespace sinetti {

// kNotFound, with the codes that there are, when no check has this one.
Result<void> CheckKnown(const std::string& code);

// `code` of a check, or "all".
Result<ExitCode> ExplainCheck(Session& session, const std::string& code);

}  // namespace sinetti
