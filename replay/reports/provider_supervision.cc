#include "replay/reports/provider_supervision.h"

#include "replay/reports/codes.h"

namespace sinetti {
namespace {

const Words kUnit{"Yksikkö", "Enhet", "Unit"};
const Words kDay{"Päivä", "Dag", "Day"};
const Words kState{"Tila", "Status", "State"};

// Cases of the provider, as a list for IN.
constexpr std::string_view kCases = "(SELECT case_no FROM supcase WHERE provider = ?1)";

}  // namespace

const TableSpec& ProviderCases() {
  static const TableSpec spec{
      .key = "cases",
      .title = {"Valvonta-asiat", "Tillsynsärenden", "Supervision cases"},
      .sql =
          "SELECT case_no, unit, source, opened_on, age_days, priority, last_event, last_day, "
          "next_due, days_left, handler, findings, outcome, closed_on, seq AS events, last_seq "
          "AS last_event_events, "
          "CASE WHEN closed_on IS NULL AND days_left < 0 THEN 'bad' WHEN closed_on IS NULL THEN "
          "'notice' ELSE 'good' END AS mark, 'next_due' AS mark_column "
          "FROM v2_case_board WHERE provider = ?1",
      .columns = {{"case_no", {"Asia", "Ärende", "Case"}},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {.key = "source",
                   .title = {"Vireille", "Inleddes genom", "Source"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "supcase.opened/source"},
                  {"opened_on", {"Avattu", "Öppnat", "Opened"}, ColumnKind::kDate},
                  {"age_days", {"Ikä (pv)", "Ålder (d)", "Age (days)"}, ColumnKind::kInteger},
                  {.key = "priority",
                   .title = {"Kiireellisyys", "Prioritet", "Priority"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "supcase.opened/priority"},
                  {"last_event", {"Viimeksi", "Senast", "Last event"}, ColumnKind::kEventType},
                  {"next_due",
                   {"Seuraava määräpäivä", "Nästa sista dag", "Next due"},
                   ColumnKind::kDate,
                   {},
                   {"ei avointa määräaikaa", "ingen öppen frist", "no open time limit"}},
                  {"findings", {"Epäkohtia", "Missförhållanden", "Findings"}, ColumnKind::kInteger},
                  {"closed_on",
                   {"Päätetty", "Avslutat", "Closed"},
                   ColumnKind::kDate,
                   {},
                   {"avoinna", "öppet", "open"}}},
      .when_empty = {"Valvonta-asioita ei ole.", "Det finns inga tillsynsärenden.",
                     "There are no supervision cases."}};
  return spec;
}

const TableSpec& ProviderOrders() {
  static const TableSpec spec{
      .key = "orders",
      .title = {"Määräykset ja uhkasakot", "Förelägganden och viten",
                "Orders and conditional fines"},
      .sql =
          "SELECT case_no, unit, obligations, ordered_on, due, met_on, state, days_past_due, "
          "fine_kind, amount_cents, fine_state, finality, enforceable_now, two_year_expiry, "
          "CASE WHEN fine_kind IS NULL THEN 'none' END AS amount_cents_why, seq AS events, "
          "CASE state WHEN 'past_due' THEN 'bad' WHEN 'met_late' THEN 'notice' WHEN 'met' THEN "
          "'good' END AS mark, 'state' AS mark_column FROM v3_orders WHERE provider = ?1",
      .columns = {{"case_no", {"Asia", "Ärende", "Case"}},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {"obligations", {"Velvoite", "Skyldighet", "Obligation"}},
                  {"ordered_on", {"Määrätty", "Förelagt", "Ordered"}, ColumnKind::kDate},
                  {"due", {"Määräpäivä", "Sista dag", "Due"}, ColumnKind::kDate},
                  {"state", kState, ColumnKind::kCode, OrderStates()},
                  {"fine_kind",
                   {"Uhkasakko", "Vite", "Fine"},
                   ColumnKind::kEnumerant,
                   {},
                   {"ei uhkasakkoa", "inget vite", "no fine"},
                   "fine.imposed/kind"},
                  {"amount_cents",
                   {"Määrä", "Belopp", "Amount"},
                   ColumnKind::kCents,
                   {{"none", kNotApplicable}}},
                  {"fine_state",
                   {"Uhkasakon tila", "Vitets status", "State of the fine"},
                   ColumnKind::kCode,
                   FineStates(),
                   kNotApplicable},
                  {"finality",
                   {"Lainvoima", "Laga kraft", "Finality"},
                   ColumnKind::kCode,
                   FinalityWords()},
                  {"enforceable_now",
                   {"Täytäntöönpantavissa", "Verkställbart", "Enforceable"},
                   ColumnKind::kSign}},
      .when_empty = {"Määräyksiä ei ole annettu.", "Inga förelägganden har meddelats.",
                     "No order has been issued."}};
  return spec;
}

// Inspections, notices, notifications and findings of fact, in the order of time.
const TableSpec& ProviderActions() {
  static const TableSpec spec{
      .key = "actions",
      .title = {"Tarkastukset, huomautukset ja epäkohdat",
                "Inspektioner, anmärkningar och missförhållanden",
                "Inspections, notices and findings"},
      .sql =
          "SELECT m.happened, m.type, m.matter, f.unit, f.severity, f.provision, f.text, m.seq "
          "AS events, CASE f.severity WHEN 'endangering' THEN 'bad' WHEN 'defect' THEN 'notice' "
          "END AS mark, 'severity' AS mark_column "
          "FROM matter_event m LEFT JOIN v3_findings f ON f.seq = m.seq WHERE m.matter IN " +
          std::string(kCases) +
          " AND (m.type LIKE 'inspection.%' OR m.type IN ('finding.recorded', "
          "'supcase.noticeIssued', 'supcase.urged', 'supcase.attentionDrawn')) "
          "ORDER BY m.happened, m.seq",
      .columns = {{"happened", kDay, ColumnKind::kDate},
                  {"type", {"Tapahtuma", "Händelse", "Event"}, ColumnKind::kEventType},
                  {"matter", {"Asia", "Ärende", "Case"}},
                  {"severity",
                   {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   ColumnKind::kEnumerant,
                   {},
                   kNotApplicable,
                   "finding.recorded/severity"},
                  {"provision",
                   {"Säännös", "Bestämmelse", "Provision"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"text",
                   {"Epäkohta", "Missförhållande", "Finding"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable}},
      .when_empty = {"Tarkastuksia tai huomautuksia ei ole.",
                     "Det finns inga inspektioner eller anmärkningar.",
                     "There are no inspections or notices."}};
  return spec;
}

}  // namespace sinetti
