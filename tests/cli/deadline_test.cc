// `sinetti deadline`: time limits by hand, with the rules of the program and of a ledger.
#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

TEST(DeadlineCommand, CountsWithoutALedgerAndSaysWhyTheDayMoved) {
  Workplace place;
  const Ran ran = place.Run({"--lang", "fi", "deadline", "--rule", "oikaisuvaatimus-sosiaalihuolto",
                             "--from", "2025-11-24"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("30 päivää"), HasSubstr("24.12.2025"), HasSubstr("jouluaatto"),
                    HasSubstr("29.12.2025"), HasSubstr("viimeinen päivä")));
}

TEST(DeadlineCommand, CountsFromTheDayOnWhichALetterIsDeemedKnown) {
  Workplace place;
  const Ran ran = place.Run({"--json", "deadline", "--rule", "oikaisuvaatimus-sosiaalihuolto",
                             "--from", "2025-11-17", "--notified-by", "letter"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr(R"("sent":"2025-11-17")"), HasSubstr(R"("trigger":"2025-11-24")"),
                    HasSubstr(R"("rolledFrom":"2025-12-24")"), HasSubstr(R"("due":"2025-12-29")")));
}

// Each counted day once, from 1 to the limit, whatever lies between.
TEST(DeadlineCommand, NumbersEveryWorkingDayAndNamesThoseItPassesOver) {
  Workplace place;
  const Ran ran =
      place.Run({"--json", "deadline", "--rule", "toimeentulotuki-paatos", "--from", "2014-04-14"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  for (int day = 1; day <= 7; ++day)
    EXPECT_THAT(ran.out, HasSubstr("\"number\":" + std::to_string(day)));
  EXPECT_THAT(ran.out, AllOf(Not(HasSubstr("\"number\":8")), HasSubstr("skipped"),
                             HasSubstr(R"("version":"2008")")));
}

TEST(DeadlineCommand, TakesTheRuleOfTheLedgerBeforeThatOfTheProgram) {
  Workplace place;
  ASSERT_EQ(place.Run({"init", "--origin", "testi.fi/loki"}).exit_code, 0);
  const Ran recorded = place.Run(
      {"record", "rule.versionInForce", "--stream", "rule-oma", "--set", "rule=oma-raja", "--set",
       "version=1", "--set", R"(amount={"value":3,"unit":"vrk"})", "--set", "unit=days", "--set",
       "excludeFirstDay=true", "--set", "rollover=no", "--set", R"(from={"date":"2020-01-01"})"});
  ASSERT_EQ(recorded.exit_code, 0) << recorded.err;
  const std::vector<std::string> asked = {"--json",   "deadline", "--rule",
                                          "oma-raja", "--from",   "2026-03-02"};
  const Ran own = place.Run(asked);
  EXPECT_EQ(own.exit_code, 0) << own.err;
  EXPECT_THAT(own.out, HasSubstr(R"("due":"2026-03-05")"));

  auto without = asked;
  without.push_back("--built-in");
  const Ran none = place.Run(without);
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("there is no rule"));
}

TEST(DeadlineCommand, ListsTheRulesWithActAndSection) {
  Workplace place;
  const Ran ran = place.Run({"--json", "deadline"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("valitus-hallinto-oikeus"), HasSubstr("1412/1997 14 c §")));
  EXPECT_THAT(place.Run({"deadline", "--lang", "sv"}).out, HasSubstr(" §"));
  EXPECT_THAT(place.Run({"deadline", "--lang", "en"}).out,
              AllOf(HasSubstr("section"), Not(HasSubstr("§"))));
}

TEST(DeadlineCommand, RefusesHalfAQuestionAndUnknownRulesAndDays) {
  Workplace place;
  EXPECT_THAT(place.Run({"deadline", "--rule", "toimeentulotuki-paatos"}).err,
              HasSubstr("belong together"));
  EXPECT_THAT(
      place.Run({"deadline", "--rule", "toimeentulotuki-patos", "--from", "2026-01-02"}).err,
      AllOf(HasSubstr("did you mean"), HasSubstr("toimeentulotuki-paatos")));
  const Ran day =
      place.Run({"deadline", "--rule", "toimeentulotuki-paatos", "--from", "2026-02-30"});
  EXPECT_EQ(day.exit_code, 2);
  EXPECT_THAT(day.err, AllOf(HasSubstr("--from"), HasSubstr("2026-02-30")));
}

}  // namespace
}  // namespace sinetti
