// What the region generator is made of: a random source that is the same everywhere, and a writer
// of one JSON line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinetti {

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

  // Both ends included.
  int Between(int low, int high) {
    return low + static_cast<int>(Below(static_cast<std::uint32_t>(high - low + 1)));
  }

  bool Percent(std::uint32_t percent) { return Below(100) < percent; }

 private:
  std::uint64_t state_;
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

  // Values of the schemas: an amount in euros, a count of something, a day that may be a month.
  Line& Cents(std::string_view name, std::int64_t cents);
  Line& Count(std::string_view name, std::uint64_t value, std::string_view unit);
  Line& Day(std::string_view name, std::string_view day);
  Line& Org(std::string_view name, std::string_view org_name, std::string_view municipality);

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
  // The data and the event.
  void End() { out_ += "}}"; }

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

// "1234.05"; below zero too.
std::string EurosText(std::int64_t cents);

}  // namespace sinetti
