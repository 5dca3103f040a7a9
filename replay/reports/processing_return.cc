#include "replay/reports/processing_return.h"

#include <cstdio>

namespace sinetti {
namespace {

std::string Month(CivilDay day) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d", day.year, day.month);
  return text;
}

// The newest April or October that has ended by the day.
std::string NewestMonth(Date today) {
  CivilDay civil = CivilOf(today);
  do {
    if (--civil.month == 0) {
      civil.month = 12;
      --civil.year;
    }
  } while (civil.year > 0 && civil.month != 4 && civil.month != 10);
  return Month(civil);
}

Result<std::vector<Section>> Build(Database& views, const ReportRequest& request) {
  std::string month = request.scope;
  if (month.empty()) {
    SINETTI_ASSIGN(const std::string today, views.Scalar("SELECT as_of FROM meta"));
    SINETTI_ASSIGN(const Date day, ParseDate(today));
    month = NewestMonth(day);
  }
  const auto first = ParseDate(month + "-01");
  if (!first) {
    return Error{ErrorCode::kInvalid,
                 "\"" + month + "\" is no month; write 2026-04 for April 2026"};
  }
  const CivilDay civil = CivilOf(*first);
  const std::string since = civil.year > 0 ? Month(CivilOf(AddMonths(*first, -5))) : month;
  Section asked{
      .title = {"Kuukausi " + month, "Månaden " + month, "The month " + month},
      .paragraphs = {{"Kuukaudelle osuneiden asioiden käsittelyajat: 1412/1997 27 c §. "
                      "Työpäivät ovat maanantaista perjantaihin ilman pyhiä ja aattoja.",
                      "Handläggningstiderna för de ärenden som kom in under månaden: "
                      "1412/1997 27 c §. Arbetsdagar är måndag till fredag utan helger "
                      "och aftnar.",
                      "Handling times of what came in during the month: 1412/1997 section "
                      "27 c. Working days are Monday to Friday without holidays and "
                      "eves."}}};
  SINETTI_ASSIGN(Table table,
                 QueryTable(views,
                            ProcessingTable("month", {"Käsittelyajat kuukautena",
                                                      "Handläggningstider under månaden",
                                                      "Handling times in the month"}),
                            {month, month}));
  asked.tables.push_back(std::move(table));
  Section around{.title = {"Puoli vuotta", "Ett halvt år", "Half a year"}};
  SINETTI_ASSIGN(Table half,
                 QueryTable(views,
                            ProcessingTable("half-year", {"Käsittelyajat kuudelta kuukaudelta",
                                                          "Handläggningstider för sex månader",
                                                          "Handling times of six months"}),
                            {since, month}));
  around.tables.push_back(std::move(half));
  return std::vector<Section>{std::move(asked), std::move(around)};
}

}  // namespace

TableSpec ProcessingTable(std::string_view key, Words title) {
  return {
      .key = key,
      .title = std::move(title),
      .sql =
          "SELECT authority, kind, urgency, month, received, "
          "within_permille * 100 AS within, median_workdays_tenths * 100 AS median, "
          "worst_workdays, breaches, coalesce(rule || ' ' || rule_version, rule) AS rule, "
          "seq AS events, CASE WHEN breaches > 0 THEN 'bad' ELSE 'good' END AS mark, "
          "'breaches' AS mark_column FROM v13_processing WHERE month BETWEEN ?1 AND ?2 "
          "ORDER BY month, authority, kind, urgency, rule",
      .columns = {{"authority",
                   {"Viranomainen", "Myndighet", "Authority"},
                   ColumnKind::kText,
                   {},
                   kMissingWords},
                  {"kind", {"Asia", "Ärende", "Kind"}},
                  {.key = "urgency",
                   .title = {"Kiireellisyys", "Brådska", "Urgency"},
                   .kind = ColumnKind::kEnumerant,
                   .schema_field = "matter.opened/urgency"},
                  {"month", {"Kuukausi", "Månad", "Month"}},
                  {"received", {"Saapunut", "Inkomna", "Received"}, ColumnKind::kInteger},
                  {"within",
                   {"Ajoissa", "I tid", "In time"},
                   ColumnKind::kPercent,
                   {},
                   {"ei vielä päättynyt", "inte ännu avslutade", "none has ended"}},
                  {"median",
                   {"Mediaani (työpv)", "Median (arbetsd.)", "Median (working days)"},
                   ColumnKind::kThousandths,
                   {},
                   kNotApplicable},
                  {"breaches", {"Ylityksiä", "Överskridningar", "Breaches"}, ColumnKind::kInteger},
                  {"rule", {"Sääntö ja sen versio", "Regel och version", "Rule and version"}}},
      .when_empty = {"Ajanjaksolta ei ole kirjattu asioita, joilla on käsittelyaika.",
                     "Inga ärenden med handläggningstid har registrerats för tiden.",
                     "No matter with a handling time is on record for the time."}};
}

const ReportDefinition& ProcessingReturn() {
  static const ReportDefinition definition{
      .name = "processing",
      .title = {"Käsittelyaikojen selvitys", "Redogörelse för handläggningstiderna",
                "Processing-time return"},
      .about = {"Huhtikuun tai lokakuun käsittelyajat (1412/1997 27 c §)",
                "Handläggningstiderna i april eller oktober (1412/1997 27 c §)",
                "Handling times of April or October (1412/1997 section 27 c)"},
      .scope = {"kuukausi, esimerkiksi 2026-04 (valinnainen)",
                "månad, till exempel 2026-04 (valfritt)", "month, for instance 2026-04 (optional)"},
      .build = &Build};
  return definition;
}

}  // namespace sinetti
