// The sentence that explains a deadline; used by deadline.cc only.
#pragma once

#include "replay/calendar/deadline.h"

namespace sinetti {

LocalText ReasonOf(const Rule& rule, const Deadline& deadline);

}  // namespace sinetti
