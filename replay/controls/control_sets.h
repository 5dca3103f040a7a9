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
std::span<const SqlControl> BodyControls();       // R-CADENCE, R-ROLE, R-PARTS, R-SUCC, R-NAME
std::span<const SqlControl> ContractControls();   // R-QUOTA, R-MULT, R-SUM, R-RULE, R-PROC-01
std::span<const SqlControl> ProposalControls();   // R-DUP, R-STATE, R-MISS, R-SEQ, R-QUOTA, R-RULE
std::span<const SqlControl> PriceControls();      // R-MULT, R-PARTS
std::span<const SqlControl> FormControls();       // R-BLANK, R-SEQ
std::span<const SqlControl> MatterControls();     // R-AUTH-01, R-PROC-01, R-RULE, R-MISS, R-LATE
std::span<const SqlControl> SupervisionControls();  // R-LATE, R-MISS, R-PROC-01, R-SUM
std::span<const SqlControl> WorkControls();         // R-PARTS, R-GARBLE
std::span<const SqlControl> DutyControls();         // R-ROLE, R-AUTH-01, R-PROC-01
std::span<const SqlControl> RegisterControls();     // R-SUCC, R-LATE, R-QUOTA, R-MULT
std::span<const SqlControl> RelationControls();     // R-DUR, R-PARTS, R-MULT, R-SHARE, R-QUOTA
std::span<const SqlControl> InvariantControls();    // R-CHANGE, R-FINE, R-STANDSTILL
std::span<const SqlControl> StepControls();         // R-STEP
std::vector<Control> DayControls();                 // R-CAL

}  // namespace sinetti
