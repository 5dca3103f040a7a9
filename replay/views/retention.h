// V28: what must be kept of whom and until when, holds, erasures and disposals
// (docs/reference/retention.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& RetentionView();

}  // namespace sinetti
