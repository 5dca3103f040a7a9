// Statements coded by people, and statements that suggest that the law is not kept: what the audit
// compares (docs/reference/controls.md, R-CONTRA and R-RULE).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& AssertionView();

}  // namespace sinetti
