// Computes time limits anew when a rule is recorded after the acts that it governs, so that the
// rows are those of a ledger that knew the rule from the first day (docs/reference/calendar.md).
// Reads and writes only the limits of that rule whose trigger falls in the version's validity.
#pragma once

#include <vector>

#include "replay/views/deadline_table.h"
#include "replay/views/ledger_rules.h"

namespace sinetti {

// The account of self-monitoring: while one is awaited, a new plan begins no new time.
inline constexpr std::string_view kAccountRule = "omavalvonta-seuranta";
inline constexpr std::string_view kAccountPublished = "smreport.published";

// The limit that `rule` and each local standard measured against it set for a time that began.
Result<void> SetLimits(const LedgerRules& rules, DeadlineTable& table, const BegunLimit& begun,
                       std::string_view rule);

Result<void> ComputeAnew(const LedgerRules& rules, DeadlineTable& table,
                         const std::vector<ChangedLimits>& changed);

}  // namespace sinetti
