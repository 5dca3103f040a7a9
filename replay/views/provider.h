// Providers, their units and who answers for them: the register as it stood
// (docs/reference/views.md, V1).  The provider card also reads the tables of contracts,
// supervision, matters and self-monitoring.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& ProviderView();

}  // namespace sinetti
