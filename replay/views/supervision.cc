#include "replay/views/supervision.h"

#include <algorithm>
#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/state_machines.h"
#include "replay/views/supervision_schema.h"
#include "schemas/decision.capnp.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

enum Sql {
  kOpened,
  kLast,
  kStage,
  kClosed,
  kReopened,
  kOrder,
  kFine,
  kFineState,
  kFineOrdered,
  kFinding,
  kAppealed,
  kAppealDecided,
  kInspectionOrder,
  kInspection,
  kDrafted,
  kNotified,
  kExchanged,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO supcase VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
    "'opened', "
    "NULL, NULL, ?12, ?13, ?14, ?14)",
    "UPDATE supcase SET last_event = ?2, last_day = ?3, last_seq = ?4 WHERE case_no = ?1",
    "UPDATE supcase SET stage = ?2 WHERE case_no = ?1",
    "UPDATE supcase SET stage = 'closed', closed_on = ?2, outcome = ?3 WHERE case_no = ?1",
    "UPDATE supcase SET stage = 'reopened', closed_on = NULL, outcome = NULL WHERE case_no = ?1",
    "INSERT OR REPLACE INTO sup_order VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, NULL, NULL, "
    "NULL, "
    "NULL, ?10)",
    "INSERT OR REPLACE INTO sup_fine VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'imposed', "
    "?9, NULL, ?11, NULL, NULL, NULL, ?12)",
    "UPDATE sup_fine SET state = ?2, state_on = ?3, ordered_cents = coalesce(?4, ordered_cents) "
    "WHERE ref = ?1",
    "UPDATE sup_fine SET order_final = ?2, order_hearing = ?3, ordered_seq = ?4 WHERE ref = ?1",
    "INSERT OR REPLACE INTO sup_finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "UPDATE sup_order SET appealed_on = ?2, appeal_ref = ?3 WHERE ref = ?1",
    "UPDATE sup_order SET appeal_result = ?2, appeal_decided_on = ?3 WHERE appeal_ref = ?1",
    "INSERT OR REPLACE INTO sup_inspection_order VALUES (?1, ?2, ?3)",
    "INSERT OR REPLACE INTO sup_inspection VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT home_ground "
    "FROM "
    "sup_inspection_order WHERE ref = ?5), NULL, NULL, NULL, NULL, ?7)",
    "UPDATE sup_inspection SET drafted_on = ?2, report_seq = ?3 WHERE ref = ?1",
    "UPDATE sup_inspection SET notified_on = ?2 WHERE ref = ?1",
    "UPDATE sup_inspection SET exchanged_on = ?2 WHERE ref = ?1",
};

std::optional<std::int64_t> Cents(bool has, schema::Money::Reader money) {
  return has ? ReadMoney(money).low : std::nullopt;
}

