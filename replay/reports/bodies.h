// Bodies and gatherings (V35): held against what was set, members, roles, what was put off.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& BodiesReport();

}  // namespace sinetti
