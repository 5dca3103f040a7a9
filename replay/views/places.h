// Places of units, whose they are and who lives in them (docs/reference/views.md, V10), and how a
// patient goes on from a hospital (V11).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& PlacesView();
const ViewDefinition& TransferView();

}  // namespace sinetti
