// V20: the timeline of every matter: what happened, who acted with which power, on what document,
// who may see it, and what corrected it later (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& MattersView();

}  // namespace sinetti
