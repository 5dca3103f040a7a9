#include "replay/reports/funding.h"

#include "replay/reports/query_table.h"

namespace sinetti {
namespace {

const TableSpec& Years() {
  static const TableSpec spec{
      .key = "years",
      .title = {"Ilmoitettu ja laskettu vuosittain", "Uppgivet och beräknat per år",
                "Stated and computed by year"},
      .sql = R"sql(
        SELECT project, coalesce(CAST(year AS TEXT), line) AS year, stated, computed, difference,
               CASE WHEN difference IS NULL AND stated IS NULL THEN 'notStated'
                    WHEN difference IS NULL THEN 'notComputable' END AS difference_why,
               CASE WHEN difference IS NULL THEN 'notice' WHEN difference <> 0 THEN 'bad'
                    ELSE 'good' END AS mark, 'difference' AS mark_column,
               seq AS stated_events,
               (SELECT group_concat(l.seq, ' ') FROM funding_line l
                 WHERE l.project = v.project AND l.within IS NULL
                   AND (v.year IS NULL AND v.line = 'project-by-lines' OR l.year = v.year))
                 AS computed_events
        FROM v30_funding v
        WHERE line IN ('total', 'project-by-years', 'project-by-lines')
          AND (?1 = '' OR project = ?1))sql",
      .columns = {{"year",
                   {"Vuosi", "År", "Year"},
                   ColumnKind::kCode,
                   {{"project-by-years",
                     {"koko hanke, vuosien summista", "hela projektet, av årssummorna",
                      "whole project, from the years"}},
                    {"project-by-lines",
                     {"koko hanke, riveistä", "hela projektet, av raderna",
                      "whole project, from the lines"}}}},
                  {"stated", {"Ilmoitettu", "Uppgivet", "Stated"}, ColumnKind::kCents},
                  {"computed",
                   {"Laskettu", "Beräknat", "Computed"},
                   ColumnKind::kCents,
                   {},
                   {"ei laskettavissa: rivejä ei ole", "kan inte beräknas: rader saknas",
                    "not computable: there are no lines"}},
                  {"difference",
                   {"Erotus", "Skillnad", "Difference"},
                   ColumnKind::kCents,
                   {{"notStated",
                     {"ei laskettavissa: summaa ei ole ilmoitettu",
                      "kan inte beräknas: summan har inte uppgetts",
                      "not computable: no total is stated"}},
                    {"notComputable",
                     {"ei laskettavissa: rivejä ei ole", "kan inte beräknas: rader saknas",
                      "not computable: there are no lines"}}}},
                  {"project", {"Hanke", "Projekt", "Project"}}},
      .when_empty = {"Kokonaisrahoitusta ei ole ilmoitettu.",
                     "Totalfinansiering har inte uppgetts.", "No total is stated."},
      .note = {"Erotus on laskettu vähennettynä ilmoitetulla. Ilmoitettua lukua ei muuteta.",
               "Skillnaden är det beräknade minus det uppgivna. Den uppgivna siffran ändras inte.",
               "The difference is computed minus stated. What is stated is never changed."}};
  return spec;
}

const TableSpec& Lines() {
  static const TableSpec spec{
      .key = "lines",
      .title = {"Rivit", "Rader", "Lines"},
      .sql = R"sql(
        SELECT CAST(year AS TEXT) AS year, line, nullif(payer, '') AS payer, stated, computed,
               difference, share_stated, share_computed,
               CASE WHEN share_computed IS NULL THEN 'noBase' END AS share_computed_why,
               key_version, seq AS events,
               CASE WHEN flags <> '' THEN 'bad' WHEN difference = 0 THEN 'good' END AS mark,
               CASE WHEN flags LIKE '%R-SHARE%' AND flags NOT LIKE '%R-SUM%' THEN 'share_computed'
                    ELSE 'difference' END AS mark_column
        FROM v30_funding
        WHERE line NOT IN ('total', 'project-by-years', 'project-by-lines')
          AND (?1 = '' OR project = ?1))sql",
      .columns =
          {{"year", {"Vuosi", "År", "Year"}},
           {"line", {"Rivi", "Rad", "Line"}},
           {"payer", {"Maksaja", "Betalare", "Payer"}, ColumnKind::kText, {}, kNotApplicable},
           {"stated", {"Ilmoitettu", "Uppgivet", "Stated"}, ColumnKind::kCents},
           {"computed",
            {"Osiensa summa", "Summa av delarna", "Sum of its parts"},
            ColumnKind::kCents,
            {},
            kNotApplicable},
           {"difference",
            {"Erotus", "Skillnad", "Difference"},
            ColumnKind::kCents,
            {},
            kNotApplicable},
           {"share_stated",
            {"Osuus, ilmoitettu", "Andel, uppgiven", "Share stated"},
            ColumnKind::kPercent,
            {},
            kNotApplicable},
           {"share_computed",
            {"Osuus, laskettu", "Andel, beräknad", "Share computed"},
            ColumnKind::kPercent,
            {{"noBase",
              {"ei laskettavissa: luku tai perusta puuttuu",
               "kan inte beräknas: siffra eller grund saknas",
               "not computable: the figure or its base is missing"}}}},
           {"key_version",
            {"Jakoavain", "Fördelningsnyckel", "Key"},
            ColumnKind::kText,
            {},
            kNotApplicable}},
      .when_empty = {"Rahoitusrivejä ei ole.", "Det finns inga finansieringsrader.",
                     "There are no funding lines."},
      .note = {"– merkitsee, että kohta ei koske riviä: rivillä ei ole osia tai sille ei ole "
               "ilmoitettu osuutta.",
               "– betyder att punkten inte gäller raden: raden har inga delar eller ingen uppgiven "
               "andel.",
               "– means that the item does not concern the line: it has no parts, or no share is "
               "stated for it."}};
  return spec;
}

