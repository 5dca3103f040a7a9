#include "replay/region/defects.h"

#include <algorithm>
#include <utility>

namespace sinetti {
namespace {

constexpr std::size_t Index(Defect defect) { return static_cast<std::size_t>(defect); }

// In the order of Defect.
constexpr std::array<DefectWords, Index(Defect::kCount)> kWords = {{
    {"R-MISS", "a self-monitoring plan is not on display in the unit"},
    {"R-MISS", "a self-monitoring plan has no instruction to staff"},
    {"R-AUTH-01", "a decision names no mandate"},
    {"R-AUTH-01", "a decision names a delegation that is not in the register"},
    {"R-AUTH-01", "a decision rests on a delegation that had ended"},
    {"R-AUTH-01", "a decision rests on a delegation that covers other types"},
    {"R-AUTH-01", "a decision rests on the delegation of another office"},
    {"R-AUTH-01", "a decision used discretion that the delegation does not give"},
    {"R-MISS", "a decision gives no reasons"},
    {"R-MISS", "a decision has no instructions on how to seek amendment"},
    {"R-LATE", "a decision on social assistance came after its time limit"},
    {"R-LATE", "an assessment of service need began after its time limit"},
    {"R-RULE", "a unit joined a client's matter on no recorded basis"},
    {"R-PROC-01", "a unit with an earlier client relation did not join"},
    {"R-LATE", "a unit stopped publishing its account of self-monitoring"},
    {"R-MISS", "two accounts of self-monitoring leave days between them"},
    {"R-PROC-01", "a contract lacks clauses of the law"},
    {"R-PROC-01", "a subcontractor was declared and not approved"},
    {"R-RULE", "minor changes of a contract make a tenth of its value or more"},
    {"R-RULE", "one additional change is more than half of a contract's value"},
    {"R-QUOTA", "a municipality has a resident in a unit where it has no place"},
    {"R-QUOTA", "two municipalities share places without a priority rule"},
    {"R-SUM", "the places of a unit are not the sum of the owners' places"},
    {"R-MULT", "a charge is not quantity times unit price less income"},
    {"R-LATE", "a clarification was asked for and not given"},
    {"R-PROC-01", "an inspection was held without an order"},
    {"R-PROC-01", "an inspection entered homes without a ground"},
    {"R-PROC-01", "an inspection report was not exchanged"},
    {"R-RULE", "an event of more than two years is investigated without a special reason"},
    {"R-LATE", "a corrective action was planned and not verified"},
    {"R-CAL", "a project begins on a day when offices are closed"},
    {"R-DUR", "a project's stated duration is not that of its days"},
    {"R-SUM", "the total of a year is not the sum of its lines"},
    {"R-LATE", "an order was not met by its day"},
    {"R-PROC-01", "a fine was imposed without a hearing"},
    {"R-FINE", "a fine was ordered to be paid before its decision was final"},
}};

}  // namespace

const DefectWords& WordsOf(Defect defect) { return kWords[Index(defect)]; }

DefectPlan::DefectPlan(const RegionOptions& options)
    : events_(options.events),
      total_(options.events == 0 ? 0 : options.defects),
      end_(Index(options.protected_fields ? Defect::kCount : kFirstProtected)) {
  constexpr std::uint64_t kFounding = Index(Defect::kLastFounding) + 1;
  while (granted_ < std::min(total_, kFounding)) GrantNext();
}

void DefectPlan::GrantNext() {
  ++wanted_[next_];
  ++granted_;
  if (++next_ == end_) next_ = Index(Defect::kLastFounding) + 1;
}

// All are granted by the end of the ninth tenth, so that time limits can pass.
void DefectPlan::Grant(std::uint64_t event) {
  const std::uint64_t span = std::max<std::uint64_t>(1, events_ / 10 * 9);
  const std::uint64_t due = event >= span ? total_ : total_ * event / span;
  while (granted_ < due) GrantNext();
}

void DefectPlan::Planted(Defect defect, std::string subject, std::string place, std::uint64_t event,
                         Date visible_from) {
  const DefectWords& words = WordsOf(defect);
  planted_.push_back({std::string(words.check), std::move(subject), std::move(place),
                      "urn:region#r" + std::to_string(event), std::string(words.planted),
                      visible_from});
}

}  // namespace sinetti
