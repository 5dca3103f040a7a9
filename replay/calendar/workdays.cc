#include "replay/calendar/workdays.h"

#include "ledger/base/date_display.h"
#include "replay/calendar/holidays.h"

namespace sinetti {

DayKind KindOf(Date date) {
  const std::optional<Holiday> holiday = HolidayOn(date);
  const Weekday weekday = WeekdayOf(date);
  if (holiday && !holiday->eve) return DayKind::kHoliday;
  if (weekday == Weekday::kSunday) return DayKind::kSunday;
  if (holiday)
    return holiday->id == HolidayId::kChristmasEve ? DayKind::kChristmasEve
                                                   : DayKind::kMidsummerEve;
  return weekday == Weekday::kSaturday ? DayKind::kSaturday : DayKind::kWorkday;
}

Text3 DayName(Date date) {
  const std::optional<Holiday> holiday = HolidayOn(date);
  return holiday ? holiday->name : WeekdayName(WeekdayOf(date));
}

bool IsWorkday(Date date, const WorkdayPolicy& policy) {
  const bool weekday_counts = WeekdayOf(date) != Weekday::kSaturday || policy.saturday_counts;
  switch (KindOf(date)) {
    case DayKind::kSunday:
    case DayKind::kHoliday: return false;
    case DayKind::kChristmasEve: return policy.christmas_eve_counts && weekday_counts;
    case DayKind::kMidsummerEve: return policy.midsummer_eve_counts && weekday_counts;
    case DayKind::kSaturday:
    case DayKind::kWorkday: return weekday_counts;
  }
  return false;
}

Date NextWorkday(Date after, const WorkdayPolicy& policy) {
  do {
    after = AddDays(after, 1);
  } while (!IsWorkday(after, policy));
  return after;
}

int CountWorkdays(Date first, Date last, const WorkdayPolicy& policy) {
  int count = 0;
  for (Date day = first; day <= last; day = AddDays(day, 1))
    count += IsWorkday(day, policy) ? 1 : 0;
  return count;
}

}  // namespace sinetti
