// Plans and what became of them: projects with their phases, objectives, and every step that a body
// or a project planned for a day or an interval.  Presents V33 (milestones), the phases of
// projects, and which reading of an unreadable phase fits the stated duration.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& PlansView();

}  // namespace sinetti
