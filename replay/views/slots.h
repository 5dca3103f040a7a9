// V17: appointments kept free for one purpose: booked, released in time, used
// (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& SlotsView();

}  // namespace sinetti
