#include "replay/views/remedies.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/decision.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE remedy (
  ref TEXT PRIMARY KEY,
  kind TEXT NOT NULL,            -- correction, appeal
  decision TEXT NOT NULL,
  remedy TEXT NOT NULL,          -- of a correction: which kind
  court TEXT,
  filed_by TEXT,
  filed_on TEXT NOT NULL,
  stated_due TEXT,
  stay_requested TEXT NOT NULL,
  statements INTEGER NOT NULL,
  leave_on TEXT,
  state TEXT NOT NULL,           -- filed, inadmissible, decided
  result TEXT,
  decided_on TEXT,
  new_decision TEXT,
  ruling TEXT,
  matter TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE execution (
  decision TEXT PRIMARY KEY,
  state TEXT NOT NULL,           -- executed, suspended
  day TEXT NOT NULL,
  until TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- `last_day` is the day computed by the rule in force for an act of this kind, wherever the decision
-- is known to be notified; what the party was told stands beside it.  Where a request for correction
-- came before the appeal, the day is that of the decision on the request.
CREATE VIEW v22_remedies AS
  SELECT d.number AS decision_no, r.kind, r.remedy, r.court, r.filed_by, r.filed_on,
         l.due AS last_day, l.rolled_from, l.rule, l.rule_version, l.rule_seq, r.stated_due,
         CASE WHEN coalesce(l.due, r.stated_due) IS NULL THEN NULL
              ELSE r.filed_on > coalesce(l.due, r.stated_due) END AS late,
         r.state, r.result, r.decided_on,
         CAST(julianday(coalesce(r.decided_on, meta.as_of)) - julianday(r.filed_on) AS INTEGER)
           AS days_open,
         r.statements, r.leave_on, r.stay_requested, x.state AS execution, x.day AS execution_day,
         x.until AS suspended_until, r.new_decision, r.ruling, coalesce(r.matter, d.matter) AS matter,
         r.decision, r.ref, r.seq
  FROM remedy r JOIN meta
  LEFT JOIN decision d ON d.ref = r.decision
  LEFT JOIN execution x ON x.decision = r.decision
  LEFT JOIN deadline l ON (l.trigger_ref, l.rule) = (
    SELECT trigger_ref, rule FROM (
      SELECT p.trigger_ref, p.rule, p.due, p.subject = r.decision AS own FROM deadline p
      WHERE p.kind = 'statute' AND p.duty = 'party' AND p.due IS NOT NULL
        AND p.closing =
          CASE r.kind WHEN 'appeal' THEN 'appeal.filed' ELSE 'correction.requested' END
        AND p.subject IN (
          SELECT r.decision
          UNION ALL SELECT q.settled_by FROM deadline_request q WHERE q.decision = r.decision
          UNION ALL SELECT q.new_decision FROM deadline_request q WHERE q.decision = r.decision))
    ORDER BY own DESC, due DESC, trigger_ref LIMIT 1)
  ORDER BY r.filed_on, r.seq;
)sql";

enum Sql { kFiled, kInadmissible, kDecided, kStatement, kLeave, kExecution, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO remedy VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, NULL, 'filed', "
    "NULL, NULL, NULL, NULL, ?10, ?11)",
    "UPDATE remedy SET state = 'inadmissible', result = ?2, decided_on = ?3, seq = ?4 "
    "WHERE ref = ?1",
    "UPDATE remedy SET state = 'decided', result = ?2, decided_on = ?3, new_decision = ?4, "
    "ruling = ?5, seq = ?6 WHERE ref = ?1",
    "UPDATE remedy SET statements = statements + 1, seq = ?2 WHERE ref = ?1",
    "UPDATE remedy SET leave_on = ?2, seq = ?3 WHERE ref = ?1",
    "INSERT OR REPLACE INTO execution VALUES (?1, ?2, ?3, ?4, ?5)",
};

constexpr std::optional<std::string_view> kNothing;

