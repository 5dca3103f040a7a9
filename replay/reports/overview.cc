#include "replay/reports/overview.h"

#include <algorithm>

#include "replay/reports/deadlines.h"
#include "replay/reports/overview_tables.h"

namespace sinetti {
namespace {

// The last three thirds of a year that have ended, the oldest first.
Result<std::vector<ReportPeriod>> LastPeriods(Database& views) {
  SINETTI_ASSIGN(const std::string today, views.Scalar("SELECT as_of FROM meta"));
  SINETTI_ASSIGN(const Date day, ParseDate(today));
  std::vector<ReportPeriod> periods{PeriodBefore(day)};
  while (periods.size() < 3) periods.push_back(PeriodBefore(AddDays(periods.back().first, -1)));
  std::reverse(periods.begin(), periods.end());
  return periods;
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest&) {
  SINETTI_ASSIGN(const std::vector<ReportPeriod> periods, LastPeriods(views));
  const TableSpec cycle = MonitoringCycle(periods);
  struct Part {
    Words title;
    std::vector<const TableSpec*> tables;
  };
  const std::vector<Part> parts{
      {{"Tilanne", "Läget", "The situation"}, {&AtAGlance()}},
      {{"Myöhässä", "Försenat", "Overdue"}, {&OverdueWork()}},
      {{"Määräykset ja uhkasakot", "Förelägganden och viten", "Orders and fines"}, {&OpenOrders()}},
      {{"Lähipäivien määräajat", "De närmaste dagarnas frister", "Due soon"}, {&DueSoon()}},
      {{"Ilmoitukset", "Anmälningar", "Notifications"}, {&UnansweredNotifications()}},
      {{"Epäkohdat", "Missförhållanden", "Findings"}, {&OpenFindings()}},
      {{"Omavalvonta", "Egenkontroll", "Self-monitoring"}, {&cycle}},
      {{"Valvonta-asiat", "Tillsynsärenden", "Supervision cases"}, {&OpenCases()}},
      {{"Tuottajat", "Producenterna", "Providers"}, {&ProvidersNow(), &ProviderTrends()}}};
  std::vector<Section> sections;
  for (const Part& part : parts) {
    Section section{.title = part.title};
    for (const TableSpec* spec : part.tables) {
      SINETTI_ASSIGN(Table table, QueryTable(views, *spec));
      section.tables.push_back(std::move(table));
    }
    sections.push_back(std::move(section));
  }
  SINETTI_ASSIGN(Chart kept,
                 QueryChart(views, DeadlineChart("met-and-missed",
                                                 "d.due > (SELECT date(as_of, '-1 year') "
                                                 "FROM meta)")));
  if (!kept.groups.empty()) sections.back().charts.push_back(std::move(kept));
  return sections;
}

}  // namespace

const ReportDefinition& OverviewReport() {
  static const ReportDefinition definition{
      .name = "overview",
      .title = {"Valvojan yleiskuva", "Tillsynsöversikt", "Supervisor's overview"},
      .about =
          {"Myöhässä olevat vakavin ensin, lähipäivien määräajat, avoimet epäkohdat ja "
           "määräykset, tuottajat rinnakkain",
           "Försenat med det allvarligaste först, kommande frister, öppna missförhållanden och "
           "förelägganden, producenterna sida vid sida",
           "What is overdue, the gravest first, what falls due, open findings and orders, "
           "providers side by side"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
