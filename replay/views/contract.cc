#include <array>

#include "ledger/event/body.h"
#include "replay/views/columns.h"
#include "replay/views/contract.h"
#include "schemas/contract.capnp.h"
#include "schemas/provider.capnp.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE contract (
  contract TEXT PRIMARY KEY,
  provider TEXT NOT NULL,
  service TEXT NOT NULL,
  procurement TEXT NOT NULL,
  value_cents INTEGER,
  currency TEXT NOT NULL,
  term_start TEXT NOT NULL,
  term_end TEXT NOT NULL,        -- last day; empty: until further notice
  price_list TEXT NOT NULL,
  cost_key TEXT NOT NULL,
  stage TEXT NOT NULL,           -- drafted, signed, inForce, terminated, rescinded, expired
  end_ground TEXT NOT NULL,
  transition_plan TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX contract_by_provider ON contract (provider);

CREATE TABLE contract_party (
  contract TEXT NOT NULL,
  number INTEGER NOT NULL,
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (contract, number)
) WITHOUT ROWID;

CREATE TABLE contract_clause (
  contract TEXT NOT NULL,
  clause TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (contract, clause)
) WITHOUT ROWID;

CREATE TABLE contract_change (
  seq INTEGER PRIMARY KEY,
  contract TEXT NOT NULL,
  kind TEXT NOT NULL,            -- amended, priceChanged, optionUsed, renewed
  day TEXT NOT NULL,
  change TEXT NOT NULL,
  value_cents INTEGER,
  cumulative_stated_cents INTEGER,
  ground TEXT NOT NULL,
  substantial TEXT NOT NULL
);

CREATE TABLE contract_action (
  seq INTEGER PRIMARY KEY,
  contract TEXT NOT NULL,
  kind TEXT NOT NULL,            -- supervisionPlan, steeringMeeting, costShared, breach, defectNotice, sanction
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  due TEXT NOT NULL,
  amount_cents INTEGER
);

CREATE TABLE subcontractor (
  contract TEXT NOT NULL,
  subcontractor TEXT NOT NULL,
  service TEXT NOT NULL,
  name TEXT NOT NULL,
  declared TEXT NOT NULL,
  decided TEXT NOT NULL,
  result TEXT NOT NULL,          -- declared, approved, rejected
  seq INTEGER NOT NULL,
  PRIMARY KEY (contract, subcontractor, service)
) WITHOUT ROWID;

-- A provider answers for what is found at its subcontractors: these are the inherited findings.
CREATE VIEW v15_subcontractors AS
  WITH found AS (
    SELECT coalesce(u.provider, c.provider) AS provider, count(*) AS findings
    FROM sup_finding f
    LEFT JOIN unit u ON u.unit = f.unit
    LEFT JOIN supcase c ON c.case_no = f.case_no
    GROUP BY 1)
  SELECT s.contract, coalesce(c.provider, '') AS provider, s.subcontractor, s.name, s.service,
         s.declared, s.decided, s.result,
         CASE s.result WHEN 'approved' THEN s.decided END AS approved_on,
         coalesce(own.findings, 0) AS own_findings,
         coalesce(inherited.findings, 0) AS inherited_findings, s.seq
  FROM subcontractor s
  LEFT JOIN contract c ON c.contract = s.contract
  LEFT JOIN found own ON own.provider = c.provider
  LEFT JOIN found inherited ON inherited.provider = s.subcontractor
  ORDER BY s.contract, s.subcontractor, s.service;

