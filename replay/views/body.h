// Bodies and gatherings: how often they are to meet and how often they did, who is in them and who
// writes for them (docs/reference/views.md, V35).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& BodyView();

}  // namespace sinetti
