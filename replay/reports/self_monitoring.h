// The self-monitoring report that a provider publishes every four months (741/2023 26 and 27
// sections; V8, V9): themes, observations, corrections, changes, feedback and time limits, without
// personal or secret data.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& SelfMonitoringReport();

// The four months that a report covers.
struct ReportPeriod {
  Date first, last;
  std::string key;  // as in V9: 2025/3
};

// The third of the year that `month` (yyyy-mm) is in.
Result<ReportPeriod> PeriodOfMonth(std::string_view month);

// The last third of a year that has ended by the day.
ReportPeriod PeriodBefore(Date day);

}  // namespace sinetti
