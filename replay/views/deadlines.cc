#include "replay/views/deadlines.h"

#include "ledger/event/body.h"
#include "replay/calendar/deadline.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/deadline_table.h"
#include "replay/views/deadlines_schema.h"
#include "replay/views/late_rules.h"
#include "replay/views/ledger_rules.h"
#include "replay/views/notification.h"
#include "replay/views/supervision_deadlines.h"
#include "schemas/access.capnp.h"
#include "schemas/decision.capnp.h"
#include "schemas/matter.capnp.h"
#include "schemas/rule.capnp.h"
#include "schemas/selfmonitoring.capnp.h"
#include "schemas/work.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSocialAssistance = "toimeentulotuki";  // 1412/1997

// A time limit for a remedy: the rule it follows, and the act that is in time or late by it.
struct RemedyTime {
  std::string_view rule;
  std::string_view closing;
};

constexpr std::string_view kRequest = "correction.requested";
constexpr std::string_view kAppeal = "appeal.filed";

// The times that run from the notification of a decision (B3.2 of the domain: 434/2003, 611/2021,
// 808/2019, 1397/2016); none where there is no remedy to wait for.  A procurement decision may be
// attacked in two ways at once.
std::vector<RemedyTime> TimesOfRemedy(schema::RemedyKind remedy, bool social_services) {
  switch (remedy) {
    case schema::RemedyKind::CORRECTION30:
      return {{social_services ? "oikaisuvaatimus-sosiaalihuolto" : "oikaisuvaatimus-yleinen",
               kRequest}};
    case schema::RemedyKind::CORRECTION14: return {{"oikaisuvaatimus-hyvinvointialue", kRequest}};
    case schema::RemedyKind::PROCUREMENT14:
      return {{"hankintaoikaisu", kRequest}, {"hankintavalitus", kAppeal}};
    case schema::RemedyKind::APPEAL30: return {{"valitus-hallinto-oikeus", kAppeal}};
    case schema::RemedyKind::MUNICIPAL_APPEAL30: return {{"aluevalitus", kAppeal}};
    default: return {};
  }
}

// How what was decided on a request for correction may be appealed (1301/2014 51 section, 611/2021
// 143 section); a procurement unit makes a new decision, which says it itself.
schema::RemedyKind RemedyAfterCorrection(schema::RemedyKind remedy) {
  switch (remedy) {
    case schema::RemedyKind::CORRECTION30: return schema::RemedyKind::APPEAL30;
    case schema::RemedyKind::CORRECTION14: return schema::RemedyKind::MUNICIPAL_APPEAL30;
    default: return schema::RemedyKind::NONE;
  }
}

bool IsSocialServices(schema::DecisionMade::Reader decision) {
  for (const auto provision : decision.getProvisions()) {
    const std::string_view text = Text(provision);
    if (text.substr(0, 9) == "1301/2014" || text.substr(0, 9) == "1412/1997") return true;
  }
  return false;
}

