#include "replay/reports/operations.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const Words kStarted{"Alkoi (UTC)", "Började (UTC)", "Started (UTC)"};
const Words kNone{"ei ole", "ingen", "none"};

const TableSpec& Verification() {
  static const TableSpec spec{
      .key = "verification",
      .title = {"Viimeisin todennus", "Senaste verifieringen", "Last verification"},
      .sql =
          "SELECT last_verified, size, anchored, findings, intact, root, "
          "CASE WHEN intact THEN 'good' ELSE 'bad' END AS mark, 'intact' AS mark_column "
          "FROM v40_integrity",
      .columns = {{"last_verified", {"Milloin (UTC)", "När (UTC)", "When (UTC)"}},
                  {"size", {"Tapahtumia", "Händelser", "Events"}, ColumnKind::kInteger},
                  {"anchored", {"Ankkuroitu", "Förankrade", "Anchored"}, ColumnKind::kInteger},
                  {"findings", {"Havaintoja", "Fynd", "Findings"}, ColumnKind::kInteger},
                  {"intact", {"Eheä", "Intakt", "Intact"}, ColumnKind::kSign},
                  {"root", {"Juuritiiviste", "Rothash", "Root hash"}}},
      .when_empty = {"Rekisteriä ei ole todennettu tällä koneella: sinetti verify.",
                     "Registret har inte verifierats på denna maskin: sinetti verify.",
                     "The ledger was not verified on this machine: sinetti verify."}};
  return spec;
}

const TableSpec& Replays() {
  static const TableSpec spec{
      .key = "replays",
      .title = {"Toistot", "Uppspelningar", "Replays"},
      .sql =
          "SELECT started, kind, from_event || '–' || to_event AS events_read, applied, "
          "duration_ms, events_per_second, equal, nullif(error, '') AS error, "
          "CASE WHEN error <> '' OR equal = 'no' THEN 'bad' ELSE 'good' END AS mark, "
          "CASE WHEN equal = 'no' THEN 'equal' ELSE 'error' END AS mark_column "
          "FROM (SELECT * FROM v41_replay_runs ORDER BY id DESC LIMIT 50) ORDER BY id DESC",
      .columns = {{"started", kStarted},
                  {"kind",
                   {"Laji", "Slag", "Kind"},
                   ColumnKind::kCode,
                   {{"catch-up", {"täydennys", "komplettering", "catch-up"}},
                    {"rebuild", {"uudelleenrakennus", "ombyggnad", "rebuild"}}}},
                  {"events_read", {"Tapahtumat", "Händelser", "Events"}},
                  {"applied", {"Käsitelty", "Behandlade", "Applied"}, ColumnKind::kInteger},
                  {"duration_ms",
                   {"Kesto (ms)", "Tid (ms)", "Duration (ms)"},
                   ColumnKind::kInteger},
                  {"events_per_second",
                   {"Tapahtumia/s", "Händelser/s", "Events/s"},
                   ColumnKind::kInteger,
                   {},
                   kNotApplicable},
                  {"equal",
                   {"Sama kuin ennen", "Lika som förut", "Equal to before"},
                   ColumnKind::kCode,
                   {{"yes", {"kyllä", "ja", "yes"}},
                    {"no", {"ei", "nej", "no"}},
                    {"", {"ei verrattu", "inte jämförts", "not compared"}}}},
                  {"error", {"Virhe", "Fel", "Error"}, ColumnKind::kText, {}, kNone}},
      .when_empty = {"Näkymiä ei ole toistettu.", "Vyerna har inte spelats upp.",
                     "The views were not replayed."},
      .note = {"Enintään 50, uusimmasta alkaen.", "Högst 50, från den nyaste.",
               "At most 50, the newest first."}};
  return spec;
}

