#include "replay/views/statements.h"

#include <schemas/body.capnp.h>
#include <schemas/evaluation.capnp.h>
#include <schemas/participation.capnp.h>
#include <schemas/source.capnp.h>
#include <schemas/statement.capnp.h>

#include "ledger/event/body.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

constexpr std::string_view kSchema = R"sql(
CREATE TABLE claim (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  said_by TEXT,
  indicator TEXT
);

-- Other sentences of sources, by the type that records them.
CREATE TABLE statement_text (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  said_by TEXT
);

CREATE TABLE evaluation_finding (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  evaluation TEXT NOT NULL,
  theme TEXT NOT NULL,
  polarity TEXT NOT NULL,
  text TEXT NOT NULL,
  examples_state TEXT NOT NULL
);

CREATE TABLE document_link (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  title TEXT,
  url TEXT,
  retrieved INTEGER NOT NULL,
  sha256 TEXT
);

CREATE TABLE missing_statement (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  label TEXT NOT NULL,
  unit TEXT,
  subject TEXT,
  kind TEXT NOT NULL,
  consequence TEXT
);

-- A body that a plan names; `known` is 1 where a source says who sits in it or what it may do.
CREATE TABLE body_named (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  stream TEXT NOT NULL,
  body TEXT NOT NULL,
  known INTEGER NOT NULL,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;
CREATE INDEX body_named_body ON body_named (body);

CREATE TABLE draft_basis (
  seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  act TEXT NOT NULL,
  PRIMARY KEY (seq, place)
) WITHOUT ROWID;

CREATE VIEW v_statements AS
  SELECT 'claim' AS kind, stream, subject, text, said_by AS said_by, seq FROM claim
  UNION ALL
  SELECT kind, stream, subject, text, said_by, seq FROM statement_text
  UNION ALL
  SELECT 'evaluation', stream, theme, polarity || ': ' || text, evaluation, seq
  FROM evaluation_finding
  UNION ALL
  SELECT 'link', stream, coalesce(title, ''), coalesce(url, ''), NULL, seq FROM document_link
  UNION ALL
  SELECT 'missing', stream, label, coalesce(consequence, ''), NULL, seq FROM missing_statement
  ORDER BY seq, kind;
)sql";

