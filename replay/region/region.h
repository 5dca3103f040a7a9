// A made-up region as a stream of drafts, for trying the program out, for tests and for benchmarks:
// providers, units, contracts and delegations first, then what a region records as its days go by,
// in the proportions of a region (docs/guide/made-up-region.md).  Every name, id and person is
// invented; business ids are of a range that is not given out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ledger/base/date.h"

namespace sinetti {

struct RegionOptions {
  int providers = 300;  // about 2.3 units and 1.3 contracts each; they are registered first
  // Also fields that must be sealed (clients' reasons, who made a notification), and with them the
  // orders and fines of supervisors, whose reasons are such.  Without them no vault is needed.
  bool protected_fields = false;
  int start_year = 2024;  // 2024 to 2200: from the year in which 741/2023 came into force
  // About how many events come in a year: it sets the number of clients, not that of providers.
  std::uint64_t events_per_year = 1'200'000;
  // The length of the stream, where it is known; then an act of several events is not begun that
  // would not be ended, and defects are spread over the stream.
  std::uint64_t events = 0;
  std::uint64_t defects = 0;  // to plant; needs `events`
};

// One thing that does not add up, put in on purpose: exactly what one control finds of it.
struct PlantedDefect {
  std::string check;    // R-SUM
  std::string subject;  // as the finding says
  std::string place;
  std::string event;    // source#id of one of the finding's events
  std::string planted;  // one sentence, in English
  Date visible_from;    // on days before, an audit does not find it: a time limit is running
};

// The same seed and options give the same lines on every machine and for ever: golden figures rest
// on it.  Days move forward; some events are recorded days after they happened.  Memory follows
// what is under way: matters, placements, cases.  At most seven index keys an event.
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
  Date today() const;           // of the last line

  // What an audit as of `day` finds in the lines given so far, when defects were to be planted.
  // Meaningful from today() on; an audit as of a later day may find what became late since.
  std::vector<PlantedDefect> AnswerKey(Date day) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
