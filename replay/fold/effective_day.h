// The day from which an event counts: what as-of compares, and what lists and searches by day go
// by.
#pragma once

#include "ledger/base/date.h"
#include "ledger/event/event.h"

namespace sinetti {

// The first day of its validity, else the first day of what happened, else the day in Helsinki on
// which it was recorded.
Date EffectiveDay(const Event& event);

}  // namespace sinetti