CREATE VIEW v23_contracts AS
  SELECT c.contract, c.provider, c.service, c.procurement,
         (SELECT group_concat(p.name, ', ') FROM contract_party p
           WHERE p.contract = c.contract AND p.role = 'organiser') AS organisers,
         c.value_cents, c.currency, c.term_start, c.term_end, c.stage,
         CASE WHEN c.stage IN ('signed', 'inForce', 'terminated', 'rescinded', 'expired')
               AND (c.term_start = '' OR c.term_start <= m.as_of)
               AND (c.term_end = '' AND c.stage IN ('signed', 'inForce') OR c.term_end >= m.as_of)
              THEN 1 ELSE 0 END AS in_force,
         (SELECT count(*) FROM contract_clause k WHERE k.contract = c.contract) AS clauses,
         8 - (SELECT count(*) FROM contract_clause k WHERE k.contract = c.contract)
           AS clauses_missing,
         (SELECT count(*) FROM contract_change a
           WHERE a.contract = c.contract AND a.kind = 'amended') AS amendments,
         (SELECT sum(a.value_cents) FROM contract_change a WHERE a.contract = c.contract)
           AS net_change_cents,
         (SELECT group_concat(k.clause, ', ') FROM
            (SELECT clause FROM contract_clause WHERE contract = c.contract ORDER BY clause) k)
           AS clauses_there,
         (SELECT group_concat(a.ground, ', ') FROM
            (SELECT DISTINCT ground FROM contract_change
             WHERE contract = c.contract AND kind = 'amended' ORDER BY ground) a)
           AS amendment_grounds,
         (SELECT count(*) FROM contract_change a
           WHERE a.contract = c.contract AND a.substantial = 'yes') AS substantial_changes,
         (SELECT count(*) FROM contract_action a WHERE a.contract = c.contract
           AND a.kind IN ('supervisionPlan', 'steeringMeeting', 'defectNotice'))
           AS supervision_measures,
         (SELECT count(*) FROM contract_action a
           WHERE a.contract = c.contract AND a.kind = 'sanction') AS sanctions,
         (SELECT sum(a.amount_cents) FROM contract_action a
           WHERE a.contract = c.contract AND a.kind = 'sanction') AS sanctions_cents,
         (SELECT max(r.until) FROM register_entry r
           WHERE r.subject = c.contract AND r.type = 'contract.renewed') AS renewed_until,
         (SELECT count(*) FROM register_entry r WHERE r.subject = c.contract
           AND r.type IN ('payment.reduced', 'payment.withheld')) AS payments_reduced,
         (SELECT count(*) FROM subcontractor s
           WHERE s.contract = c.contract AND s.result = 'approved') AS subcontractors_approved,
         c.end_ground, c.transition_plan, c.seq
  FROM contract c, meta m ORDER BY c.contract;
)sql";

enum Sql {
  kContract,
  kForgetParties,
  kParty,
  kForgetClauses,
  kClause,
  kInForce,
  kChange,
  kNewEnd,
  kRenewed,
  kAction,
  kEnded,
  kDeclared,
  kDecided,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO contract VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, '', '', "
    "?12)",
    "DELETE FROM contract_party WHERE contract = ?1",
    "INSERT INTO contract_party VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "DELETE FROM contract_clause WHERE contract = ?1",
    "INSERT OR IGNORE INTO contract_clause VALUES (?1, ?2, ?3)",
    "UPDATE contract SET stage = 'inForce', term_start = ?2, seq = ?3 WHERE contract = ?1",
    "INSERT INTO contract_change VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "UPDATE contract SET term_end = ?2, seq = ?3 WHERE contract = ?1",
    "UPDATE contract SET term_end = ?2, stage = 'inForce', seq = ?3 WHERE contract = ?1 AND stage "
    "<> "
    "'drafted'",
    "INSERT INTO contract_action VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "UPDATE contract SET stage = ?2, term_end = ?3, end_ground = ?4, transition_plan = ?5, "
    "seq = ?6 WHERE contract = ?1",
    "INSERT INTO subcontractor VALUES (?1, ?2, ?3, ?4, ?5, '', 'declared', ?6) "
    "ON CONFLICT DO UPDATE SET declared = ?5, seq = ?6",
    "INSERT INTO subcontractor VALUES (?1, ?2, ?3, ?4, '', ?5, ?6, ?7) "
    "ON CONFLICT DO UPDATE SET decided = ?5, result = ?6, seq = ?7",
};

