#include "replay/reports/inspection_report.h"

#include "replay/reports/codes.h"
#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kNotOnRecord{"ei kirjattu", "inte registrerad", "not on record"};

const TableSpec& Inspections() {
  static const TableSpec spec{
      .key = "inspections",
      .title = {"Tarkastus", "Inspektion", "Inspection"},
      .sql =
          "SELECT i.held_on, i.unit, c.provider, c.case_no, c.subject_matter, c.authority, "
          "nullif(i.inspection_order, '') AS inspection_order, i.home_premises, i.home_ground, "
          "i.drafted_on, i.notified_on, i.exchanged_on, i.seq AS events, i.report_seq AS "
          "drafted_on_events, CASE WHEN i.notified_on IS NULL THEN 'notice' ELSE 'good' END AS "
          "mark, 'notified_on' AS mark_column FROM sup_inspection i LEFT JOIN supcase c ON "
          "c.case_no = i.case_no WHERE i.case_no = ?1 OR i.ref = ?1 ORDER BY i.held_on, i.seq",
      .columns =
          {{"held_on", {"Tehty", "Utförd", "Held"}, ColumnKind::kDate},
           {"unit", {"Yksikkö", "Enhet", "Unit"}, ColumnKind::kText, {}, kNotApplicable},
           {"provider",
            {"Tuottaja", "Producent", "Provider"},
            ColumnKind::kText,
            {},
            kNotApplicable},
           {"case_no", {"Asia", "Ärende", "Case"}},
           {"subject_matter", {"Mitä asia koskee", "Vad ärendet gäller", "What it is about"}},
           {"authority", {"Viranomainen", "Myndighet", "Authority"}},
           {"inspection_order",
            {"Tarkastusmääräys (741/2023 36 §)", "Inspektionsförordnande (741/2023 36 §)",
             "Inspection order (741/2023 section 36)"},
            ColumnKind::kText,
            {},
            kNotOnRecord},
           {"home_premises",
            {"Asumiseen käytetyissä tiloissa", "I lokaler för boende", "In premises for living"},
            ColumnKind::kCode,
            YesNoWords()},
           {"home_ground",
            {"Peruste (741/2023 36 §)", "Grund (741/2023 36 §)", "Ground (741/2023 section 36)"},
            ColumnKind::kText,
            {},
            kNotApplicable},
           {"drafted_on",
            {"Kertomus laadittu", "Berättelsen upprättad", "Report drafted"},
            ColumnKind::kDate,
            {},
            kNotOnRecord},
           {"exchanged_on",
            {"Annettu järjestäjälle tai viranomaiselle (34 §)",
             "Lämnad till anordnaren eller myndigheten (34 §)",
             "Given to the organiser or authority (section 34)"},
            ColumnKind::kDate,
            {},
            kNotOnRecord},
           {"notified_on",
            {"Annettu tiedoksi asianosaiselle", "Delgiven parten", "Notified to the party"},
            ColumnKind::kDate,
            {},
            kNotOnRecord}},
      .when_empty = {"Tarkastusta ei ole kirjattu.", "Ingen inspektion har registrerats.",
                     "No inspection is on record."}};
  return spec;
}

