// Ledger integrity (V40, V44, V45): what the ledger holds and how far it is vouched for.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& IntegrityReport();

}  // namespace sinetti
