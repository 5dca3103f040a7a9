// V29: who may, who looked at protected data, took them out, was handed or refused them, why; and
// what persons asked of that log (703/2023 10 and 11 sections; docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& AccessView();

}  // namespace sinetti