class Remedies final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Remedies(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (event.type().starts_with("appeal.")) return ApplyAppeal(event);
    if (event.type().starts_with("correction.")) return ApplyCorrection(event);
    const Sequence seq = event.sequence();
    if (Is<schema::DecisionExecuted>(event)) {
      const auto body = Body<schema::DecisionExecuted>(event);
      return sql_[kExecution].Run(ResolveRef(event, Text(body.getDecision())), "executed",
                                  Text(body.getExecutedOn()), kNothing, seq);
    }
    const auto body = Body<schema::DecisionExecutionSuspended>(event);
    return sql_[kExecution].Run(ResolveRef(event, Text(body.getDecision())), "suspended",
                                FirstDay(event), Column(LastDayOf(body.getUntil())), seq);
  }

 private:
  explicit Remedies(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyCorrection(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::CorrectionRequested>(event)) {
      const auto body = Body<schema::CorrectionRequested>(event);
      return sql_[kFiled].Run(EventRefOf(event), "correction",
                              ResolveRef(event, Text(body.getDecision())),
                              EnumerantName(body.getRemedy()), kNothing, Column(Text(body.getBy())),
                              Text(body.getFiledOn()), Column(Text(body.getStatedDue())),
                              "unspecified", Column(event.envelope().matter), seq);
    }
    if (Is<schema::CorrectionInadmissible>(event)) {
      const auto body = Body<schema::CorrectionInadmissible>(event);
      return sql_[kInadmissible].Run(
          ResolveRef(event, Text(body.getRequest())), Text(body.getReason()),
          body.hasDecidedOn() ? std::string(Text(body.getDecidedOn())) : FirstDay(event), seq);
    }
    const auto body = Body<schema::CorrectionDecided>(event);
    return sql_[kDecided].Run(ResolveRef(event, Text(body.getRequest())),
                              EnumerantName(body.getResult()), Text(body.getDecidedOn()),
                              Column(Text(body.getNewDecision())), kNothing, seq);
  }

  Result<void> ApplyAppeal(const Event& event) {
    const Sequence seq = event.sequence();
    if (Is<schema::AppealFiled>(event)) {
      const auto body = Body<schema::AppealFiled>(event);
      return sql_[kFiled].Run(
          EventRefOf(event), "appeal", ResolveRef(event, Text(body.getDecision())), "appeal",
          Column(Text(body.getCourt())), Column(Text(body.getBy())), Text(body.getFiledOn()),
          Column(Text(body.getStatedDue())), EnumerantName(body.getStayRequested()),
          Column(event.envelope().matter), seq);
    }
    if (Is<schema::AppealStatementGiven>(event)) {
      const auto body = Body<schema::AppealStatementGiven>(event);
      return sql_[kStatement].Run(ResolveRef(event, Text(body.getAppeal())), seq);
    }
    if (Is<schema::AppealLeaveGranted>(event)) {
      const auto body = Body<schema::AppealLeaveGranted>(event);
      return sql_[kLeave].Run(
          ResolveRef(event, Text(body.getAppeal())),
          body.hasGrantedOn() ? std::string(Text(body.getGrantedOn())) : FirstDay(event), seq);
    }
    const auto body = Body<schema::AppealDecided>(event);
    return sql_[kDecided].Run(ResolveRef(event, Text(body.getAppeal())), Text(body.getResult()),
                              Text(body.getDecidedOn()), kNothing,
                              Column(Text(body.getRulingNumber())), seq);
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& RemediesView() {
  static const ViewDefinition definition{
      .name = "remedies",
      .version = 2,
      .shows = {"v22_remedies"},
      .tables = {"remedy", "execution"},
      .schema = kSchema,
      .event_types = {"correction.requested", "correction.inadmissible", "correction.decided",
                      "appeal.filed", "appeal.statementGiven", "appeal.leaveGranted",
                      "appeal.decided", "decision.executed", "decision.executionSuspended"},
      .open = &Remedies::Open,
  };
  return definition;
}

}  // namespace sinetti
