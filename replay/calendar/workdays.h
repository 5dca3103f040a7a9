// Working days (arkipäivä).  The acts do not say whether Saturday, Christmas Eve and Midsummer Eve
// are working days, so each rule says it (docs/decisions/0020-saturday-and-eves.md).
#pragma once

#include "ledger/base/date.h"
#include "ledger/base/language.h"

namespace sinetti {

enum class DayKind { kWorkday, kSaturday, kSunday, kHoliday, kChristmasEve, kMidsummerEve };

// Public holiday before Sunday before eve before Saturday.
DayKind KindOf(Date date);

// The name of the holiday or eve, else of the weekday.
Text3 DayName(Date date);

struct WorkdayPolicy {
  bool saturday_counts = false;
  bool christmas_eve_counts = false;
  bool midsummer_eve_counts = false;
  friend bool operator==(const WorkdayPolicy&, const WorkdayPolicy&) = default;
};

// An eve that counts on a Saturday or Sunday still needs that weekday to count; Sundays and public
// holidays never do.
bool IsWorkday(Date date, const WorkdayPolicy& policy = {});

Date NextWorkday(Date after, const WorkdayPolicy& policy = {});              // strictly after
int CountWorkdays(Date first, Date last, const WorkdayPolicy& policy = {});  // both included

}  // namespace sinetti
