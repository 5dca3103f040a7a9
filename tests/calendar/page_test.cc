// docs/reference/calendar.md shows the tables of holidays and rules as they are compiled in.  When
// a table changes, run this test with SINETTI_WRITE_PAGES=1 and read the difference before
// committing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "replay/calendar/holidays.h"
#include "replay/calendar/rule_book.h"

namespace sinetti {
namespace {

const char* const kPage = SINETTI_SOURCE_DIR "/docs/reference/calendar.md";

std::string DayText(const HolidayRule& rule) {
  switch (rule.kind) {
    case HolidayRule::Kind::kFixed:
      return std::to_string(rule.day) + "." + std::to_string(rule.month) + ".";
    case HolidayRule::Kind::kAfterEaster:
      return "Easter Sunday " + std::string(rule.day < 0 ? "− " : "+ ") +
             std::to_string(std::abs(rule.day)) + " days";
    case HolidayRule::Kind::kSaturdayOnOrAfter:
      return std::string(rule.eve ? "the day before " : "") + "the Saturday from " +
             std::to_string(rule.day) + "." + std::to_string(rule.month) + ".";
  }
  return "";
}

std::string HolidayTable() {
  std::string table = "| day | | when | years | rests on |\n|---|---|---|---|---|\n";
  for (const HolidayRule& rule : HolidayRules())
    table += "| " + std::string(rule.name.fi) + " | " + rule.name.en + (rule.eve ? " (eve)" : "") +
             " | " + DayText(rule) + " | " + std::to_string(rule.first_year) + "–" +
             (rule.last_year == kLastCalendarYear ? "" : std::to_string(rule.last_year)) + " | " +
             rule.source + " |\n";
  return table;
}

std::string UnitText(const Rule& rule) {
  const std::string amount = std::to_string(rule.amount);
  switch (rule.unit) {
    case LimitUnit::kDays: return amount + " d";
    case LimitUnit::kWeeks: return amount + " weeks";
    case LimitUnit::kMonths: return amount + " months";
    case LimitUnit::kYears: return amount + " years";
    case LimitUnit::kWorkdays: return amount + " working days";
    case LimitUnit::kSameOrNextWorkday: return "same or next working day";
    case LimitUnit::kFirstWorkdayOfMonth: return "first working day, month + " + amount;
  }
  return "";
}

std::string RuleTable() {
  std::string table =
      "| rule | version | what | limit | moves | from | until | act | note |\n"
      "|---|---|---|---|---|---|---|---|---|\n";
  const RuleBook book = RuleBook::BuiltIn();
  for (const Rule& rule : book.rules())
    table += "| `" + rule.id + "` | " + rule.version + " | " + rule.title.en + " | " +
             UnitText(rule) + " | " + (rule.rollover ? "yes" : "no") + " | " +
             FormatDate(rule.valid_from) + " | " +
             (rule.valid_to == kLastDate ? "" : FormatDate(rule.valid_to)) + " | " + rule.act +
             ":" + rule.section + " | " + rule.note + " |\n";
  return table;
}

// Puts `table` between the two marks of `name`; the text is unchanged when the marks are missing.
std::string Replace(const std::string& page, const std::string& name, const std::string& table) {
  const std::string begin = "<!-- " + name + " -->\n";
  const std::string end = "<!-- end of " + name + " -->";
  const std::size_t from = page.find(begin);
  const std::size_t to = page.find(end);
  if (from == std::string::npos || to == std::string::npos) return page;
  return page.substr(0, from) + begin + "\n" + table + "\n" + page.substr(to);
}

TEST(CalendarPage, ShowsTheTablesAsTheyAre) {
  std::ifstream file(kPage);
  ASSERT_TRUE(file) << kPage;
  std::stringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  ASSERT_NE(page.find("<!-- holidays -->"), std::string::npos);
  ASSERT_NE(page.find("<!-- rules -->"), std::string::npos);
  const std::string expected =
      Replace(Replace(page, "holidays", HolidayTable()), "rules", RuleTable());
  if (std::getenv("SINETTI_WRITE_PAGES") != nullptr) std::ofstream(kPage) << expected;
  EXPECT_EQ(page, expected) << "write the page anew with SINETTI_WRITE_PAGES=1";
}

}  // namespace
}  // namespace sinetti
