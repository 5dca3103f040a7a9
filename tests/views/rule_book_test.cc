// The rule book that is shipped, recorded: every rule of the views is then the ledger's own, and is
// the one that was compiled in, member by member.
#include <gtest/gtest.h>

#include "replay/calendar/deadline.h"
#include "replay/views/recorded_rules.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class RecordedBook : public ::testing::Test {
 protected:
  void Record() { ledger_.Load(std::string(SINETTI_SOURCE_DIR) + "/rules/suomi.ndjson"); }

  RuleBook Book() {
    auto views = ledger_.Views(ParseDate("2030-01-01").value());
    EXPECT_OK(views);
    auto book = RecordedRules((*views)->database());
    EXPECT_OK(book);
    return *book;
  }

  void Apply(const std::string& id, const std::string& day) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","occurred":")" + day +
                R"(","stream":"asia-)" + id + R"(","type":"application.received","id":")" + id +
                R"(","data":{"kind":"toimeentulotuki","urgency":"normal","receivedOn":")" + day +
                R"("}})");
  }

  ScenarioLedger ledger_;
};

TEST_F(RecordedBook, IsTheBookOfTheProgram) {
  Record();
  const RuleBook recorded = Book();
  const RuleBook built_in = RuleBook::BuiltIn();
  ASSERT_EQ(recorded.rules().size(), built_in.rules().size());
  for (std::size_t i = 0; i < built_in.rules().size(); ++i) {
    Rule rule = recorded.rules()[i];
    EXPECT_TRUE(rule.recorded.has_value()) << rule.id << " " << rule.version;
    rule.recorded.reset();
    EXPECT_EQ(rule, built_in.rules()[i]) << rule.id << " " << rule.version;
  }
}

TEST_F(RecordedBook, GoesBeforeTheProgramAndIsNamedByTheLimitsItSets) {
  Apply("a", "2018-03-05");
  auto views = ledger_.Views(ParseDate("2030-01-01").value());
  ASSERT_OK(views);
  const std::string sql = "SELECT rule_version, due, rule_seq IS NULL FROM v4_deadlines";
  EXPECT_EQ(RowsOf((*views)->database(), sql), (Rows{{"2017", "2018-03-14", "1"}}));
  Record();
  views = ledger_.Views(ParseDate("2030-01-01").value());
  ASSERT_OK(views);
  EXPECT_EQ(RowsOf((*views)->database(), sql), (Rows{{"2017", "2018-03-14", "0"}}));
  EXPECT_EQ(RowsOf((*views)->database(),
                   "SELECT v.rule, v.version FROM v4_deadlines d JOIN ledger_rule_version v "
                   "ON v.seq = d.rule_seq"),
            (Rows{{"toimeentulotuki-paatos", "2017"}}));
}

// A later program may know versions that the ledger never recorded: for a day on which the ledger
// has a version of its own, they do not count.
TEST_F(RecordedBook, OfALedgerIsNotMixedWithVersionsOfTheProgramForTheSameDay) {
  ledger_.Add(
      R"({"specversion":"1.0","source":"urn:test","occurred":"2008-01-01","id":"r",)"
      R"("stream":"rule-x","type":"rule.versionInForce","data":{"rule":"toimeentulotuki-paatos",)"
      R"("version":"oma","amount":{"value":4},"unit":"workingDays","excludeFirstDay":true,)"
      R"("week":"mondayToFriday","eveIsHoliday":true,"from":{"date":"2016-01-01"}}})");
  const RuleBook book = Book();
  const auto version = [&](int year) {
    return (*book.Find("toimeentulotuki-paatos", DateOf(year, 6, 1)))->version;
  };
  EXPECT_EQ(version(2015), "2008");
  EXPECT_EQ(version(2016), "oma");
  EXPECT_EQ(version(2018), "oma") << "the program's version of 2017 began later";
}

}  // namespace
}  // namespace sinetti
