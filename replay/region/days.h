// The days of a made-up region: when each begins, whether offices are open, and moments within
// them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/base/date.h"

namespace sinetti {

inline constexpr std::int64_t kHourMillis = 3'600'000;
inline constexpr std::int64_t kOfficeOpens = 8 * kHourMillis;  // after the day began
inline constexpr std::int64_t kOfficeMillis = 8 * kHourMillis;
inline constexpr int kOfficeDaysPerYear = 251;

class RegionDays {
 public:
  explicit RegionDays(Date first) : first_(first) {}

  // Milliseconds since 1970.
  std::int64_t BeginOf(Date day) { return At(day).begin; }
  bool IsOpen(Date day) { return At(day).open; }
  const std::string& TextOf(Date day) { return At(day).text; }

  // The day itself where offices are open, else the next such day.
  Date OpenOn(Date day);
  // The `count`th working day after `day`, counted so that no rule counts fewer (no Saturdays, no
  // eves).
  Date WorkdaysAfter(Date day, int count);

 private:
  struct Entry {
    std::int64_t begin = 0;
    bool open = false;
    std::string text;
  };

  // A few hundred bytes a year, made as time goes on.
  const Entry& At(Date day);

  Date first_;
  std::vector<Entry> entries_;
};

}  // namespace sinetti