const TableSpec& Payers() {
  static const TableSpec spec{
      .key = "payers",
      .title = {"Maksajat", "Betalare", "Payers"},
      .sql =
          "SELECT payer, names, total, events, "
          "CASE WHEN names LIKE '% / %' THEN 'notice' END AS mark, 'names' AS mark_column "
          "FROM v30_payers WHERE ?1 = '' OR project = ?1",
      .columns = {{"payer", {"Maksaja", "Betalare", "Payer"}},
                  {"names", {"Nimet lähteessä", "Namn i källan", "Names in the source"}},
                  {"total", {"Yhteensä", "Totalt", "Total"}, ColumnKind::kCents}},
      .when_empty = {"Maksajia ei ole nimetty.", "Inga betalare har nämnts.",
                     "No payers are named."}};
  return spec;
}

// Both keys beside each other: the printed one, and the proportions of the year before.
const TableSpec& Keys() {
  static const TableSpec spec{
      .key = "keys",
      .title = {"Kustannustenjako kahdella avaimella", "Kostnadsfördelning enligt två nycklar",
                "Cost sharing by two keys"},
      .sql = R"sql(
        WITH mine AS (SELECT * FROM v31_cost_sharing WHERE ?1 = '' OR project = ?1),
        place AS (SELECT DISTINCT project, period, payer FROM mine)
        SELECT CAST(p.period AS TEXT) AS period, p.payer, coalesce(k.allocated, a.allocated)
                 AS allocated,
               k.key_share AS printed_share, k.by_key_rounded AS by_printed,
               k.difference_rounded AS printed_difference,
               a.key_share AS exact_share, a.by_key_rounded AS by_exact,
               a.difference_rounded AS exact_difference,
               coalesce(k.disputed, a.disputed) AS disputed,
               coalesce(k.seq, a.seq) AS allocated_events, k.key_seq AS by_printed_events,
               a.key_seq AS by_exact_events,
               CASE WHEN coalesce(k.disputed, a.disputed) THEN 'bad'
                    WHEN coalesce(a.difference_rounded, k.difference_rounded) <> 0 THEN 'bad'
                    WHEN coalesce(k.difference_rounded, 0) <> 0 THEN 'notice' ELSE 'good' END
                 AS mark,
               CASE WHEN coalesce(k.disputed, a.disputed) THEN 'disputed'
                    WHEN coalesce(k.difference_rounded, 0) <> 0 THEN 'printed_difference'
                    ELSE 'exact_difference' END AS mark_column
        FROM place p
        LEFT JOIN mine k ON k.project = p.project AND k.period = p.period AND k.payer = p.payer
                        AND k.key LIKE 'printed %'
        LEFT JOIN mine a ON a.project = p.project AND a.period = p.period AND a.payer = p.payer
                        AND a.key LIKE 'amounts %'
        ORDER BY p.project, p.period, coalesce(k.seq, a.seq))sql",
      .columns = {{"period", {"Vuosi", "År", "Year"}},
                  {"payer", {"Maksaja", "Betalare", "Payer"}},
                  {"allocated", {"Jaettu", "Fördelat", "Allocated"}, ColumnKind::kCents},
                  {"printed_share",
                   {"Painettu avain", "Tryckt nyckel", "Printed key"},
                   ColumnKind::kPercent,
                   {},
                   kNotApplicable},
                  {"by_printed",
                   {"Avaimen mukaan", "Enligt nyckeln", "By that key"},
                   ColumnKind::kCents,
                   {},
                   kNotApplicable},
                  {"printed_difference",
                   {"Erotus", "Skillnad", "Difference"},
                   ColumnKind::kCents,
                   {},
                   kNotApplicable},
                  {"exact_share",
                   {"Edellisen vuoden suhde", "Föregående års förhållande",
                    "Proportion of the year before"},
                   ColumnKind::kPercent,
                   {},
                   kNotApplicable},
                  {"by_exact",
                   {"Suhteen mukaan", "Enligt förhållandet", "By that proportion"},
                   ColumnKind::kCents,
                   {},
                   kNotApplicable},
                  {"exact_difference",
                   {"Erotus", "Skillnad", "Difference"},
                   ColumnKind::kCents,
                   {},
                   kNotApplicable},
                  {"disputed", {"Riitautettu", "Bestridd", "Disputed"}, ColumnKind::kSign}},
      .when_empty = {"Jakoavainta ei ole.", "Det finns ingen fördelningsnyckel.",
                     "There is no key."},
      .note = {"Laskettu osuus pyöristetään samaan tarkkuuteen, jolla vuoden summat on ilmoitettu.",
               "Den beräknade andelen avrundas till samma noggrannhet som årets belopp.",
               "A computed share is rounded to the step in which the year's amounts are stated."}};
  return spec;
}

