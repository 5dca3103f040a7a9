// Time limits and cases of the overview.  How grave an overdue time limit is follows from what it
// is about: a danger that a finding names, an order or a fine, a duty of the authority itself.
#include "replay/reports/codes.h"
#include "replay/reports/overview_tables.h"

namespace sinetti {
namespace {

const Words kProvider{"Tuottaja", "Producent", "Provider"};
const Words kUnit{"Yksikkö", "Enhet", "Unit"};

// An unmended finding that endangers, in the matter of d.
constexpr std::string_view kEndangered =
    "d.matter IN (SELECT case_no FROM v6_finding_chain WHERE severity = 'endangering' AND "
    "state <> 'mended')";

std::vector<ColumnSpec> LimitColumns(ColumnSpec first, ColumnSpec days) {
  return {
      std::move(first),
      {"due", {"Määräpäivä", "Sista dag", "Due"}, ColumnKind::kDate},
      std::move(days),
      {"duty", {"Kenen", "Vems", "Whose"}, ColumnKind::kCode, DutyWords()},
      {"trigger_type", {"Alkoi tapahtumasta", "Började vid", "Began with"}, ColumnKind::kEventType},
      {"matter", {"Asia tai virta", "Ärende eller ström", "Matter or stream"}},
      {"provider", kProvider, ColumnKind::kText, {}, kNotApplicable},
      {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
      {"rule",
       {"Sääntö", "Regel", "Rule"},
       ColumnKind::kCode,
       {{"set", {"asetettu päivä", "utsatt dag", "set day"}}}}};
}

const std::vector<CodeWord>& Grades() {
  static const std::vector<CodeWord> codes{
      {"endangering",
       {"asiakasturvallisuus vaarantuu", "klientsäkerheten äventyras", "clients are in danger"}},
      {"order", {"määräys tai uhkasakko", "föreläggande eller vite", "order or fine"}},
      {"authority",
       {"viranomaisen oma velvollisuus", "myndighetens egen skyldighet",
        "the authority's own duty"}},
      {"defect",
       {"puute tai kiireellinen asia", "brist eller brådskande ärende", "defect or urgent case"}},
      {"other", {"muu määräaika", "annan tidsfrist", "other time limit"}}};
  return codes;
}

}  // namespace

const TableSpec& AtAGlance() {
  static const TableSpec spec{
      .key = "glance",
      .title = {"Yhdellä silmäyksellä", "I ett ögonkast", "At a glance"},
      .sql = R"sql(
        WITH item(rank, what, seq, days, grave) AS (
          SELECT CASE duty WHEN 'authority' THEN 1 ELSE 2 END,
                 CASE duty WHEN 'authority' THEN 'overdueAuthority' ELSE 'overdueProvider' END,
                 seq, days_late, matter IN (SELECT case_no FROM v6_finding_chain
                                            WHERE severity = 'endangering' AND state <> 'mended')
          FROM v4_deadlines WHERE state = 'overdue'
          UNION ALL SELECT DISTINCT 3, 'orders', seq, days_past_due, 1
          FROM v3_orders WHERE state = 'past_due'
          UNION ALL SELECT 4, 'fines', seq, NULL, 0
          FROM v3_orders WHERE fine_state IN ('imposed', 'ordered', 'reduced')
          UNION ALL SELECT 5, 'dueSoon', seq, NULL, 0 FROM v4_deadlines
          WHERE state = 'pending' AND days_left <= 14
          UNION ALL SELECT 6, 'notifications', seq, days_waiting, serious = 'yes'
          FROM v7_notifications WHERE days_to_reaction IS NULL
          UNION ALL SELECT 7, 'findings', seq, days_open, severity = 'endangering'
          FROM v6_finding_chain WHERE state <> 'mended'
          UNION ALL SELECT 8, 'monitoring', seq,
            CAST(julianday(meta.as_of) - julianday(next_due) AS INTEGER), 0
          FROM v8_self_monitoring, meta WHERE overdue
          UNION ALL SELECT 9, 'cases', seq, age_days, priority = 'immediate'
          FROM v2_case_board WHERE closed_on IS NULL),
        kind(rank, what) AS (VALUES (1, 'overdueAuthority'), (2, 'overdueProvider'), (3, 'orders'),
          (4, 'fines'), (5, 'dueSoon'), (6, 'notifications'), (7, 'findings'), (8, 'monitoring'),
          (9, 'cases'))
        SELECT k.what, count(i.rank) AS number, sum(i.grave) AS grave, max(i.days) AS days,
               (SELECT group_concat(seq, ' ') FROM
                 (SELECT seq FROM item n WHERE n.rank = k.rank ORDER BY days DESC, seq LIMIT 20))
                 AS number_events,
               CASE WHEN count(i.rank) = 0 THEN 'good'
                    WHEN k.rank <= 3 OR sum(i.grave) > 0 THEN 'bad'
                    WHEN k.rank IN (6, 8) THEN 'notice' END AS mark, 'number' AS mark_column
        FROM kind k LEFT JOIN item i ON i.rank = k.rank GROUP BY k.rank ORDER BY k.rank)sql",
      .columns =
          {{"what",
            {"Mitä", "Vad", "What"},
            ColumnKind::kCode,
            {{"overdueAuthority",
              {"Viranomaisen määräaikoja ylitetty", "Myndighetens överskridna frister",
               "Time limits of the authority overdue"}},
             {"overdueProvider",
              {"Tuottajien määräaikoja ylitetty", "Producenternas överskridna frister",
               "Time limits of providers overdue"}},
             {"orders",
              {"Määräyksiä täyttämättä määräpäivän jälkeen",
               "Förelägganden ouppfyllda efter sista dagen",
               "Orders not met after their last day"}},
             {"fines", {"Uhkasakkoja voimassa", "Viten i kraft", "Conditional fines in force"}},
             {"dueSoon",
              {"Määräaikoja päättyy 14 päivässä", "Frister som löper ut inom 14 dagar",
               "Time limits that end within 14 days"}},
             {"notifications",
              {"Ilmoituksia, joihin ei ole reagoitu", "Anmälningar utan reaktion",
               "Notifications without a reaction"}},
             {"findings",
              {"Epäkohtia korjaamatta", "Missförhållanden som inte har rättats",
               "Findings not mended"}},
             {"monitoring",
              {"Omavalvontaraportteja myöhässä", "Försenade rapporter om egenkontroll",
               "Self-monitoring reports overdue"}},
             {"cases",
              {"Avoimia valvonta-asioita", "Öppna tillsynsärenden", "Open supervision cases"}}}},
           {"number", {"Lukumäärä", "Antal", "Number"}, ColumnKind::kInteger},
           {"grave",
            {"Näistä vakavia", "Av dem allvarliga", "Of these, grave"},
            ColumnKind::kInteger,
            {},
            kNotApplicable},
           {"days",
            {"Pisin (pv)", "Längst (d)", "Longest (days)"},
            ColumnKind::kInteger,
            {},
            kNotApplicable}},
      .note = {"Luvun takana näytetään enintään 20 tapahtumaa, pisimpään odottanut ensin.",
               "Högst 20 händelser visas bakom en siffra, den som har väntat längst först.",
               "At most 20 events are shown behind a figure, the longest wait first."}};
  return spec;
}

const TableSpec& OverdueWork() {
  static const TableSpec spec{
      .key = "overdue",
      .title = {"Myöhässä, vakavin ensin", "Försenat, det allvarligaste först",
                "Overdue, the gravest first"},
      .sql = "SELECT * FROM (SELECT CASE WHEN " + std::string(kEndangered) +
             " OR c.priority = 'immediate' THEN 'endangering' "
             "WHEN d.trigger_type IN ('supcase.orderIssued', 'fine.imposed') THEN 'order' "
             "WHEN d.duty = 'authority' THEN 'authority' "
             "WHEN c.priority = 'high' OR d.trigger_type IN ('correction.demanded', "
             "'action.planned') THEN 'defect' ELSE 'other' END AS grade, "
             "d.due, d.days_late, d.duty, d.trigger_type, d.matter, d.provider, d.unit, d.rule, "
             "d.seq AS events, 'bad' AS mark, 'days_late' AS mark_column "
             "FROM v4_deadlines d LEFT JOIN supcase c ON c.case_no = d.matter "
             "WHERE d.state = 'overdue') ORDER BY CASE grade WHEN 'endangering' THEN 1 WHEN "
             "'order' THEN 2 WHEN 'authority' THEN 3 WHEN 'defect' THEN 4 ELSE 5 END, "
             "days_late DESC, due, events LIMIT 50",
      .columns = LimitColumns(
          {"grade", {"Vakavuus", "Allvar", "Gravity"}, ColumnKind::kCode, Grades()},
          {"days_late", {"Myöhässä (pv)", "Försenat (d)", "Days late"}, ColumnKind::kInteger}),
      .when_empty = {"Mikään ei ole myöhässä.", "Inget är försenat.", "Nothing is overdue."},
      .note = {"Enintään 50 riviä; kaikki: sinetti report deadlines.",
               "Högst 50 rader; alla: sinetti report deadlines.",
               "At most 50 rows; all of them: sinetti report deadlines."}};
  return spec;
}

const TableSpec& DueSoon() {
  static const TableSpec spec{
      .key = "due-soon",
      .title = {"Määräajat seuraavien 14 päivän aikana", "Tidsfrister under de följande 14 dagarna",
                "Time limits of the next 14 days"},
      .sql = "SELECT " + std::string(kEndangered) +
             " AS endangered, d.due, d.days_left, d.duty, d.trigger_type, d.matter, d.provider, "
             "d.unit, d.rule, d.seq AS events, CASE WHEN d.days_left <= 3 THEN 'notice' END AS "
             "mark, 'days_left' AS mark_column FROM v4_deadlines d "
             "WHERE d.state = 'pending' AND d.days_left <= 14 ORDER BY d.due, d.seq LIMIT 100",
      .columns = LimitColumns(
          {"endangered",
           {"Asiakasturvallisuus vaarantuu", "Klientsäkerheten äventyras", "Clients are in danger"},
           ColumnKind::kSign},
          {"days_left", {"Jäljellä (pv)", "Återstår (d)", "Days left"}, ColumnKind::kInteger}),
      .when_empty = {"Seuraavien 14 päivän aikana ei pääty määräaikoja.",
                     "Inga tidsfrister löper ut under de följande 14 dagarna.",
                     "No time limit ends in the next 14 days."},
      .note = {"Enintään 100 riviä.", "Högst 100 rader.", "At most 100 rows."}};
  return spec;
}

const TableSpec& OpenCases() {
  static const TableSpec spec{
      .key = "cases",
      .title = {"Avoimet valvonta-asiat", "Öppna tillsynsärenden", "Open supervision cases"},
      .sql =
          "SELECT case_no, priority, provider, unit, opened_on, age_days, next_due, last_event, "
          "handler, seq AS events, last_seq AS last_event_events, "
          "CASE WHEN days_left < 0 THEN 'bad' WHEN next_due IS NULL THEN 'notice' END AS mark, "
          "'next_due' AS mark_column FROM v2_case_board WHERE closed_on IS NULL "
          "ORDER BY next_due IS NULL, next_due, opened_on, case_no LIMIT 100",
      .columns = {{"case_no", {"Asia", "Ärende", "Case"}},
                  {.key = "priority",
                   .title = {"Kiireellisyys", "Prioritet", "Priority"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "supcase.opened/priority"},
                  {"provider", kProvider, ColumnKind::kText, {}, kNotApplicable},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {"opened_on", {"Avattu", "Öppnat", "Opened"}, ColumnKind::kDate},
                  {"age_days", {"Ikä (pv)", "Ålder (d)", "Age (days)"}, ColumnKind::kInteger},
                  {"next_due",
                   {"Seuraava määräpäivä", "Nästa sista dag", "Next due"},
                   ColumnKind::kDate,
                   {},
                   {"ei avointa määräaikaa", "ingen öppen frist", "no open time limit"}},
                  {"last_event", {"Viimeksi", "Senast", "Last event"}, ColumnKind::kEventType},
                  {"handler", {"Käsittelijä", "Handläggare", "Handler"}}},
      .when_empty = {"Avoimia valvonta-asioita ei ole.", "Det finns inga öppna tillsynsärenden.",
                     "No supervision case is open."},
      .note = {"Enintään 100 riviä, lähin määräpäivä ensin.",
               "Högst 100 rader, den närmaste sista dagen först.",
               "At most 100 rows, the nearest day first."}};
  return spec;
}

}  // namespace sinetti
