// The day on which a party counts as having received a decision: as stated, or deemed by the rule
// in force when it was sent (434/2003 59 section, 13/2003 19 section, 611/2021 145 section); used
// by the view of deadlines, which keeps it up to date when a rule is recorded later.
#pragma once

#include <optional>
#include <string_view>

#include "ledger/base/date.h"
#include "ledger/event/event.h"
#include "replay/calendar/rule_book.h"

namespace sinetti {

struct Notice {
  std::string_view rule;     // that deems it notified; empty: the day is stated, or cannot be known
  std::optional<Date> sent;  // with `rule`: the day of its trigger
  std::optional<Date> day;   // on which it counts as notified; none: not known
};

// `notified` is a decision.notified.
Notice NoticeOf(const Event& notified, const RuleBook& book);

// The day by that rule, where a version of it is in force.
std::optional<Date> DeemedBy(const RuleBook& book, std::string_view rule, Date sent);

}  // namespace sinetti
