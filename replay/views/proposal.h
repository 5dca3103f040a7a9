// Proposals made on one template, side by side (docs/reference/views.md, V34).  Their sentences and
// the runs of words that two of them share are tables of their own: the audit reads them.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

// Copied text is looked for in runs of this many words.
inline constexpr int kShingleWords = 12;

const ViewDefinition& ProposalView();

}  // namespace sinetti
