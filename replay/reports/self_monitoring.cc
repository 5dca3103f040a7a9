#include "replay/reports/self_monitoring.h"

#include "replay/reports/codes.h"
#include "replay/reports/deadlines.h"
#include "replay/reports/query_table.h"
#include "replay/reports/self_monitoring_period.h"

namespace sinetti {
namespace {

constexpr int kMonths = 4;

const Words kUnit{"Yksikkö tai ohjelma", "Enhet eller program", "Unit or programme"};

// Time limits of a client's matter stay out: the report is for publication.
constexpr std::string_view kLimits =
    "d.duty = 'provider' AND d.client IS NULL AND (d.unit = ?1 OR d.provider = ?1)";

const TableSpec& Reports() {
  static const TableSpec spec{
      .key = "reports",
      .title = {"Raportointi jaksolla", "Rapportering under perioden", "Reporting in the period"},
      .sql = std::string(kUnitsAsked) + R"sql(
        SELECT v.unit, v.scope, v.plan_version, v.published_on, v.staff_instruction,
               r.published_on AS reported_on, r.changes, v.next_due,
               v.seq AS events, r.seq AS reported_on_events,
               CASE WHEN r.seq IS NULL AND m.as_of > ?3 THEN 'bad' WHEN r.seq IS NULL THEN 'notice'
                    ELSE 'good' END AS mark, 'reported_on' AS mark_column
        FROM v8_self_monitoring v JOIN who ON who.unit = v.unit JOIN meta m
        LEFT JOIN sm_report r ON r.scope = v.scope AND r.unit = v.unit
          AND r.period_from <= ?3 AND r.period_to >= ?2
        ORDER BY v.scope, v.unit)sql",
      .columns = {{"unit", kUnit},
                  {"plan_version", {"Suunnitelma", "Plan", "Plan"}},
                  {"published_on",
                   {"Suunnitelma julkaistu", "Planen publicerad", "Plan published"},
                   ColumnKind::kDate,
                   {},
                   {"ei julkaistu", "inte publicerad", "not published"}},
                  {"staff_instruction",
                   {"Ohje henkilöstölle", "Anvisning till personalen", "Instruction to staff"},
                   ColumnKind::kCode,
                   YesNoWords()},
                  {"reported_on",
                   {"Raportti julkaistu", "Rapporten publicerad", "Report published"},
                   ColumnKind::kDate,
                   {},
                   {"ei julkaistu", "inte publicerad", "not published"}},
                  {"changes",
                   {"Muutoksia", "Ändringar", "Changes"},
                   ColumnKind::kInteger,
                   {},
                   {"ei raportoitu", "inte rapporterat", "not reported"}},
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

const TableSpec& Themes() {
  static const TableSpec spec{
      .key = "themes",
      .title = {"Havainnot teemoittain", "Iakttagelser per tema", "Observations by theme"},
      .sql = std::string(kUnitsAsked) + R"sql(
        SELECT v.unit, v.theme, v.observations, v.serious, v.corrected, v.open,
               (SELECT group_concat(o.seq, ' ') FROM sm_observation o
                 WHERE o.unit = v.unit AND o.theme = v.theme AND o.period = v.period) AS events,
               CASE WHEN v.serious > 0 AND v.open > 0 THEN 'bad' WHEN v.open > 0 THEN 'notice'
                    ELSE 'good' END AS mark, 'open' AS mark_column
        FROM v9_self_monitoring_report v JOIN who ON who.unit = v.unit WHERE v.period = ?4)sql",
      .columns = {{"unit", kUnit},
                  {.key = "theme",
                   .title = {"Teema", "Tema", "Theme"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smobservation.recorded/theme"},
                  {"observations",
                   {"Havaintoja", "Iakttagelser", "Observations"},
                   ColumnKind::kInteger},
                  {"serious", {"Vakavia", "Allvarliga", "Serious"}, ColumnKind::kInteger},
                  {"corrected", {"Korjattu", "Rättade", "Corrected"}, ColumnKind::kInteger},
                  {"open", {"Avoinna", "Öppna", "Open"}, ColumnKind::kInteger}},
      .when_empty = {"Jaksolla ei ole kirjattu havaintoja. Se ei osoita, ettei niitä olisi ollut.",
                     "Inga iakttagelser har registrerats under perioden. Det visar inte att det "
                     "inte skulle ha funnits några.",
                     "No observation was recorded in the period. That does not show that there "
                     "were none."},
      .note = {"Korjattu: toimenpide on todennettu.", "Rättad: åtgärden har verifierats.",
               "Corrected: the measure has been verified."}};
  return spec;
}

const TableSpec& Feedback() {
  static const TableSpec spec{
      .key = "feedback",
      .title = {"Palaute", "Respons", "Feedback"},
      .sql = std::string(kUnitsAsked) +
             "SELECT f.unit, f.respondents, f.answers, f.period_from, f.period_to, f.seq AS events "
             "FROM sm_feedback f JOIN who ON who.unit = f.unit "
             "WHERE f.period_from <= ?3 AND f.period_to >= ?2 ORDER BY f.unit, f.seq",
      .columns = {{"unit", kUnit},
                  {.key = "respondents",
                   .title = {"Vastaajat", "Svarande", "Respondents"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "smfeedback.collected/group"},
                  {"answers", {"Vastauksia", "Svar", "Answers"}, ColumnKind::kInteger},
                  {"period_from", {"Alkaen", "Från", "From"}, ColumnKind::kDate},
                  {"period_to", {"Päättyen", "Till", "To"}, ColumnKind::kDate}},
      .when_empty = {"Palautteen keräämistä ei ole kirjattu.",
                     "Ingen insamling av respons har registrerats.",
                     "No collection of feedback is on record."}};
  return spec;
}

Words PeriodWords(const ReportPeriod& period) {
  const auto day = [](Date date) {
    const CivilDay civil = CivilOf(date);
    return std::to_string(civil.day) + "." + std::to_string(civil.month) + "." +
           std::to_string(civil.year);
  };
  return {"Jakso " + day(period.first) + "–" + day(period.last) +
              ". Raportti on julkaistavissa: siinä ei ole henkilötietoja eikä salassa pidettäviä "
              "tietoja, eikä asiakkaita koskevien asioiden määräaikoja.",
          "Perioden " + day(period.first) + "–" + day(period.last) +
              ". Rapporten kan publiceras: den innehåller inga personuppgifter, inga "
              "sekretessbelagda uppgifter och inga frister i klienters ärenden.",
          "Period " + FormatDate(period.first) + " to " + FormatDate(period.last) +
              ". The report may be published: it holds no personal or secret data, and no time "
              "limits of clients' matters."};
}

Words BasisWords(bool programme) {
  return programme
             ? Words{"Omavalvontaohjelman seurannasta julkaistava selvitys, kaikki yksiköt: "
                     "741/2023 26 § 4 mom. ja 27 § 3 mom.",
                     "Den redogörelse som ska publiceras om uppföljningen av programmet för "
                     "egenkontroll, alla enheter: 741/2023 26 § 4 mom. och 27 § 3 mom.",
                     "The account to be published on the follow-up of the self-monitoring "
                     "programme, all units: 741/2023 section 26(4) and section 27(3)."}
             : Words{"Omavalvontasuunnitelman seurannasta julkaistava selvitys: 741/2023 27 § 3 "
                     "mom.",
                     "Den redogörelse som ska publiceras om uppföljningen av planen för "
                     "egenkontroll: 741/2023 27 § 3 mom.",
                     "The account to be published on the follow-up of the self-monitoring plan: "
                     "741/2023 section 27(3)."};
}

// A provider with a programme, or with more than one unit, which must have one.
Result<bool> HasProgramme(Database& views, const std::string& provider) {
  SINETTI_ASSIGN(
      const std::vector<std::string> found,
      QueryList(views,
                "SELECT 1 FROM sm_plan WHERE scope = 'programme' AND unit = ?1 UNION ALL "
                "SELECT 1 FROM unit WHERE provider = ?1 GROUP BY provider HAVING "
                "count(*) > 1",
                {provider}));
  return !found.empty();
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  const std::size_t at = request.scope.rfind('@');
  const std::string unit = request.scope.substr(0, at);
  SINETTI_TRY(CheckSubject(views, "unit or provider with self-monitoring", unit,
                           "SELECT unit FROM sm_plan UNION SELECT provider FROM sm_plan WHERE "
                           "provider IS NOT NULL UNION SELECT unit FROM unit UNION SELECT "
                           "provider FROM provider ORDER BY 1"));
  ReportPeriod period;
  if (at == std::string::npos) {
    SINETTI_ASSIGN(const std::string today, views.Scalar("SELECT as_of FROM meta"));
    SINETTI_ASSIGN(const Date day, ParseDate(today));
    period = PeriodBefore(day);
  } else {
    SINETTI_ASSIGN(period, PeriodOfMonth(std::string_view(request.scope).substr(at + 1)));
  }
  const ReportPeriod before = PeriodBefore(AddDays(period.first, -1));
  const std::vector<std::string> scope{
      unit,       FormatDate(period.first), FormatDate(period.last),
      period.key, FormatDate(before.first), FormatDate(before.last),
      before.key};
  SINETTI_ASSIGN(const bool has_programme, HasProgramme(views, unit));
  const TableSpec limits =
      DeadlineTable("deadlines",
                    {"Jaksolla päättyneet määräajat", "Frister som löpte ut under perioden",
                     "Time limits that ended in the period"},
                    std::string(kLimits) + " AND d.due BETWEEN ?2 AND ?3",
                    {"Jaksolla ei päättynyt määräaikoja.", "Inga frister löpte ut under perioden.",
                     "No time limit ended in the period."});
  std::vector<Section> sections{
      {.title = {"Omavalvonta jaksolla", "Egenkontrollen under perioden",
                 "Self-monitoring in the period"},
       .paragraphs = {PeriodWords(period), BasisWords(has_programme)}},
      {.title = {"Havainnot ja muutokset", "Iakttagelser och ändringar",
                 "Observations and changes"}},
      {.title = {"Palaute ja mittarit", "Respons och indikatorer", "Feedback and indicators"}},
      {.title = {"Suunnitelma ja julkaiseminen", "Plan och publicering", "Plan and publication"}},
      {.title = {"Määräajat", "Tidsfrister", "Time limits"}}};
  std::vector<std::vector<const TableSpec*>> specs{{&PeriodSummary(), &Themes()},
                                                   {&PeriodObservations(), &PeriodChanges()},
                                                   {&Feedback(), &PeriodIndicators()},
                                                   {&Reports()},
                                                   {&limits}};
  if (has_programme) specs[0].insert(specs[0].begin() + 1, &ProgrammeThemes());
  for (std::size_t i = 0; i < specs.size(); ++i) {
    for (const TableSpec* spec : specs[i]) {
      SINETTI_ASSIGN(Table table, QueryTable(views, *spec, scope));
      sections[i].tables.push_back(std::move(table));
    }
  }
  SINETTI_ASSIGN(Chart chart,
                 QueryChart(views,
                            DeadlineChart("met-and-missed",
                                          std::string(kLimits) +
                                              " AND d.due > date(?3, '-1 year') AND d.due <= ?3"),
                            scope));
  if (!chart.groups.empty()) sections[4].charts.push_back(std::move(chart));
  return sections;
}

ReportPeriod Third(int year, int third) {  // third: 0, 1 or 2
  const Date first = DateOf(year, third * kMonths + 1, 1);
  return {.first = first,
          .last = AddDays(AddMonths(first, kMonths), -1),
          .key = std::to_string(year) + "/" + std::to_string(third + 1)};
}

}  // namespace

Result<ReportPeriod> PeriodOfMonth(std::string_view month) {
  auto day = ParseDate(std::string(month) + "-01");
  if (!day) {
    return Error{ErrorCode::kInvalid, "\"" + std::string(month) +
                                          "\" is no month; write UNIT@2026-01 for the four months "
                                          "that January 2026 belongs to"};
  }
  const CivilDay civil = CivilOf(*day);
  return Third(civil.year, (civil.month - 1) / kMonths);
}

ReportPeriod PeriodBefore(Date day) {
  const CivilDay civil = CivilOf(AddDays(day, 1));
  const int third = (civil.month - 1) / kMonths;
  if (third > 0) return Third(civil.year, third - 1);
  return civil.year > 0 ? Third(civil.year - 1, 2) : Third(0, 0);
}

const ReportDefinition& SelfMonitoringReport() {
  static const ReportDefinition definition{
      .name = "selfmonitoring",
      .title = {"Omavalvontaraportti", "Rapport om egenkontrollen", "Self-monitoring report"},
      .about = {"Neljän kuukauden havainnot, korjaukset, muutokset, palaute ja määräajat",
                "Fyra månaders iakttagelser, rättelser, ändringar, respons och frister",
                "Four months of observations, corrections, changes, feedback and time limits"},
      .scope = {"yksikkö tai tuottaja, esimerkiksi YKSIKKÖ@2026-01",
                "enhet eller producent, till exempel ENHET@2026-01",
                "unit or provider, for instance UNIT@2026-01"},
      .needs_scope = true,
      .public_columns = {"unit",         "plan_version", "published_on", "staff_instruction",
                         "reported_on",  "changes",      "next_due",     "theme",
                         "observations", "serious",      "corrected",    "open",
                         "respondents",  "answers",      "period_from",  "period_to",
                         "due",          "state",        "rule",         "trigger_date",
                         "closed_on",    "days_late"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
