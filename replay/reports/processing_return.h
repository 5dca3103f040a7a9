// The processing-time return that is asked for twice a year, of April and of October (1412/1997 27
// c section; V13).
#pragma once

#include "replay/reports/query_table.h"
#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& ProcessingReturn();

// Handling times of what came in from month ?1 to month ?2 (yyyy-mm).
TableSpec ProcessingTable(std::string_view key, Words title);

}  // namespace sinetti
