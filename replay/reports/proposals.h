// Proposal matrix (V34) with the places that the proposals are about (V10).
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& ProposalsReport();

}  // namespace sinetti
