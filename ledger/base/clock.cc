// RFC 3339 text of a Timestamp, both ways, with a strict calendar: a day that does not exist is an
// error, never the day after.
#include "ledger/base/clock.h"

#include <chrono>
#include <cstdio>

namespace sinetti {
namespace {

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;

// Days since 1970-01-01 of a proleptic Gregorian date.  Counts in eras of 400 years that begin on
// 1 March, so that the leap day is the last of its year.
constexpr std::int64_t DaysFromCivil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

struct Civil {
  std::int64_t year;
  int month;
  int day;
};

// The inverse of DaysFromCivil.
constexpr Civil CivilFromDays(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

constexpr std::int64_t kFirstSecond = DaysFromCivil(0, 1, 1) * kSecondsPerDay;
constexpr std::int64_t kEndSecond = DaysFromCivil(10'000, 1, 1) * kSecondsPerDay;

int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// Reads the text from left to right; every step says whether it found what must stand there.
class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }

  bool Take(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool TakeDigits(int count, int& value) {
    value = 0;
    for (int i = 0; i < count; ++i) {
      if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') return false;
      value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return true;
  }

  // ".5" gives 500,000.  False without a digit and with more than six.
  bool TakeFraction(int& micros) {
    int digits = 0;
    micros = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; ++digits) {
      if (digits == 6) return false;
      micros = micros * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    for (int i = digits; i < 6; ++i) micros *= 10;
    return digits > 0;
  }

 private:
  std::string_view rest_;
};

Error BadTime(std::string_view text, const std::string& why) {
  constexpr std::size_t kShown = 64;
  return Error{ErrorCode::kInvalid, "time '" + std::string(text.substr(0, kShown)) + "': " + why};
}

void AppendTwoDigits(std::string& text, int value) {
  text.push_back(static_cast<char>('0' + value / 10));
  text.push_back(static_cast<char>('0' + value % 10));
}

// What follows the year: -03-01T12:00:00.000001Z.  A replay writes one for every event.
void AppendRest(std::string& text, const Civil& civil, int second_of_day, int micros) {
  text.push_back('-');
  AppendTwoDigits(text, civil.month);
  text.push_back('-');
  AppendTwoDigits(text, civil.day);
  text.push_back('T');
  AppendTwoDigits(text, second_of_day / 3600);
  text.push_back(':');
  AppendTwoDigits(text, second_of_day / 60 % 60);
  text.push_back(':');
  AppendTwoDigits(text, second_of_day % 60);
  if (micros != 0) {
    text.push_back('.');
    AppendTwoDigits(text, micros / 10'000);
    AppendTwoDigits(text, micros / 100 % 100);
    AppendTwoDigits(text, micros % 100);
  }
  text.push_back('Z');
}

}  // namespace

std::string FormatTimestamp(Timestamp time) {
  std::int64_t second = time.micros / kMicrosPerSecond;
  std::int64_t micros = time.micros % kMicrosPerSecond;
  if (micros < 0) {
    micros += kMicrosPerSecond;
    --second;
  }
  std::int64_t day = second / kSecondsPerDay;
  std::int64_t second_of_day = second % kSecondsPerDay;
  if (second_of_day < 0) {
    second_of_day += kSecondsPerDay;
    --day;
  }
  const Civil civil = CivilFromDays(day);
  std::string text;
  text.reserve(40);
  if (civil.year < 0 || civil.year > 9999) {
    char year[24];
    std::snprintf(year, sizeof year, "%+07lld", static_cast<long long>(civil.year));
    text = year;
  } else {
    AppendTwoDigits(text, static_cast<int>(civil.year) / 100);
    AppendTwoDigits(text, static_cast<int>(civil.year) % 100);
  }
  AppendRest(text, civil, static_cast<int>(second_of_day), static_cast<int>(micros));
  return text;
}

Result<Timestamp> ParseTimestamp(std::string_view text) {
  TimeReader in(text);
  int year, month, day, hour, minute, second, micros = 0;
  if (!in.TakeDigits(4, year) || !in.Take('-') || !in.TakeDigits(2, month) || !in.Take('-') ||
      !in.TakeDigits(2, day) || !(in.Take('T') || in.Take('t')) || !in.TakeDigits(2, hour) ||
      !in.Take(':') || !in.TakeDigits(2, minute) || !in.Take(':') || !in.TakeDigits(2, second))
    return BadTime(text, "expected RFC 3339 such as 2026-03-01T12:00:00Z");
  if (month < 1 || month > 12) return BadTime(text, "there is no month " + std::to_string(month));
  if (day < 1 || day > DaysInMonth(year, month))
    return BadTime(text, "the month has no day " + std::to_string(day));
  if (second == 60) return BadTime(text, "leap seconds are refused; write second 59");
  if (hour > 23 || minute > 59 || second > 59) return BadTime(text, "there is no such time of day");
  if (in.Take('.') && !in.TakeFraction(micros))
    return BadTime(text, "a fraction of a second has 1 to 6 digits");

  int offset_minutes = 0;
  if (!(in.Take('Z') || in.Take('z'))) {
    const bool west = in.Take('-');
    int hours, minutes;
    if (!(west || in.Take('+')) || !in.TakeDigits(2, hours) || !in.Take(':') ||
        !in.TakeDigits(2, minutes))
      return BadTime(text, "expected Z or an offset such as +02:00 after the seconds");
    if (hours > 23 || minutes > 59) return BadTime(text, "there is no such offset from UTC");
    offset_minutes = (hours * 60 + minutes) * (west ? -1 : 1);
  }
  if (!in.AtEnd()) return BadTime(text, "unexpected text after the time");

  const std::int64_t utc_second = DaysFromCivil(year, month, day) * kSecondsPerDay + hour * 3600 +
                                  (minute - offset_minutes) * 60 + second;
  if (utc_second < kFirstSecond || utc_second >= kEndSecond)
    return BadTime(text, "in UTC it is outside the years 0000 to 9999");
  return Timestamp{utc_second * kMicrosPerSecond + micros};
}

Timestamp SystemClock::Now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Timestamp{std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count()};
}

}  // namespace sinetti
