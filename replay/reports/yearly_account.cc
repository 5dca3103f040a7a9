#include "replay/reports/yearly_account.h"

#include "replay/reports/processing_return.h"

namespace sinetti {
namespace {

// The year asked for beside the one before; ?1 and ?2 are their first days, ?3 the day after.
const TableSpec& Supervision() {
  static const TableSpec spec{
      .key = "supervision",
      .title = {"Valvonta ja omavalvonta vuonna", "Tillsyn och egenkontroll under året",
                "Supervision and self-monitoring in the year"},
      .sql = R"sql(
        WITH item(rank, what, day, seq) AS (
          SELECT 1, 'cases', opened_on, seq FROM supcase
          UNION ALL SELECT 2, 'inspections', held_on, seq FROM sup_inspection
          UNION ALL SELECT 3, 'findings', found_on, seq FROM sup_finding
          UNION ALL SELECT 4, 'orders', ordered_on, seq FROM sup_order
          UNION ALL SELECT 5, 'signals', day, seq FROM signal
          UNION ALL SELECT 6, 'observations', observed_on, seq FROM sm_observation
          UNION ALL SELECT 7, 'reports', published_on, seq FROM sm_report
          UNION ALL SELECT 8, 'missed', due, seq FROM v4_deadlines
            WHERE duty = 'authority' AND state IN ('late', 'overdue')),
        kind(rank, what) AS (VALUES (1, 'cases'), (2, 'inspections'), (3, 'findings'),
          (4, 'orders'), (5, 'signals'), (6, 'observations'), (7, 'reports'), (8, 'missed')),
        placed AS (SELECT *, day >= ?2 AS now, row_number() OVER
                     (PARTITION BY rank, day >= ?2 ORDER BY day DESC, seq DESC) AS place
                   FROM item WHERE day >= ?1 AND day < ?3)
        SELECT k.what, coalesce(sum(p.now = 1), 0) AS number, coalesce(sum(p.now = 0), 0) AS before,
               group_concat(CASE WHEN p.now = 1 AND p.place <= 20 THEN p.seq END, ' ')
                 AS number_events,
               group_concat(CASE WHEN p.now = 0 AND p.place <= 20 THEN p.seq END, ' ')
                 AS before_events
        FROM kind k LEFT JOIN placed p ON p.rank = k.rank GROUP BY k.rank ORDER BY k.rank)sql",
      .columns =
          {{"what",
            {"Mitä", "Vad", "What"},
            ColumnKind::kCode,
            {{"cases",
              {"Avattuja valvonta-asioita", "Inledda tillsynsärenden", "Supervision cases opened"}},
             {"inspections", {"Tarkastuksia", "Inspektioner", "Inspections"}},
             {"findings", {"Epäkohtia", "Missförhållanden", "Findings"}},
             {"orders", {"Määräyksiä", "Förelägganden", "Orders"}},
             {"signals",
              {"Ilmoituksia ja vaaratapahtumia", "Anmälningar och farliga händelser",
               "Notifications and incidents"}},
             {"observations",
              {"Omavalvonnan havaintoja", "Iakttagelser i egenkontrollen",
               "Observations of self-monitoring"}},
             {"reports",
              {"Julkaistuja omavalvontaraportteja", "Publicerade rapporter om egenkontroll",
               "Self-monitoring reports published"}},
             {"missed",
              {"Viranomaisen määräaikoja ylitetty", "Myndighetens överskridna frister",
               "Time limits of the authority missed"}}}},
           {"number", {"Vuonna", "Under året", "In the year"}, ColumnKind::kInteger},
           {"before", {"Edellisenä vuonna", "Året före", "The year before"}, ColumnKind::kInteger}},
      .note = {"Luvun takana enintään 20 uusinta tapahtumaa.",
               "Högst de 20 nyaste händelserna bakom en siffra.",
               "At most the 20 newest events behind a figure."}};
  return spec;
}

const TableSpec& Indicators() {
  static const TableSpec spec{
      .key = "indicators",
      .title = {"Mittarit", "Indikatorer", "Indicators"},
      .sql = R"sql(
        SELECT coalesce(v.name, v.indicator) AS indicator, coalesce(v.unit, v.provider) AS whose,
               v.period_from, v.period_to, coalesce(v.stated, v.computed) AS value,
               'noBase' AS value_why, nullif(v.unit_of_measure, '') AS unit_of_measure,
               i.target_shown AS target, v.seq AS events
        FROM v14_values v LEFT JOIN indicator i ON i.indicator = v.indicator
        WHERE v.period_to >= ?2 AND v.period_to < ?3
        ORDER BY 1, 2, v.period_from, v.seq LIMIT 500)sql",
      .columns = {{"indicator", {"Mittari", "Indikator", "Indicator"}},
                  {"whose", {"Kenen", "Vems", "Whose"}, ColumnKind::kText, {}, kNotApplicable},
                  {"period_from", {"Alkaen", "Från", "From"}, ColumnKind::kDate},
                  {"period_to", {"Päättyen", "Till", "To"}, ColumnKind::kDate},
                  {"value",
                   {"Arvo", "Värde", "Value"},
                   ColumnKind::kThousandths,
                   {{"noBase",
                     {"ei laskettavissa: nimittäjä puuttuu", "kan inte beräknas: nämnaren saknas",
                      "not computable: the denominator is missing"}}}},
                  {"unit_of_measure", {"Mitta", "Mått", "Measure"}},
                  {"target",
                   {"Tavoite", "Mål", "Target"},
                   ColumnKind::kStated,
                   {},
                   {"ei tavoitetta", "inget mål", "no target"}}},
      .when_empty = {"Mittareiden arvoja ei ole kirjattu vuodelta.",
                     "Inga värden för indikatorer har registrerats för året.",
                     "No value of an indicator is on record for the year."}};
  return spec;
}

