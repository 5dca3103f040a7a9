// What was done with the ledger on this machine (V40 integrity to V43).
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& OperationsReport();

}  // namespace sinetti
