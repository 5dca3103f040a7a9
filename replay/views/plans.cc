#include "replay/views/plans.h"

#include <schemas/participation.capnp.h>
#include <schemas/planning.capnp.h>
#include <schemas/project.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/plans_schema.h"

namespace sinetti {
namespace {

// Months since year 0 of the first or last day that a date may mean.
std::optional<std::int64_t> MonthOf(std::optional<Date> day) {
  if (!day) return std::nullopt;
  const CivilDay civil = CivilOf(*day);
  return civil.year * 12 + civil.month - 1;
}

// As printed, with the first and last day that may be meant.
struct DayCells {
  explicit DayCells(const StatedValue* value)
      : text(PrintedDate(value)), first(FirstDayOf(value)), last(LastDayOf(value)) {}
  std::optional<std::string> text;
  std::optional<Date> first, last;
};

class Plans final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<Plans> view(new Plans);
    SINETTI_TRY(PrepareInto(view->project_, database,
                            "INSERT INTO project VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                            "?11, ?12, ?13, ?14, ?15, ?16)"));
    SINETTI_TRY(PrepareInto(view->municipality_, database,
                            "INSERT OR IGNORE INTO project_municipality VALUES (?1, ?2, ?3)"));
    SINETTI_TRY(PrepareInto(view->administrator_, database,
                            "INSERT INTO project_administrator VALUES (?1, ?2, ?3)"));
    SINETTI_TRY(PrepareInto(view->phase_, database,
                            "INSERT INTO project_phase VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
                            "?9, ?10, ?11, ?12, ?13, ?14)"));
    SINETTI_TRY(
        PrepareInto(view->reading_, database, "INSERT INTO phase_reading VALUES (?1, ?2, ?3)"));
    SINETTI_TRY(PrepareInto(view->event_, database,
                            "INSERT INTO project_event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->objective_, database,
                            "INSERT INTO objective VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    SINETTI_TRY(PrepareInto(view->step_, database,
                            "INSERT INTO plan_step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                            "?10)"));
    SINETTI_TRY(PrepareInto(view->close_, database,
                            "INSERT INTO plan_close VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    values_ = reader_.Read(event);
    if (Is<schema::ProjectPlanned>(event))
      return Project(event, Body<schema::ProjectPlanned>(event), true);
    if (Is<schema::ProjectRegistered>(event))
      return Project(event, Body<schema::ProjectRegistered>(event), false);
    if (Is<schema::ProjectAdministratorNamed>(event)) {
      const auto body = Body<schema::ProjectAdministratorNamed>(event);
      return administrator_->Run(event.sequence(), TextOf(body.getProjectId()),
                                 TextOf(body.getOrg()));
    }
    if (Is<schema::ProjectPhasePlanned>(event)) return Phase(event);
    if (Is<schema::ObjectiveSet>(event)) return Objective(event);
    if (event.type().substr(0, 8) == "project.") return Progress(event);
    return StepPlanned(event);
  }

 private:
  Plans() = default;

  template <typename ProjectBody>
  Result<void> Project(const Event& event, const ProjectBody& body, bool planned) {
    const DayCells start(FindStated(values_, "start"));
    const DayCells end(FindStated(values_, "end"));
    const StatedValue* duration = FindStated(values_, "duration");
    SINETTI_TRY(project_->Run(event.sequence(), event.stream(), TextOf(body.getProjectId()),
                              TextOf(body.getTitle()), planned, start.text, start.first, start.last,
                              end.text, end.first, end.last, LowOf(duration),
                              duration == nullptr ? std::nullopt : Column(duration->unit),
                              DisplayOf(duration), MonthOf(start.first), MonthOf(end.last)));
    for (const auto municipality : body.getMunicipalities()) {
      SINETTI_TRY(
          municipality_->Run(event.sequence(), TextOf(municipality), TextOf(body.getProjectId())));
    }
    return {};
  }

  Result<void> Phase(const Event& event) {
    const auto body = Body<schema::ProjectPhasePlanned>(event);
    const DayCells start(FindStated(values_, "start"));
    const StatedValue* length = FindStated(values_, "length");
    SINETTI_TRY(phase_->Run(event.sequence(), EventRefOf(event), event.stream(),
                            TextOf(body.getProjectId()), body.getPhase(), Column(body.getTitle()),
                            start.text, start.first, start.last, LowOf(length),
                            length == nullptr ? std::nullopt : Column(length->unit),
                            length == nullptr ? "absent" : StatedStateName(length->state),
                            DisplayOf(length), MonthOf(start.first)));
    if (length == nullptr) return {};
    std::int64_t place = 0;
    for (const std::string_view reading : length->readings)
      SINETTI_TRY(reading_->Run(event.sequence(), ++place, reading));
    return {};
  }

  Result<void> Objective(const Event& event) {
    const auto body = Body<schema::ObjectiveSet>(event);
    return objective_->Run(
        event.sequence(), event.stream(), TextOf(body.getOwner()), EnumerantName(body.getLevel()),
        Column(body.getNumber()), Column(body.getTitle()), TextOf(body.getText()),
        LowOf(FindStated(values_, "announcedCount")), Column(body.getAnnouncedNumbering()));
  }

  Result<void> Progress(const Event& event) {
    if (Is<schema::ProjectStarted>(event))
      return Happened(event, Body<schema::ProjectStarted>(event).getProjectId(), 0, "started");
    if (Is<schema::ProjectEnded>(event))
      return Happened(event, Body<schema::ProjectEnded>(event).getProjectId(), 0, "ended");
    if (Is<schema::ProjectReported>(event))
      return Happened(event, Body<schema::ProjectReported>(event).getProjectId(), 0, "reported");
    if (Is<schema::ProjectPhaseStarted>(event)) {
      const auto body = Body<schema::ProjectPhaseStarted>(event);
      return Happened(event, body.getProjectId(), body.getPhase(), "phaseStarted");
    }
    const auto body = Body<schema::ProjectPhaseEnded>(event);
    return Happened(event, body.getProjectId(), body.getPhase(), "phaseEnded");
  }

  template <typename Text>
  Result<void> Happened(const Event& event, const Text& project, int phase, std::string_view what) {
    const DayCells day(FindStated(values_, "on"));
    return event_->Run(event.sequence(), TextOf(project), phase, what, day.text, day.first,
                       day.last);
  }

  Result<void> StepPlanned(const Event& event) {
    if (Is<schema::MilestonePlanned>(event)) {
      const auto body = Body<schema::MilestonePlanned>(event);
      return Step(event, body.getMilestone(), "milestone", body.getTitle(), body.getBody(), "due");
    }
    if (Is<schema::ConsultationRoundPlanned>(event)) {
      const auto body = Body<schema::ConsultationRoundPlanned>(event);
      return Step(event, body.getRound(), "consultation", body.getObject(), body.getBody(),
                  "planned");
    }
    if (Is<schema::HandlingStepPlanned>(event)) {
      const auto body = Body<schema::HandlingStepPlanned>(event);
      return Step(event, body.getStep(), "handling", body.getObject(), body.getBody(), "planned");
    }
    if (Is<schema::DecisionPlanned>(event)) {
      const auto body = Body<schema::DecisionPlanned>(event);
      return Step(event, body.getPlan(), "decision", body.getObject(), body.getBody(), "planned");
    }
    if (Is<schema::DecisionDeferred>(event)) {
      const auto body = Body<schema::DecisionDeferred>(event);
      return Step(event, body.getPlan(), "deferral", body.getObject(), body.getBody(), "review");
    }
    return StepClosed(event);
  }

  template <typename Id, typename Title, typename Owner>
  Result<void> Step(const Event& event, const Id& id, std::string_view kind, const Title& title,
                    const Owner& body, std::string_view path) {
    const DayCells planned(FindStated(values_, path));
    return step_->Run(event.sequence(), EventRefOf(event), event.stream(), TextOf(id), kind,
                      TextOf(title), Column(body), planned.text, planned.first, planned.last);
  }

  Result<void> StepClosed(const Event& event) {
    if (Is<schema::MilestoneReached>(event))
      return Close(event, Body<schema::MilestoneReached>(event).getMilestone(), {}, "reached",
                   "on");
    if (Is<schema::MilestoneMissed>(event)) {
      const auto body = Body<schema::MilestoneMissed>(event);
      return Close(event, body.getMilestone(), TextOf(body.getPlan()), "missed", "closedOn");
    }
    if (Is<schema::ConsultationOpened>(event))
      return Close(event, Body<schema::ConsultationOpened>(event).getRound(), {}, "reached", "on");
    if (Is<schema::HandlingStepDone>(event))
      return Close(event, Body<schema::HandlingStepDone>(event).getStep(), {}, "reached", "on");
    return Close(event, Body<schema::DecisionMissed>(event).getPlan(), {}, "missed", "closedOn");
  }

  // Without a day of its own the closing stands on the day it happened.
  template <typename Id>
  Result<void> Close(const Event& event, const Id& step, std::string_view plan,
                     std::string_view what, std::string_view path) {
    const DayCells day(FindStated(values_, path));
    const auto first = day.first ? day.first : ValidFrom(event);
    const auto text = day.text ? day.text : std::optional(std::string(event.envelope().occurred));
    return close_->Run(event.sequence(), event.stream(), TextOf(step),
                       Column(ResolveRef(event, plan)), what, text, first);
  }

  StatedValueReader reader_;
  std::vector<StatedValue> values_;  // of the event at hand
  std::optional<Statement> project_, municipality_, administrator_, phase_, reading_, event_,
      objective_, step_, close_;
};

}  // namespace

const ViewDefinition& PlansView() {
  static const ViewDefinition definition{
      .name = "plans",
      .version = 1,
      .shows = {"v33_milestones", "v33_phases", "v33_durations"},
      .tables = {"project", "project_municipality", "project_administrator", "project_phase",
                 "phase_reading", "project_event", "objective", "plan_step", "plan_close"},
      .schema = kPlansSchema,
      .event_types = {"project.planned",
                      "project.registered",
                      "project.administratorNamed",
                      "project.phasePlanned",
                      "project.started",
                      "project.phaseStarted",
                      "project.phaseEnded",
                      "project.ended",
                      "project.reported",
                      "objective.set",
                      "milestone.planned",
                      "milestone.reached",
                      "milestone.missed",
                      "consultation.roundPlanned",
                      "consultation.opened",
                      "handling.stepPlanned",
                      "handling.stepDone",
                      "decision.planned",
                      "decision.deferred",
                      "decision.missed"},
      .open = Plans::Open};
  return definition;
}

}  // namespace sinetti
