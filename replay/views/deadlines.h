// V4, V13 and V16: every time limit that runs, with the rule version in force on its first day and
// the reason for its last one; how long handling took against the law and against local standards
// (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& DeadlinesView();

}  // namespace sinetti
