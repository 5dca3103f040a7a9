// Deadline monitor (V4): what is overdue, what is due next, and how time limits have been kept.
// Other reports show its tables for their own provider or matter.
#pragma once

#include "replay/reports/query_table.h"
#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& DeadlinesReport();

// A table of time limits.  `condition` is SQL over v4_deadlines d; the query takes its parameters.
TableSpec DeadlineTable(std::string_view key, Words title, std::string_view condition,
                        Words when_empty);

// Time limits kept and missed by the month in which they ended, at most the last 24 months that
// have any.  Pending ones are not drawn.
ChartSpec DeadlineChart(std::string_view key, std::string_view condition);

}  // namespace sinetti
