#include "replay/views/forms.h"

#include <array>

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"
#include "schemas/form.capnp.h"

namespace sinetti {
namespace {

// A question is answered when an answer or a role stands under its running number.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE form (
  form TEXT PRIMARY KEY,         -- its stream
  title TEXT NOT NULL,
  applicant TEXT NOT NULL,
  municipality TEXT,
  dated TEXT,                    -- NULL: the form bears no date
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE form_question (
  form TEXT NOT NULL,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (form, number)
) WITHOUT ROWID;

CREATE TABLE form_answer (
  form TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,            -- answer, role
  withheld TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (form, number)
) WITHOUT ROWID;

CREATE TABLE form_blank (
  form TEXT NOT NULL,
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  questions INTEGER NOT NULL,
  first_number INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (form, section)
) WITHOUT ROWID;

CREATE VIEW v36_sections AS
  SELECT q.form, q.section, count(*) AS questions, count(a.number) AS answered,
         count(*) - count(a.number) AS blank,
         CASE WHEN count(a.number) = 0 THEN 'blank'
              WHEN count(a.number) = count(*) THEN 'answered' ELSE 'partly' END AS state,
         coalesce(b.questions, 0) AS stated_blank,
         max(q.kind = 'participation') AS asks_participation,
         max(q.kind = 'participation' AND a.number IS NOT NULL) AS participation_answered,
         min(q.number) AS first_number, coalesce(b.seq, q.seq) AS seq
  FROM form_question q
  LEFT JOIN form_answer a ON a.form = q.form AND a.number = q.number
  LEFT JOIN form_blank b ON b.form = q.form AND b.section = q.section
  GROUP BY q.form, q.section
  ORDER BY q.form, first_number;

-- Numbers that the sequence of questions leaves out, one row for each jump.
CREATE VIEW v36_gaps AS
  SELECT form, before_number + 1 AS first_missing, number - 1 AS last_missing,
         number - before_number - 1 AS missing, seq
  FROM (SELECT form, number, seq,
               lag(number) OVER (PARTITION BY form ORDER BY number) AS before_number
        FROM form_question)
  WHERE number > before_number + 1
  ORDER BY form, first_missing;

CREATE VIEW v36_questionnaire AS
  SELECT f.form, f.title, f.applicant, f.dated,
         coalesce(sum(s.questions), 0) AS questions, coalesce(sum(s.answered), 0) AS answered,
         coalesce(sum(s.blank), 0) AS blank,
         coalesce(sum(s.asks_participation), 0) AS models,
         coalesce(sum(s.asks_participation AND s.answered > 0), 0) AS models_answered,
         (SELECT group_concat(first_missing || '–' || last_missing, ', ') FROM v36_gaps g
          WHERE g.form = f.form) AS sequence_gaps,
         (SELECT coalesce(sum(missing), 0) FROM v36_gaps g WHERE g.form = f.form)
           AS missing_numbers,
         f.seq
  FROM form f LEFT JOIN v36_sections s ON s.form = f.form
  GROUP BY f.form ORDER BY f.form;
)sql";

enum Sql { kForm, kQuestion, kAnswer, kBlank, kSqlCount };

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO form VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT OR REPLACE INTO form_question VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT OR REPLACE INTO form_answer VALUES (?1, ?2, ?3, ?4, ?5)",
    "INSERT OR REPLACE INTO form_blank VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
};

class Forms final : public View {
 public:
  static Result<std::unique_ptr<View>> Open(Database& database) {
    SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
    return std::unique_ptr<View>(new Forms(std::move(sql)));
  }

  Result<void> Apply(const Event& event) override {
    if (Is<schema::FormOpened>(event)) return ApplyOpened(event);
    if (Is<schema::FormAnswerRecorded>(event)) {
      const auto body = Body<schema::FormAnswerRecorded>(event);
      return sql_[kAnswer].Run(event.stream(), body.getSequenceNo(), "answer",
                               EnumerantName(body.getWithheld()), event.sequence());
    }
    if (Is<schema::FormRoleNamed>(event)) {
      const auto body = Body<schema::FormRoleNamed>(event);
      return sql_[kAnswer].Run(event.stream(), body.getSequenceNo(), "role", "no",
                               event.sequence());
    }
    const auto body = Body<schema::FormSectionLeftBlank>(event);
    return sql_[kBlank].Run(event.stream(), Text(body.getModel()), Text(body.getTitle()),
                            body.getQuestionCount(), body.getFirstSequenceNo(),
                            body.getLastSequenceNo(), event.sequence());
  }

 private:
  explicit Forms(Statements sql) : sql_(std::move(sql)) {}

  Result<void> ApplyOpened(const Event& event) {
    const auto body = Body<schema::FormOpened>(event);
    SINETTI_TRY(sql_[kForm].Run(event.stream(), Text(body.getTitle()), Text(body.getApplicant()),
                                Column(Text(body.getApplicantMunicipality())),
                                Column(DateText(body.getDated())), event.sequence()));
    for (const auto question : body.getQuestions()) {
      SINETTI_TRY(sql_[kQuestion].Run(event.stream(), question.getSequenceNo(),
                                      Text(question.getCode()), Text(question.getModel()),
                                      Text(question.getText()), EnumerantName(question.getKind()),
                                      event.sequence()));
    }
    return {};
  }

  Statements sql_;
};

}  // namespace

const ViewDefinition& FormsView() {
  static const ViewDefinition definition{
      .name = "forms",
      .version = 1,
      .shows = {"v36_questionnaire", "v36_sections", "v36_gaps"},
      .tables = {"form", "form_question", "form_answer", "form_blank"},
      .schema = kSchema,
      .event_types = {"form.opened", "form.answerRecorded", "form.roleNamed",
                      "form.sectionLeftBlank"},
      .open = Forms::Open};
  return definition;
}

}  // namespace sinetti
