// Prices as they changed, and charges that name their price list: what a unit price is compared
// with.  The view of settlements keeps the newest price of each line only.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& PriceStepsView();

}  // namespace sinetti
