// Providers side by side: how supervision of each stands now, and where it has gone in twelve
// months.  One pass over each view, however many providers there are.
#include "replay/reports/overview_tables.h"

namespace sinetti {
namespace {

constexpr int kMonths = 12;
constexpr std::string_view kFewEvents = "20";  // behind one figure

const Words kProvider{"Tuottaja", "Producent", "Provider"};

// WITH-parts `name`(provider, trend, recent, before, seqs): what `source` (provider, day, seq) has
// in each of the last twelve months, in the last six and in the six before.
std::string Monthly(std::string_view name, std::string_view source) {
  std::string trend;
  for (int ago = kMonths - 1; ago >= 0; --ago) {
    trend += (trend.empty() ? "" : " || ' ' || ") + ("sum(ago = " + std::to_string(ago) + ")");
  }
  return std::string(name) + " AS (SELECT provider, " + trend +
         " AS trend, sum(ago < 6) AS recent, sum(ago >= 6) AS before, "
         "group_concat(CASE WHEN place <= " +
         std::string(kFewEvents) +
         " THEN seq END, ' ') AS seqs FROM (SELECT provider, seq, ago, row_number() OVER "
         "(PARTITION BY provider ORDER BY day DESC, seq DESC) AS place FROM (SELECT provider, day, "
         "seq, (substr(meta.as_of, 1, 4) - substr(day, 1, 4)) * 12 + substr(meta.as_of, 6, 2) - "
         "substr(day, 6, 2) AS ago FROM (" +
         std::string(source) +
         "), meta WHERE provider IS NOT NULL AND day <= meta.as_of) WHERE ago BETWEEN 0 AND 11) "
         "GROUP BY provider)";
}

// WITH-part `name`(provider, n, seqs): how many rows `source` (provider, seq) has.
std::string Counted(std::string_view name, std::string_view source) {
  return std::string(name) +
         " AS (SELECT provider, count(*) AS n, group_concat(CASE WHEN place <= " +
         std::string(kFewEvents) +
         " THEN seq END, ' ') AS seqs FROM (SELECT provider, seq, row_number() OVER (PARTITION BY "
         "provider ORDER BY seq) AS place FROM (" +
         std::string(source) + ") WHERE provider IS NOT NULL) GROUP BY provider)";
}

// The columns of one trend in the SELECT: KEY, KEY_events and KEY_change in words.
std::string TrendColumns(const std::string& key) {
  const auto change = [&](const std::string& language, const std::string& before) {
    return key + ".recent || ' (" + before + " ' || " + key + ".before || ')' || CASE WHEN " + key +
           ".recent > " + key + ".before THEN ' ↑' WHEN " + key + ".recent < " + key +
           ".before THEN ' ↓' ELSE '' END AS " + key + "_change_" + language;
  };
  return key + ".trend AS " + key + ", " + key + ".seqs AS " + key + "_events, " +
         change("fi", "aiemmin") + ", " + change("sv", "tidigare") + ", " + change("en", "before") +
         ", ";
}

const Words kNone{"ei yhtään", "inga", "none"};

}  // namespace

const TableSpec& ProvidersNow() {
  static const TableSpec spec{
      .key = "providers",
      .title = {"Tuottajat rinnakkain", "Producenterna sida vid sida", "Providers side by side"},
      .sql =
          "WITH " + Counted("opened", "SELECT provider, seq FROM supcase WHERE closed_on IS NULL") +
          ", " +
          Counted("faults", "SELECT provider, seq FROM v6_finding_chain WHERE state <> 'mended'") +
          ", " +
          Counted("repeats", "SELECT provider, seq FROM v6_finding_chain WHERE recurrence > 0") +
          ", " +
          Counted("overdue",
                  "SELECT provider, seq FROM v4_deadlines WHERE state = 'overdue' AND duty = "
                  "'provider'") +
          R"sql(,
        oldest AS (SELECT provider, max(days_open) AS days,
                          max(severity = 'endangering') AS endangered
                   FROM v6_finding_chain WHERE state <> 'mended' GROUP BY provider),
        kept AS (SELECT provider, sum(state = 'in_time') AS good, count(*) AS ended
                 FROM v4_deadlines WHERE duty = 'provider' AND state IN ('in_time', 'late', 'overdue')
                 GROUP BY provider),
        size AS (SELECT provider, count(*) AS units, sum(places) AS places FROM unit
                 WHERE status = 'registered' GROUP BY provider)
        SELECT p.name, coalesce(s.units, 0) AS units, s.places,
               coalesce(o.n, 0) AS cases, o.seqs AS cases_events,
               coalesce(f.n, 0) AS findings, f.seqs AS findings_events, a.days AS oldest,
               coalesce(r.n, 0) AS repeated, r.seqs AS repeated_events,
               coalesce(d.n, 0) AS overdue, d.seqs AS overdue_events,
               k.good * 100000 / k.ended AS kept, p.seq AS events,
               CASE WHEN a.endangered OR d.n > 0 THEN 'bad' WHEN f.n > 0 OR o.n > 0 THEN 'notice'
                    ELSE 'good' END AS mark,
               CASE WHEN a.endangered THEN 'findings' WHEN d.n > 0 THEN 'overdue'
                    WHEN f.n > 0 THEN 'findings' ELSE 'cases' END AS mark_column
        FROM provider p
        LEFT JOIN size s ON s.provider = p.provider LEFT JOIN opened o ON o.provider = p.provider
        LEFT JOIN faults f ON f.provider = p.provider LEFT JOIN repeats r ON r.provider = p.provider
        LEFT JOIN overdue d ON d.provider = p.provider LEFT JOIN oldest a ON a.provider = p.provider
        LEFT JOIN kept k ON k.provider = p.provider
        ORDER BY coalesce(a.endangered, 0) DESC, coalesce(d.n, 0) DESC, coalesce(f.n, 0) DESC,
                 coalesce(o.n, 0) DESC, p.name COLLATE FINNISH, p.provider LIMIT 200)sql",
      .columns = {{"name", kProvider},
                  {"units", {"Yksiköitä", "Enheter", "Units"}, ColumnKind::kInteger},
                  {"places", {"Paikkoja", "Platser", "Places"}, ColumnKind::kThousandths},
                  {"cases",
                   {"Avoimia asioita", "Öppna ärenden", "Open cases"},
                   ColumnKind::kInteger},
                  {"findings",
                   {"Epäkohtia korjaamatta", "Orättade missförhållanden", "Findings not mended"},
                   ColumnKind::kInteger},
                  {"oldest",
                   {"Vanhin epäkohta (pv)", "Äldsta missförhållande (d)", "Oldest finding (days)"},
                   ColumnKind::kInteger,
                   {},
                   kNotApplicable},
                  {"repeated", {"Toistuneita", "Upprepade", "Recurring"}, ColumnKind::kInteger},
                  {"overdue",
                   {"Määräaikoja ylitetty", "Överskridna frister", "Time limits overdue"},
                   ColumnKind::kInteger},
                  {"kept",
                   {"Määräajoista pidetty", "Hållna frister", "Time limits kept"},
                   ColumnKind::kPercent,
                   {},
                   {"ei päättyneitä", "inga avslutade", "none ended"}}},
      .when_empty = {"Tuottajia ei ole rekisteröity.", "Inga producenter har registrerats.",
                     "No provider is registered."},
      .note = {
          "Lukumäärät ovat eri kokoisten tuottajien lukuja: vertaa niitä yksiköiden ja "
          "paikkojen määrään. Enintään 200 tuottajaa ja luvun takana 20 tapahtumaa; muut: "
          "sinetti report provider TUOTTAJA.",
          "Antalen gäller producenter av olika storlek: jämför dem med antalet enheter och "
          "platser. Högst 200 producenter och 20 händelser bakom en siffra; de övriga: sinetti "
          "report provider PRODUCENT.",
          "The counts are of providers of different size: compare them with units and places. "
          "At most 200 providers, and 20 events behind a figure; the rest: sinetti report "
          "provider PROVIDER."}};
  return spec;
}

