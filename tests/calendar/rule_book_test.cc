#include "replay/calendar/rule_book.h"

#include <gtest/gtest.h>

namespace sinetti {
namespace {

Rule Version(const char* version, int amount, Date from, Date to = kLastDate) {
  Rule rule;
  rule.id = "paikallinen";
  rule.version = version;
  rule.unit = LimitUnit::kWorkdays;
  rule.amount = amount;
  rule.valid_from = from;
  rule.valid_to = to;
  return rule;
}

TEST(RuleBook, FindsTheVersionInForceOnTheDayOfTheTrigger) {
  RuleBook book;
  ASSERT_TRUE(book.Add(Version("2", 5, DateOf(2020, 1, 1))));
  ASSERT_TRUE(book.Add(Version("1", 2, DateOf(2010, 1, 1))));
  EXPECT_EQ((*book.Find("paikallinen", DateOf(2019, 12, 31)))->version, "1");
  EXPECT_EQ((*book.Find("paikallinen", DateOf(2020, 1, 1)))->version, "2");
  const Result<const Rule*> before = book.Find("paikallinen", DateOf(2009, 12, 31));
  ASSERT_FALSE(before);
  EXPECT_EQ(before.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(before.error().message,
            "rule 'paikallinen' has no version in force on 2009-12-31 (known: 1 from 2010-01-01, 2 "
            "from 2020-01-01)");
  EXPECT_EQ(book.Find("olematon", DateOf(2020, 1, 1)).error().code, ErrorCode::kNotFound);
}

TEST(RuleBook, LetsAVersionEndWithoutASuccessor) {
  RuleBook book;
  ASSERT_TRUE(book.Add(Version("1", 2, DateOf(2010, 1, 1), DateOf(2012, 1, 1))));
  EXPECT_TRUE(book.Find("paikallinen", DateOf(2011, 12, 31)));
  EXPECT_FALSE(book.Find("paikallinen", DateOf(2012, 1, 1)));
}

TEST(RuleBook, PutsTheLedgersVersionInPlaceOfACompiledOne) {
  RuleBook book = RuleBook::BuiltIn();
  const std::size_t size = book.rules().size();
  Rule rule = **book.Find("toimeentulotuki-paatos", DateOf(2020, 1, 1));
  rule.workdays.saturday_counts = true;
  ASSERT_TRUE(book.Add(rule));
  EXPECT_EQ(book.rules().size(), size);
  EXPECT_TRUE((*book.Find("toimeentulotuki-paatos", DateOf(2020, 1, 1)))->workdays.saturday_counts);
}

TEST(RuleBook, RefusesWhatCannotBeApplied) {
  RuleBook book;
  const Date day = DateOf(2020, 1, 1);
  EXPECT_FALSE(book.Add(Version("", 1, day)));
  EXPECT_FALSE(book.Add(Version("1", 0, day)));
  EXPECT_FALSE(book.Add(Version("1", 1001, day)));
  EXPECT_FALSE(book.Add(Version("1", -1001, day)));
  EXPECT_FALSE(book.Add(Version("1", 1, day, day)));
  Rule nameless = Version("1", 1, day);
  nameless.id = "";
  EXPECT_FALSE(book.Add(nameless));
  EXPECT_TRUE(book.rules().empty());
}

TEST(RuleBook, HasBuiltInVersionsThatFollowOneAnotherWithoutGaps) {
  const RuleBook book = RuleBook::BuiltIn();
  EXPECT_GE(book.rules().size(), 48u);
  for (std::size_t i = 0; i < book.rules().size(); ++i) {
    const Rule& rule = book.rules()[i];
    EXPECT_FALSE(rule.title.fi.empty() || rule.title.sv.empty() || rule.title.en.empty());
    EXPECT_FALSE(rule.act.empty() || rule.section.empty()) << rule.id;
    EXPECT_FALSE(rule.trigger.empty()) << rule.id;
    if (i + 1 < book.rules().size() && book.rules()[i + 1].id == rule.id) {
      EXPECT_EQ(rule.valid_to, book.rules()[i + 1].valid_from) << rule.id;
    }
  }
}

}  // namespace
}  // namespace sinetti
