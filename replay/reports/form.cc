#include "replay/reports/form.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kForm{"Lomake", "Blankett", "Form"};
const Words kQuestions{"Kysymyksiä", "Frågor", "Questions"};
const Words kAnswered{"Vastattu", "Besvarade", "Answered"};
const Words kBlank{"Tyhjiä", "Tomma", "Blank"};

const std::vector<CodeWord>& States() {
  static const std::vector<CodeWord> words{{"answered", {"vastattu", "besvarat", "answered"}},
                                           {"partly", {"osittain", "delvis", "in part"}},
                                           {"blank", {"tyhjä", "tomt", "blank"}}};
  return words;
}

const TableSpec& Forms() {
  static const TableSpec spec{
      .key = "forms",
      .title = {"Lomakkeet", "Blanketter", "Forms"},
      .sql =
          "SELECT title, applicant, dated, questions, answered, blank, models, models_answered, "
          "seq AS events, CASE WHEN blank > 0 THEN 'notice' ELSE 'good' END AS mark, 'blank' AS "
          "mark_column FROM v36_questionnaire WHERE ?1 = '' OR form = ?1",
      .columns = {{"title", kForm},
                  {"applicant", {"Lähettäjä", "Avsändare", "Sender"}},
                  {"dated",
                   {"Päivätty", "Daterad", "Dated"},
                   ColumnKind::kDate,
                   {},
                   {"päiväämätön", "odaterad", "undated"}},
                  {"questions", kQuestions, ColumnKind::kInteger},
                  {"answered", kAnswered, ColumnKind::kInteger},
                  {"blank", kBlank, ColumnKind::kInteger},
                  {"models",
                   {"Osallistumista kysytty", "Frågor om deltagande", "Asked to take part"},
                   ColumnKind::kInteger},
                  {"models_answered",
                   {"Näihin vastattu", "Av dessa besvarade", "Of these answered"},
                   ColumnKind::kInteger}},
      .when_empty = {"Lomakkeita ei ole.", "Det finns inga blanketter.", "There are no forms."}};
  return spec;
}

const TableSpec& Sections() {
  static const TableSpec spec{
      .key = "sections",
      .title = {"Osiot", "Avsnitt", "Sections"},
      .sql =
          "SELECT f.title AS form, s.section || coalesce(' ' || (SELECT b.title FROM form_blank b "
          "WHERE b.form = s.form AND b.section = s.section), '') AS section, s.first_number, "
          "s.questions, s.answered, s.blank, s.state, s.seq AS events, "
          "(SELECT group_concat(seq, ' ') FROM (SELECT a.seq FROM form_answer a JOIN form_question "
          "q "
          "ON q.form = a.form AND q.number = a.number WHERE q.form = s.form AND q.section = "
          "s.section ORDER BY a.seq)) AS answered_events, "
          "CASE s.state WHEN 'answered' THEN 'good' WHEN 'blank' THEN 'bad' ELSE 'notice' END AS "
          "mark FROM v36_sections s JOIN form f ON f.form = s.form "
          "WHERE ?1 = '' OR s.form = ?1 ORDER BY s.form, s.first_number",
      .columns = {{"form", kForm},
                  {"section", {"Osio", "Avsnitt", "Section"}},
                  {"first_number",
                   {"Ensimmäinen kysymys", "Första frågan", "First question"},
                   ColumnKind::kInteger},
                  {"questions", kQuestions, ColumnKind::kInteger},
                  {"answered", kAnswered, ColumnKind::kInteger},
                  {"blank", kBlank, ColumnKind::kInteger},
                  {"state", {"Tila", "Status", "State"}, ColumnKind::kCode, States()}},
      .when_empty = {"Osioita ei ole.", "Det finns inga avsnitt.", "There are no sections."}};
  return spec;
}

const TableSpec& Gaps() {
  static const TableSpec spec{
      .key = "gaps",
      .title = {"Aukot juoksevissa numeroissa", "Luckor i den löpande numreringen",
                "Jumps in the running numbers"},
      .sql =
          "SELECT f.title AS form, g.first_missing || '–' || g.last_missing AS numbers, g.missing, "
          "g.seq AS events, 'notice' AS mark FROM v36_gaps g JOIN form f ON f.form = g.form "
          "WHERE ?1 = '' OR g.form = ?1",
      .columns = {{"form", kForm},
                  {"numbers", {"Puuttuvat numerot", "Nummer som saknas", "Numbers missing"}},
                  {"missing", {"Montako", "Antal", "How many"}, ColumnKind::kInteger}},
      .when_empty = {"Numeroinnissa ei ole aukkoja.", "Numreringen har inga luckor.",
                     "The numbers do not jump."}};
  return spec;
}

const ChartSpec& Answers() {
  static const ChartSpec spec{
      .key = "answers",
      .title = {"Vastatut ja tyhjät kysymykset osioittain",
                "Besvarade och tomma frågor per avsnitt",
                "Questions answered and blank, by section"},
      .series = {kAnswered, kBlank},
      .sql =
          "SELECT section, answered, blank FROM v36_sections WHERE ?1 = '' OR form = ?1 "
          "ORDER BY form, first_number"};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  if (!request.scope.empty()) {
    SINETTI_TRY(CheckSubject(views, "form", request.scope, "SELECT form FROM form ORDER BY form"));
  }
  Section section{.title = {"Mitä on vastattu ja mitä ei", "Vad som besvarats och inte",
                            "What was answered and what was not"}};
  SINETTI_ASSIGN(Chart chart, QueryChart(views, Answers(), scope));
  if (!chart.groups.empty()) section.charts.push_back(std::move(chart));
  for (const TableSpec* spec : {&Forms(), &Sections(), &Gaps()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
    section.tables.push_back(std::move(table));
  }
  return std::vector<Section>{std::move(section)};
}

}  // namespace

const ReportDefinition& FormReport() {
  static const ReportDefinition definition{
      .name = "form",
      .title = {"Lomakkeen täydellisyys", "Blankettens fullständighet", "Completeness of a form"},
      .about = {"Kysymykset, vastaukset, tyhjät osiot ja numeroinnin aukot",
                "Frågor, svar, tomma avsnitt och luckor i numreringen",
                "Questions, answers, sections left blank and jumps in the numbers"},
      .scope = {"lomake (valinnainen)", "blankett (valfritt)", "form (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
