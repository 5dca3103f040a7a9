// V5: the targets of a supervision plan, what was done of them, and visits that no plan names
// (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& InspectionPlanView();

}  // namespace sinetti
