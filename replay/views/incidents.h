// V7: incidents and notifications of defects, who was told and how soon (741/2023 27, 29 and 34
// sections; docs/reference/views.md).  Who made a notification is sealed and comes into no view.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& IncidentsView();

}  // namespace sinetti
