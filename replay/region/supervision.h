// Supervision cases of the made-up region, from opening over clarification, inspection, finding and
// order to closing (741/2023 25, 33, 34, 36 and 39 section).
#pragma once

#include "replay/region/context.h"

namespace sinetti {

class RegionSupervision {
 public:
  explicit RegionSupervision(RegionContext& region);

  bool Arrive(std::string& out);
  bool Step(std::string& out, std::uint32_t slot);

 private:
  enum class Stage : std::uint8_t {
    kAsk,
    kAnswer,
    kOrderInspection,
    kInspect,
    kDraft,
    kNotifyReport,
    kExchangeReport,
    kFind,
    kHear,
    kOrder,
    kFine,
    kOrderFine,
    kPlan,
    kVerify,
    kGuide,
    kClose
  };

  struct Case {
    std::uint64_t number = 0;
    std::uint64_t last_event = 0;
    std::uint64_t inspection_order = 0;
    std::uint64_t inspection = 0;
    std::uint64_t finding = 0;
    std::uint64_t order = 0;
    std::uint64_t hearing = 0;
    std::uint64_t fine = 0;
    std::uint64_t action = 0;
    Date due;  // of the order, else of the action
    std::uint32_t unit = 0;
    Stage stage = Stage::kAsk;
    bool homes = false;      // the inspection enters homes,
    bool no_ground = false;  // and its order names no ground for that
    bool fined = false;      // the order comes with a fine
    bool fine_early = false;
  };

  Line BeginCase(std::string& out, std::string_view type, const Case& supcase,
                 std::string_view basis, std::string_view role = "valvontatiimi",
                 std::uint64_t mandate = 0);
  std::string Name(const Case& supcase) const { return NumberedText("valv-", supcase.number); }
  void NextAt(const Case& supcase, std::uint32_t slot, Stage stage, std::int64_t at);
  void Next(const Case& supcase, std::uint32_t slot, Stage stage, int workdays);
  void NextNow(const Case& supcase, std::uint32_t slot, Stage stage);

  void Ask(std::string& out, Case& supcase, std::uint32_t slot);
  void Answer(std::string& out, Case& supcase, std::uint32_t slot);
  void OrderInspection(std::string& out, Case& supcase, std::uint32_t slot);
  void Inspect(std::string& out, Case& supcase, std::uint32_t slot);
  void Report(std::string& out, Case& supcase, std::uint32_t slot);
  void Find(std::string& out, Case& supcase, std::uint32_t slot);
  void Hear(std::string& out, Case& supcase, std::uint32_t slot);
  void Order(std::string& out, Case& supcase, std::uint32_t slot);
  void Fine(std::string& out, Case& supcase, std::uint32_t slot);
  void OrderFine(std::string& out, Case& supcase, std::uint32_t slot);
  void Plan(std::string& out, Case& supcase, std::uint32_t slot);
  void Verify(std::string& out, Case& supcase, std::uint32_t slot);
  void Guide(std::string& out, Case& supcase, std::uint32_t slot);
  void Close(std::string& out, Case& supcase, std::uint32_t slot);

  RegionContext& region_;
  Arrivals arrivals_;
  Pool<Case> cases_;
  std::uint64_t last_case_ = 0;
};

}  // namespace sinetti
