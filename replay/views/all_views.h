// The views of the product, in the order in which they are folded and digested.  Adding a view is
// adding a pair of files here and a line in all_views.cc (docs/guide/add-a-view.md).
#pragma once

#include <vector>

#include "replay/fold/view.h"

namespace sinetti {

std::vector<const ViewDefinition*> AllViews();

}  // namespace sinetti
