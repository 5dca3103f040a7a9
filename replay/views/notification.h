// The day on which a party counts as having received a decision (434/2003 59 and 60 sections,
// 13/2003 19 section, 611/2021 145 section); used by the views of decisions and deadlines.
#pragma once

#include <optional>

#include "ledger/base/date.h"
#include "ledger/event/event.h"

namespace sinetti {

// `notified` is a decision.notified.  Empty when it gives no day that its method can be counted
// from.
std::optional<Date> NotifiedOn(const Event& notified);

}  // namespace sinetti
