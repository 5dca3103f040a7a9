// Time as the ledger keeps it: microseconds since 1970-01-01T00:00:00Z.  Nothing in ledger/ or
// replay/ reads the system clock; whoever needs the time is handed a Clock.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace sinetti {

struct Timestamp {
  std::int64_t micros = 0;
  friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

// RFC 3339 in UTC: "2026-03-01T12:00:00.000001Z"; the fraction is left out when it is zero
// and has six digits otherwise.  Every Timestamp has a text; a year outside 0000 to 9999 is written
// with a sign ("+012026-..."), which ParseTimestamp refuses.
std::string FormatTimestamp(Timestamp time);

// RFC 3339 with any offset; years 0000 to 9999, leap seconds refused, at most 6 fraction digits
// kept (more is kInvalid, so that nothing is dropped in silence).
Result<Timestamp> ParseTimestamp(std::string_view text);

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp Now() = 0;
};

class SystemClock final : public Clock {
 public:
  Timestamp Now() override;
};

// For tests and for --now: stands still, or moves on by `step_micros` at every reading.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Timestamp start, std::int64_t step_micros = 0)
      : next_(start), step_micros_(step_micros) {}
  Timestamp Now() override {
    Timestamp now = next_;
    next_.micros += step_micros_;
    return now;
  }

 private:
  Timestamp next_;
  std::int64_t step_micros_;
};

}  // namespace sinetti
