// V32: service products, volume times price beside the stated total, and what the stated shares of
// work amount to (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& ProductsView();

}  // namespace sinetti
