#include "replay/reports/discrepancies.h"

#include <algorithm>

#include "replay/reports/codes.h"
#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

// Open ones first by severity; then the answered ones.  A chosen reading does not close a finding.
constexpr const char* kMine =
    "WITH mine AS (SELECT *, state IN ('open', 'reading chosen') AS is_open FROM "
    "v37_discrepancies WHERE ?1 = '' OR code = ?1 OR subject = ?1), "
    "rank(severity, place) AS (VALUES ('high', 1), ('medium', 2), ('low', 3), ('info', 4)) ";

const TableSpec& Counts() {
  static const TableSpec spec{
      .key = "counts",
      .title = {"Havainnot tarkastuksittain", "Iakttagelser per kontroll", "Findings by check"},
      .sql = std::string(kMine) +
             "SELECT code, code AS check_name, count(*) AS findings, sum(is_open) AS open, "
             "count(*) - sum(is_open) AS answered, sum(is_open AND severity = 'high') AS high, "
             "CASE WHEN sum(is_open AND severity = 'high') THEN 'bad' WHEN sum(is_open) "
             "THEN 'notice' ELSE 'good' END AS mark, 'open' AS mark_column "
             "FROM mine GROUP BY code ORDER BY code",
      .columns =
          {{"code", {"Tunnus", "Kod", "Code"}},
           {"check_name", {"Tarkastus", "Kontroll", "Check"}, ColumnKind::kCode, ControlCodes()},
           {"findings", {"Havaintoja", "Iakttagelser", "Findings"}, ColumnKind::kInteger},
           {"open", {"Avoinna", "Öppna", "Open"}, ColumnKind::kInteger},
           {"high",
            {"Avoimista vakavia", "Allvarliga öppna", "Open and high"},
            ColumnKind::kInteger},
           {"answered", {"Käsitelty", "Behandlade", "Answered"}, ColumnKind::kInteger}},
      .when_empty = {"Poikkeamia ei ole.", "Det finns inga avvikelser.",
                     "There are no discrepancies."}};
  return spec;
}

TableSpec Register(std::string_view key, Words title, std::string_view condition,
                   Words when_empty) {
  return {.key = key,
          .title = std::move(title),
          .sql = std::string(kMine) +
                 "SELECT m.id, m.code, m.severity, m.subject || coalesce(': ' || "
                 "nullif(m.place, ''), '') AS subject, m.fi AS finding_fi, m.sv AS finding_sv, "
                 "m.en AS finding_en, m.stated, m.computed, m.difference, m.days_open, m.state, "
                 "m.explanation, m.answered_by, m.answer_seq AS state_events, m.events, "
                 "CASE WHEN NOT m.is_open THEN 'good' WHEN m.severity = 'high' THEN 'bad' "
                 "ELSE 'notice' END AS mark, "
                 "CASE WHEN m.is_open THEN 'severity' ELSE 'state' END AS mark_column "
                 "FROM mine m LEFT JOIN rank r ON r.severity = m.severity WHERE " +
                 std::string(condition) +
                 " ORDER BY coalesce(r.place, 9), m.code, m.subject, m.place, m.id",
          .when_empty = std::move(when_empty)};
}

std::vector<ColumnSpec> Common() {
  return {
      {"code", {"Tunnus", "Kod", "Code"}},
      {.key = "severity",
       .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
       .kind = ColumnKind::kEnumerant,
       .schema_field = "discrepancy.detected/severity"},
      {"subject", {"Kohde", "Objekt", "Subject"}},
      {"finding", {"Havainto", "Iakttagelse", "Finding"}, ColumnKind::kWords},
      {"stated", {"Ilmoitettu", "Uppgivet", "Stated"}, ColumnKind::kStated, {}, kNotApplicable},
      {"computed", {"Laskettu", "Beräknat", "Computed"}, ColumnKind::kStated, {}, kNotApplicable},
      {"difference",
       {"Erotus", "Skillnad", "Difference"},
       ColumnKind::kStated,
       {},
       kNotApplicable}};
}

