// Finnish civil time without time zone files, so that a verdict never depends on the machine.
//
//   until 30.4.1921   local mean time of Helsinki, UTC+1:39:49
//   from 1.5.1921     UTC+2
//   1942              summer time 3.4. 00:00 to 4.10. 01:00 (the only one before 1981)
//   1981, 1982        summer time from the last Sunday of March to the last Sunday of September,
//                     both at 00:00 UTC
//   1983 to 1995      the same days, at 01:00 UTC
//   from 1996         last Sunday of March to last Sunday of October, 01:00 UTC (directive
//   2000/84/EC
//                     made it permanent; a later end of summer time would be a new row)
//
// Source: the time zone database (public domain), zone Europe/Helsinki; the test compares with the
// copy on the machine.
#include "ledger/base/date.h"

namespace sinetti {
namespace {

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int32_t kMeanTimeSeconds = 1 * 3600 + 39 * 60 + 49;
constexpr std::int32_t kStandardSeconds = 2 * 3600;
constexpr std::int32_t kSummerSeconds = 3 * 3600;

struct Range {
  std::int64_t begin = 0;  // seconds since 1970-01-01T00:00:00Z
  std::int64_t end = 0;
};

std::int64_t FloorDivide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

std::int64_t SecondsAt(Date date, std::int64_t second_of_day) {
  return date.days * kSecondsPerDay + second_of_day;
}

// Summer time of `year`; empty where there was none.
Range SummerTime(int year) {
  if (year == 1942)
    return {SecondsAt(DateOf(1942, 4, 3), -kStandardSeconds),
            SecondsAt(DateOf(1942, 10, 4), 3600 - kSummerSeconds)};
  if (year < 1981) return {};
  const std::int64_t hour = year < 1983 ? 0 : 3600;
  const int last_month = year < 1996 ? 9 : 10;
  return {SecondsAt(LastWeekdayOfMonth(year, 3, Weekday::kSunday), hour),
          SecondsAt(LastWeekdayOfMonth(year, last_month, Weekday::kSunday), hour)};
}

// Whole seconds of `time`, kept inside the years that Date can write.
std::int64_t ClampedSeconds(Timestamp time) {
  const std::int64_t seconds = FloorDivide(time.micros, kMicrosPerSecond);
  const std::int64_t first = SecondsAt(kFirstDate, 0);
  const std::int64_t last = SecondsAt(kLastDate, kSecondsPerDay - 1 - kSummerSeconds);
  return seconds < first ? first : seconds > last ? last : seconds;
}

std::int32_t OffsetAt(std::int64_t seconds) {
  const std::int64_t standard_begin = SecondsAt(DateOf(1921, 5, 1), -kMeanTimeSeconds);
  if (seconds < standard_begin) return kMeanTimeSeconds;
  const int year =
      CivilOf(Date{static_cast<std::int32_t>(FloorDivide(seconds, kSecondsPerDay))}).year;
  const Range summer = SummerTime(year);
  return seconds >= summer.begin && seconds < summer.end ? kSummerSeconds : kStandardSeconds;
}

}  // namespace

std::int32_t HelsinkiOffsetSeconds(Timestamp time) { return OffsetAt(ClampedSeconds(time)); }

Date DayInHelsinki(Timestamp time) {
  const std::int64_t seconds = ClampedSeconds(time);
  return Date{static_cast<std::int32_t>(FloorDivide(seconds + OffsetAt(seconds), kSecondsPerDay))};
}

Timestamp StartOfDayInHelsinki(Date date) {
  // The earliest instant that civil time calls `date`: midnight may be missing or come twice.
  for (const std::int32_t offset : {kSummerSeconds, kStandardSeconds, kMeanTimeSeconds}) {
    const Timestamp start{SecondsAt(date, -offset) * kMicrosPerSecond};
    if (DayInHelsinki(start) == date) return start;
  }
  return Timestamp{SecondsAt(date, -kStandardSeconds) * kMicrosPerSecond};
}

}  // namespace sinetti
