#include "replay/views/self_monitoring.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/self_monitoring_schema.h"
#include "schemas/selfmonitoring.capnp.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

enum Sql {
  kPlan,
  kPublished,
  kDisplayed,
  kReport,
  kFeedback,
  kObservation,
  kAction,
  kVerified,
  kIndicator,
  kGap,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    // A revision says what changed; what it does not say stays.
    "INSERT INTO sm_plan VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL, NULL, ?6, ?7, ?8) "
    "ON CONFLICT DO UPDATE SET plan_version = ?4, approved_on = coalesce(?5, approved_on), "
    "staff_instruction = CASE ?6 WHEN 'unspecified' THEN staff_instruction ELSE ?6 END, "
    "incident_procedure = CASE ?7 WHEN 'unspecified' THEN incident_procedure ELSE ?7 END, seq = ?8",
    "INSERT INTO sm_plan VALUES (?1, ?2, ?3, ?4, NULL, ?5, ?6, NULL, 'unspecified', 'unspecified', "
    "?7) ON CONFLICT DO UPDATE SET plan_version = ?4, published_on = ?5, url = ?6, seq = ?7",
    "UPDATE sm_plan SET displayed_on = ?2, seq = ?3 WHERE scope = 'unit' AND unit = ?1",
    "INSERT OR REPLACE INTO sm_report VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "INSERT INTO sm_feedback VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO sm_observation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "INSERT OR REPLACE INTO sm_action VALUES (?1, ?2, ?3, NULL, ?4)",
    "UPDATE sm_action SET verified_on = ?2, seq = ?3 WHERE ref = ?1",
    "INSERT INTO sm_indicator VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO indicator_gap VALUES (?1, ?2, ?3, ?4)",
};

// The third of the year that a day lies in: 2025/2 is May to August 2025.
std::string PeriodOf(std::string_view day) {
  const auto date = ParseDate(day);
  if (!date) return {};
  const std::string text = FormatDate(*date);
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  return text.substr(0, 4) + "/" + std::to_string((month + 3) / 4);
}

