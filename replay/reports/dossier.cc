#include "replay/reports/dossier.h"

#include "replay/reports/composed.h"
#include "replay/reports/query_table.h"
#include "replay/reports/trace.h"

namespace sinetti {
namespace {

const TableSpec& Proofs() {
  static const TableSpec spec{
      .key = "proofs",
      .title = {"Asiakirjat ja todisteet", "Handlingar och bevis", "Documents and proofs"},
      .sql =
          "SELECT v.happened, v.type, nullif(v.document, '') AS document, "
          "nullif(v.document_sha256, '') AS document_sha256, v.recorded_at, "
          "'sinetti prove inclusion ' || v.seq AS proof, v.seq AS events FROM v20_timeline v "
          "WHERE v.matter = ?1 OR v.stream = ?1 OR v.ref = ?1 OR v.matter IN (SELECT x.matter FROM "
          "v21_decisions x WHERE x.decision_no = ?1 OR x.ref = ?1) ORDER BY v.seq",
      .columns = {{"happened", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"type", {"Tapahtuma", "Händelse", "Event"}, ColumnKind::kEventType},
                  {"document",
                   {"Asiakirja", "Handling", "Document"},
                   ColumnKind::kText,
                   {},
                   {"ei liitettyä asiakirjaa", "ingen bifogad handling", "no document attached"}},
                  {"document_sha256",
                   {"Asiakirjan SHA-256", "Handlingens SHA-256", "SHA-256 of the document"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"recorded_at", {"Kirjattu", "Registrerad", "Recorded"}},
                  {"proof", {"Todiste", "Bevis", "Proof"}}},
      .when_empty = {"Tapahtumia ei ole.", "Det finns inga händelser.", "There are no events."},
      .note = {
          "Tapahtumien lehtitiivisteet ovat lopussa. Että mitään ei ole jätetty pois, todistaa "
          "“sinetti prove complete matter:ASIA”; kaiken yhteen tiedostoon kokoaa “sinetti "
          "evidence pack matter:ASIA”.",
          "Händelsernas lövhashar står i slutet. Att inget har utelämnats bevisas med “sinetti "
          "prove complete matter:ÄRENDE”; allt samlas i en fil med “sinetti evidence pack "
          "matter:ÄRENDE”.",
          "The leaf hashes of the events stand at the end. That nothing was left out is proved "
          "by “sinetti prove complete matter:MATTER”; “sinetti evidence pack matter:MATTER” "
          "puts everything into one file."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  SINETTI_ASSIGN(std::vector<Section> trace, SectionsOf(TraceReport(), views, request.scope));
  std::vector<Section> sections;
  sections.push_back(TakeTables(trace, {"Päätös", "Beslut", "Decision"}, {"decision"}));
  sections.push_back(TakeTables(
      trace,
      {"Tiedoksianto, määräajat ja muutoksenhaku", "Delgivning, tidsfrister och ändringssökande",
       "Notification, time limits and appeal"},
      {"appeals", "deadlines"}));
  sections.push_back(
      TakeTables(trace, {"Asian vaiheet", "Ärendets gång", "Course of the matter"}, {"timeline"}));
  Section proofs{.title = {"Todisteet", "Bevis", "Proofs"}};
  SINETTI_ASSIGN(Table table, QueryTable(views, Proofs(), {request.scope}));
  proofs.tables.push_back(std::move(table));
  sections.push_back(std::move(proofs));
  return sections;
}

}  // namespace

const ReportDefinition& DossierReport() {
  static const ReportDefinition definition{
      .name = "dossier",
      .title = {"Asiakirjavihko muutoksenhakua varten", "Akt för ändringssökande",
                "Dossier for an appeal"},
      .about = {"Tuomioistuimelle: päätös ja toimivalta, tiedoksianto, asian vaiheet, todisteet "
                "(808/2019)",
                "För domstolen: beslut och befogenhet, delgivning, ärendets gång, bevis (808/2019)",
                "For the court: decision and mandate, notification, course, proofs (808/2019)"},
      .scope = {"asia, päätös tai virta", "ärende, beslut eller ström",
                "matter, decision or stream"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
