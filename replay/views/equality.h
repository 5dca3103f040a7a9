// V12: need, service, waiting and cost by municipality of residence, beside the whole region
// (612/2021 section 4; docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& EqualityView();

}  // namespace sinetti
