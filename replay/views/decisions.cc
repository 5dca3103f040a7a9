#include "replay/views/decisions.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "replay/views/decisions_schema.h"
#include "schemas/decision.capnp.h"
#include "schemas/delegation.capnp.h"
#include "schemas/supervision.capnp.h"

namespace sinetti {
namespace {

enum Sql { kDelegation, kPart, kRevoked, kDecision, kNotice, kFinal, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO delegation VALUES "
    "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL, ?11)",
    "INSERT OR REPLACE INTO delegation_part VALUES (?1, ?2, ?3, ?4)",
    "UPDATE delegation SET revoked_on = ?2, seq = ?3 WHERE ref = ?1",
    "INSERT OR REPLACE INTO decision VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
    "?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
    "INSERT OR REPLACE INTO decision_notice VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO decision_final VALUES (?1, ?2, ?3, ?4)",
};

// What the register keeps of a decision, whichever event it is.
struct Decision {
  std::string_view number, kind, subkind, result, authority, office, decided_on;
  std::string_view discretionary = "unspecified";
  std::string parties, provisions;
  bool reasons = false;
  std::string_view contact;
  std::string_view remedy = "unspecified";
  std::string_view remedy_instruction = "unspecified";
};

class Decisions final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Decisions(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::DecisionMade>(event)) return ApplyDecision(event);
    if (Is<schema::SupcaseOrderIssued>(event)) return ApplyOrder(event);
    if (Is<schema::FineImposed>(event)) {
      const auto body = Body<schema::FineImposed>(event);
      Decision decision = OfSupervision(event, Text(body.getImposedOn()));
      decision.reasons = !Text(body.getMainObligation()).empty();
      decision.remedy_instruction = Text(body.getRemedy()).empty() ? "no" : "yes";
      return Record(event, decision);
    }
    if (Is<schema::SuspensionOrdered>(event)) {
      const auto body = Body<schema::SuspensionOrdered>(event);
      Decision decision = OfSupervision(event, Text(body.getOrderedOn()));
      decision.reasons = body.hasReasons();
      return Record(event, decision);
    }
    if (Is<schema::DecisionNotified>(event)) return ApplyNotice(event);
    if (Is<schema::DecisionBecameFinal>(event)) {
      const auto body = Body<schema::DecisionBecameFinal>(event);
      return sql_[kFinal].Run(ResolveRef(event, Text(body.getDecision())), Text(body.getFinalOn()),
                              Column(Text(body.getHow())), event.sequence());
    }
    if (Is<schema::DelegationGranted>(event)) return ApplyDelegation(event);
    const auto body = Body<schema::DelegationRevoked>(event);
    return sql_[kRevoked].Run(ResolveRef(event, Text(body.getDelegation())), FirstDay(event),
                              event.sequence());
  }

 private:
  explicit Decisions(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyDecision(const Event& event) {
    const auto body = Body<schema::DecisionMade>(event);
    Decision decision;
    decision.number = Text(body.getNumber());
    decision.kind = Text(body.getKind());
    decision.subkind = Text(body.getSubkind());
    decision.result = EnumerantName(body.getResult());
    decision.authority = Text(body.getAuthority());
    decision.office = Text(body.getOffice());
    decision.decided_on = Text(body.getDecidedOn());
    decision.discretionary = EnumerantName(body.getDiscretionary());
    decision.parties = JoinTexts(body.getParties());
    decision.provisions = JoinTexts(body.getProvisions());
    decision.reasons = body.getReasonsGiven() == schema::YesNo::YES || body.hasReasons() ||
                       body.hasClientReasons();
    decision.contact = Text(body.getContact());
    decision.remedy = EnumerantName(body.getRemedy());
    decision.remedy_instruction = EnumerantName(body.getRemedyInstruction());
    return Record(event, decision);
  }

  Result<void> ApplyOrder(const Event& event) {
    const auto body = Body<schema::SupcaseOrderIssued>(event);
    Decision decision = OfSupervision(event, Text(body.getOrderedOn()));
    decision.provisions = JoinTexts(body.getProvisions());
    decision.reasons = body.hasReasons();
    decision.remedy_instruction = Text(body.getRemedy()).empty() ? "no" : "yes";
    return Record(event, decision);
  }

  // A supervisor's decision: its office is the role it was recorded in, its party the provider, its
  // contact the authority that acts, and it may be appealed within 30 days (741/2023 43 section).
  static Decision OfSupervision(const Event& event, std::string_view decided_on) {
    const Envelope& envelope = event.envelope();
    Decision decision;
    decision.number = envelope.matter;
    decision.kind = event.type();
    decision.result = "imposed";
    decision.authority = envelope.actor;
    decision.office = envelope.role;
    decision.decided_on = decided_on;
    decision.parties = envelope.provider;
    decision.contact = envelope.actor;
    decision.remedy = "appeal30";
    for (const LegalBasis& basis : envelope.legal_basis) {
      if (!decision.provisions.empty()) decision.provisions += ", ";
      decision.provisions += std::string(basis.act) + ":" + std::string(basis.section);
    }
    return decision;
  }

  Result<void> Record(const Event& event, const Decision& d) {
    const Envelope& envelope = event.envelope();
    return sql_[kDecision].Run(
        EventRefOf(event), event.type(), Column(d.number), d.kind, Column(d.subkind),
        Column(d.result), Column(d.authority), Column(d.office), d.decided_on, d.discretionary,
        Column(ResolveRef(event, envelope.mandate)), Column(d.parties), Column(d.provisions),
        d.reasons ? "yes" : "no", Column(d.contact), d.remedy, d.remedy_instruction, event.stream(),
        Column(envelope.matter), Column(envelope.client), event.sequence());
  }

  Result<void> ApplyNotice(const Event& event) {
    const auto body = Body<schema::DecisionNotified>(event);
    return sql_[kNotice].Run(ResolveRef(event, Text(body.getDecision())), event.sequence(),
                             EnumerantName(body.getMethod()), Column(Text(body.getSentOn())),
                             Column(Text(body.getReceivedOn())), Column(Text(body.getDeemedOn())));
  }

  Result<void> ApplyDelegation(const Event& event) {
    const auto body = Body<schema::DelegationGranted>(event);
    const std::string ref = EventRefOf(event);
    SINETTI_TRY(sql_[kDelegation].Run(
        ref, Column(Text(body.getFromOffice())), Text(body.getToOffice()),
        Column(event.envelope().actor), JoinTexts(body.getDecisionTypes()),
        EnumerantName(body.getDiscretion()), Column(JoinTexts(body.getExceptions())),
        Column(Text(body.getAct())), FirstDay(event), Column(event.envelope().effective_to),
        event.sequence()));
    for (const auto type : body.getDecisionTypes()) {
      SINETTI_TRY(sql_[kPart].Run(ref, "type", Text(type), event.sequence()));
    }
    for (const auto exception : body.getExceptions()) {
      SINETTI_TRY(sql_[kPart].Run(ref, "exception", Text(exception), event.sequence()));
    }
    return {};
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& DecisionsView() {
  static const ViewDefinition definition{
      .name = "decisions",
      .version = 2,
      .shows = {"v21_decisions", "v25_delegations", "v25_decisions", "v_decision_mandate"},
      .tables = {"delegation", "delegation_part", "decision", "decision_notice", "decision_final"},
      .schema = kDecisionsSchema,
      .event_types = {"decision.made", "decision.notified", "decision.becameFinal",
                      "delegation.granted", "delegation.revoked", "supcase.orderIssued",
                      "fine.imposed", "suspension.ordered"},
      .open = Decisions::Open};
  return definition;
}

}  // namespace sinetti