class Contract final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Contract(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::ContractDrafted>(event)) {
      return ApplyContract(event, Body<schema::ContractDrafted>(event), "drafted");
    }
    if (Is<schema::ContractSigned>(event)) {
      return ApplyContract(event, Body<schema::ContractSigned>(event), "signed");
    }
    if (Is<schema::ContractEnteredIntoForce>(event)) {
      const auto body = Body<schema::ContractEnteredIntoForce>(event);
      return sql_[kInForce].Run(Text(body.getContract()), FirstDayOf(body.getStart()),
                                event.sequence());
    }
    if (event.type().starts_with("subcontractor.")) return ApplySubcontractor(event);
    if (Is<schema::ContractTerminated>(event)) {
      return ApplyEnd(event, Body<schema::ContractTerminated>(event), "terminated");
    }
    if (Is<schema::ContractRescinded>(event)) {
      return ApplyEnd(event, Body<schema::ContractRescinded>(event), "rescinded");
    }
    if (Is<schema::ContractExpired>(event)) {
      const auto body = Body<schema::ContractExpired>(event);
      return sql_[kEnded].Run(Text(body.getContract()), "expired", EndDay(event, body.getEndDay()),
                              "", Text(body.getTransitionPlan()), event.sequence());
    }
    if (Is<schema::ContractRenewed>(event)) {
      const auto body = Body<schema::ContractRenewed>(event);
      SINETTI_TRY(sql_[kChange].Run(event.sequence(), Text(body.getContract()), "renewed",
                                    FirstDay(event), "", nullptr, nullptr, Text(body.getGround()),
                                    ""));
      return sql_[kRenewed].Run(Text(body.getContract()), LastDayOf(body.getTo()),
                                event.sequence());
    }
    if (Is<schema::ContractAmended>(event) || Is<schema::ContractPriceChanged>(event) ||
        Is<schema::ContractOptionUsed>(event)) {
      return ApplyChange(event);
    }
    return ApplyAction(event);
  }

 private:
  explicit Contract(Statements sql) : sql_(std::move(sql)) {}

  template <typename Reader>
  Result<void> ApplyContract(const Event& event, Reader body, std::string_view stage) {
    const auto contract = Text(body.getContract());
    Amount value;
    if (body.hasValue()) value = ReadMoney(body.getValue());
    SINETTI_TRY(sql_[kContract].Run(
        contract, Text(body.getProvider()), Text(body.getService()), Text(body.getProcurement()),
        value.low, value.unit, FirstDayOf(body.getTermStart()), LastDayOf(body.getTermEnd()),
        Text(body.getPriceList()), Text(body.getCostKey()), stage, event.sequence()));
    SINETTI_TRY(sql_[kForgetParties].Run(contract));
    int number = 0;
    for (const auto party : body.getParties()) {
      SINETTI_TRY(sql_[kParty].Run(contract, ++number, OrgKey(party.getOrg()),
                                   Text(party.getOrg().getName()), EnumerantName(party.getRole()),
                                   event.sequence()));
    }
    SINETTI_TRY(sql_[kForgetClauses].Run(contract));
    for (const auto clause : body.getClauses()) {
      SINETTI_TRY(sql_[kClause].Run(contract, EnumerantName(clause), event.sequence()));
    }
    return {};
  }

  static std::string EndDay(const Event& event, schema::When::Reader when) {
    const std::string day = LastDayOf(when);
    return day.empty() ? FirstDay(event) : day;
  }

  template <typename Reader>
  Result<void> ApplyEnd(const Event& event, Reader body, std::string_view stage) {
    return sql_[kEnded].Run(Text(body.getContract()), stage, EndDay(event, body.getEndDay()),
                            Text(body.getGround()), Text(body.getTransitionPlan()),
                            event.sequence());
  }

  Result<void> ApplyChange(const Event& event) {
    const std::string day = FirstDay(event);
    if (Is<schema::ContractPriceChanged>(event)) {
      const auto body = Body<schema::ContractPriceChanged>(event);
      return sql_[kChange].Run(event.sequence(), Text(body.getContract()), "priceChanged", day, "",
                               nullptr, nullptr, Text(body.getGround()), "");
    }
    if (Is<schema::ContractOptionUsed>(event)) {
      const auto body = Body<schema::ContractOptionUsed>(event);
      SINETTI_TRY(sql_[kChange].Run(event.sequence(), Text(body.getContract()), "optionUsed", day,
                                    Text(body.getOption()), nullptr, nullptr, "", ""));
      return SetEnd(event, Text(body.getContract()), body.getNewTermEnd());
    }
    const auto body = Body<schema::ContractAmended>(event);
    std::optional<std::int64_t> value, cumulative;
    if (body.hasChangeValue()) value = ReadMoney(body.getChangeValue()).low;
    if (body.hasCumulativeNet()) cumulative = ReadMoney(body.getCumulativeNet()).low;
    SINETTI_TRY(sql_[kChange].Run(
        event.sequence(), Text(body.getContract()), "amended", day, Text(body.getChange()), value,
        cumulative, EnumerantName(body.getGround()), EnumerantName(body.getSubstantial())));
    return SetEnd(event, Text(body.getContract()), body.getNewTermEnd());
  }

  Result<void> SetEnd(const Event& event, std::string_view contract, schema::When::Reader end) {
    const std::string day = LastDayOf(end);
    if (day.empty()) return {};
    return sql_[kNewEnd].Run(contract, day, event.sequence());
  }

  Result<void> Act(const Event& event, std::string_view contract, std::string_view kind,
                   std::string_view text, std::string_view due = {},
                   std::optional<std::int64_t> amount = std::nullopt) {
    return sql_[kAction].Run(event.sequence(), contract, kind, FirstDay(event), text, due, amount);
  }

  Result<void> ApplyAction(const Event& event) {
    if (Is<schema::ContractSupervisionPlanAgreed>(event)) {
      const auto body = Body<schema::ContractSupervisionPlanAgreed>(event);
      return Act(event, Text(body.getContract()), "supervisionPlan", Text(body.getText()));
    }
    if (Is<schema::ContractSupervisionCostShared>(event)) {
      const auto body = Body<schema::ContractSupervisionCostShared>(event);
      return Act(event, Text(body.getContract()), "costShared", Text(body.getCostKey()));
    }
    if (Is<schema::ContractSteeringMeetingHeld>(event)) {
      const auto body = Body<schema::ContractSteeringMeetingHeld>(event);
      return Act(event, Text(body.getContract()), "steeringMeeting", JoinTexts(body.getTopics()));
    }
    if (Is<schema::ContractBreachRecorded>(event)) {
      const auto body = Body<schema::ContractBreachRecorded>(event);
      return Act(event, Text(body.getContract()), "breach", Text(body.getBreach()));
    }
    if (Is<schema::ContractNoticeOfDefectSent>(event)) {
      const auto body = Body<schema::ContractNoticeOfDefectSent>(event);
      return Act(event, Text(body.getContract()), "defectNotice", Text(body.getDemand()),
                 LastDayOf(body.getDue()));
    }
    const auto body = Body<schema::ContractSanctionApplied>(event);
    std::optional<std::int64_t> amount;
    if (body.hasAmount()) amount = ReadMoney(body.getAmount()).low;
    return Act(event, Text(body.getContract()), "sanction", Text(body.getSanction()), {}, amount);
  }

  Result<void> ApplySubcontractor(const Event& event) {
    if (Is<schema::SubcontractorDeclared>(event)) {
      const auto body = Body<schema::SubcontractorDeclared>(event);
      return sql_[kDeclared].Run(Text(body.getContract()), Text(body.getSubcontractor()),
                                 Text(body.getService()), Text(body.getName()), FirstDay(event),
                                 event.sequence());
    }
    if (Is<schema::SubcontractorApproved>(event)) {
      return Decide(event, Body<schema::SubcontractorApproved>(event), "approved");
    }
    return Decide(event, Body<schema::SubcontractorRejected>(event), "rejected");
  }

  template <typename Reader>
  Result<void> Decide(const Event& event, Reader body, std::string_view result) {
    return sql_[kDecided].Run(Text(body.getContract()), Text(body.getSubcontractor()),
                              Text(body.getService()), Text(body.getName()), FirstDay(event),
                              result, event.sequence());
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& ContractView() {
  static const ViewDefinition definition{
      .name = "contract",
      .version = 3,
      .shows = {"v15_subcontractors", "v23_contracts"},
      .tables = {"contract", "contract_party", "contract_clause", "contract_change",
                 "contract_action", "subcontractor"},
      .schema = kSchema,
      .event_types = {"contract.drafted", "contract.signed", "contract.enteredIntoForce",
                      "contract.amended", "contract.priceChanged", "contract.optionUsed",
                      "contract.supervisionPlanAgreed", "contract.supervisionCostShared",
                      "contract.steeringMeetingHeld", "contract.breachRecorded",
                      "contract.noticeOfDefectSent", "contract.sanctionApplied",
                      "contract.terminated", "contract.rescinded", "contract.expired",
                      "contract.renewed", "subcontractor.declared", "subcontractor.approved",
                      "subcontractor.rejected"},
      .open = &Contract::Open,
  };
  return definition;
}

}  // namespace sinetti