class Statements final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    std::unique_ptr<Statements> view(new Statements);
    SINETTI_TRY(PrepareInto(view->claim_, database,
                            "INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->text_, database,
                            "INSERT INTO statement_text VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    SINETTI_TRY(PrepareInto(view->finding_, database,
                            "INSERT INTO evaluation_finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(PrepareInto(view->link_, database,
                            "INSERT INTO document_link VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    SINETTI_TRY(PrepareInto(view->missing_, database,
                            "INSERT INTO missing_statement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    SINETTI_TRY(
        PrepareInto(view->body_, database, "INSERT INTO body_named VALUES (?1, ?2, ?3, ?4, ?5)"));
    SINETTI_TRY(
        PrepareInto(view->draft_, database, "INSERT INTO draft_basis VALUES (?1, ?2, ?3, ?4, ?5)"));
    return std::unique_ptr<View>(std::move(view));
  }

  Result<void> Apply(const Event& event) override {
    SINETTI_TRY(Drafts(event));
    if (Is<schema::ClaimRecorded>(event)) return Claim(event);
    if (Is<schema::EvaluationFindingRecorded>(event)) return Finding(event);
    if (Is<schema::DocumentLinked>(event)) return Link(event);
    if (Is<schema::ValueStatedMissing>(event)) return Missing(event);
    if (Is<schema::CommitmentDeclared>(event)) {
      const auto body = Body<schema::CommitmentDeclared>(event);
      return Text(event, "commitment", body.getSubject(), body.getText(), body.getOwner());
    }
    if (Is<schema::EvaluationRecommendationIssued>(event)) {
      const auto body = Body<schema::EvaluationRecommendationIssued>(event);
      return Text(event, "recommendation", body.getTheme(), body.getText(), body.getEvaluation());
    }
    if (Is<schema::RelationRecorded>(event)) {
      const auto body = Body<schema::RelationRecorded>(event);
      return Text(event, "relation", body.getSubject(), body.getText(), body.getTarget());
    }
    if (Is<schema::LessonRecorded>(event)) {
      const auto body = Body<schema::LessonRecorded>(event);
      return Text(event, "lesson", body.getSubject(), body.getText(), body.getBy());
    }
    if (Is<schema::PositionStated>(event)) {
      const auto body = Body<schema::PositionStated>(event);
      return Text(event, "position", body.getSubject(), body.getText(), body.getBy());
    }
    return Bodies(event);
  }

 private:
  Statements() = default;

  // What the event rests on that is not law yet.
  Result<void> Drafts(const Event& event) {
    std::int64_t place = 0;
    for (const LegalBasis& basis : event.envelope().legal_basis) {
      ++place;
      if (basis.status != LegalStatus::kDraft) continue;
      SINETTI_TRY(draft_->Run(event.sequence(), place, event.stream(), event.type(), basis.act));
    }
    return {};
  }

  Result<void> Claim(const Event& event) {
    const auto body = Body<schema::ClaimRecorded>(event);
    return claim_->Run(event.sequence(), event.stream(), TextOf(body.getSubject()),
                       TextOf(body.getText()), EnumerantName(body.getKind()), Column(body.getBy()),
                       Column(body.getIndicator()));
  }

  template <typename Words>
  Result<void> Text(const Event& event, std::string_view kind, const Words& subject,
                    const Words& text, const Words& said_by) {
    return text_->Run(event.sequence(), event.stream(), kind, TextOf(subject), TextOf(text),
                      Column(said_by));
  }

  Result<void> Finding(const Event& event) {
    const auto body = Body<schema::EvaluationFindingRecorded>(event);
    const auto values = reader_.Read(event);
    const StatedValue* examples = FindStated(values, "examples");
    return finding_->Run(event.sequence(), event.stream(), TextOf(body.getEvaluation()),
                         TextOf(body.getTheme()), EnumerantName(body.getPolarity()),
                         TextOf(body.getText()),
                         examples == nullptr ? "absent" : StatedStateName(examples->state));
  }

  Result<void> Link(const Event& event) {
    const auto body = Body<schema::DocumentLinked>(event);
    const auto document = body.getDocument();
    return link_->Run(event.sequence(), event.stream(), Column(document.getTitle()),
                      Column(document.getUrl()), body.getRetrieved(), Column(document.getSha256()));
  }

  Result<void> Missing(const Event& event) {
    const auto body = Body<schema::ValueStatedMissing>(event);
    return missing_->Run(event.sequence(), event.stream(), TextOf(body.getLabel()),
                         Column(body.getUnit()), Column(body.getSubject()),
                         EnumerantName(body.getKind()), Column(body.getConsequence()));
  }

  Result<void> Bodies(const Event& event) {
    if (Is<schema::BodyTaskAssigned>(event))
      return NamedBody(event, Body<schema::BodyTaskAssigned>(event).getBody(), false);
    if (Is<schema::HandlingStepPlanned>(event))
      return NamedBody(event, Body<schema::HandlingStepPlanned>(event).getBody(), false);
    if (Is<schema::BodySubgroupPlanned>(event))
      return NamedBody(event, Body<schema::BodySubgroupPlanned>(event).getName(), false);
    if (Is<schema::BodyMandateGiven>(event))
      return NamedBody(event, Body<schema::BodyMandateGiven>(event).getBody(), true);
    if (Is<schema::BodyMemberJoined>(event))
      return NamedBody(event, Body<schema::BodyMemberJoined>(event).getBody(), true);
    if (Is<schema::BodyEstablished>(event)) {
      const auto body = Body<schema::BodyEstablished>(event);
      SINETTI_TRY(NamedBody(event, body.getBody(), true));
      return body_->Run(event.sequence(), 2, event.stream(), TextOf(body.getName()), true);
    }
    return {};
  }

  template <typename Text>
  Result<void> NamedBody(const Event& event, const Text& body, bool known) {
    return body_->Run(event.sequence(), 1, event.stream(), TextOf(body), known);
  }

  StatedValueReader reader_;
  std::optional<Statement> claim_, text_, finding_, link_, missing_, body_, draft_;
};

}  // namespace

const ViewDefinition& StatementsView() {
  static const ViewDefinition definition{
      .name = "statements",
      .version = 2,
      .shows = {"v_statements"},
      .tables = {"claim", "statement_text", "evaluation_finding", "document_link",
                 "missing_statement", "body_named", "draft_basis"},
      .schema = kSchema,
      .event_types = {"claim.recorded", "evaluation.findingRecorded", "document.linked",
                      "value.statedMissing", "body.taskAssigned", "body.subgroupPlanned",
                      "handling.stepPlanned", "body.mandateGiven", "body.memberJoined",
                      "body.established", "orgmodel.nodeProposed", "orgmodel.modelVersioned",
                      "decision.made", "commitment.declared", "evaluation.recommendationIssued",
                      "relation.recorded", "lesson.recorded", "position.stated"},
      .open = Statements::Open};
  return definition;
}

}  // namespace sinetti
