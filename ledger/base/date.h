// A calendar day without a time: days since 1970-01-01 in the proleptic Gregorian calendar.  Time
// limits, validity and partial dates count in these; an instant becomes one through the Finnish
// civil time of that day (docs/reference/calendar.md).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/clock.h"
#include "ledger/base/result.h"

namespace sinetti {

struct Date {
  std::int32_t days = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

// The ends of what ParseDate and FormatDate take: four-digit years.
inline constexpr Date kFirstDate{-719'528};  // 0000-01-01
inline constexpr Date kLastDate{2'932'896};  // 9999-12-31

struct CivilDay {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  friend auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

// Numbers of ISO 8601.
enum class Weekday : std::uint8_t {
  kMonday = 1,
  kTuesday,
  kWednesday,
  kThursday,
  kFriday,
  kSaturday,
  kSunday
};

bool IsCalendarDay(int year, int month, int day);  // false outside the years 0000 to 9999
int DaysInMonth(int year, int month);

Date DateOf(int year, int month, int day);  // must be a calendar day
CivilDay CivilOf(Date date);
Weekday WeekdayOf(Date date);

Date AddDays(Date date, std::int32_t days);

// The day with the same number `months` later (or earlier); where that month has no such day, its
// last day: 30 November + 3 months = 28 or 29 February (150/1930 3 and 4 section).
Date AddMonths(Date date, std::int32_t months);

// The last `weekday` of the month.
Date LastWeekdayOfMonth(int year, int month, Weekday weekday);

// The first `weekday` on or after `date`.
Date WeekdayOnOrAfter(Date date, Weekday weekday);

inline std::int32_t DaysBetween(Date from, Date to) { return to.days - from.days; }

// "yyyy-mm-dd" and nothing else.
Result<Date> ParseDate(std::string_view text);
std::string FormatDate(Date date);

// The day that people in Finland call it at `time`.  Times outside the years 0000 to 9999 give the
// nearest end.  Thread-safe, reads no time zone files; the rules are in helsinki.cc.
Date DayInHelsinki(Timestamp time);

// Seconds to add to UTC for Finnish civil time: 7200 in winter, 10800 in summer since 1981.
std::int32_t HelsinkiOffsetSeconds(Timestamp time);

// The first instant that belongs to `date` in Finland (00:00 civil time, nearly always).
Timestamp StartOfDayInHelsinki(Date date);

}  // namespace sinetti