class Deadlines final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(LedgerRules rules, LedgerRules::Open(database));
    SINETTI_ASSIGN(DeadlineTable table, DeadlineTable::Open(database));
    SINETTI_ASSIGN(Statement cohort, database.Prepare("INSERT OR REPLACE INTO cohort_limit VALUES "
                                                      "(?1, ?2, ?3, ?4, ?5)"));
    return std::unique_ptr<View>(
        new Deadlines(std::move(rules), std::move(table), std::move(cohort)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::RuleRegistered>(event)) {
      SINETTI_ASSIGN(const auto changed, rules_.ApplyRegistered(event));
      return ComputeAnew(rules_, table_, changed);
    }
    if (Is<schema::RuleVersionInForce>(event)) {
      SINETTI_ASSIGN(const auto changed, rules_.ApplyVersion(event));
      return ComputeAnew(rules_, table_, changed);
    }
    if (Is<schema::RuleRepealed>(event)) {
      SINETTI_ASSIGN(const auto changed, rules_.ApplyRepealed(event));
      return ComputeAnew(rules_, table_, changed);
    }
    if (Is<schema::CohortDefined>(event)) return ApplyCohort(event);
    if (Is<schema::ApplicationReceived>(event)) return ApplyApplication(event);
    if (Is<schema::ApplicationCompletionRequested>(event)) return ApplyCompletionRequest(event);
    if (Is<schema::ApplicationCompleted>(event)) return ApplyCompletion(event);
    if (Is<schema::NeedAssessmentDue>(event)) return ApplyNeed(event);
    if (Is<schema::NeedAssessmentStarted>(event) || Is<schema::NeedAssessmentCompleted>(event)) {
      return table_.Close(event, event.stream(), FirstDay(event));
    }
    if (Is<schema::DecisionMade>(event)) return ApplyDecision(event);
    if (Is<schema::DecisionNotified>(event)) return ApplyNotified(event);
    if (Is<schema::CorrectionRequested>(event)) {
      const auto body = Body<schema::CorrectionRequested>(event);
      SINETTI_TRY(table_.RememberRequest(event, ResolveRef(event, Text(body.getDecision()))));
      return CloseRef(event, body.getDecision(), body.getFiledOn());
    }
    if (Is<schema::CorrectionDecided>(event)) return ApplyCorrection(event);
    if (Is<schema::AppealFiled>(event)) return ApplyAppeal(event);
    if (Is<schema::AccessLogRequestedBySubject>(event)) {
      const auto day = Text(Body<schema::AccessLogRequestedBySubject>(event).getRequestedOn());
      return Start(event, EventRefOf(event), "lokitietopyynto", day, "authority",
                   "access.logAnswered", {});
    }
    if (Is<schema::AccessLogAnswered>(event)) {
      const auto body = Body<schema::AccessLogAnswered>(event);
      return CloseRef(event, body.getRequest(), body.getAnsweredOn());
    }
    if (Is<schema::SmprogrammePublished>(event) || Is<schema::SmplanPublished>(event) ||
        Is<schema::SmreportPublished>(event)) {
      return ApplySelfMonitoring(event);
    }
    return ApplySupervisionDeadline(event, table_);
  }

 private:
  Deadlines(LedgerRules rules, DeadlineTable table, Statement cohort)
      : rules_(std::move(rules)), table_(std::move(table)), cohort_(std::move(cohort)) {}

  Result<void> CloseRef(const Event& event, capnp::Text::Reader reference,
                        capnp::Text::Reader day) {
    return table_.Close(event, ResolveRef(event, Text(reference)), Text(day));
  }

  // Starts the time limit of a statutory rule and of every local standard measured against it.
  // Where no version is known to be in force on the day, the time waits for one.
  Result<void> Start(const Event& event, std::string_view subject, std::string_view rule,
                     std::string_view day, std::string_view duty, std::string_view closing,
                     const MatterKind& kind) {
    const auto trigger = ParseDate(day);
    if (!trigger) return {};
    const Limit limit{subject, rule, *trigger, duty, closing, kind};
    const auto deadline = Compute(rules_.book(), rule, *trigger);
    SINETTI_TRY(table_.Insert(event, limit, deadline ? &*deadline : nullptr,
                              deadline ? rules_.BasisOf(rule, *trigger) : std::string()));
    for (const std::string& local : rules_.LocalAgainst(rule)) {
      if (const auto against = Compute(rules_.book(), local, *trigger))
        SINETTI_TRY(table_.AddLocal({.trigger_ref = EventRefOf(event)}, rule, *against));
    }
    return {};
  }

  Result<void> ApplyCohort(const Event& event) {
    const auto body = Body<schema::CohortDefined>(event);
    if (!body.hasAge()) return {};
    const Amount age = ReadQuantity(body.getAge());
    return cohort_.Run(Text(body.getCohort()), Column(Text(body.getDefinition())),
                       age.high ? age.high : age.low, age.shown, event.sequence());
  }

  Result<void> ApplyApplication(const Event& event) {
    const auto body = Body<schema::ApplicationReceived>(event);
    const std::string_view kind = Text(body.getKind());
    if (kind != kSocialAssistance) return {};
    const bool urgent = body.getUrgency() == schema::Urgency::URGENT;
    const MatterKind matter{Text(body.getCompetentAuthority()), kind,
                            EnumerantName(body.getUrgency())};
    return Start(event, EventRefOf(event),
                 urgent ? "toimeentulotuki-kiireellinen" : "toimeentulotuki-paatos",
                 Text(body.getReceivedOn()), "authority",
                 urgent ? "decision.made" : "decision.made application.completionRequested",
                 matter);
  }

  Result<void> ApplyCompletionRequest(const Event& event) {
    const auto body = Body<schema::ApplicationCompletionRequested>(event);
    const std::string subject = body.hasApplication()
                                    ? ResolveRef(event, Text(body.getApplication()))
                                    : std::string(event.stream());
    SINETTI_TRY(table_.Close(event, subject, Text(body.getRequestedOn())));
    return table_.InsertSet(event, subject, Text(body.getRequestedOn()), Text(body.getDue()),
                            "party", "application.completed");
  }

  Result<void> ApplyCompletion(const Event& event) {
    const auto body = Body<schema::ApplicationCompleted>(event);
    const std::string subject = body.hasApplication()
                                    ? ResolveRef(event, Text(body.getApplication()))
                                    : std::string(event.stream());
    SINETTI_TRY(table_.Close(event, subject, Text(body.getReceivedOn())));
    SINETTI_ASSIGN(const OwnMatterKind kind, table_.KindOf(subject));
    if (kind.kind != kSocialAssistance) return {};
    return Start(event, subject, "toimeentulotuki-taydennetty", Text(body.getReceivedOn()),
                 "authority", "decision.made", {kind.authority, kind.kind, kind.urgency});
  }

  Result<void> ApplyNeed(const Event& event) {
    const auto body = Body<schema::NeedAssessmentDue>(event);
    if (body.getGround() == schema::NeedGround::UNSPECIFIED ||
        body.getGround() == schema::NeedGround::OTHER) {
      return {};
    }
    std::string day = body.hasRequestedAt() ? FirstDayOf(body.getRequestedAt()) : std::string();
    if (day.empty()) day = FirstDay(event);
    const MatterKind kind{event.envelope().actor, "palvelutarpeen arviointi",
                          EnumerantName(body.getUrgency())};
    SINETTI_TRY(Start(event, event.stream(), "palvelutarpeen-arviointi-aloitus", day, "authority",
                      "need.assessmentStarted", kind));
    if (body.getGround() != schema::NeedGround::CHILD_SPECIAL_SUPPORT) return {};
    return Start(event, event.stream(), "palvelutarpeen-arviointi-lapsi", day, "authority",
                 "need.assessmentCompleted", kind);
  }

  Result<void> ApplyDecision(const Event& event) {
    const auto body = Body<schema::DecisionMade>(event);
    SINETTI_TRY(
        table_.RememberRemedy(event, static_cast<int>(body.getRemedy()), IsSocialServices(body)));
    const std::string subject = body.hasApplication()
                                    ? ResolveRef(event, Text(body.getApplication()))
                                    : std::string(event.stream());
    return table_.Close(event, subject, Text(body.getDecidedOn()));
  }

  Result<void> ApplyNotified(const Event& event) {
    const auto body = Body<schema::DecisionNotified>(event);
    const Notice notice = NoticeOf(event, rules_.book());
    const std::string decision = ResolveRef(event, Text(body.getDecision()));
    SINETTI_TRY(table_.RememberNotice(event, decision, notice.rule, notice.sent, notice.day));
    // Where a rule may say the day later, the times wait for it.
    if (!notice.day && notice.rule.empty()) return {};
    const std::string day = FormatDate(notice.day.value_or(kUnknownTrigger));
    SINETTI_ASSIGN(const auto remedy, table_.RemedyOf(decision));
    if (!remedy) return {};
    const auto kind = static_cast<schema::RemedyKind>(remedy->kind);
    for (const RemedyTime& time : TimesOfRemedy(kind, remedy->social_services))
      SINETTI_TRY(Start(event, decision, time.rule, day, "party", time.closing, {}));
    return {};
  }

  // What was decided on a request is notified and appealed like a decision of its own.
  Result<void> ApplyCorrection(const Event& event) {
    const auto body = Body<schema::CorrectionDecided>(event);
    const std::string new_decision = ResolveRef(event, Text(body.getNewDecision()));
    SINETTI_ASSIGN(
        const std::string decision,
        table_.SettleRequest(event, ResolveRef(event, Text(body.getRequest())), new_decision));
    SINETTI_ASSIGN(const auto remedy, table_.RemedyOf(decision));
    if (!remedy) return {};
    const auto after = RemedyAfterCorrection(static_cast<schema::RemedyKind>(remedy->kind));
    return table_.RememberRemedy(event, static_cast<int>(after), remedy->social_services);
  }

  // An appeal may name the first decision, although it is the one on the request that is appealed.
  Result<void> ApplyAppeal(const Event& event) {
    const auto body = Body<schema::AppealFiled>(event);
    const std::string decision = ResolveRef(event, Text(body.getDecision()));
    SINETTI_TRY(table_.Close(event, decision, Text(body.getFiledOn())));
    SINETTI_ASSIGN(const std::vector<std::string> settled, table_.SettledBy(decision));
    for (const std::string& subject : settled)
      SINETTI_TRY(table_.Close(event, subject, Text(body.getFiledOn())));
    return {};
  }

  // The account of a unit (27 section) or of a programme (26 section) is due four months after the
  // one before it, the first one four months after the plan.
  Result<void> ApplySelfMonitoring(const Event& event) {
    const bool is_report = Is<schema::SmreportPublished>(event);
    std::string subject = "selfmonitoring:";
    std::string_view day;
    if (is_report) {
      const auto body = Body<schema::SmreportPublished>(event);
      day = Text(body.getPublishedOn());
      subject += body.getScope() == schema::ReportScope::PROGRAMME ? event.envelope().provider
                                                                   : Text(body.getUnit());
      SINETTI_TRY(table_.Close(event, subject, day));
    } else {
      if (Is<schema::SmprogrammePublished>(event)) {
        day = Text(Body<schema::SmprogrammePublished>(event).getPublishedOn());
        subject += event.envelope().provider;
      } else {
        const auto body = Body<schema::SmplanPublished>(event);
        day = Text(body.getPublishedOn());
        subject += Text(body.getUnit());
      }
      SINETTI_ASSIGN(const bool running, table_.HasOpen(subject));
      const auto trigger = ParseDate(day);
      if (running && trigger) {
        return table_.Insert(event,
                             {subject, kAccountRule, *trigger, "provider", kAccountPublished, {}},
                             nullptr, {});
      }
    }
    return Start(event, subject, kAccountRule, day, "provider", kAccountPublished, {});
  }

  LedgerRules rules_;
  DeadlineTable table_;
  Statement cohort_;
};

