// The final account of a development project (V30, V33, V37): money stated and computed, phases and
// milestones, and what does not add up.
#pragma once

#include "replay/reports/reports.h"

namespace sinetti {

const ReportDefinition& ProjectAccount();

}  // namespace sinetti
