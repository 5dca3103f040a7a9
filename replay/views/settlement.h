// Charges between organisers and forecasts of prices: what is stated, what can be computed from it,
// and what cannot (docs/reference/views.md, V32).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& SettlementView();

}  // namespace sinetti
