// Where a value comes from: every stated value that has a source, a bound, a missing part or
// several readings, with its span and with the reading somebody chose.  Presents V26.  Plain values
// without a source (the daily mass of operations) are left out: they say all in their own event.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& ProvenanceView();

}  // namespace sinetti
