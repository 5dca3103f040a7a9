// Who joined a client's process, on what basis and when, beside the steps of the assessment: what
// the checks of procedure read (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& ProcessView();

}  // namespace sinetti