class Supervision final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Supervision(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const std::string_view case_no =
        event.envelope().matter.empty() ? event.stream() : event.envelope().matter;
    if (Is<schema::SupcaseOpened>(event)) return ApplyOpened(event, case_no);

    SINETTI_TRY(sql_[kLast].Run(case_no, event.type(), FirstDay(event), event.sequence()));
    if (const std::string_view stage = StateAfter("supcase", event.type()); !stage.empty())
      SINETTI_TRY(sql_[kStage].Run(case_no, stage));
    if (Is<schema::SupcaseClosed>(event)) {
      const auto body = Body<schema::SupcaseClosed>(event);
      return sql_[kClosed].Run(case_no, Text(body.getClosedOn()), EnumerantName(body.getOutcome()));
    }
    if (Is<schema::SupcaseReopened>(event)) return sql_[kReopened].Run(case_no);
    if (Is<schema::SupcaseOrderIssued>(event)) return ApplyOrder(event, case_no);
    if (Is<schema::FindingRecorded>(event)) {
      const auto body = Body<schema::FindingRecorded>(event);
      return sql_[kFinding].Run(EventRefOf(event), case_no, Column(Text(body.getUnit())),
                                EnumerantName(body.getSeverity()),
                                Column(Text(body.getProvision())), Text(body.getText()),
                                Text(body.getFoundOn()), event.sequence());
    }
    if (Is<schema::AppealFiled>(event)) {
      const auto body = Body<schema::AppealFiled>(event);
      return sql_[kAppealed].Run(ResolveRef(event, Text(body.getDecision())),
                                 Text(body.getFiledOn()), EventRefOf(event));
    }
    if (Is<schema::AppealDecided>(event)) {
      const auto body = Body<schema::AppealDecided>(event);
      return sql_[kAppealDecided].Run(ResolveRef(event, Text(body.getAppeal())),
                                      Text(body.getResult()), Text(body.getDecidedOn()));
    }
    if (event.type().substr(0, 11) == "inspection.") return ApplyInspection(event, case_no);
    return ApplyFine(event);
  }

 private:
  explicit Supervision(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyOpened(const Event& event, std::string_view case_no) {
    const auto body = Body<schema::SupcaseOpened>(event);
    const Envelope& envelope = event.envelope();
    return sql_[kOpened].Run(
        case_no, Column(envelope.provider), Column(envelope.unit), EnumerantName(body.getSource()),
        Text(body.getOpenedOn()),
        Column(body.hasEventDate() ? FirstDayOf(body.getEventDate()) : ""),
        Column(Text(body.getSpecialReason())), EnumerantName(body.getPriority()),
        Column(Text(body.getHandler())), Column(Text(body.getAuthority())),
        Column(Text(body.getSubjectMatter())), event.type(), FirstDay(event), event.sequence());
  }

  Result<void> ApplyOrder(const Event& event, std::string_view case_no) {
    const auto body = Body<schema::SupcaseOrderIssued>(event);
    const Envelope& envelope = event.envelope();
    return sql_[kOrder].Run(EventRefOf(event), case_no, Column(envelope.provider),
                            Column(envelope.unit), JoinTexts(body.getObligations()),
                            Text(body.getOrderedOn()), Text(body.getDue()),
                            EnumerantName(body.getEnforceableDespiteAppeal()),
                            Column(ResolveRef(event, envelope.mandate)), event.sequence());
  }

  Result<void> ApplyFine(const Event& event) {
    if (Is<schema::FineImposed>(event)) {
      const auto body = Body<schema::FineImposed>(event);
      std::optional<std::int64_t> period;
      if (body.hasPeriodDays()) period = ReadQuantity(body.getPeriodDays()).low;
      if (period) *period /= 1000;
      return sql_[kFine].Run(EventRefOf(event), ResolveRef(event, Text(body.getOrder())),
                             Text(body.getMainObligation()), EnumerantName(body.getKind()),
                             Cents(body.hasFixed(), body.getFixed()),
                             Cents(body.hasBase(), body.getBase()),
                             Cents(body.hasAdditional(), body.getAdditional()), period,
                             Text(body.getImposedOn()), Text(body.getDue()),
                             Column(ResolveRef(event, Text(body.getHearing()))), event.sequence());
    }
    if (Is<schema::FineOrdered>(event)) {
      const auto body = Body<schema::FineOrdered>(event);
      SINETTI_TRY(sql_[kFineOrdered].Run(
          ResolveRef(event, Text(body.getFine())), EnumerantName(body.getOrderFinal()),
          Column(ResolveRef(event, Text(body.getHearing()))), event.sequence()));
      return FineState(event, body.getFine(), body.getOrderedOn(), ReadMoney(body.getAmount()).low);
    }
    if (Is<schema::FineReduced>(event)) {
      const auto body = Body<schema::FineReduced>(event);
      return FineState(event, body.getFine(), body.getReducedOn(), ReadMoney(body.getAmount()).low);
    }
    if (Is<schema::FineWithdrawn>(event)) {
      const auto body = Body<schema::FineWithdrawn>(event);
      return FineState(event, body.getFine(), body.getWithdrawnOn(), std::nullopt);
    }
    if (Is<schema::FineLapsed>(event)) {
      const auto body = Body<schema::FineLapsed>(event);
      return FineState(event, body.getFine(), body.getLapsedOn(), std::nullopt);
    }
    return {};
  }

  Result<void> ApplyInspection(const Event& event, std::string_view case_no) {
    if (Is<schema::InspectionOrderGiven>(event)) {
      const auto body = Body<schema::InspectionOrderGiven>(event);
      return sql_[kInspectionOrder].Run(
          EventRefOf(event), Column(Text(body.getHomePremisesGround())), event.sequence());
    }
    if (Is<schema::InspectionHeld>(event)) {
      const auto body = Body<schema::InspectionHeld>(event);
      return sql_[kInspection].Run(EventRefOf(event), case_no, Column(Text(body.getUnit())),
                                   Text(body.getHeldOn()),
                                   Column(ResolveRef(event, Text(body.getInspectionOrder()))),
                                   EnumerantName(body.getHomePremises()), event.sequence());
    }
    if (Is<schema::InspectionReportDrafted>(event)) {
      const auto body = Body<schema::InspectionReportDrafted>(event);
      return sql_[kDrafted].Run(ResolveRef(event, Text(body.getInspection())),
                                Text(body.getDraftedOn()), event.sequence());
    }
    if (Is<schema::InspectionReportNotified>(event)) {
      const auto body = Body<schema::InspectionReportNotified>(event);
      return sql_[kNotified].Run(ResolveRef(event, Text(body.getInspection())),
                                 Text(body.getNotifiedOn()));
    }
    if (Is<schema::InspectionReportExchanged>(event)) {
      const auto body = Body<schema::InspectionReportExchanged>(event);
      return sql_[kExchanged].Run(ResolveRef(event, Text(body.getInspection())),
                                  Text(body.getExchangedOn()));
    }
    return {};
  }

  Result<void> FineState(const Event& event, capnp::Text::Reader fine, capnp::Text::Reader day,
                         std::optional<std::int64_t> cents) {
    return sql_[kFineState].Run(ResolveRef(event, Text(fine)), StateAfter("fine", event.type()),
                                Text(day), cents);
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& SupervisionView() {
  static const ViewDefinition definition{
      .name = "supervision",
      .version = 2,
      .shows = {"v2_case_board", "v3_orders", "v3_findings"},
      .tables = {"supcase", "sup_order", "sup_fine", "sup_finding", "sup_inspection_order",
                 "sup_inspection"},
      .schema = kSupervisionSchema,
      .event_types = {"supcase.opened",
                      "supcase.guidanceGiven",
                      "supcase.attentionDrawn",
                      "supcase.urged",
                      "supcase.noticeIssued",
                      "supcase.orderIssued",
                      "supcase.closed",
                      "supcase.reopened",
                      "clarification.requested",
                      "clarification.extended",
                      "clarification.received",
                      "clarification.overdue",
                      "inspection.orderGiven",
                      "inspection.started",
                      "inspection.held",
                      "inspection.reportDrafted",
                      "inspection.reportNotified",
                      "inspection.reportExchanged",
                      "visit.guidanceVisitAgreed",
                      "visit.guidanceVisitHeld",
                      "finding.recorded",
                      "hearing.held",
                      "hearing.waived",
                      "fine.imposed",
                      "fine.ordered",
                      "fine.reduced",
                      "fine.withdrawn",
                      "fine.lapsed",
                      "suspension.threatened",
                      "suspension.ordered",
                      "suspension.immediateOrdered",
                      "suspension.lifted",
                      "action.planned",
                      "action.started",
                      "action.evidenceGiven",
                      "action.verified",
                      "action.rejected",
                      "action.closed",
                      "followup.scheduled",
                      "followup.done",
                      "appeal.filed",
                      "appeal.decided",
                      "decision.notified"},
      .open = Supervision::Open};
  return definition;
}

}  // namespace sinetti
