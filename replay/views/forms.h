// V36: how completely a form was answered, by question and by section, and where its running
// numbers jump (docs/reference/views.md).
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& FormsView();

}  // namespace sinetti
