// V21 and V25: decisions with what 434/2003 44 and 45 sections ask of them, and the powers they
// were made with, judged by what was delegated on their day (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& DecisionsView();

}  // namespace sinetti