const std::string& FullSchema() {
  static const std::string schema = std::string(kLedgerRulesSchema) + std::string(kDeadlinesSchema);
  return schema;
}

}  // namespace

const ViewDefinition& DeadlinesView() {
  static const ViewDefinition definition{
      .name = "deadlines",
      .version = 4,
      .shows = {"v4_deadlines", "v13_processing", "v16_local_standards", "v16_cohorts"},
      .tables = {"ledger_rule", "ledger_rule_version", "ledger_rule_repeal", "deadline",
                 "deadline_remedy", "deadline_notice", "deadline_request", "deadline_action",
                 "deadline_link", "cohort_limit"},
      .schema = FullSchema(),
      .event_types = {"rule.registered",
                      "rule.versionInForce",
                      "rule.repealed",
                      "cohort.defined",
                      "application.received",
                      "application.completionRequested",
                      "application.completed",
                      "need.assessmentDue",
                      "need.assessmentStarted",
                      "need.assessmentCompleted",
                      "decision.made",
                      "decision.notified",
                      "correction.requested",
                      "correction.decided",
                      "correction.demanded",
                      "appeal.filed",
                      "access.logRequestedBySubject",
                      "access.logAnswered",
                      "smprogramme.published",
                      "smplan.published",
                      "smreport.published",
                      "clarification.requested",
                      "clarification.extended",
                      "clarification.received",
                      "supcase.orderIssued",
                      "fine.imposed",
                      "suspension.ordered",
                      "followup.scheduled",
                      "followup.done",
                      "action.planned",
                      "action.evidenceGiven",
                      "action.rejected",
                      "action.verified"},
      .lookups = {"deadline_of_kind", "deadline_open", "deadline_by_rule"},
      .open = Deadlines::Open};
  return definition;
}

}  // namespace sinetti
