// V6: each finding with what was demanded, done, shown and verified, and how often it came back
// (741/2023 25 and 39 sections; docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& FindingChainView();

}  // namespace sinetti
