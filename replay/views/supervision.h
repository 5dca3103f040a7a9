// V2 and V3: supervision cases with their stage and next due day; orders, fines and what became of
// them (docs/reference/views.md).  Due days come from the deadlines view.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& SupervisionView();

}  // namespace sinetti
