// Discrepancy register (V37): what does not add up, what people answered, and by which events it is
// known.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& DiscrepanciesReport();

// V37 in the form that may be published.
const ReportDefinition& PublicDiscrepanciesReport();

}  // namespace sinetti
