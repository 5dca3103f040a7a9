// Client matters of the made-up region: opened, applied for, assessed, decided, notified; final
// once the time for a correction request has passed.
#pragma once

#include <deque>
#include <vector>

#include "tests/support/region_context.h"

namespace sinetti::testing_support {

class RegionMatters {
 public:
  explicit RegionMatters(RegionContext& region);

  // Moves one matter a step on.
  void Advance(std::string& out);

  // Decisions become final in the order in which they were notified.
  bool FinalityDue() const;
  void BecomeFinal(std::string& out);

 private:
  struct Matter {
    std::uint64_t number = 0;
    std::uint64_t last_event = 0;   // id of the event the next one refers to
    std::uint64_t application = 0;  // id of application.received
    std::uint32_t client = 0;
    std::uint32_t kind = 0;
    std::uint32_t unit = 0;
    std::uint8_t stage = 0;
  };

  struct WaitsForFinality {
    Date day;
    std::uint64_t decision = 0;
    std::uint64_t matter = 0;
    std::uint32_t client = 0;
  };

  Line BeginMatter(std::string& out, std::string_view type, const Matter& matter,
                   std::string_view role);
  void OpenMatter(std::string& out, Matter& matter);
  void ReceiveApplication(std::string& out, Matter& matter);
  void CompleteAssessment(std::string& out, Matter& matter);
  void MakeDecision(std::string& out, Matter& matter);
  void NotifyDecision(std::string& out, Matter& matter);

  RegionContext& region_;
  std::vector<Matter> matters_;
  std::deque<WaitsForFinality> waiting_;
  std::uint64_t last_matter_ = 0;
};

}  // namespace sinetti::testing_support
