// V8 and V9: plans, publication every four months and its gaps by unit, and what the report on
// self-monitoring of a period is made of (741/2023 26 and 27 sections; docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& SelfMonitoringView();

}  // namespace sinetti