const TableSpec& Open() {
  static const TableSpec spec = [] {
    TableSpec made = Register(
        "open",
        {"Avoimet poikkeamat, vakavimmat ensin", "Öppna avvikelser, de allvarligaste först",
         "Open discrepancies, the gravest first"},
        "m.is_open",
        {"Avoimia poikkeamia ei ole.", "Det finns inga öppna avvikelser.",
         "No discrepancy is open."});
    made.columns = Common();
    made.columns.push_back({"days_open",
                            {"Avoinna (pv)", "Öppen (d)", "Days open"},
                            ColumnKind::kInteger,
                            {},
                            {"ei kirjattu", "inte registrerad", "not recorded"}});
    made.columns.push_back({"id", {"Havainnon tunnus", "Beteckning", "Finding id"}});
    made.note = {
        "Poikkeama ei muuta ilmoitettua arvoa. Avoinnaoloaika lasketaan päivästä, jona "
        "havainto on kirjattu rekisteriin.",
        "En avvikelse ändrar inte det uppgivna värdet. Tiden räknas från den dag då "
        "iakttagelsen registrerades.",
        "A discrepancy never changes what is stated. The days count from the day on which "
        "the finding was recorded."};
    return made;
  }();
  return spec;
}

const TableSpec& Answered() {
  static const TableSpec spec = [] {
    TableSpec made = Register(
        "answered", {"Käsitellyt poikkeamat", "Behandlade avvikelser", "Answered"}, "NOT m.is_open",
        {"Yhtään poikkeamaa ei ole käsitelty.", "Ingen avvikelse har behandlats.",
         "No discrepancy has been answered."});
    made.columns = Common();
    made.columns.push_back(
        {"state", {"Tila", "Status", "State"}, ColumnKind::kCode, FindingStates()});
    made.columns.push_back({"explanation", {"Selitys", "Förklaring", "Explanation"}});
    made.columns.push_back({"answered_by", {"Käsittelijä", "Behandlad av", "Answered by"}});
    made.columns.push_back({"id", {"Havainnon tunnus", "Beteckning", "Finding id"}});
    return made;
  }();
  return spec;
}

// Whoever reads the register must know what the audit did not look for.
const TableSpec& Settings() {
  static const TableSpec spec{
      .key = "settings",
      .title = {"Tarkastusten asetukset, jotka poikkeavat ohjelman omista",
                "Kontrollernas inställningar som avviker från programmets egna",
                "Settings of the checks that differ from the program's own"},
      .sql =
          "SELECT control || CASE part WHEN '' THEN '' ELSE '/' || part END AS control, "
          "coalesce(parameter, '') AS parameter, value, ordinary, since, reason, decided_by, "
          "seq AS events FROM v_control_settings WHERE differs",
      .columns = {{"control", {"Tarkastus", "Kontroll", "Check"}},
                  {"parameter", {"Parametri", "Parameter", "Parameter"}},
                  {"value", {"Voimassa", "Gällande", "In force"}},
                  {"ordinary", {"Muuten", "Annars", "Otherwise"}},
                  {"since", {"Alkaen", "Från", "Since"}, ColumnKind::kDate},
                  {"reason", {"Syy", "Orsak", "Reason"}},
                  {"decided_by", {"Päättäjä", "Beslutsfattare", "Decided by"}}}};
  return spec;
}

