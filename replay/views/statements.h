// What sources claim and cite: claims, evaluators' findings, links to documents,
// missing labels, bodies that a plan names, and drafts of law that an event rests on.  The controls
// R-CONTRA, R-EVID, R-NAME, R-MISS and R-SEQ read these tables; people find the proposals' words
// here.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& StatementsView();

}  // namespace sinetti
