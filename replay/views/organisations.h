// The registry of organisations in time: who exists, under which name, who followed whom, who is a
// member of which area, which task is whose.  Presents V27 (what was valid and known), the current
// party behind an old one, and the banner of succession that V1 and V20 show.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& OrganisationsView();

}  // namespace sinetti