const TableSpec& Funding() {
  static const TableSpec spec{
      .key = "funding",
      .title = {"Hankkeiden rahoitus vuonna", "Projektens finansiering under året",
                "Funding of projects in the year"},
      .sql =
          "SELECT project, line, stated, computed, difference, seq AS events, "
          "CASE WHEN difference <> 0 THEN 'bad' WHEN difference = 0 THEN 'good' END AS mark "
          "FROM v30_funding WHERE year = substr(?2, 1, 4) + 0 ORDER BY project, seq",
      .columns = {{"project", {"Hanke", "Projekt", "Project"}},
                  {"line",
                   {"Rivi", "Rad", "Line"},
                   ColumnKind::kCode,
                   {{"total", {"yhteensä", "totalt", "total"}}}},
                  {"stated", {"Ilmoitettu", "Uppgivet", "Stated"}, ColumnKind::kCents},
                  {"computed",
                   {"Laskettu", "Beräknat", "Computed"},
                   ColumnKind::kCents,
                   {},
                   kNotApplicable},
                  {"difference",
                   {"Ero", "Skillnad", "Difference"},
                   ColumnKind::kCents,
                   {},
                   kNotApplicable}},
      .when_empty = {"Vuodelta ei ole kirjattu hankkeiden rahoitusta.",
                     "Ingen projektfinansiering har registrerats för året.",
                     "No funding of projects is on record for the year."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const auto first = ParseDate(request.scope + "-01-01");
  if (!first || request.scope.size() != 4 || request.scope == "0000" || request.scope == "9999") {
    return Error{ErrorCode::kInvalid, "\"" + request.scope + "\" is no year; write 2025"};
  }
  const std::string before = FormatDate(AddMonths(*first, -12));
  const std::vector<std::string> years{before, FormatDate(*first),
                                       FormatDate(AddMonths(*first, 12))};
  std::vector<Section> sections{
      {.title = {"Valvonta", "Tillsyn", "Supervision"},
       .paragraphs =
           {{"Palvelunjärjestäjän vuosiselvitys palveluista ja taloudesta (612/2021 29 §) "
             "siltä osin kuin rekisterissä on tietoja.",
             "Tjänsteanordnarens årliga redogörelse för tjänsterna och ekonomin (612/2021 "
             "29 §) till den del registret har uppgifter.",
             "The organiser's yearly account of services and economy (612/2021 section "
             "29), as far as the ledger has the facts."}}},
      {.title = {"Käsittelyajat", "Handläggningstider", "Handling times"}},
      {.title = {"Mittarit", "Indikatorer", "Indicators"}},
      {.title = {"Rahoitus", "Finansiering", "Funding"}}};
  const TableSpec handling = ProcessingTable(
      "handling",
      {"Käsittelyajat vuonna", "Handläggningstider under året", "Handling times in the year"});
  SINETTI_ASSIGN(Table supervision, QueryTable(views, Supervision(), years));
  SINETTI_ASSIGN(Table times,
                 QueryTable(views, handling, {request.scope + "-01", request.scope + "-12"}));
  SINETTI_ASSIGN(Table indicators, QueryTable(views, Indicators(), years));
  SINETTI_ASSIGN(Table funding, QueryTable(views, Funding(), years));
  sections[0].tables.push_back(std::move(supervision));
  sections[1].tables.push_back(std::move(times));
  sections[2].tables.push_back(std::move(indicators));
  sections[3].tables.push_back(std::move(funding));
  return sections;
}

}  // namespace

const ReportDefinition& YearlyAccount() {
  static const ReportDefinition definition{
      .name = "account",
      .title = {"Järjestäjän vuosiselvitys", "Anordnarens årsredogörelse",
                "Organiser's yearly account"},
      .about = {"Valvonnan luvut, käsittelyajat, mittarit ja hankkeiden rahoitus (612/2021 29 §)",
                "Tillsynens siffror, handläggningstider, indikatorer och projektens finansiering "
                "(612/2021 29 §)",
                "Figures of supervision, handling times, indicators, funding of projects (612/2021 "
                "section 29)"},
      .scope = {"vuosi, esimerkiksi 2025", "år, till exempel 2025", "year, for instance 2025"},
      .needs_scope = true,
      .build = &Build};
  return definition;
}

}  // namespace sinetti
