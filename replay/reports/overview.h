// The overview for a supervisor's morning: what is overdue, the gravest first, what falls due, and
// how each provider stands beside the others (V1 to V8 together).
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& OverviewReport();

}  // namespace sinetti
