#include "replay/reports/integrity.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const TableSpec& Types() {
  static const TableSpec spec{
      .key = "types",
      .title = {"Tapahtumalajit", "Händelsetyper", "Event types"},
      .sql =
          "SELECT type, type_version, events, first_used, last_used, "
          "first_seq || ' ' || last_seq AS events_named FROM v44_schemas",
      .columns = {{"type", {"Laji", "Typ", "Type"}},
                  {"type_version", {"Versio", "Version", "Version"}, ColumnKind::kInteger},
                  {"events", {"Tapahtumia", "Händelser", "Events"}, ColumnKind::kInteger},
                  {"first_used", {"Ensimmäinen", "Första", "First"}},
                  {"last_used", {"Viimeisin", "Senaste", "Last"}}},
      .when_empty = {"Rekisteri on tyhjä.", "Registret är tomt.", "The ledger is empty."},
      .note = {}};
  return spec;
}

const TableSpec& Days() {
  static const TableSpec spec{
      .key = "days",
      .title = {"Kirjaukset päivittäin", "Registreringar per dag", "Records by day"},
      .sql =
          "SELECT day, sum(events) AS events_of_day, sum(bytes) AS bytes FROM v45_volume "
          "GROUP BY day ORDER BY day",
      .columns = {{"day", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"events_of_day", {"Tapahtumia", "Händelser", "Events"}, ColumnKind::kInteger},
                  {"bytes", {"Tavuja", "Byte", "Bytes"}, ColumnKind::kInteger}},
      .when_empty = {"Rekisteri on tyhjä.", "Registret är tomt.", "The ledger is empty."},
      .note = {}};
  return spec;
}

const TableSpec& Streams() {
  static const TableSpec spec{
      .key = "streams",
      .title = {"Suurimmat virrat", "Största strömmar", "Largest streams"},
      .sql =
          "SELECT stream, events AS events_of_stream, bytes, first_seq, last_seq "
          "FROM v40_streams ORDER BY events DESC, stream LIMIT 50",
      .columns = {{"stream", {"Virta", "Ström", "Stream"}},
                  {"events_of_stream", {"Tapahtumia", "Händelser", "Events"}, ColumnKind::kInteger},
                  {"bytes", {"Tavuja", "Byte", "Bytes"}, ColumnKind::kInteger},
                  {"first_seq", {"Ensimmäinen", "Första", "First"}, ColumnKind::kInteger},
                  {"last_seq", {"Viimeisin", "Senaste", "Last"}, ColumnKind::kInteger}},
      .when_empty = {"Rekisteri on tyhjä.", "Registret är tomt.", "The ledger is empty."},
      .note = {"Enintään 50 virtaa, suurimmasta alkaen.", "Högst 50 strömmar, från den största.",
               "At most 50 streams, the largest first."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest&) {
  Section section{
      .title = {"Mitä rekisterissä on", "Vad registret innehåller", "What the ledger holds"},
      .paragraphs = {
          Words{"Jokainen tapahtuma nimeää edellisen tiivisteen ja on puun lehti. Alla oleva "
                "juuritiiviste sitoo kaikki tapahtumat; “sinetti verify” laskee sen uudelleen "
                "tallennetuista tavuista.",
                "Varje händelse nämner hashen för den föregående och är ett löv i trädet. "
                "Rothashen nedan binder alla händelser; “sinetti verify” räknar om den från de "
                "lagrade byten.",
                "Every event names the hash of the one before and is a leaf of the tree. The "
                "root hash below binds all events; “sinetti verify” recomputes it from the "
                "stored bytes."},
          Words{
              "Milloin rekisteri on täällä todennettu, tuotu ja toistettu, kertoo “sinetti report "
              "operations”.",
              "När registret har verifierats, importerats till och spelats upp här visar “sinetti "
              "report operations”.",
              "When it was verified, imported into and replayed here: “sinetti report "
              "operations”."}}};
  for (const TableSpec* spec : {&Types(), &Days(), &Streams()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec));
    section.tables.push_back(std::move(table));
  }
  return std::vector<Section>{std::move(section)};
}

}  // namespace

const ReportDefinition& IntegrityReport() {
  static const ReportDefinition definition{
      .name = "integrity",
      .title = {"Rekisterin eheys", "Registrets integritet", "Ledger integrity"},
      .about = {"Mitä rekisterissä on ja mihin asti se on todennettu",
                "Vad registret innehåller och hur långt det är bestyrkt",
                "What the ledger holds and how far it is vouched for"},
      .scope = {},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
