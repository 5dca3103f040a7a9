// Orders, notifications, findings and the four-month cycle of the overview: what is open of V3, V6,
// V7 and V8, of every provider.
#include "replay/reports/codes.h"
#include "replay/reports/overview_tables.h"

namespace sinetti {
namespace {

const Words kProvider{"Tuottaja", "Producent", "Provider"};
const Words kUnit{"Yksikkö", "Enhet", "Unit"};

// "1–4/2026", as people call a third of a year.
Words PeriodTitle(const ReportPeriod& period) {
  const CivilDay first = CivilOf(period.first);
  const CivilDay last = CivilOf(period.last);
  return Words::Same(std::to_string(first.month) + "–" + std::to_string(last.month) + "/" +
                     std::to_string(first.year));
}

}  // namespace

const TableSpec& OpenOrders() {
  static const TableSpec spec{
      .key = "orders",
      .title = {"Avoimet määräykset ja uhkasakot", "Öppna förelägganden och viten",
                "Open orders and conditional fines"},
      .sql =
          "SELECT case_no, provider, unit, obligations, due, state, amount_cents, "
          "CASE WHEN fine_kind IS NULL THEN 'none' END AS amount_cents_why, fine_state, finality, "
          "seq AS events, CASE state WHEN 'past_due' THEN 'bad' END AS mark, 'state' AS "
          "mark_column FROM v3_orders WHERE state IN ('past_due', 'running') "
          "OR fine_state IN ('imposed', 'ordered', 'reduced') "
          "ORDER BY state <> 'past_due', due, seq LIMIT 100",
      .columns = {{"case_no", {"Asia", "Ärende", "Case"}},
                  {"provider", kProvider, ColumnKind::kText, {}, kNotApplicable},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {"obligations", {"Velvoite", "Skyldighet", "Obligation"}},
                  {"due", {"Määräpäivä", "Sista dag", "Due"}, ColumnKind::kDate},
                  {"state", {"Tila", "Status", "State"}, ColumnKind::kCode, OrderStates()},
                  {"amount_cents",
                   {"Uhkasakko", "Vite", "Fine"},
                   ColumnKind::kCents,
                   {{"none", {"ei uhkasakkoa", "inget vite", "no fine"}}}},
                  {"fine_state",
                   {"Uhkasakon tila", "Vitets status", "State of the fine"},
                   ColumnKind::kCode,
                   FineStates(),
                   kNotApplicable},
                  {"finality",
                   {"Lainvoima", "Laga kraft", "Finality"},
                   ColumnKind::kCode,
                   FinalityWords()}},
      .when_empty = {"Avoimia määräyksiä tai uhkasakkoja ei ole.",
                     "Det finns inga öppna förelägganden eller viten.",
                     "No order or fine is open."},
      .note = {"Enintään 100 riviä, ylitetyt ensin.", "Högst 100 rader, de försenade först.",
               "At most 100 rows, those past due first."}};
  return spec;
}

const TableSpec& UnansweredNotifications() {
  static const TableSpec spec{
      .key = "notifications",
      .title = {"Ilmoitukset, joihin ei ole reagoitu", "Anmälningar utan reaktion",
                "Notifications without a reaction"},
      .sql =
          "SELECT day, days_waiting, serious, channel, theme, unit, provider, summary, "
          "seq AS events, CASE serious WHEN 'yes' THEN 'bad' ELSE 'notice' END AS mark, "
          "'days_waiting' AS mark_column FROM v7_notifications WHERE days_to_reaction IS NULL "
          "ORDER BY serious <> 'yes', day, seq LIMIT 100",
      .columns = {{"day", {"Päivä", "Dag", "Day"}, ColumnKind::kDate},
                  {"days_waiting",
                   {"Odottanut (pv)", "Väntat (d)", "Waiting (days)"},
                   ColumnKind::kInteger},
                  {"serious", {"Vakava", "Allvarlig", "Serious"}, ColumnKind::kCode, YesNoWords()},
                  {"channel",
                   {"Ilmoittaja", "Anmälare", "Channel"},
                   ColumnKind::kCode,
                   NotificationChannels()},
                  {.key = "theme",
                   .title = {"Teema", "Tema", "Theme"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smobservation.recorded/theme"},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {"provider", kProvider, ColumnKind::kText, {}, kNotApplicable},
                  {"summary", {"Kuvaus", "Beskrivning", "Description"}}},
      .when_empty = {"Kaikkiin ilmoituksiin on reagoitu.", "Alla anmälningar har fått en reaktion.",
                     "Every notification had a reaction."},
      .note = {"Reaktio on luokittelu, selvitys tai välittäminen eteenpäin. Enintään 100 riviä.",
               "En reaktion är klassificering, utredning eller vidarebefordran. Högst 100 rader.",
               "A reaction is a classification, an analysis or a forwarding. At most 100 rows."}};
  return spec;
}

const TableSpec& OpenFindings() {
  static const TableSpec spec{
      .key = "findings",
      .title = {"Epäkohdista korjauksiin", "Från missförhållanden till rättelser",
                "From findings to fixes"},
      .sql =
          "SELECT text, severity, found_on, days_open, recurrence, provider, unit, state, "
          "coalesce(action_due, demanded_due) AS fix_due, seq AS events, "
          "CASE WHEN past_due OR severity = 'endangering' THEN 'bad' WHEN recurrence > 0 THEN "
          "'notice' END AS mark, CASE WHEN past_due THEN 'fix_due' WHEN severity = 'endangering' "
          "THEN 'severity' ELSE 'recurrence' END AS mark_column "
          "FROM v6_finding_chain WHERE state <> 'mended' ORDER BY severity <> 'endangering', "
          "severity <> 'defect', days_open DESC, seq LIMIT 100",
      .columns = {{"text", {"Epäkohta", "Missförhållande", "Finding"}},
                  {.key = "severity",
                   .title = {"Vakavuus", "Allvarlighetsgrad", "Severity"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "finding.recorded/severity"},
                  {"found_on", {"Havaittu", "Konstaterat", "Found"}, ColumnKind::kDate},
                  {"days_open", {"Avoinna (pv)", "Öppet (d)", "Days open"}, ColumnKind::kInteger},
                  {"recurrence",
                   {"Toistunut (krt)", "Upprepat (ggr)", "Recurred (times)"},
                   ColumnKind::kInteger},
                  {"provider", kProvider, ColumnKind::kText, {}, kNotApplicable},
                  {"unit", kUnit, ColumnKind::kText, {}, kNotApplicable},
                  {"state", {"Vaihe", "Skede", "Stage"}, ColumnKind::kCode, ChainStates()},
                  {"fix_due",
                   {"Korjattava", "Rättas senast", "To be mended by"},
                   ColumnKind::kDate,
                   {},
                   {"päivää ei ole asetettu", "ingen dag har satts", "no day is set"}}},
      .when_empty = {"Korjaamattomia epäkohtia ei ole.",
                     "Det finns inga missförhållanden som inte har rättats.",
                     "No finding is left to mend."},
      .note = {"Enintään 100 riviä, vaarantavat ja vanhimmat ensin.",
               "Högst 100 rader, de äventyrande och äldsta först.",
               "At most 100 rows, those that endanger and the oldest first."}};
  return spec;
}

TableSpec MonitoringCycle(const std::vector<ReportPeriod>& periods) {
  std::string sql = "SELECT v.unit, v.provider, v.plan_version";
  TableSpec spec{
      .key = "monitoring",
      .title = {"Omavalvonnan neljän kuukauden kierto", "Egenkontrollens fyramånaderscykel",
                "The four-month cycle of self-monitoring"},
      .columns = {{"unit", {"Yksikkö tai ohjelma", "Enhet eller program", "Unit or programme"}},
                  {"provider", kProvider, ColumnKind::kText, {}, kNotApplicable},
                  {"plan_version", {"Suunnitelma", "Plan", "Plan"}}},
      .when_empty = {"Omavalvontasuunnitelmia ei ole kirjattu.",
                     "Inga planer för egenkontroll har registrerats.",
                     "No self-monitoring plan is on record."},
      .note = {"Jakson sarakkeessa on päivä, jona jakson raportti julkaistiin. "
               "741/2023 26 ja 27 §. Enintään 200 riviä, myöhässä olevat ensin.",
               "I periodens kolumn står den dag då rapporten publicerades. 741/2023 26 "
               "och 27 §. Högst 200 rader, de försenade först.",
               "The column of a period holds the day on which its report was published. "
               "741/2023 sections 26 and 27. At most 200 rows, overdue ones first."}};
  static constexpr std::string_view kKeys[] = {"before_last", "last", "newest"};
  SINETTI_CHECK(periods.size() == std::size(kKeys));
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const std::string key(kKeys[i]);
    const std::string covering =
        " FROM sm_report r WHERE r.scope = v.scope AND r.unit = v.unit "
        "AND r.period_from <= '" +
        FormatDate(periods[i].last) + "' AND r.period_to >= '" + FormatDate(periods[i].first) +
        "')";
    sql += ", (SELECT min(r.published_on)" + covering + " AS " + key +
           ", (SELECT group_concat(r.seq, ' ')" + covering + " AS " + key + "_events, " +
           "CASE WHEN coalesce(v.approved_on, v.published_on) > '" + FormatDate(periods[i].last) +
           "' THEN 'before' WHEN NOT v.overdue AND v.next_due >= meta.as_of AND coalesce("
           "v.last_report_to, '') < '" +
           FormatDate(periods[i].first) + "' AND " + (i + 1 == periods.size() ? "1" : "0") +
           " THEN 'notDue' ELSE 'missing' END AS " + key + "_why";
    spec.columns.push_back(
        {kKeys[i],
         PeriodTitle(periods[i]),
         ColumnKind::kDate,
         {{"before", {"ei vielä suunnitelmaa", "ännu ingen plan", "no plan yet"}},
          {"notDue", {"määräaika kesken", "fristen löper", "not due yet"}},
          {"missing", {"ei julkaistu", "inte publicerad", "not published"}}}});
  }
  spec.columns.push_back({"next_due",
                          {"Seuraava raportti", "Nästa rapport", "Next report"},
                          ColumnKind::kDate,
                          {},
                          {"ei määräaikaa", "ingen frist", "no time limit"}});
  spec.columns.push_back({"open",
                          {"Havaintoja avoinna", "Öppna iakttagelser", "Open observations"},
                          ColumnKind::kInteger});
  spec.sql = sql +
             ", v.next_due, (SELECT coalesce(sum(o.open), 0) FROM v9_self_monitoring_report o "
             "WHERE o.unit = v.unit) AS open, v.seq AS events, "
             "CASE WHEN v.overdue THEN 'bad' WHEN v.missing_periods IS NOT NULL THEN 'notice' "
             "ELSE 'good' END AS mark, 'next_due' AS mark_column FROM v8_self_monitoring v, meta "
             "ORDER BY v.overdue DESC, v.missing_periods IS NULL, v.unit, v.scope LIMIT 200";
  return spec;
}

}  // namespace sinetti
