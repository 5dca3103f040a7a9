#include "replay/calendar/workdays.h"

#include <vector>

#include "ledger/base/date_display.h"
#include "replay/calendar/holidays.h"

namespace sinetti {

namespace {

DayKind KindOfWeekday(Date date) {
  switch (WeekdayOf(date)) {
    case Weekday::kSunday: return DayKind::kSunday;
    case Weekday::kSaturday: return DayKind::kSaturday;
    default: return DayKind::kWorkday;
  }
}

// Every day of the calendar, computed once: a replay asks for hundreds of days an event.
std::vector<DayKind> KindsOfAllDays(Date first, Date last) {
  std::vector<DayKind> kinds;
  for (Date day = first; day <= last; day = AddDays(day, 1)) kinds.push_back(KindOfWeekday(day));
  for (int year = kFirstCalendarYear; year <= kLastCalendarYear; ++year)
    for (const Holiday& holiday : HolidaysOf(year)) {
      DayKind& kind = kinds[static_cast<std::size_t>(DaysBetween(first, holiday.date))];
      if (!holiday.eve) {
        kind = DayKind::kHoliday;
      } else if (kind != DayKind::kHoliday && kind != DayKind::kSunday) {
        kind = holiday.id == HolidayId::kChristmasEve ? DayKind::kChristmasEve
                                                      : DayKind::kMidsummerEve;
      }
    }
  return kinds;
}

}  // namespace

DayKind KindOf(Date date) {
  static const Date first = DateOf(kFirstCalendarYear, 1, 1);
  static const Date last = DateOf(kLastCalendarYear, 12, 31);
  static const std::vector<DayKind> kinds = KindsOfAllDays(first, last);
  if (date < first || date > last) return KindOfWeekday(date);
  return kinds[static_cast<std::size_t>(DaysBetween(first, date))];
}

Text3 DayName(Date date) {
  // Every holiday and eve has a kind of its own, but for eves on Sundays: most days need no search.
  const DayKind kind = KindOf(date);
  if (kind == DayKind::kWorkday || kind == DayKind::kSaturday) return WeekdayName(WeekdayOf(date));
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
