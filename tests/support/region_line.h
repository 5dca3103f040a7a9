// Parts of the region generator: a random source that is the same everywhere, a clock that knows
// its Finnish day, and a writer of one JSON line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/clock.h"
#include "ledger/base/date.h"

namespace sinetti::testing_support {

// SplitMix64 (public domain, S. Vigna); standard distributions differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  // 0 to end - 1.
  std::uint32_t Below(std::uint32_t end) {
    return static_cast<std::uint32_t>(((Next() >> 32) * end) >> 32);
  }

  bool Percent(std::uint32_t percent) { return Below(100) < percent; }

 private:
  std::uint64_t state_;
};

class RegionClock {
 public:
  void Advance(std::int64_t seconds);

  Date day() const { return day_; }                          // in Finland
  const std::string& day_text() const { return day_text_; }  // yyyy-mm-dd
  std::string_view time_text();                              // RFC 3339 in UTC

 private:
  std::int64_t seconds_ = 1'704'092'400;  // 2024-01-01T07:00:00Z
  Date day_ = DateOf(2024, 1, 1);
  std::string day_text_ = "2024-01-01";
  std::int64_t next_day_ = 1'704'146'400;  // 2024-01-01T22:00:00Z
  std::string utc_text_ = "2024-01-01T07:00:00Z";
  std::int64_t utc_day_ = 19'723;
};

// Values are written as they are: nothing the generator makes needs escaping.
class Line {
 public:
  explicit Line(std::string& out) : out_(out) { out_ += '{'; }

  Line& Text(std::string_view name, std::string_view value) {
    Name(name);
    out_ += '"';
    out_ += value;
    out_ += '"';
    return *this;
  }

  // A kind of id and its number: "yks-17".
  Line& Id(std::string_view name, std::string_view kind, std::uint64_t number) {
    Name(name);
    out_ += '"';
    out_ += kind;
    Number(number);
    out_ += '"';
    return *this;
  }

  Line& Raw(std::string_view name, std::string_view json) {
    Name(name);
    out_ += json;
    return *this;
  }

  Line& Integer(std::string_view name, std::uint64_t value) {
    Name(name);
    Number(value);
    return *this;
  }

  Line& Open(std::string_view name) {
    Name(name);
    out_ += '{';
    first_ = true;
    return *this;
  }
  Line& Close() {
    out_ += '}';
    first_ = false;
    return *this;
  }

 private:
  void Name(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }
  void Number(std::uint64_t value);

  std::string& out_;
  bool first_ = true;
};

}  // namespace sinetti::testing_support
