// Supervision cases of the made-up region, from opening over clarification, inspection, finding and
// order to closing (741/2023 25, 36 and 39 section).
#pragma once

#include <vector>

#include "tests/support/region_context.h"

namespace sinetti::testing_support {

class RegionSupervision {
 public:
  explicit RegionSupervision(RegionContext& region);

  // Moves one case a step on.
  void Advance(std::string& out);

 private:
  struct Case {
    std::uint64_t number = 0;
    std::uint64_t last_event = 0;
    std::uint64_t finding = 0;
    std::uint32_t unit = 0;
    std::uint8_t stage = 0;
  };

  Line BeginCase(std::string& out, std::string_view type, const Case& supcase,
                 std::string_view basis);
  void OpenCase(std::string& out, Case& supcase);
  void RequestClarification(std::string& out, Case& supcase);
  void ReceiveClarification(std::string& out, Case& supcase);
  void HoldInspection(std::string& out, Case& supcase);
  void RecordFinding(std::string& out, Case& supcase);
  void IssueOrder(std::string& out, Case& supcase);
  void PlanAction(std::string& out, Case& supcase);
  void VerifyAction(std::string& out, Case& supcase);
  void CloseCase(std::string& out, Case& supcase);

  RegionContext& region_;
  std::vector<Case> cases_;
  std::uint64_t last_case_ = 0;
};

}  // namespace sinetti::testing_support
