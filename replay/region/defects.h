// Which defects a made-up region has, when one is due, and the answer key.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "replay/region/region.h"

namespace sinetti {

// The first ones can be planted when the region is founded; kLastFounding is the last of them.
enum class Defect : std::uint8_t {
  kPlanNotOnDisplay,
  kPlanWithoutInstruction,
  kLastFounding = kPlanWithoutInstruction,

  kNoMandate,
  kUnknownDelegation,
  kDelegationEnded,
  kDelegationOfOtherType,
  kDelegationOfOtherOffice,
  kDiscretionNotGiven,
  kNoReasons,
  kNoInstructions,
  kAssistanceLate,
  kAssessmentLate,
  kJoinedWithoutBasis,
  kUnitNotJoined,
  kAccountMissing,
  kPeriodNotCovered,
  kClauseMissing,
  kSubcontractorNotApproved,
  kMinorChangesTooLarge,
  kChangeTooLarge,
  kResidentWithoutPlace,
  kSharedWithoutPriority,
  kPlacesDoNotAddUp,
  kChargeDoesNotAddUp,
  kNoClarification,
  kInspectionWithoutOrder,
  kHomesWithoutGround,
  kReportNotExchanged,
  kOldEvent,
  kActionOverdue,
  kProjectOnClosedDay,
  kDurationWrong,
  kYearTotalWrong,
  // Orders and fines need protected fields.
  kOrderNotMet,
  kFineWithoutHearing,
  kFineBeforeFinal,
  kCount
};

inline constexpr auto kFirstProtected = Defect::kOrderNotMet;

// Control code and sentence of a defect.
struct DefectWords {
  std::string_view check;
  std::string_view planted;
};
const DefectWords& WordsOf(Defect defect);

// Every kind in turn, each as soon as the region offers an occasion.
class DefectPlan {
 public:
  explicit DefectPlan(const RegionOptions& options);

  // Called at each event, from 1.
  void Advance(std::uint64_t event) {
    if (granted_ < total_) Grant(event);
  }

  // True once for each that is due: the caller plants it.
  bool Take(Defect defect) {
    std::uint32_t& wanted = wanted_[static_cast<std::size_t>(defect)];
    if (wanted == 0) return false;
    --wanted;
    return true;
  }

  void Planted(Defect defect, std::string subject, std::string place, std::uint64_t event,
               Date visible_from);

  const std::vector<PlantedDefect>& planted() const { return planted_; }

 private:
  void Grant(std::uint64_t event);
  void GrantNext();

  std::uint64_t events_;
  std::uint64_t total_;
  std::size_t end_;  // of the kinds in use
  std::uint64_t granted_ = 0;
  std::size_t next_ = 0;
  std::array<std::uint32_t, static_cast<std::size_t>(Defect::kCount)> wanted_{};
  std::vector<PlantedDefect> planted_;
};

}  // namespace sinetti
