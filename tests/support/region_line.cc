#include "tests/support/region_line.h"

#include <charconv>

namespace sinetti::testing_support {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

void PutTwo(std::string& text, std::size_t at, std::int64_t value) {
  text[at] = static_cast<char>('0' + value / 10);
  text[at + 1] = static_cast<char>('0' + value % 10);
}

}  // namespace

void RegionClock::Advance(std::int64_t seconds) {
  seconds_ += seconds;
  while (seconds_ >= next_day_) {
    day_ = AddDays(day_, 1);
    day_text_ = FormatDate(day_);
    next_day_ = StartOfDayInHelsinki(AddDays(day_, 1)).micros / 1'000'000;
  }
}

std::string_view RegionClock::time_text() {
  const std::int64_t day = seconds_ / kSecondsPerDay;
  if (day != utc_day_) {
    utc_day_ = day;
    utc_text_.replace(0, 10, FormatDate(Date{static_cast<std::int32_t>(day)}));
  }
  const std::int64_t second = seconds_ % kSecondsPerDay;
  PutTwo(utc_text_, 11, second / 3600);
  PutTwo(utc_text_, 14, second / 60 % 60);
  PutTwo(utc_text_, 17, second % 60);
  return utc_text_;
}

void Line::Number(std::uint64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end.ptr);
}

}  // namespace sinetti::testing_support
