// Who looked at a client's data and to whom they were handed out (V29): what 703/2023 11 section
// lets a client ask for.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& AccessReport();

}  // namespace sinetti
