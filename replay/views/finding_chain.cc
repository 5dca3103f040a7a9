#include "replay/views/finding_chain.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE chain_finding (
  ref TEXT PRIMARY KEY,
  case_no TEXT NOT NULL,
  provider TEXT,
  unit TEXT,
  severity TEXT NOT NULL,
  provision TEXT,
  text TEXT NOT NULL,
  found_on TEXT NOT NULL,
  earlier TEXT,                  -- the finding that it repeats
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE chain_demand (
  ref TEXT PRIMARY KEY,
  finding TEXT,
  demand TEXT NOT NULL,
  demanded_on TEXT NOT NULL,
  immediate TEXT NOT NULL,
  due TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- Rejected evidence leaves the action to be done again: the state goes back.
CREATE TABLE chain_action (
  ref TEXT PRIMARY KEY,
  about TEXT,                    -- a finding or a demand
  action TEXT NOT NULL,
  owner TEXT,
  due TEXT NOT NULL,
  state TEXT NOT NULL,           -- planned, started, evidence, rejected, verified, closed
  evidence TEXT,
  evidence_on TEXT,
  verified_on TEXT,
  closed_on TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE chain_followup (
  ref TEXT PRIMARY KEY,
  finding TEXT,
  due TEXT NOT NULL,
  done_on TEXT,
  result TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX chain_action_by_about ON chain_action (about);
CREATE INDEX chain_demand_by_finding ON chain_demand (finding);
CREATE INDEX chain_followup_by_finding ON chain_followup (finding);

-- A finding is mended when every action on it is verified or closed.
CREATE VIEW v6_finding_chain AS
  WITH measure AS (
    SELECT f.ref AS finding, a.* FROM chain_finding f JOIN chain_action a
      ON a.about = f.ref
      OR a.about IN (SELECT d.ref FROM chain_demand d WHERE d.finding = f.ref)),
  fixed AS (
    SELECT finding, count(*) AS actions,
           sum(state IN ('verified', 'closed')) AS done,
           max(coalesce(verified_on, closed_on)) AS done_on,
           max(evidence_on) AS evidence_on, max(verified_on) AS verified_on,
           sum(state = 'rejected') AS rejected, sum(state = 'evidence') AS shown,
           group_concat(action, '; ') AS action, max(due) AS action_due
    FROM (SELECT * FROM measure ORDER BY seq) GROUP BY finding),
  chain(ref, earlier, steps) AS (
    SELECT ref, earlier, 0 FROM chain_finding
    UNION
    SELECT c.ref, f.earlier, c.steps + 1 FROM chain c JOIN chain_finding f ON f.ref = c.earlier
    WHERE c.steps < 1000)
  SELECT f.case_no, f.provider, f.unit, f.severity, f.provision, f.text, f.found_on,
         d.demand, d.due AS demanded_due, d.immediate, x.action, x.action_due, x.actions,
         x.evidence_on, x.verified_on,
         CASE WHEN x.actions = x.done THEN 'mended'
              WHEN x.rejected > 0 THEN 'rejected'
              WHEN x.shown > 0 THEN 'evidence'
              WHEN x.actions > 0 THEN 'action'
              WHEN d.ref IS NOT NULL THEN 'demanded' ELSE 'found' END AS state,
         CAST(julianday(CASE WHEN x.actions = x.done THEN x.done_on ELSE meta.as_of END) -
              julianday(f.found_on) AS INTEGER) AS days_open,
         coalesce(x.actions = x.done, 0) = 0 AND coalesce(x.action_due, d.due) < meta.as_of
           AS past_due,
         (SELECT max(c.steps) FROM chain c WHERE c.ref = f.ref) AS recurrence,
         u.due AS followup_due, u.done_on AS followup_done, u.result AS followup_result,
         f.ref, f.seq
  FROM chain_finding f JOIN meta
  LEFT JOIN fixed x ON x.finding = f.ref
  LEFT JOIN chain_demand d ON d.ref =
    (SELECT l.ref FROM chain_demand l WHERE l.finding = f.ref ORDER BY l.seq DESC LIMIT 1)
  LEFT JOIN chain_followup u ON u.ref =
    (SELECT l.ref FROM chain_followup l WHERE l.finding = f.ref ORDER BY l.seq DESC LIMIT 1)
  ORDER BY f.found_on, f.seq;
)sql";

enum Sql {
  kFinding,
  kDemand,
  kAction,
  kState,
  kEvidence,
  kVerified,
  kClosed,
  kScheduled,
  kDone,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO chain_finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "INSERT OR REPLACE INTO chain_demand VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT OR REPLACE INTO chain_action VALUES (?1, ?2, ?3, ?4, ?5, 'planned', NULL, NULL, NULL, "
    "NULL, ?6)",
    "UPDATE chain_action SET state = ?2, seq = ?3 WHERE ref = ?1",
    "UPDATE chain_action SET state = 'evidence', evidence = ?2, evidence_on = ?3, seq = ?4 "
    "WHERE ref = ?1",
    "UPDATE chain_action SET state = 'verified', verified_on = ?2, seq = ?3 WHERE ref = ?1",
    "UPDATE chain_action SET state = 'closed', closed_on = ?2, seq = ?3 WHERE ref = ?1",
    "INSERT OR REPLACE INTO chain_followup VALUES (?1, ?2, ?3, NULL, NULL, ?4)",
    "UPDATE chain_followup SET done_on = ?2, result = ?3, seq = ?4 WHERE ref = ?1",
};

class FindingChain final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new FindingChain(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    const Sequence seq = event.sequence();
    if (Is<schema::FindingRecorded>(event)) return ApplyFinding(event);
    if (Is<schema::CorrectionDemanded>(event)) {
      const auto body = Body<schema::CorrectionDemanded>(event);
      return sql_[kDemand].Run(EventRefOf(event), RefColumn(event, Text(body.getFinding())),
                               Text(body.getDemand()), Text(body.getDemandedOn()),
                               EnumerantName(body.getImmediate()), Column(Text(body.getDue())),
                               seq);
    }
    if (Is<schema::ActionPlanned>(event)) {
      const auto body = Body<schema::ActionPlanned>(event);
      return sql_[kAction].Run(EventRefOf(event), RefColumn(event, Text(body.getAbout())),
                               Text(body.getAction()), Column(Text(body.getOwner())),
                               Text(body.getDue()), seq);
    }
    if (Is<schema::ActionStarted>(event)) {
      const auto body = Body<schema::ActionStarted>(event);
      return sql_[kState].Run(ResolveRef(event, Text(body.getAction())), "started", seq);
    }
    if (Is<schema::ActionRejected>(event)) {
      const auto body = Body<schema::ActionRejected>(event);
      return sql_[kState].Run(ResolveRef(event, Text(body.getAction())), "rejected", seq);
    }
    if (Is<schema::ActionEvidenceGiven>(event)) {
      const auto body = Body<schema::ActionEvidenceGiven>(event);
      return sql_[kEvidence].Run(ResolveRef(event, Text(body.getAction())),
                                 Text(body.getEvidence()), Text(body.getGivenOn()), seq);
    }
    if (Is<schema::ActionVerified>(event)) {
      const auto body = Body<schema::ActionVerified>(event);
      return sql_[kVerified].Run(ResolveRef(event, Text(body.getAction())),
                                 Text(body.getVerifiedOn()), seq);
    }
    if (Is<schema::ActionClosed>(event)) {
      const auto body = Body<schema::ActionClosed>(event);
      return sql_[kClosed].Run(ResolveRef(event, Text(body.getAction())), Text(body.getClosedOn()),
                               seq);
    }
    if (Is<schema::FollowupScheduled>(event)) {
      const auto body = Body<schema::FollowupScheduled>(event);
      return sql_[kScheduled].Run(EventRefOf(event), RefColumn(event, Text(body.getFinding())),
                                  Text(body.getDue()), seq);
    }
    const auto body = Body<schema::FollowupDone>(event);
    return sql_[kDone].Run(ResolveRef(event, Text(body.getFollowup())), Text(body.getDoneOn()),
                           Text(body.getResult()), seq);
  }

 private:
  explicit FindingChain(Statements sql) : sql_(std::move(sql)) {}

  // A reference that may be absent.
  static std::optional<std::string> RefColumn(const Event& event, std::string_view reference) {
    if (reference.empty()) return std::nullopt;
    return ResolveRef(event, reference);
  }

  Result<void> ApplyFinding(const Event& event) {
    const auto body = Body<schema::FindingRecorded>(event);
    const std::string_view matter = event.envelope().matter;
    return sql_[kFinding].Run(EventRefOf(event), matter.empty() ? event.stream() : matter,
                              Column(event.envelope().provider), Column(Text(body.getUnit())),
                              EnumerantName(body.getSeverity()), Column(Text(body.getProvision())),
                              Text(body.getText()), Text(body.getFoundOn()),
                              RefColumn(event, Text(body.getEarlier())), event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& FindingChainView() {
  static const ViewDefinition definition{
      .name = "finding_chain",
      .shows = {"v6_finding_chain"},
      .tables = {"chain_finding", "chain_demand", "chain_action", "chain_followup"},
      .schema = kSchema,
      .event_types = {"finding.recorded", "correction.demanded", "action.planned", "action.started",
                      "action.evidenceGiven", "action.verified", "action.rejected", "action.closed",
                      "followup.scheduled", "followup.done"},
      .open = &FindingChain::Open,
  };
  return definition;
}

}  // namespace sinetti
