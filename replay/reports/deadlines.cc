#include "replay/reports/deadlines.h"

#include "replay/reports/codes.h"

namespace sinetti {
namespace {

// Of a provider, a unit or a matter.
constexpr std::string_view kMine = "(?1 = '' OR d.provider = ?1 OR d.unit = ?1 OR d.matter = ?1)";

std::string Mine(std::string_view condition) {
  return std::string(kMine) + " AND " + std::string(condition);
}

const TableSpec& ByRule() {
  static const TableSpec spec{
      .key = "rules",
      .title = {"Määräajat säännöittäin", "Tidsfrister per regel", "Time limits by rule"},
      .sql =
          "SELECT d.rule, coalesce(d.rule_version, '') AS rule_version, d.basis, count(*) AS "
          "limits, sum(d.state = 'in_time') AS in_time, sum(d.state = 'late') AS late, "
          "sum(d.state = 'overdue') AS overdue, sum(d.state = 'pending') AS pending, "
          "sum(d.state = 'lapsed') AS lapsed, max(d.days_late) AS worst, "
          "CASE WHEN sum(d.state = 'overdue') THEN 'bad' WHEN sum(d.state = 'late') THEN "
          "'notice' ELSE 'good' END AS mark, "
          "CASE WHEN sum(d.state = 'overdue') = 0 AND sum(d.state = 'late') THEN 'late' "
          "ELSE 'overdue' END AS mark_column "
          "FROM v4_deadlines d WHERE " +
          std::string(kMine) + " GROUP BY d.rule, d.rule_version ORDER BY d.rule, d.rule_version",
      .columns = {{"rule",
                   {"Sääntö", "Regel", "Rule"},
                   ColumnKind::kCode,
                   {{"set",
                     {"asiassa asetettu päivä", "en dag som satts i ärendet",
                      "a day set in the matter"}}}},
                  {"basis",
                   {"Säännös", "Bestämmelse", "Provision"},
                   ColumnKind::kText,
                   {},
                   kNotApplicable},
                  {"limits", {"Määräaikoja", "Frister", "Limits"}, ColumnKind::kInteger},
                  {"in_time", {"Ajoissa", "I tid", "In time"}, ColumnKind::kInteger},
                  {"late", {"Tehty myöhässä", "Gjort för sent", "Done late"}, ColumnKind::kInteger},
                  {"overdue", {"Myöhässä", "Försenade", "Overdue"}, ColumnKind::kInteger},
                  {"pending", {"Kesken", "Pågår", "Pending"}, ColumnKind::kInteger},
                  {"lapsed", {"Rauennut", "Förfallna", "Lapsed"}, ColumnKind::kInteger},
                  {"worst",
                   {"Pisin ylitys (pv)", "Längst försenat (d)", "Worst (days)"},
                   ColumnKind::kInteger}},
      .when_empty = {"Määräaikoja ei ole.", "Det finns inga tidsfrister.",
                     "There are no time limits."}};
  return spec;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::vector<std::string> scope{request.scope};
  if (!request.scope.empty()) {
    SINETTI_TRY(CheckSubject(views, "provider, unit or matter with time limits", request.scope,
                             "SELECT provider FROM v4_deadlines WHERE provider IS NOT NULL UNION "
                             "SELECT unit FROM v4_deadlines WHERE unit IS NOT NULL UNION "
                             "SELECT matter FROM v4_deadlines ORDER BY 1"));
  }
  Section overview{.title = {"Yleiskuva", "Översikt", "Overview"}};
  SINETTI_ASSIGN(Chart chart, QueryChart(views, DeadlineChart("met-and-missed", kMine), scope));
  if (!chart.groups.empty()) overview.charts.push_back(std::move(chart));
  SINETTI_ASSIGN(Table rules, QueryTable(views, ByRule(), scope));
  overview.tables.push_back(std::move(rules));

  Section list{.title = {"Määräajat", "Tidsfrister", "Time limits"}};
  const TableSpec specs[] = {
      DeadlineTable("overdue",
                    {"Myöhässä ja tekemättä", "Försenade och ogjorda", "Overdue and not done"},
                    Mine("d.state = 'overdue'"),
                    {"Mikään ei ole myöhässä.", "Inget är försenat.", "Nothing is overdue."}),
      DeadlineTable("pending", {"Seuraavat määräajat", "Följande tidsfrister", "Due next"},
                    Mine("d.state = 'pending'"),
                    {"Avoimia määräaikoja ei ole.", "Det finns inga öppna tidsfrister.",
                     "No time limit is pending."}),
      DeadlineTable("closed", {"Päättyneet määräajat", "Avslutade tidsfrister", "Ended"},
                    Mine("d.state IN ('in_time', 'late', 'lapsed')"),
                    {"Yhtään määräaikaa ei ole päättynyt.", "Ingen tidsfrist har löpt ut.",
                     "No time limit has ended."})};
  for (const TableSpec& spec : specs) {
    SINETTI_ASSIGN(Table table, QueryTable(views, spec, scope));
    list.tables.push_back(std::move(table));
  }
  return std::vector<Section>{std::move(overview), std::move(list)};
}

}  // namespace

TableSpec DeadlineTable(std::string_view key, Words title, std::string_view condition,
                        Words when_empty) {
  return {.key = key,
          .title = std::move(title),
          .sql =
              "SELECT d.due, d.state, CASE d.rule WHEN 'set' THEN 'set' ELSE d.rule || ' ' || "
              "d.rule_version END AS rule, d.matter, d.trigger_type, "
              "d.trigger_date, d.reason_fi AS why_fi, d.reason_sv AS why_sv, d.reason_en AS "
              "why_en, d.closed_on, d.days_late, d.seq AS due_events, d.closed_seq AS "
              "closed_on_events, "
              "CASE WHEN d.state IN ('late', 'lapsed') AND d.duty = 'party' THEN 'notice' "
              "WHEN d.state IN ('overdue', 'late') THEN 'bad' WHEN d.state = 'in_time' THEN "
              "'good' END AS mark, 'state' AS mark_column "
              "FROM v4_deadlines d WHERE " +
              std::string(condition) + " ORDER BY d.due, d.trigger_ref, d.rule LIMIT 500",
          .columns = {{"due", {"Määräpäivä", "Sista dag", "Due"}, ColumnKind::kDate},
                      {"state", {"Tila", "Status", "State"}, ColumnKind::kCode, DeadlineStates()},
                      {"matter", {"Asia tai virta", "Ärende eller ström", "Matter or stream"}},
                      {"trigger_type",
                       {"Alkoi tapahtumasta", "Började vid", "Began with"},
                       ColumnKind::kEventType},
                      {"trigger_date", {"Alkoi", "Började", "Began"}, ColumnKind::kDate},
                      {"why",
                       {"Laskenta ja peruste", "Beräkning och grund", "How and why"},
                       ColumnKind::kWords,
                       {},
                       {"päivä asetettu asiassa", "dagen har satts i ärendet",
                        "the day was set in the matter"}},
                      {"rule",
                       {"Sääntö ja sen versio", "Regel och version", "Rule and its version"},
                       ColumnKind::kCode,
                       {{"set", {"asetettu päivä", "utsatt dag", "set day"}}}},
                      {"closed_on",
                       {"Tehty", "Gjort", "Done"},
                       ColumnKind::kDate,
                       {},
                       {"ei vielä", "inte ännu", "not yet"}},
                      {"days_late",
                       {"Myöhässä (pv)", "Försenat (d)", "Days late"},
                       ColumnKind::kInteger}},
          .when_empty = std::move(when_empty),
          .note = {"Enintään 500 riviä, varhaisin määräpäivä ensin.",
                   "Högst 500 rader, den tidigaste dagen först.",
                   "At most 500 rows, the earliest day first."}};
}

ChartSpec DeadlineChart(std::string_view key, std::string_view condition) {
  return {.key = key,
          .title = {"Määräajat kuukausittain: pidetty ja ylitetty",
                    "Tidsfrister per månad: hållna och överskridna",
                    "Time limits by month: kept and missed"},
          .series = {{"Pidetty", "Hållna", "Kept"}, {"Ylitetty", "Överskridna", "Missed"}},
          .sql =
              "SELECT * FROM (SELECT substr(d.due, 1, 7) AS month, sum(d.state = 'in_time'), "
              "sum(d.state IN ('late', 'overdue')) FROM v4_deadlines d "
              "WHERE d.state IN ('in_time', 'late', 'overdue') AND " +
              std::string(condition) + " GROUP BY 1 ORDER BY 1 DESC LIMIT 24) ORDER BY month"};
}

const ReportDefinition& DeadlinesReport() {
  static const ReportDefinition definition{
      .name = "deadlines",
      .title = {"Määräaikavahti", "Tidsfristsbevakning", "Deadline monitor"},
      .about = {"Myöhässä olevat ja tulevat määräajat sekä se, miten määräajat on pidetty",
                "Försenade och kommande tidsfrister och hur tidsfristerna har hållits",
                "What is overdue, what is due next, and how time limits were kept"},
      .scope = {"tuottaja, yksikkö tai asia (valinnainen)",
                "producent, enhet eller ärende (valfritt)", "provider, unit or matter (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