class SelfMonitoring final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new SelfMonitoring(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::SmplanAdopted>(event)) {
      const auto body = Body<schema::SmplanAdopted>(event);
      return sql_[kPlan].Run("unit", Text(body.getUnit()), Column(event.envelope().provider),
                             Text(body.getPlanVersion()), Column(Text(body.getApprovedOn())),
                             EnumerantName(body.getStaffInstruction()),
                             EnumerantName(body.getIncidentProcedure()), event.sequence());
    }
    if (Is<schema::SmplanRevised>(event)) {
      const auto body = Body<schema::SmplanRevised>(event);
      return sql_[kPlan].Run("unit", Text(body.getUnit()), Column(event.envelope().provider),
                             Text(body.getPlanVersion()), Column(Text(body.getApprovedOn())),
                             "unspecified", "unspecified", event.sequence());
    }
    if (Is<schema::SmplanPublished>(event)) {
      const auto body = Body<schema::SmplanPublished>(event);
      return sql_[kPublished].Run("unit", Text(body.getUnit()), Column(event.envelope().provider),
                                  Text(body.getPlanVersion()), Text(body.getPublishedOn()),
                                  Column(Text(body.getUrl())), event.sequence());
    }
    if (Is<schema::SmplanDisplayedInUnit>(event)) {
      const auto body = Body<schema::SmplanDisplayedInUnit>(event);
      return sql_[kDisplayed].Run(Text(body.getUnit()), Text(body.getDisplayedOn()),
                                  event.sequence());
    }
    if (Is<schema::SmreportPublished>(event)) return ApplyReport(event);
    if (Is<schema::SmfeedbackCollected>(event)) return ApplyFeedback(event);
    if (Is<schema::SmobservationRecorded>(event)) return ApplyObservation(event);
    if (Is<schema::IndicatorMeasured>(event)) return ApplyIndicator(event);
    if (Is<schema::ActionPlanned>(event)) {
      const auto body = Body<schema::ActionPlanned>(event);
      return sql_[kAction].Run(EventRefOf(event), ResolveRef(event, Text(body.getAbout())),
                               Text(body.getDue()), event.sequence());
    }
    if (Is<schema::ActionVerified>(event)) {
      const auto body = Body<schema::ActionVerified>(event);
      return sql_[kVerified].Run(ResolveRef(event, Text(body.getAction())),
                                 Text(body.getVerifiedOn()), event.sequence());
    }
    if (Is<schema::IndicatorGapStated>(event)) {
      const auto body = Body<schema::IndicatorGapStated>(event);
      return sql_[kGap].Run(event.sequence(), event.stream(), Text(body.getSubject()),
                            Text(body.getStatement()));
    }
    return ApplyProgramme(event);
  }

 private:
  explicit SelfMonitoring(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyProgramme(const Event& event) {
    const std::string_view provider = event.envelope().provider;
    if (Is<schema::SmprogrammePublished>(event)) {
      const auto body = Body<schema::SmprogrammePublished>(event);
      return sql_[kPublished].Run("programme", provider, Column(provider),
                                  Text(body.getProgrammeVersion()), Text(body.getPublishedOn()),
                                  Column(Text(body.getUrl())), event.sequence());
    }
    const std::string_view version =
        Is<schema::SmprogrammeAdopted>(event)
            ? Text(Body<schema::SmprogrammeAdopted>(event).getProgrammeVersion())
            : Text(Body<schema::SmprogrammeRevised>(event).getProgrammeVersion());
    return sql_[kPlan].Run("programme", provider, Column(provider), version, FirstDay(event),
                           "unspecified", "unspecified", event.sequence());
  }

  Result<void> ApplyReport(const Event& event) {
    const auto body = Body<schema::SmreportPublished>(event);
    const bool programme = body.getScope() == schema::ReportScope::PROGRAMME;
    return sql_[kReport].Run(
        programme ? "programme" : "unit",
        programme ? event.envelope().provider : Text(body.getUnit()), Text(body.getPeriodFrom()),
        Text(body.getPeriodTo()), Text(body.getPublishedOn()), body.getChanges().size(),
        Column(JoinTexts(body.getChanges())), Column(Text(body.getUrl())), event.sequence());
  }

  Result<void> ApplyFeedback(const Event& event) {
    const auto body = Body<schema::SmfeedbackCollected>(event);
    std::optional<std::int64_t> answers;
    if (body.hasCount()) answers = ReadQuantity(body.getCount()).low;
    if (answers) *answers /= 1000;
    return sql_[kFeedback].Run(event.sequence(), Text(body.getUnit()),
                               EnumerantName(body.getGroup()), answers, Text(body.getPeriodFrom()),
                               Text(body.getPeriodTo()));
  }

  Result<void> ApplyObservation(const Event& event) {
    const auto body = Body<schema::SmobservationRecorded>(event);
    const std::string_view unit = body.hasUnit() ? Text(body.getUnit()) : event.envelope().provider;
    return sql_[kObservation].Run(EventRefOf(event), unit, Column(event.envelope().provider),
                                  EnumerantName(body.getTheme()), EnumerantName(body.getSeverity()),
                                  Text(body.getObservedOn()), PeriodOf(Text(body.getObservedOn())),
                                  Column(Text(body.getText())), event.sequence());
  }

  Result<void> ApplyIndicator(const Event& event) {
    const auto body = Body<schema::IndicatorMeasured>(event);
    std::optional<std::int64_t> numerator, denominator;
    if (body.hasNumerator()) numerator = ReadQuantity(body.getNumerator()).low;
    if (body.hasDenominator()) denominator = ReadQuantity(body.getDenominator()).low;
    return sql_[kIndicator].Run(event.sequence(), Text(body.getUnit()),
                                EnumerantName(body.getTheme()), Text(body.getIndicator()),
                                PeriodOf(Text(body.getPeriodFrom())), numerator, denominator);
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& SelfMonitoringView() {
  static const ViewDefinition definition{
      .name = "self_monitoring",
      .version = 1,
      .shows = {"v8_self_monitoring", "v8_missing_periods", "v9_self_monitoring_report"},
      .tables = {"sm_plan", "sm_report", "sm_feedback", "sm_observation", "sm_action",
                 "sm_indicator", "indicator_gap"},
      .schema = kSelfMonitoringSchema,
      .event_types = {"smprogramme.adopted", "smprogramme.revised", "smprogramme.published",
                      "smplan.adopted", "smplan.revised", "smplan.published",
                      "smplan.displayedInUnit", "smreport.published", "smfeedback.collected",
                      "smobservation.recorded", "indicator.measured", "indicator.gapStated",
                      "action.planned", "action.verified"},
      .open = SelfMonitoring::Open};
  return definition;
}

}  // namespace sinetti
