// What is recorded about cooperation, strategy, evidence, services, staff, vouchers and the keeping
// of the ledger, where no view of its own asks for more: one row an event, by topic
// (docs/reference/views.md, "Register").
#pragma once

#include "replay/fold/view.h"

namespace sinetti {

const ViewDefinition& RegisterView();

}  // namespace sinetti
