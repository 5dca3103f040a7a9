// A made-up region as an endless stream of drafts, for tests and benchmarks: providers, units and
// contracts first, then matters, placements, incidents, notifications, self-monitoring and
// supervision as they would come in, in the proportions of a region
// (docs/internals/performance.md). Every name, id and person is invented; business ids are of a
// range that is not given out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace sinetti::testing_support {

struct RegionOptions {
  int providers = 300;  // about 2.3 units and 1.3 contracts each; their registration comes first
  // Also fields that must be sealed (clients' reasons, who made a notification).  Without them no
  // vault is needed.
  bool protected_fields = false;
};

// The same seed and options give the same lines on every machine and for ever: golden figures rest
// on it.  Time moves forward from 2024-01-01, about ten months for each million events.  Memory
// stays below a few megabytes however long the stream.  At most seven index keys an event.
class RegionGenerator {
 public:
  explicit RegionGenerator(std::uint64_t seed, RegionOptions options = {});
  RegionGenerator(RegionGenerator&&) noexcept;
  RegionGenerator& operator=(RegionGenerator&&) noexcept;
  ~RegionGenerator();

  // One CloudEvents JSON object, no line end.
  std::string NextLine();

  // The same, appended to `out`: no allocation of its own.
  void AppendLine(std::string& out);

  std::uint64_t lines() const;  // given so far

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti::testing_support