const TableSpec& ProviderTrends() {
  const Words change{"Viimeiset 6 kk", "Senaste 6 mån.", "Last 6 months"};
  static const TableSpec spec{
      .key = "trends",
      .title = {"Tuottajien suunta 12 kuukauden ajalta", "Producenternas riktning under 12 månader",
                "Where providers have gone in 12 months"},
      .sql = "WITH " + Monthly("notified", "SELECT provider, day, seq FROM signal") + ", " +
             Monthly("found", "SELECT provider, found_on AS day, seq FROM chain_finding") + ", " +
             Monthly("missed",
                     "SELECT provider, due AS day, seq FROM v4_deadlines WHERE duty = 'provider' "
                     "AND state IN ('late', 'overdue')") +
             " SELECT p.name, " + TrendColumns("notified") + TrendColumns("found") +
             TrendColumns("missed") +
             "p.seq AS events FROM provider p LEFT JOIN notified ON notified.provider = "
             "p.provider LEFT JOIN found ON found.provider = p.provider LEFT JOIN missed ON "
             "missed.provider = p.provider WHERE coalesce(notified.trend, found.trend, "
             "missed.trend) IS NOT NULL ORDER BY coalesce(found.recent, 0) + "
             "coalesce(missed.recent, 0) DESC, coalesce(notified.recent, 0) DESC, p.name COLLATE "
             "FINNISH, "
             "p.provider LIMIT 200",
      .columns =
          {{"name", kProvider},
           {"notified",
            {"Ilmoitukset ja vaaratapahtumat", "Anmälningar och farliga händelser",
             "Notifications and incidents"},
            ColumnKind::kTrend,
            {},
            kNone},
           {"notified_change", change, ColumnKind::kWords, {}, kNotApplicable},
           {"found", {"Epäkohdat", "Missförhållanden", "Findings"}, ColumnKind::kTrend, {}, kNone},
           {"found_change", change, ColumnKind::kWords, {}, kNotApplicable},
           {"missed",
            {"Ylitetyt määräajat", "Överskridna frister", "Time limits missed"},
            ColumnKind::kTrend,
            {},
            kNone},
           {"missed_change", change, ColumnKind::kWords, {}, kNotApplicable}},
      .when_empty = {"Kahdentoista kuukauden ajalta ei ole kirjattu mitään.",
                     "Inget har registrerats för de tolv månaderna.",
                     "Nothing is on record for the twelve months."},
      .note = {
          "Pylväs on kuukausi, viimeinen on kuluva kuukausi. Ilmoitusten väheneminen ei "
          "osoita, että asiat ovat paremmin.",
          "En stapel är en månad, den sista är den innevarande. Att anmälningarna minskar visar "
          "inte att läget är bättre.",
          "A bar is a month, the last one the present month. Fewer notifications do not show "
          "that things are better."}};
  return spec;
}

}  // namespace sinetti