const TableSpec& Findings() {
  static const TableSpec spec{
      .key = "findings",
      .title = {"Havaitut epäkohdat ja vaadittu korjaaminen",
                "Konstaterade missförhållanden och krävda rättelser",
                "What was found and what was demanded"},
      .sql =
          "SELECT f.found_on, f.severity, f.provision, f.text, f.demand, f.demanded_due, f.state, "
          "f.verified_on, f.recurrence, f.seq AS events, CASE WHEN f.state = 'mended' THEN 'good' "
          "WHEN f.past_due OR f.severity = 'endangering' THEN 'bad' ELSE 'notice' END AS mark, "
          "'state' AS mark_column FROM v6_finding_chain f WHERE f.case_no IN (SELECT case_no FROM "
          "sup_inspection WHERE case_no = ?1 OR ref = ?1) ORDER BY f.severity <> 'endangering', "
          "f.found_on, f.seq",
      .columns = {{"found_on", {"Havaittu", "Konstaterat", "Found"}, ColumnKind::kDate},
                  {.key = "severity",
                   .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "finding.recorded/severity"},
                  {"provision",
                   {"Säännös", "Bestämmelse", "Provision"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"text", {"Epäkohta", "Missförhållande", "Finding"}},
                  {"demand",
                   {"Vaadittu korjaaminen", "Krävd rättelse", "Demand"},
                   ColumnKind::kText,
                   {},
                   {"ei erillistä vaatimusta", "inget särskilt krav", "no demand of its own"}},
                  {"demanded_due",
                   {"Määräpäivä", "Sista dag", "Due"},
                   ColumnKind::kDate,
                   {},
                   kNotApplicable},
                  {"state", {"Vaihe", "Skede", "Stage"}, ColumnKind::kCode, ChainStates()},
                  {"verified_on",
                   {"Todennettu", "Verifierat", "Verified"},
                   ColumnKind::kDate,
                   {},
                   {"ei vielä", "inte ännu", "not yet"}},
                  {"recurrence",
                   {"Toistunut (krt)", "Upprepat (ggr)", "Recurred (times)"},
                   ColumnKind::kInteger}},
      .when_empty = {"Epäkohtia ei ole kirjattu.", "Inga missförhållanden har registrerats.",
                     "No finding is on record."}};
  return spec;
}

const TableSpec& Course() {
  static const TableSpec spec{
      .key = "course",
      .title = {"Tarkastuksen kulku", "Inspektionens gång", "Course of the inspection"},
      .sql =
          "SELECT v.happened, v.type, nullif(v.role, '') AS role, nullif(v.document, '') AS "
          "document, v.seq AS events FROM v20_timeline v WHERE v.matter IN (SELECT case_no FROM "
          "sup_inspection WHERE case_no = ?1 OR ref = ?1) AND (v.type LIKE 'inspection.%' OR "
          "v.type LIKE 'correction.%' OR v.type = 'finding.recorded') ORDER BY v.happened, v.seq",
      .columns = {{"happened", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"type", {"Tapahtuma", "Händelse", "Event"}, ColumnKind::kEventType},
                  {"role", {"Tehtävä", "Uppgift", "Task"}, ColumnKind::kText, {}, kNotOnRecord},
                  {"document",
                   {"Asiakirja", "Handling", "Document"},
                   ColumnKind::kText,
                   {},
                   {"ei liitettyä asiakirjaa", "ingen bifogad handling", "no document attached"}}},
      .when_empty = {"Tapahtumia ei ole.", "Det finns inga händelser.", "There are no events."},
      .note = {"Läsnä olleiden tehtävät ja havainnot sanatarkasti ovat tarkastuksen tapahtumassa: "
               "sinetti show NUMERO.",
               "De närvarandes uppgifter och iakttagelserna ordagrant står i inspektionens "
               "händelse: sinetti show NUMMER.",
               "Who was present, by task, and the observations word for word stand in the event of "
               "the inspection: sinetti show NUMBER."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  SINETTI_TRY(CheckSubject(views, "case or inspection", request.scope,
                           "SELECT case_no FROM sup_inspection UNION SELECT ref FROM "
                           "sup_inspection ORDER BY 1"));
  std::vector<Section> sections{
      {.title = {"Tarkastus", "Inspektion", "Inspection"},
       .paragraphs = {{"Tarkastuskertomus: tarkastuksen kulku ja tarkastajan keskeiset havainnot, "
                       "434/2003 39 §.",
                       "Inspektionsberättelse: inspektionens förlopp och inspektörens viktigaste "
                       "iakttagelser, 434/2003 39 §.",
                       "Inspection report: the course of the inspection and the main observations, "
                       "434/2003 section 39."}}},
      {.title = {"Havainnot", "Iakttagelser", "Observations"}},
      {.title = {"Kulku", "Gång", "Course"}}};
  SINETTI_ASSIGN(sections[0].tables, QueryCards(views, Inspections(), scope));
  SINETTI_ASSIGN(Table findings, QueryTable(views, Findings(), scope));
  SINETTI_ASSIGN(Table course, QueryTable(views, Course(), scope));
  sections[1].tables.push_back(std::move(findings));
  sections[2].tables.push_back(std::move(course));
  return sections;
}

}  // namespace

const ReportDefinition& InspectionReport() {
  static const ReportDefinition definition{
      .name = "inspection",
      .title = {"Tarkastuskertomus", "Inspektionsberättelse", "Inspection report"},
      .about = {"Milloin ja millä määräyksellä, mitä havaittiin ja vaadittiin, tiedoksianto "
                "(434/2003 39 §)",
                "När och enligt vilket förordnande, vad som konstaterades och krävdes, delgivning "
                "(434/2003 39 §)",
                "When and by which order, what was found and demanded, notification (434/2003 "
                "section 39)"},
      .scope = {"valvonta-asia tai tarkastus", "tillsynsärende eller inspektion",
                "supervision case or inspection"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
