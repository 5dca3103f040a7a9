// The rule versions that are compiled in; see rule_book.h.
#pragma once

#include <vector>

#include "replay/calendar/rule_book.h"

namespace sinetti {

std::vector<Rule> BuiltInRules();

}  // namespace sinetti
