#include "replay/reports/provider.h"

#include "replay/reports/codes.h"
#include "replay/reports/deadlines.h"
#include "replay/reports/provider_supervision.h"

namespace sinetti {
namespace {

const Words kUnit{"Yksikkö", "Enhet", "Unit"};
const Words kState{"Tila", "Status", "State"};

const TableSpec& Card() {
  static const TableSpec spec{
      .key = "card",
      .title = {"Tuottaja", "Producent", "Provider"},
      .sql = R"sql(
        SELECT p.name, p.provider, p.sector, nullif(p.business_id, '') AS business_id,
               nullif(p.oid, '') AS oid, p.status, nullif(p.since, '') AS since,
               p.conditions, p.units,
               p.units_without_responsible_person, p.contracts_in_force,
               CASE WHEN p.contracts_in_force > 0 THEN p.contract_value_cents END
                 AS contract_value_cents,
               CASE WHEN p.contracts_in_force = 0 THEN 'none' ELSE 'notStated' END
                 AS contract_value_cents_why,
               p.open_cases, p.orders_open, p.notices_3_years, p.last_inspection,
               p.last_self_monitoring_report,
               p.reliability_flags, p.seq AS events,
               CASE WHEN p.reliability_flags IS NOT NULL THEN 'bad'
                    WHEN p.units_without_responsible_person > 0 THEN 'notice' END AS mark,
               CASE WHEN p.reliability_flags IS NOT NULL THEN 'reliability_flags'
                    ELSE 'units_without_responsible_person' END AS mark_column
        FROM v1_provider_card p WHERE p.provider = ?1)sql",
      .columns =
          {{"name", {"Nimi", "Namn", "Name"}},
           {"provider", {"Tunnus", "Beteckning", "Id"}},
           {.key = "sector",
            .title = {"Sektori", "Sektor", "Sector"},
            .kind = ColumnKind::kEnumerant,
            .schema_field = "provider.registered/sector"},
           {"business_id", {"Y-tunnus", "FO-nummer", "Business ID"}},
           {"oid", {"OID-tunnus", "OID-kod", "OID"}},
           {"status",
            {"Rekisteröinnin tila", "Registreringens status", "Registration"},
            ColumnKind::kCode,
            {{"applied", {"haettu", "ansökt", "applied for"}},
             {"registered", {"rekisteröity", "registrerad", "registered"}},
             {"removed",
              {"poistettu rekisteristä", "avförd ur registret", "removed from the register"}}}},
           {"since", {"Alkaen", "Sedan", "Since"}, ColumnKind::kDate},
           {"conditions",
            {"Ehdot", "Villkor", "Conditions"},
            ColumnKind::kText,
            {},
            {"ei ehtoja", "inga villkor", "none"}},
           {"units", {"Yksiköitä", "Enheter", "Units"}, ColumnKind::kInteger},
           {"units_without_responsible_person",
            {"Yksiköitä ilman vastuuhenkilöä", "Enheter utan ansvarsperson",
             "Units without a responsible person"},
            ColumnKind::kInteger},
           {"contracts_in_force",
            {"Voimassa olevia sopimuksia", "Avtal i kraft", "Contracts in force"},
            ColumnKind::kInteger},
           {"contract_value_cents",
            {"Sopimusten arvo", "Avtalens värde", "Value of the contracts"},
            ColumnKind::kCents,
            {{"none",
              {"ei voimassa olevia sopimuksia", "inga avtal i kraft", "no contract is in force"}},
             {"notStated",
              {"arvoa ei ole ilmoitettu", "värdet har inte uppgetts", "the value is not stated"}}}},
           {"open_cases",
            {"Avoimia valvonta-asioita", "Öppna tillsynsärenden", "Open supervision cases"},
            ColumnKind::kInteger},
           {"orders_open",
            {"Täyttämättömiä määräyksiä", "Ouppfyllda förelägganden", "Orders not met"},
            ColumnKind::kInteger},
           {"notices_3_years",
            {"Huomautuksia kolmessa vuodessa", "Anmärkningar under tre år",
             "Notices in three years"},
            ColumnKind::kInteger},
           {"last_inspection",
            {"Viimeisin tarkastus", "Senaste inspektion", "Last inspection"},
            ColumnKind::kDate,
            {},
            {"ei tarkastettu", "inte inspekterad", "not inspected"}},
           {"last_self_monitoring_report",
            {"Viimeisin omavalvontaraportti", "Senaste rapport om egenkontroll",
             "Last self-monitoring report"},
            ColumnKind::kDate,
            {},
            {"ei julkaistu", "inte publicerad", "not published"}},
           {"reliability_flags",
            {"Luotettavuushavainnot", "Anmärkningar om tillförlitlighet", "Reliability"},
            ColumnKind::kText,
            {},
            {"ei havaintoja", "inga anmärkningar", "nothing noted"}}},
      .when_empty = {"Tuottajaa ei ole.", "Producenten finns inte.", "There is no such provider."}};
  return spec;
}

const TableSpec& Units() {
  static const TableSpec spec{
      .key = "units",
      .title = {"Palveluyksiköt", "Tjänsteenheter", "Service units"},
      .sql =
          "SELECT name, unit, services, nullif(municipality, '') AS municipality, places, "
          "nullif(responsible_person, '') AS responsible_person, status, nullif(since, '') AS "
          "since, seq AS events, "
          "CASE WHEN responsible_person = '' AND status = 'registered' THEN 'bad' END AS mark, "
          "'responsible_person' AS mark_column FROM unit WHERE provider = ?1 ORDER BY name COLLATE "
          "FINNISH, "
          "unit",
      .columns = {{"name", kUnit},
                  {"unit", {"Tunnus", "Beteckning", "Id"}},
                  {"services", {"Palvelut", "Tjänster", "Services"}},
                  {"municipality", {"Kunta", "Kommun", "Municipality"}},
                  {"places", {"Paikkoja", "Platser", "Places"}, ColumnKind::kThousandths},
                  {"responsible_person", {"Vastuuhenkilö", "Ansvarsperson", "Responsible person"}},
                  {"status",
                   kState,
                   ColumnKind::kCode,
                   {{"proposed", {"esitetty", "föreslagen", "proposed"}},
                    {"registered", {"rekisteröity", "registrerad", "registered"}},
                    {"removed", {"poistettu", "avförd", "removed"}}}},
                  {"since", {"Alkaen", "Sedan", "Since"}, ColumnKind::kDate}},
      .when_empty = {"Yksiköitä ei ole rekisteröity.", "Inga enheter har registrerats.",
                     "No unit is registered."}};
  return spec;
}

const TableSpec& Contracts() {
  static const TableSpec spec{
      .key = "contracts",
      .title = {"Sopimukset", "Avtal", "Contracts"},
      .sql =
          "SELECT contract, service, organisers, value_cents, nullif(term_start, '') AS "
          "term_start, nullif(term_end, '') AS term_end, stage, in_force, clauses_missing, "
          "amendments, subcontractors_approved, seq AS events, "
          "CASE WHEN clauses_missing > 0 THEN 'bad' END AS mark, 'clauses_missing' AS "
          "mark_column FROM v23_contracts WHERE provider = ?1",
      .columns = {{"contract", {"Sopimus", "Avtal", "Contract"}},
                  {"service", {"Palvelu", "Tjänst", "Service"}},
                  {"organisers", {"Järjestäjä", "Anordnare", "Organiser"}},
                  {"value_cents", {"Arvo", "Värde", "Value"}, ColumnKind::kCents},
                  {"term_start", {"Alkaa", "Börjar", "From"}, ColumnKind::kDate},
                  {"term_end",
                   {"Päättyy", "Upphör", "Until"},
                   ColumnKind::kDate,
                   {},
                   {"toistaiseksi", "tills vidare", "until further notice"}},
                  {"stage",
                   kState,
                   ColumnKind::kCode,
                   {{"drafted", {"luonnos", "utkast", "draft"}},
                    {"signed", {"allekirjoitettu", "undertecknat", "signed"}},
                    {"inForce", {"voimassa", "i kraft", "in force"}},
                    {"terminated", {"irtisanottu", "uppsagt", "terminated"}},
                    {"rescinded", {"purettu", "hävt", "rescinded"}},
                    {"expired", {"päättynyt", "upphört", "expired"}}}},
                  {"in_force", {"Voimassa nyt", "I kraft nu", "In force now"}, ColumnKind::kSign},
                  {"clauses_missing",
                   {"Puuttuvia pakollisia ehtoja", "Saknade obligatoriska villkor",
                    "Mandatory clauses missing"},
                   ColumnKind::kInteger},
                  {"subcontractors_approved",
                   {"Hyväksyttyjä alihankkijoita", "Godkända underleverantörer",
                    "Approved subcontractors"},
                   ColumnKind::kInteger}},
      .when_empty = {"Sopimuksia ei ole.", "Det finns inga avtal.", "There are no contracts."}};
  return spec;
}

const TableSpec& SelfMonitoring() {
  static const TableSpec spec{
      .key = "selfmonitoring",
      .title = {"Omavalvonnan tila", "Egenkontrollens läge", "Self-monitoring"},
      .sql =
          "SELECT unit, scope, plan_version, approved_on, published_on, displayed_on, "
          "staff_instruction, last_feedback, last_report_on, missing_periods, next_due, "
          "seq AS events, CASE WHEN overdue THEN 'bad' WHEN missing_periods IS NOT NULL THEN "
          "'bad' END AS mark, CASE WHEN overdue THEN 'next_due' ELSE 'missing_periods' END AS "
          "mark_column FROM v8_self_monitoring WHERE provider = ?1",
      .columns = {{"unit", {"Yksikkö tai ohjelma", "Enhet eller program", "Unit or programme"}},
                  {"plan_version", {"Suunnitelma", "Plan", "Plan"}},
                  {"approved_on", {"Hyväksytty", "Godkänd", "Approved"}, ColumnKind::kDate},
                  {"published_on", {"Julkaistu", "Publicerad", "Published"}, ColumnKind::kDate},
                  {"displayed_on",
                   {"Esillä yksikössä", "Framlagd i enheten", "Displayed"},
                   ColumnKind::kDate,
                   {},
                   {"ei kirjattu", "inte registrerad", "not on record"}},
                  {"last_feedback",
                   {"Palautetta viimeksi", "Senaste respons", "Last feedback"},
                   ColumnKind::kDate,
                   {},
                   {"ei kerätty", "inte insamlad", "not collected"}},
                  {"last_report_on",
                   {"Viimeisin raportti", "Senaste rapport", "Last report"},
                   ColumnKind::kDate,
                   {},
                   {"ei julkaistu", "inte publicerad", "not published"}},
                  {"missing_periods",
                   {"Raportoimatta", "Orapporterat", "Not reported"},
                   ColumnKind::kText,
                   {},
                   {"ei aukkoja", "inga luckor", "no gaps"}},
                  {"next_due",
                   {"Seuraava raportti", "Nästa rapport", "Next report"},
                   ColumnKind::kDate,
                   {},
                   {"ei määräaikaa", "ingen frist", "no time limit"}}},
      .when_empty = {"Omavalvontasuunnitelmaa ei ole kirjattu.",
                     "Ingen plan för egenkontroll har registrerats.",
                     "No self-monitoring plan is on record."}};
  return spec;
}

// Findings whose subject is the provider or something of it.
const TableSpec& Findings() {
  static const TableSpec spec{
      .key = "findings",
      .title = {"Poikkeamat", "Avvikelser", "Discrepancies"},
      .sql = R"sql(
        WITH name(x) AS (
          SELECT ?1 UNION SELECT unit FROM unit WHERE provider = ?1
          UNION SELECT contract FROM contract WHERE provider = ?1
          UNION SELECT case_no FROM supcase WHERE provider = ?1
          UNION SELECT stream FROM matter_event WHERE matter IN
            (SELECT case_no FROM supcase WHERE provider = ?1))
        SELECT f.code, f.severity, f.subject, f.fi AS finding_fi, f.sv AS finding_sv,
               f.en AS finding_en, f.state, f.events,
               CASE WHEN f.state NOT IN ('open', 'reading chosen') THEN 'good'
                    WHEN f.severity = 'high' THEN 'bad' ELSE 'notice' END AS mark
        FROM v37_discrepancies f
        WHERE EXISTS (SELECT 1 FROM name WHERE f.subject = x
                       OR f.subject LIKE '%-' || x OR f.place = x))sql",
      .columns = {{"code", {"Tarkastus", "Kontroll", "Check"}, ColumnKind::kCode, ControlCodes()},
                  {.key = "severity",
                   .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "discrepancy.detected/severity"},
                  {"subject", {"Kohde", "Objekt", "Subject"}},
                  {"finding", {"Havainto", "Iakttagelse", "Finding"}, ColumnKind::kWords},
                  {"state", kState, ColumnKind::kCode, FindingStates()}},
      .when_empty = {"Poikkeamia ei ole.", "Det finns inga avvikelser.",
                     "There are no discrepancies."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  SINETTI_TRY(CheckSubject(views, "provider", request.scope,
                           "SELECT provider FROM provider ORDER BY provider"));
  std::vector<Section> sections{
      {.title = {"Tuottaja", "Producent", "Provider"}},
      {.title = {"Valvonta", "Tillsyn", "Supervision"}},
      {.title = {"Määräajat", "Tidsfrister", "Time limits"}},
      {.title = {"Omavalvonta ja poikkeamat", "Egenkontroll och avvikelser",
                 "Self-monitoring and discrepancies"}}};
  SINETTI_ASSIGN(sections[0].tables, QueryCards(views, Card(), scope));
  const TableSpec open = DeadlineTable(
      "deadlines",
      {"Avoimet ja ylitetyt määräajat", "Öppna och överskridna frister",
       "Open and missed time limits"},
      "d.provider = ?1 AND d.state IN ('pending', 'overdue', 'late')",
      {"Avoimia tai ylitettyjä määräaikoja ei ole.",
       "Det finns inga öppna eller överskridna frister.", "No time limit is open or missed."});
  const std::vector<std::vector<const TableSpec*>> specs{
      {&Units(), &Contracts()},
      {&ProviderCases(), &ProviderOrders(), &ProviderActions()},
      {&open},
      {&SelfMonitoring(), &Findings()}};
  for (std::size_t i = 0; i < specs.size(); ++i) {
    for (const TableSpec* spec : specs[i]) {
      SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
      sections[i].tables.push_back(std::move(table));
    }
  }
  SINETTI_ASSIGN(Chart chart,
                 QueryChart(views, DeadlineChart("met-and-missed", "d.provider = ?1"), scope));
  if (!chart.groups.empty()) sections[2].charts.push_back(std::move(chart));
  return sections;
}

}  // namespace

const ReportDefinition& ProviderReport() {
  static const ReportDefinition definition{
      .name = "provider",
      .title = {"Tuottajakortti", "Producentkort", "Provider card"},
      .about = {"Tuottajan yksiköt, sopimukset, valvonta-asiat, määräykset ja omavalvonta",
                "Producentens enheter, avtal, tillsynsärenden, förelägganden och egenkontroll",
                "A provider's units, contracts, cases, orders and self-monitoring"},
      .scope = {"tuottaja", "producent", "provider"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
