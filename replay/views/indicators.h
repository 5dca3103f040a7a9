// V14: what is measured, what came of it, and what is said to be measured and is not (612/2021 29
// section; docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& IndicatorsView();

}  // namespace sinetti
