// sinetti audit --explain: what a check does, what it reads, where it comes from, and what to do
// with what it finds (docs/reference/controls.md).
#pragma once

#include <string>

#include "cli/commands/session.h"
#include "cli/commands/views_at.h"

namespace sinetti {

// kNotFound, with the codes that there are, when no check has this one.
Result<void> CheckKnown(const std::string& code);

// `code` of a check, or "all".  With the settings in force at the moment where there is a ledger,
// else with those that the program comes with.
Result<ExitCode> ExplainCheck(Session& session, const std::string& code, const Moment& moment);

}  // namespace sinetti
