// Funding reconciliation (V30, V31, V32): what the plan states, what its lines add up to, and by
// which key the payers share.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& FundingReport();

}  // namespace sinetti
