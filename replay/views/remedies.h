// V22: requests for correction and appeals: the last day, when they were filed, what became of them
// and of the decision meanwhile (434/2003 chapters 7 a and 8, 808/2019; docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& RemediesView();

}  // namespace sinetti
