// The rules of access written a second time, as one sentence over everything that could be asked;
// what the decision of the program is compared with.
#pragma once

#include <vector>

#include "ledger/access/decision.h"

namespace sinetti::testing_support {

bool NaivelyGranted(const std::vector<AccessGrant>& grants, const AccessPolicy& policy,
                    const AccessQuestion& question);

}  // namespace sinetti::testing_support
