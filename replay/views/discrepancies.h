// What people answered to findings, and V37: the findings of the last audit with those answers. The
// table `finding` is filled by the audit (replay/controls/audit.h), never by Apply: it follows from
// the other tables, so it is no part of the digest and is empty until the audit has run.
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& DiscrepanciesView();

}  // namespace sinetti