// Why a product of volume and price, or its difference, cannot be had.
const std::vector<CodeWord>& UnitPriceReasons() {
  static const std::vector<CodeWord> codes{
      {"noFigures",
       {"ei laskettavissa: määrä tai hinta puuttuu", "kan inte beräknas: volym eller pris saknas",
        "not computable: volume or price is missing"}},
      {"noTotal",
       {"ei laskettavissa: loppusummaa ei ole ilmoitettu",
        "kan inte beräknas: slutsumman har inte uppgetts", "not computable: no total is stated"}}};
  return codes;
}

const TableSpec& Charges() {
  static const TableSpec spec{
      .key = "charges",
      .title = {"Laskutus: määrä kertaa yksikköhinta", "Fakturering: volym gånger enhetspris",
                "Charges: volume times unit price"},
      .sql = R"sql(
        SELECT settlement, period, payer, service, quantity, unit_price_cents, total_stated_cents,
               total_computed_cents, difference_cents, seq AS events,
               CASE WHEN computed = 'notComputable' THEN 'noFigures' END
                 AS total_computed_cents_why,
               CASE computed WHEN 'notComputable' THEN 'noFigures' WHEN 'notStated' THEN 'noTotal'
                    END AS difference_cents_why,
               CASE WHEN difference_cents <> 0 THEN 'bad' WHEN computed = 'notComputable'
                    THEN 'notice' END AS mark,
               CASE WHEN computed = 'notComputable' THEN 'total_computed_cents'
                    ELSE 'difference_cents' END AS mark_column
        FROM v32_charges)sql",
      .columns = {{"settlement", {"Lasku", "Faktura", "Settlement"}},
                  {"period", {"Kausi", "Period", "Period"}},
                  {"payer", {"Maksaja", "Betalare", "Payer"}},
                  {"service", {"Palvelu", "Tjänst", "Service"}},
                  {"quantity", {"Määrä", "Volym", "Volume"}, ColumnKind::kInteger},
                  {"unit_price_cents",
                   {"Yksikköhinta", "Enhetspris", "Unit price"},
                   ColumnKind::kCents},
                  {"total_stated_cents", {"Ilmoitettu", "Uppgivet", "Stated"}, ColumnKind::kCents},
                  {"total_computed_cents",
                   {"Laskettu", "Beräknat", "Computed"},
                   ColumnKind::kCents,
                   UnitPriceReasons()},
                  {"difference_cents",
                   {"Erotus", "Skillnad", "Difference"},
                   ColumnKind::kCents,
                   UnitPriceReasons()}},
      .when_empty = {"Laskuja ei ole.", "Det finns inga fakturor.", "There are no charges."}};
  return spec;
}

