// V46: the state of every matter, supervision case, contract, finding, fine and discrepancy, by one
// fold of the tables in state_machines.h; steps out of order are kept with what they followed.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& StatesView();

}  // namespace sinetti
