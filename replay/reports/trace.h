// The course of a matter and its decisions (V20, V21, V4): who decided what with which mandate,
// what was missing, when it was notified and why the time limits end on those days.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& TraceReport();

}  // namespace sinetti
