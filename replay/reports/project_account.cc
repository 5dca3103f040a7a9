#include "replay/reports/project_account.h"

#include "replay/reports/codes.h"
#include "replay/reports/composed.h"
#include "replay/reports/funding.h"
#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const TableSpec& Phases() {
  static const TableSpec spec{
      .key = "phases",
      .title = {"Vaiheet", "Skeden", "Phases"},
      .sql =
          "SELECT phase, title, start, stated, readings, chosen, months_by_dates, seq AS events, "
          "CASE WHEN readings <> '' AND coalesce(chosen, '') = '' THEN 'notice' END AS mark, "
          "'stated' AS mark_column FROM v33_phases WHERE project = ?1 ORDER BY phase",
      .columns = {{"phase", {"Vaihe", "Skede", "Phase"}, ColumnKind::kInteger},
                  {"title", {"Nimi", "Namn", "Name"}},
                  {"start", {"Alkaa", "Börjar", "Begins"}},
                  {"stated", {"Kesto ilmoitettuna", "Uppgiven längd", "Length as stated"}},
                  {"chosen",
                   {"Valittu lukutapa", "Vald läsning", "Reading chosen"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"months_by_dates",
                   {"Kuukausia päivien mukaan", "Månader enligt dagarna", "Months by the dates"},
                   ColumnKind::kInteger,
                   {},
                   kNotApplicable}},
      .when_empty = {"Vaiheita ei ole kirjattu.", "Inga skeden har registrerats.",
                     "No phase is on record."}};
  return spec;
}

const TableSpec& Milestones() {
  static const TableSpec spec{
      .key = "milestones",
      .title = {"Suunniteltu ja toteutunut", "Planerat och genomfört", "Planned and reached"},
      .sql =
          "SELECT coalesce(nullif(title, ''), step) AS title, planned, reached, state, days_late, "
          "trim(seq || ' ' || coalesce(closed_seq, '')) AS events, CASE state WHEN 'reached' THEN "
          "'good' WHEN 'late' THEN 'bad' WHEN 'missed' THEN 'bad' END AS mark, 'state' AS "
          "mark_column FROM v33_milestones WHERE plan = ?1 OR plan = 'project-' || ?1 "
          "ORDER BY planned_from IS NULL, planned_from, seq",
      .columns = {{"title", {"Askel", "Steg", "Step"}},
                  {"planned", {"Suunniteltu", "Planerat", "Planned"}},
                  {"reached",
                   {"Toteutunut", "Genomfört", "Reached"},
                   ColumnKind::kDate,
                   {},
                   {"ei kirjattu", "inte registrerat", "not on record"}},
                  {"state",
                   {"Tila", "Status", "State"},
                   ColumnKind::kCode,
                   {{"reached", {"toteutunut", "genomfört", "reached"}},
                    {"pending", {"tulossa", "kommande", "pending"}},
                    {"late", {"myöhässä", "försenat", "late"}},
                    {"missed", {"jäi toteutumatta", "genomfördes inte", "missed"}},
                    {"undated", {"ei päivää", "utan dag", "without a day"}}}},
                  {"days_late",
                   {"Myöhässä (pv)", "Försenat (d)", "Days late"},
                   ColumnKind::kInteger,
                   {},
                   kNotApplicable}},
      .when_empty = {"Suunnitelmia ei ole kirjattu.", "Inga planer har registrerats.",
                     "No plan is on record."}};
  return spec;
}

const TableSpec& Findings() {
  static const TableSpec spec{
      .key = "findings",
      .title = {"Poikkeamat", "Avvikelser", "Discrepancies"},
      .sql =
          "SELECT code, severity, fi AS finding_fi, sv AS finding_sv, en AS finding_en, state, "
          "explanation, events, CASE WHEN state NOT IN ('open', 'reading chosen') THEN 'good' WHEN "
          "severity = 'high' THEN 'bad' ELSE 'notice' END AS mark, 'state' AS mark_column "
          "FROM v37_discrepancies WHERE subject = ?1 OR subject LIKE '%-' || ?1 "
          "ORDER BY state <> 'open', severity <> 'high', code, id",
      .columns = {{"code", {"Tarkastus", "Kontroll", "Check"}, ColumnKind::kCode, ControlCodes()},
                  {.key = "severity",
                   .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "discrepancy.detected/severity"},
                  {"finding", {"Havainto", "Iakttagelse", "Finding"}, ColumnKind::kWords},
                  {"state", {"Tila", "Status", "State"}, ColumnKind::kCode, FindingStates()},
                  {"explanation",
                   {"Selitys", "Förklaring", "Explanation"},
                   ColumnKind::kText,
                   {},
                   {"ei selitetty", "inte förklarad", "not explained"}}},
      .when_empty = {"Poikkeamia ei ole.", "Det finns inga avvikelser.",
                     "There are no discrepancies."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  SINETTI_ASSIGN(std::vector<Section> sections, SectionsOf(FundingReport(), views, request.scope));
  Section plan{.title = {"Vaiheet ja suunnitelma", "Skeden och plan", "Phases and plan"}};
  for (const TableSpec* spec : {&Phases(), &Milestones()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, {request.scope}));
    plan.tables.push_back(std::move(table));
  }
  Section open{.title = {"Mikä ei täsmää", "Vad som inte stämmer", "What does not add up"}};
  SINETTI_ASSIGN(Table findings, QueryTable(views, Findings(), {request.scope}));
  open.tables.push_back(std::move(findings));
  sections.push_back(std::move(plan));
  sections.push_back(std::move(open));
  return sections;
}

}  // namespace

const ReportDefinition& ProjectAccount() {
  static const ReportDefinition definition{
      .name = "project",
      .title = {"Hankkeen loppuselvitys", "Projektets slutredovisning",
                "Final account of a project"},
      .about = {"Rahoitus, maksajat, vaiheet ja suunnitelman toteutuminen, poikkeamat",
                "Finansiering, betalare, skeden och planens utfall, avvikelser",
                "Funding, payers, phases, what became of the plan, discrepancies"},
      .scope = {"hanke", "projekt", "project"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
