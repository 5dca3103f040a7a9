#include "replay/views/inspection_plan.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/inspection_plan_schema.h"
#include "schemas/provider.capnp.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

enum Sql { kPlan, kProgramme, kTarget, kResult, kVisit, kFinding, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO plan_of_year VALUES (?1, ?2, ?3, ?4)",
    "INSERT OR REPLACE INTO plan_programme VALUES (?1, ?2, ?3, ?4, ?5)",
    "INSERT INTO plan_target VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "INSERT INTO plan_result VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO plan_visit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO plan_finding VALUES (?1, ?2, ?3, ?4)",
};

class InspectionPlan final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new InspectionPlan(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::SupervisionplanAdopted>(event)) {
      const auto body = Body<schema::SupervisionplanAdopted>(event);
      return sql_[kPlan].Run(event.stream(), body.getYear(), Column(Text(body.getAuthority())),
                             event.sequence());
    }
    if (Is<schema::SupervisionprogrammeAdopted>(event)) {
      const auto body = Body<schema::SupervisionprogrammeAdopted>(event);
      return sql_[kProgramme].Run(event.stream(), Text(body.getProgramme()),
                                  Column(Text(body.getYears())), JoinTexts(body.getThemes()),
                                  event.sequence());
    }
    if (Is<schema::SupervisionplanTargetAdded>(event)) return ApplyTarget(event);
    if (Is<schema::SupervisionplanTargetDone>(event)) return ApplyResult(event);
    if (Is<schema::FindingRecorded>(event)) {
      const auto body = Body<schema::FindingRecorded>(event);
      const std::string visit = ResolveRef(event, Text(body.getInspection()));
      return sql_[kFinding].Run(event.sequence(), UnitOf(event, Text(body.getUnit())),
                                Column(visit), Text(body.getFoundOn()));
    }
    return ApplyVisit(event);
  }

 private:
  explicit InspectionPlan(Statements sql) : sql_(std::move(sql)) {}

  static std::optional<std::string_view> UnitOf(const Event& event, std::string_view unit) {
    return Column(unit.empty() ? event.envelope().unit : unit);
  }

  Result<void> ApplyTarget(const Event& event) {
    const auto body = Body<schema::SupervisionplanTargetAdded>(event);
    Amount risk;
    if (body.hasRisk()) risk = ReadQuantity(body.getRisk());
    std::string planned, first, last;
    if (body.hasPlannedPeriod()) {
      planned = DateText(body.getPlannedPeriod());
      first = FirstDayOf(body.getPlannedPeriod());
      last = LastDayOf(body.getPlannedPeriod());
    }
    return sql_[kTarget].Run(event.sequence(), event.stream(), body.getYear(),
                             Text(body.getTarget()), risk.low, Column(risk.shown),
                             EnumerantName(body.getKind()), Column(planned), Column(first),
                             Column(last));
  }

  // Where it does not say whether it was done, a reason says that it was not.
  Result<void> ApplyResult(const Event& event) {
    const auto body = Body<schema::SupervisionplanTargetDone>(event);
    const bool dropped = body.getDone() == schema::YesNo::NO ||
                         (body.getDone() == schema::YesNo::UNSPECIFIED && body.hasNotDoneReason());
    const std::string done_on =
        body.hasDoneOn() ? std::string(Text(body.getDoneOn())) : FirstDay(event);
    return sql_[kResult].Run(event.sequence(), event.stream(), body.getYear(),
                             Text(body.getTarget()), dropped ? "no" : "yes", done_on,
                             Column(Text(body.getNotDoneReason())));
  }

  Result<void> ApplyVisit(const Event& event) {
    if (Is<schema::VisitGuidanceVisitHeld>(event)) {
      const auto body = Body<schema::VisitGuidanceVisitHeld>(event);
      return Visit(event, Text(body.getUnit()), "guidance", Text(body.getHeldOn()),
                   EnumerantName(body.getRemote()), 0);
    }
    if (Is<schema::InspectionHeld>(event)) {
      const auto body = Body<schema::InspectionHeld>(event);
      return Visit(event, Text(body.getUnit()), "inspection", Text(body.getHeldOn()), "no", 0);
    }
    const auto body = Body<schema::UnitPreInspectionDone>(event);
    return Visit(event, Text(body.getUnit()), "preInspection", FirstDay(event),
                 EnumerantName(body.getRemote()), body.getFindings().size());
  }

  Result<void> Visit(const Event& event, std::string_view unit, std::string_view kind,
                     std::string_view day, std::string_view remote, std::size_t found) {
    return sql_[kVisit].Run(event.sequence(), EventRefOf(event), UnitOf(event, unit),
                            Column(event.envelope().provider), kind, day, remote, found);
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& InspectionPlanView() {
  static const ViewDefinition definition{
      .name = "inspection_plan",
      .version = 1,
      .shows = {"v5_inspection_plan", "v5_coverage", "v5_visits"},
      .tables = {"plan_of_year", "plan_programme", "plan_target", "plan_result", "plan_visit",
                 "plan_finding"},
      .schema = kInspectionPlanSchema,
      .event_types = {"supervisionprogramme.adopted", "supervisionplan.adopted",
                      "supervisionplan.targetAdded", "supervisionplan.targetDone",
                      "visit.guidanceVisitHeld", "inspection.held", "unit.preInspectionDone",
                      "finding.recorded"},
      .open = InspectionPlan::Open};
  return definition;
}

}  // namespace sinetti
