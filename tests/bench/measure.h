// What benchmark programs share: time, several rounds of it, progress on standard error, and the
// rows of the table of goals (docs/internals/performance.md).  A verdict is that of the median; it
// passes or fails nothing.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/result.h"

namespace sinetti::bench {

class Timer {
 public:
  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class Series {
 public:
  void Add(double value) { values_.push_back(value); }
  bool empty() const { return values_.empty(); }
  double At(double quantile) const {
    std::vector<double> sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(quantile * static_cast<double>(sorted.size() - 1) +
                                           0.5)];
  }
  double min() const { return At(0); }
  double median() const { return At(0.5); }
  double max() const { return At(1); }
  double newest() const { return values_.back(); }

 private:
  std::vector<double> values_;
};

// Says on standard error what is measured now: the table itself grows slowly.
inline void Say(const std::string& what) {
  const std::time_t now = std::time(nullptr);
  char time[16];
  std::strftime(time, sizeof time, "%H:%M:%S", std::localtime(&now));
  std::fprintf(stderr, "[%s] %s\n", time, what.c_str());
}
inline void SayRound(const std::string& what, int round, int rounds) {
  Say(what + ", round " + std::to_string(round + 1) + " of " + std::to_string(rounds));
}

// Rounds of a measurement that takes minutes when there are many events.
inline int RoundsOf(int rounds, std::uint64_t events) {
  return events > 2'000'000 ? std::min(rounds, 2) : rounds;
}

// "12,345 events/s": figures are read by people.
inline std::string Grouped(double value, const std::string& unit) {
  std::string digits = std::to_string(static_cast<long long>(value + 0.5));
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits + " " + unit;
}

struct GoalRow {
  std::string goal;      // "P4"
  std::string what;      // what was measured
  std::string figure;    // ours, with its unit
  std::string baseline;  // with its unit, or "-"
  Series ratio;          // ours to the baseline, one value a round; empty: the figure speaks
  std::string wanted;    // "ratio >= 0.5"
  std::optional<bool> met;
};

inline void PrintRow(const GoalRow& row) {
  char ratio[64] = "-";
  if (!row.ratio.empty())
    std::snprintf(ratio, sizeof ratio, "%.3f / %.3f / %.3f", row.ratio.min(), row.ratio.median(),
                  row.ratio.max());
  std::printf("| %s | %s | %s | %s | %s | %s | %s |\n", row.goal.c_str(), row.what.c_str(),
              row.figure.c_str(), row.baseline.c_str(), ratio, row.wanted.c_str(),
              !row.met ? "-" : (*row.met ? "met" : "MISSED"));
  std::fflush(stdout);
}

// A row whose ratio must reach `least`.
inline void PrintRatioRow(GoalRow row, double least) {
  char wanted[32];
  std::snprintf(wanted, sizeof wanted, "ratio >= %g", least);
  row.wanted = wanted;
  row.met = row.ratio.median() >= least;
  PrintRow(row);
}

// A row whose ratio must not exceed `most`.
inline void PrintBoundRow(GoalRow row, double most) {
  char wanted[32];
  std::snprintf(wanted, sizeof wanted, "ratio <= %g", most);
  row.wanted = wanted;
  row.met = row.ratio.median() <= most;
  PrintRow(row);
}

// "0.12 / 0.15 / 0.31 s": for figures that stand alone.
inline std::string Spread(const Series& series, const char* unit) {
  char text[80];
  std::snprintf(text, sizeof text, "%.2f / %.2f / %.2f %s", series.min(), series.median(),
                series.max(), unit);
  return text;
}

inline void Fail(const std::string& message) {
  std::fprintf(stderr, "benchmark: %s\n", message.c_str());
  std::exit(3);
}

template <typename T>
T Must(Result<T> result) {
  if (!result) Fail(result.error().message);
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace sinetti::bench
