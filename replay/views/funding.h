// Funding plans and cost sharing: every stated figure beside what follows from the other figures.
// Presents V30 (reconciliation), V31 (what each payer owes by which key) and the sums of each
// payer. Amounts are cents, shares thousandths of a percent.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& FundingView();

}  // namespace sinetti
