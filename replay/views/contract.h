// Contracts, their clauses, changes and subcontractors, and the procurements they came from
// (docs/reference/views.md, V15, V23 and V24; 612/2021 sections 15 to 17, 1397/2016 section 136).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& ContractView();
const ViewDefinition& ProcurementView();

}  // namespace sinetti