const TableSpec& Products() {
  static const TableSpec spec{
      .key = "products",
      .title = {"Tuotteet: määrä kertaa yksikköhinta", "Produkter: volym gånger enhetspris",
                "Products: volume times unit price"},
      .sql = R"sql(
        SELECT product, CAST(year AS TEXT) AS year, volume, volume_unit, unit_price_cents,
               total_stated_cents, total_computed_cents, difference_cents,
               CASE WHEN total_computed_cents IS NULL THEN 'noFigures' END
                 AS total_computed_cents_why,
               CASE WHEN total_computed_cents IS NULL THEN 'noFigures'
                    WHEN total_stated_cents IS NULL THEN 'noTotal' END AS difference_cents_why,
               seq AS events,
               CASE WHEN difference_cents <> 0 THEN 'bad' WHEN difference_cents = 0 THEN 'good'
                    ELSE 'notice' END AS mark, 'difference_cents' AS mark_column
        FROM v32_price_volume)sql",
      .columns = {{"product", {"Tuote", "Produkt", "Product"}},
                  {"year", {"Vuosi", "År", "Year"}},
                  {"volume", {"Määrä", "Volym", "Volume"}, ColumnKind::kInteger},
                  {"volume_unit", {"Yksikkö", "Enhet", "Unit"}},
                  {"unit_price_cents",
                   {"Yksikköhinta", "Enhetspris", "Unit price"},
                   ColumnKind::kCents},
                  {"total_stated_cents", {"Ilmoitettu", "Uppgivet", "Stated"}, ColumnKind::kCents},
                  {"total_computed_cents",
                   {"Laskettu", "Beräknat", "Computed"},
                   ColumnKind::kCents,
                   UnitPriceReasons()},
                  {"difference_cents",
                   {"Erotus", "Skillnad", "Difference"},
                   ColumnKind::kCents,
                   UnitPriceReasons()}},
      .when_empty = {"Tuotteita ei ole.", "Det finns inga produkter.", "There are no products."},
      .note = {"Erotus on laskettu vähennettynä ilmoitetulla.",
               "Skillnaden är det beräknade minus det uppgivna.",
               "The difference is computed minus stated."}};
  return spec;
}

const ChartSpec& YearChart() {
  static const ChartSpec spec{
      .key = "funding-by-year",
      .title = {"Rahoitus vuosittain: ilmoitettu ja laskettu",
                "Finansiering per år: uppgiven och beräknad",
                "Funding by year: stated and computed"},
      .series = {{"Ilmoitettu", "Uppgivet", "Stated"}, {"Laskettu", "Beräknat", "Computed"}},
      .sql =
          "SELECT CASE WHEN ?1 = '' THEN project || ' ' ELSE '' END || year, stated, computed "
          "FROM v30_funding WHERE line = 'total' AND (?1 = '' OR project = ?1)",
      .money = true};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  if (!request.scope.empty()) {
    SINETTI_TRY(CheckSubject(views, "project with funding", request.scope,
                             "SELECT DISTINCT project FROM v30_funding ORDER BY project"));
  }
  Section totals{.title = {"Täsmäytys", "Avstämning", "Reconciliation"}};
  SINETTI_ASSIGN(Chart chart, QueryChart(views, YearChart(), scope));
  if (!chart.groups.empty()) totals.charts.push_back(std::move(chart));
  for (const TableSpec* spec : {&Years(), &Lines()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
    totals.tables.push_back(std::move(table));
  }
  Section sharing{.title = {"Maksajat ja kustannustenjako", "Betalare och kostnadsfördelning",
                            "Payers and cost sharing"}};
  for (const TableSpec* spec : {&Payers(), &Keys()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
    sharing.tables.push_back(std::move(table));
  }
  std::vector<Section> sections{std::move(totals), std::move(sharing)};
  if (!request.scope.empty()) return sections;
  Section prices{.title = {"Hinta ja määrä", "Pris och volym", "Price and volume"}};
  for (const TableSpec* spec : {&Products(), &Charges()}) {
    SINETTI_ASSIGN(Table table, QueryTable(views, *spec));
    if (!table.rows.empty()) prices.tables.push_back(std::move(table));
  }
  if (!prices.tables.empty()) sections.push_back(std::move(prices));
  return sections;
}

}  // namespace

const ReportDefinition& FundingReport() {
  static const ReportDefinition definition{
      .name = "funding",
      .title = {"Rahoituksen täsmäytys", "Avstämning av finansieringen", "Funding reconciliation"},
      .about = {"Ilmoitetut summat, rivien summat ja kustannustenjako",
                "Uppgivna summor, radernas summor och kostnadsfördelningen",
                "Stated totals, sums of the lines, and cost sharing"},
      .scope = {"hanke (valinnainen)", "projekt (valfritt)", "project (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
