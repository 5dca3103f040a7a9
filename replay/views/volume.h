// V44 and V45 (and the streams of V40): what the ledger holds, by type, day and stream.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& VolumeView();

}  // namespace sinetti