const ChartSpec& CheckChart() {
  static const ChartSpec spec{
      .key = "findings-by-check",
      .title = {"Yleisimmät poikkeamat tarkastuksittain, enintään 12",
                "De vanligaste avvikelserna per kontroll, högst 12",
                "The most frequent discrepancies by check, at most 12"},
      .series = {{"Avoinna", "Öppna", "Open"}, {"Käsitelty", "Behandlade", "Answered"}},
      .sql = std::string(kMine) +
             "SELECT code, sum(is_open), count(*) - sum(is_open) FROM mine GROUP BY code "
             "ORDER BY count(*) DESC, code LIMIT 12"};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  if (!request.scope.empty()) {
    SINETTI_TRY(CheckSubject(views, "check or subject with discrepancies", request.scope,
                             "SELECT DISTINCT code FROM v37_discrepancies UNION "
                             "SELECT DISTINCT subject FROM v37_discrepancies ORDER BY 1"));
  }
  Section overview{.title = {"Yleiskuva", "Översikt", "Overview"}};
  SINETTI_ASSIGN(Chart chart, QueryChart(views, CheckChart(), scope));
  const bool any_answered =
      std::any_of(chart.groups.begin(), chart.groups.end(),
                  [](const Chart::Group& group) { return group.values.back() != 0; });
  if (!any_answered) {
    chart.series.pop_back();
    for (Chart::Group& group : chart.groups) group.values.pop_back();
  }
  if (!chart.groups.empty()) overview.charts.push_back(std::move(chart));
  SINETTI_ASSIGN(Table counts, QueryTable(views, Counts(), scope));
  overview.tables.push_back(std::move(counts));
  SINETTI_ASSIGN(Table settings, QueryTable(views, Settings()));
  if (!settings.rows.empty()) overview.tables.push_back(std::move(settings));
  Section list{.title = {"Poikkeamat", "Avvikelser", "Discrepancies"}};
  for (const TableSpec* spec : {&Open(), &Answered()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
    list.tables.push_back(std::move(table));
  }
  return std::vector<Section>{std::move(overview), std::move(list)};
}

// A subject may be a person's pseudonym: only checks can be asked for.
Result<std::vector<Section>> BuildPublic(Database& views, const ReportRequest& request) {
  if (!request.scope.empty())
    SINETTI_TRY(CheckSubject(views, "check with discrepancies", request.scope,
                             "SELECT DISTINCT code FROM v37_discrepancies ORDER BY 1"));
  SINETTI_ASSIGN(std::vector<Section> sections, Build(views, request));
  sections.front().paragraphs.push_back(
      {"Rekisteri on julkaistavissa: se, mikä perustuu henkilöä koskevaan tai salassa pidettävään "
       "tapahtumaan, on jätetty pois ja merkitty sanoilla \"ei julkinen\".",
       "Registret kan publiceras: det som bygger på en händelse som gäller en person eller är "
       "sekretessbelagd har utelämnats och märkts \"inte offentlig\".",
       "The register may be published: what rests on an event about a person, or on a secret one, "
       "is left out and marked \"not public\"."});
  return sections;
}

}  // namespace

const ReportDefinition& DiscrepanciesReport() {
  static const ReportDefinition definition{
      .name = "discrepancies",
      .title = {"Poikkeamarekisteri", "Avvikelseregister", "Discrepancy register"},
      .about = {"Mikä ei täsmää, mitä siihen on vastattu ja mihin tapahtumiin se perustuu",
                "Vad som inte stämmer, vad som svarats och vilka händelser det bygger på",
                "What does not add up, what was answered, and by which events it is known"},
      .scope = {"tarkastuksen tunnus tai kohde (valinnainen)",
                "kontrollens kod eller objekt (valfritt)", "check or subject (optional)"},
      .build = &Build};
  return definition;
}

const ReportDefinition& PublicDiscrepanciesReport() {
  static const ReportDefinition definition{
      .name = "discrepancies-public",
      .title = {"Poikkeamarekisteri, julkinen", "Avvikelseregister, offentligt",
                "Discrepancy register, public"},
      .about = {"Poikkeamarekisteri julkaistavassa muodossa: ei henkilö- eikä salaisia tietoja",
                "Avvikelseregistret för publicering: inga personuppgifter, inget sekretessbelagt",
                "The discrepancy register for publication: no personal and no secret data"},
      .scope = {"tarkastuksen tunnus (valinnainen)", "kontrollens kod (valfritt)",
                "check (optional)"},
      .public_columns = {"code", "check_name", "findings", "open", "high", "answered", "severity",
                         "days_open", "id", "state"},
      .build = &BuildPublic};
  return definition;
}

}  // namespace sinetti
