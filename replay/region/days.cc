#include "replay/region/days.h"

#include "ledger/base/check.h"
#include "replay/calendar/workdays.h"

namespace sinetti {

const RegionDays::Entry& RegionDays::At(Date day) {
  SINETTI_CHECK(day >= first_);
  const auto index = static_cast<std::size_t>(DaysBetween(first_, day));
  while (entries_.size() <= index) {
    const Date next = AddDays(first_, static_cast<std::int32_t>(entries_.size()));
    entries_.push_back(
        {StartOfDayInHelsinki(next).micros / 1000, IsWorkday(next), FormatDate(next)});
  }
  return entries_[index];
}

Date RegionDays::OpenOn(Date day) {
  while (!IsOpen(day)) day = AddDays(day, 1);
  return day;
}

Date RegionDays::WorkdaysAfter(Date day, int count) {
  while (count > 0) {
    day = AddDays(day, 1);
    if (IsOpen(day)) --count;
  }
  return day;
}

}  // namespace sinetti
