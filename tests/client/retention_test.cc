// Retention classes: every row is whole, and days are counted as 150/1930 says.
#include "ledger/client/retention.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/support/page.h"

namespace sinetti {
namespace {

TEST(Retention, EveryClassHasItsWordsItsActAndAPeriod) {
  std::set<std::string_view> codes;
  for (const RetentionClass& one : RetentionClasses()) {
    SCOPED_TRACE(std::string(one.code));
    EXPECT_TRUE(codes.insert(one.code).second);
    EXPECT_EQ(FindRetentionClass(one.code), &one);
    EXPECT_GT(one.years, 0);
    EXPECT_TRUE(one.code.ends_with("-" + std::to_string(one.years) + "v"));
    for (const std::string_view text :
         {one.fi, one.sv, one.en, one.trigger_fi, one.trigger_sv, one.trigger_en, one.basis})
      EXPECT_FALSE(text.empty());
    EXPECT_NE(one.basis.find('/'), std::string_view::npos);
    for (const Language language : {Language::kFinnish, Language::kSwedish, Language::kEnglish})
      EXPECT_FALSE(one.Name(language).empty() || one.TriggerWords(language).empty());
  }
  EXPECT_EQ(FindRetentionClass("muu"), nullptr);
}

TEST(Retention, YearsEndOnTheDayWithTheSameNumber) {
  const RetentionClass& ten = *FindRetentionClass("sosiaalihuolto-iakkaat-10v");
  EXPECT_EQ(FormatDate(RetentionEnds(ten, DateOf(2014, 4, 30))), "2024-04-30");
  EXPECT_EQ(FormatDate(RetentionEnds(ten, DateOf(2016, 2, 29))), "2026-02-28");
  const RetentionClass& twelve = *FindRetentionClass("kayttoloki-12v");
  EXPECT_EQ(FormatDate(RetentionEnds(twelve, DateOf(2016, 2, 29))), "2028-02-29");
}

TEST(Retention, ThePageHasTheTable) {
  std::string table = "| class | documents | years | from | act |\n|---|---|---|---|---|\n";
  for (const RetentionClass& one : RetentionClasses())
    table += "| `" + std::string(one.code) + "` | " + std::string(one.en) + " | " +
             std::to_string(one.years) + " | " + std::string(one.trigger_en) + " | " +
             std::string(one.basis) + " |\n";
  const std::string page =
      testing_support::ReadFile(std::string(SINETTI_SOURCE_DIR) + "/docs/reference/retention.md");
  EXPECT_NE(page.find(table), std::string::npos) << table;
}

}  // namespace
}  // namespace sinetti