const TableSpec& Lag() {
  static const TableSpec spec{
      .key = "lag",
      .title = {"Näkymien viive", "Vyernas eftersläpning", "How far the views are behind"},
      .sql =
          "SELECT view, version, position, lag_events, nullif(last_error, '') AS last_error, "
          "CASE WHEN lag_events > 0 THEN 'notice' ELSE 'good' END AS mark, 'lag_events' AS "
          "mark_column FROM v42_lag",
      .columns = {{"view", {"Näkymä", "Vy", "View"}},
                  {"version", {"Versio", "Version", "Version"}, ColumnKind::kInteger},
                  {"position", {"Tapahtumia", "Händelser", "Events"}, ColumnKind::kInteger},
                  {"lag_events", {"Jäljessä", "Efter", "Behind"}, ColumnKind::kInteger},
                  {"last_error", {"Virhe", "Fel", "Error"}, ColumnKind::kText, {}, kNone}},
      .when_empty = {"Näkymiä ei ole.", "Det finns inga vyer.", "There are no views."}};
  return spec;
}

const TableSpec& Imports() {
  static const TableSpec spec{
      .key = "imports",
      .title = {"Tuonnit", "Importer", "Imports"},
      .sql =
          "SELECT started, source, lines, accepted, duplicates, rejected, nullif(reason, '') AS "
          "reason, CASE WHEN rejected > 0 OR reason <> '' THEN 'notice' ELSE 'good' END AS mark, "
          "CASE WHEN rejected = 0 AND reason <> '' THEN 'reason' ELSE 'rejected' END AS "
          "mark_column "
          "FROM (SELECT * FROM v43_imports ORDER BY id DESC LIMIT 50) ORDER BY id DESC",
      .columns = {{"started", kStarted},
                  {"source", {"Lähde", "Källa", "Source"}},
                  {"lines", {"Luonnoksia", "Utkast", "Drafts"}, ColumnKind::kInteger},
                  {"accepted", {"Kirjattu", "Registrerade", "Recorded"}, ColumnKind::kInteger},
                  {"duplicates",
                   {"Jo ennestään", "Redan tidigare", "There already"},
                   ColumnKind::kInteger},
                  {"rejected", {"Hylätty", "Avvisade", "Refused"}, ColumnKind::kInteger},
                  {"reason", {"Syy", "Orsak", "Reason"}, ColumnKind::kText, {}, kNone}},
      .when_empty = {"Tiedostoja ei ole tuotu.", "Inga filer har importerats.",
                     "No files were imported."},
      .note = {"Enintään 50, uusimmasta alkaen.", "Högst 50, från den nyaste.",
               "At most 50, the newest first."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest&) {
  Section section{
      .title = {"Mitä tällä koneella on tehty", "Vad som gjorts på denna maskin",
                "What was done on this machine"},
      .paragraphs = {
          Words{"Nämä tiedot kertovat tästä koneesta, eivät tapahtumista: rekisterin toisessa "
                "kopiossa ne ovat toiset. Siksi “sinetti report check” voi tarkistaa raportin vain "
                "siellä, missä se on tehty.",
                "Dessa uppgifter gäller denna maskin, inte händelserna: i en annan kopia av "
                "registret är de andra. Därför kan “sinetti report check” kontrollera rapporten "
                "bara där den gjordes.",
                "This is about one machine, not about the events: another copy of the ledger has "
                "another history. So “sinetti report check” can check the report only where it was "
                "made."}}};
  for (const TableSpec* spec : {&Verification(), &Imports(), &Replays(), &Lag()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec));
    section.tables.push_back(std::move(table));
  }
  return std::vector<Section>{std::move(section)};
}

}  // namespace

const ReportDefinition& OperationsReport() {
  static const ReportDefinition definition{
      .name = "operations",
      .title = {"Rekisterin käyttö", "Registrets drift", "Operation of the ledger"},
      .about = {"Todennukset, tuonnit, toistot ja näkymien viive tällä koneella",
                "Verifieringar, importer, uppspelningar och vyernas eftersläpning på denna maskin",
                "Verifications, imports, replays and the lag of the views on this machine"},
      .scope = {},
      .of_machine = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
