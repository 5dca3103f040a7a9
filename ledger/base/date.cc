// Days and civil dates, through std::chrono's calendar (which both compilers have, unlike its time
// zones).
#include "ledger/base/date.h"

#include <chrono>

#include "ledger/base/check.h"
#include "ledger/base/quote.h"

namespace sinetti {
namespace {

constexpr int kLastYear = 9999;

Date FromCivil(int year, int month, int day) {
  const std::chrono::year_month_day civil{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{civil}.time_since_epoch().count())};
}

bool ReadDigits(std::string_view text, int& value) {
  value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

void AppendTwoDigits(std::string& text, int value) {
  text.push_back(static_cast<char>('0' + value / 10));
  text.push_back(static_cast<char>('0' + value % 10));
}

}  // namespace

int DaysInMonth(int year, int month) {
  SINETTI_CHECK(month >= 1 && month <= 12);
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && std::chrono::year{year}.is_leap() ? 29 : kDays[month - 1];
}

bool IsCalendarDay(int year, int month, int day) {
  return year >= 0 && year <= kLastYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= DaysInMonth(year, month);
}

Date DateOf(int year, int month, int day) {
  SINETTI_CHECK(IsCalendarDay(year, month, day));
  return FromCivil(year, month, day);
}

CivilDay CivilOf(Date date) {
  const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{date.days}}};
  return {static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
          static_cast<int>(static_cast<unsigned>(civil.day()))};
}

Weekday WeekdayOf(Date date) {
  // 1970-01-01 was a Thursday.
  const std::int32_t from_monday = ((date.days + 3) % 7 + 7) % 7;
  return static_cast<Weekday>(from_monday + 1);
}

Date AddDays(Date date, std::int32_t days) { return Date{date.days + days}; }

Date AddMonths(Date date, std::int32_t months) {
  const CivilDay civil = CivilOf(date);
  const std::int32_t total = civil.year * 12 + (civil.month - 1) + months;
  const int year = total >= 0 ? total / 12 : (total - 11) / 12;
  const int month = total - year * 12 + 1;
  const int last = DaysInMonth(year, month);
  return FromCivil(year, month, civil.day < last ? civil.day : last);
}

Date LastWeekdayOfMonth(int year, int month, Weekday weekday) {
  const Date last = DateOf(year, month, DaysInMonth(year, month));
  const int back = (static_cast<int>(WeekdayOf(last)) - static_cast<int>(weekday) + 7) % 7;
  return AddDays(last, -back);
}

Date WeekdayOnOrAfter(Date date, Weekday weekday) {
  const int ahead = (static_cast<int>(weekday) - static_cast<int>(WeekdayOf(date)) + 7) % 7;
  return AddDays(date, ahead);
}

Result<Date> ParseDate(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                     ReadDigits(text.substr(0, 4), year) && ReadDigits(text.substr(5, 2), month) &&
                     ReadDigits(text.substr(8, 2), day);
  if (!shape) return Error{ErrorCode::kInvalid, "a date is yyyy-mm-dd, here is " + Quoted(text)};
  if (!IsCalendarDay(year, month, day))
    return Error{ErrorCode::kInvalid, "there is no day " + std::string(text)};
  return FromCivil(year, month, day);
}

std::string FormatDate(Date date) {
  const CivilDay civil = CivilOf(date);
  SINETTI_CHECK(civil.year >= 0 && civil.year <= kLastYear);
  std::string text;
  text.reserve(10);
  AppendTwoDigits(text, civil.year / 100);
  AppendTwoDigits(text, civil.year % 100);
  text.push_back('-');
  AppendTwoDigits(text, civil.month);
  text.push_back('-');
  AppendTwoDigits(text, civil.day);
  return text;
}

}  // namespace sinetti
