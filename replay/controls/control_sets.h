// The controls of each subject; all_controls.cc puts them together.
#pragma once

#include <span>

#include "replay/controls/audit.h"
#include "replay/controls/sql_controls.h"

namespace sinetti {

std::span<const SqlControl> FundingControls();    // R-SUM, R-SHARE, R-KEY
std::span<const SqlControl> ValueControls();      // R-MISS, R-GARBLE, R-BASE
std::span<const SqlControl> PlanControls();       // R-DUR, R-SEQ, R-LATE
std::span<const SqlControl> PartyControls();      // R-NAME, R-SUCC
std::span<const SqlControl> StatementControls();  // R-EVID, R-CONTRA
std::vector<Control> DayControls();               // R-CAL

}  // namespace sinetti
