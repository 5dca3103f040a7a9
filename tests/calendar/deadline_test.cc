#include "replay/calendar/deadline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "replay/calendar/holidays.h"

namespace sinetti {
namespace {

using Action = DeadlineStep::Action;

Rule Limit(LimitUnit unit, int amount, bool rollover = false, WorkdayPolicy workdays = {}) {
  Rule rule;
  rule.id = "koe";
  rule.version = "1";
  rule.unit = unit;
  rule.amount = amount;
  rule.rollover = rollover;
  rule.workdays = workdays;
  return rule;
}

Date Due(const Rule& rule, Date trigger) {
  const Result<Deadline> deadline = Compute(rule, trigger);
  EXPECT_TRUE(deadline) << (deadline ? "" : deadline.error().message);
  return deadline ? deadline->due : kFirstDate;
}

const RuleBook& Book() {
  static const RuleBook book = RuleBook::BuiltIn();
  return book;
}

Deadline ByBook(std::string_view id, Date trigger) {
  Result<Deadline> deadline = Compute(Book(), id, trigger);
  EXPECT_TRUE(deadline) << id << (deadline ? "" : ": " + deadline.error().message);
  return deadline ? std::move(deadline).value() : Deadline{};
}

TEST(Deadline, FourteenAndThirtyDaysAfterNotification) {
  EXPECT_EQ(ByBook("oikaisuvaatimus-hyvinvointialue", DateOf(2024, 11, 6)).due,
            DateOf(2024, 11, 20));
  // Independence Day on a Friday.
  const Deadline thirty = ByBook("oikaisuvaatimus-yleinen", DateOf(2024, 11, 6));
  EXPECT_EQ(thirty.due, DateOf(2024, 12, 9));
  EXPECT_EQ(thirty.rolled_from, DateOf(2024, 12, 6));
  // Christmas Eve, the two days of Christmas, Saturday, Sunday.
  EXPECT_EQ(ByBook("oikaisuvaatimus-yleinen", DateOf(2025, 11, 24)).due, DateOf(2025, 12, 29));
  // A Sunday after Midsummer.
  EXPECT_EQ(ByBook("oikaisuvaatimus-yleinen", DateOf(2024, 5, 24)).due, DateOf(2024, 6, 24));
}

TEST(Deadline, BeginsOnTheDayOfDeemedNotification) {
  const Date deemed = *DeemedNotified(Book(), NotificationMethod::kLetter, DateOf(2024, 11, 29));
  EXPECT_EQ(deemed, DateOf(2024, 12, 6)) << "a holiday does not move deemed notification";
  EXPECT_EQ(ByBook("tiedoksianto-kirje", DateOf(2024, 11, 29)).due, deemed);
  const Deadline deadline = ByBook("valitus-hallinto-oikeus", deemed);
  EXPECT_EQ(deadline.rolled_from, DateOf(2025, 1, 5));
  EXPECT_EQ(deadline.due, DateOf(2025, 1, 7)) << "over Epiphany";
  EXPECT_EQ(*DeemedNotified(Book(), NotificationMethod::kElectronic, DateOf(2024, 11, 29)),
            DateOf(2024, 12, 2));
  EXPECT_EQ(*DeemedNotified(Book(), NotificationMethod::kAcknowledged, DateOf(2024, 11, 29)),
            DateOf(2024, 11, 29));
  EXPECT_FALSE(DeemedNotified(Book(), NotificationMethod::kLetter, DateOf(2003, 12, 31)))
      << "no rule of the book was in force";
  RuleBook own = Book();
  Rule letter = **own.Find("tiedoksianto-kirje", DateOf(2030, 1, 1));
  letter.version = "2030";
  letter.amount = 5;
  letter.valid_from = DateOf(2030, 1, 1);
  ASSERT_TRUE(own.Add(letter));
  EXPECT_EQ(*DeemedNotified(own, NotificationMethod::kLetter, DateOf(2029, 12, 31)),
            DateOf(2030, 1, 7));
  EXPECT_EQ(*DeemedNotified(own, NotificationMethod::kLetter, DateOf(2030, 1, 1)),
            DateOf(2030, 1, 6));
}

TEST(Deadline, OfMonthsEndsOnTheLastDayOfAShortMonth) {
  EXPECT_EQ(Due(Limit(LimitUnit::kMonths, 3), DateOf(2024, 11, 30)), DateOf(2025, 2, 28));
  EXPECT_EQ(Due(Limit(LimitUnit::kYears, 1), DateOf(2024, 2, 29)), DateOf(2025, 2, 28));
  EXPECT_EQ(Due(Limit(LimitUnit::kMonths, 3, true), DateOf(2024, 11, 30)), DateOf(2025, 2, 28));
}

TEST(Deadline, OfAnAuthoritysDutyDoesNotMove_KHO_2012_26) {
  const Deadline deadline = ByBook("tahdosta-riippumaton-hoito", DateOf(2011, 8, 26));
  EXPECT_EQ(deadline.due, DateOf(2011, 11, 26));
  EXPECT_EQ(WeekdayOf(deadline.due), Weekday::kSaturday);
  EXPECT_FALSE(deadline.rolled_from.has_value());
  EXPECT_LT(deadline.due, DateOf(2011, 11, 28)) << "the decision of Monday 28.11. was late";
  Rule moving = **Book().Find("tahdosta-riippumaton-hoito", DateOf(2011, 8, 26));
  moving.rollover = true;
  EXPECT_EQ(Due(moving, DateOf(2011, 8, 26)), DateOf(2011, 11, 28)) << "had it been a party's act";
}

TEST(Deadline, OfUrgentSocialAssistanceIsTheNextWorkingDay) {
  const Deadline deadline = ByBook("toimeentulotuki-kiireellinen", DateOf(2014, 1, 3));
  EXPECT_EQ(deadline.due, DateOf(2014, 1, 7));
  EXPECT_EQ(deadline.rule_version, "2008");
  EXPECT_EQ(ByBook("toimeentulotuki-kiireellinen", DateOf(2017, 1, 2)).rule_version, "2017");
}

TEST(Deadline, OfSevenWorkingDaysShowsEachParameter) {
  EXPECT_EQ(ByBook("toimeentulotuki-paatos", DateOf(2014, 4, 17)).due, DateOf(2014, 4, 30));
  const auto seven = [](Date trigger, WorkdayPolicy policy) {
    return Due(Limit(LimitUnit::kWorkdays, 7, false, policy), trigger);
  };
  const Date december = DateOf(2013, 12, 19);
  EXPECT_EQ(seven(december, {}), DateOf(2014, 1, 3));
  EXPECT_EQ(seven(december, {.christmas_eve_counts = true}), DateOf(2014, 1, 2));
  EXPECT_EQ(seven(december, {.saturday_counts = true}), DateOf(2013, 12, 31));
  EXPECT_EQ(seven(december, {.saturday_counts = true, .christmas_eve_counts = true}),
            DateOf(2013, 12, 30));
  EXPECT_EQ(seven(DateOf(2014, 4, 17), {.saturday_counts = true}), DateOf(2014, 4, 28));
}

TEST(Deadline, CountsBackwardsWithoutMoving) {
  EXPECT_EQ(Due(Limit(LimitUnit::kWeeks, -2), DateOf(2013, 11, 26)), DateOf(2013, 11, 12));
  EXPECT_EQ(Due(Limit(LimitUnit::kDays, -14), DateOf(2013, 11, 26)), DateOf(2013, 11, 12));
  EXPECT_EQ(Due(Limit(LimitUnit::kMonths, -1, true), DateOf(2024, 3, 31)), DateOf(2024, 2, 29));
  // 20.12.2025 is a Saturday: a limit counted backwards stays there.
  EXPECT_EQ(Due(Limit(LimitUnit::kWeeks, -1, true), DateOf(2025, 12, 27)), DateOf(2025, 12, 20));
  EXPECT_EQ(Due(Limit(LimitUnit::kWorkdays, -2), DateOf(2014, 1, 7)), DateOf(2014, 1, 2));
}

TEST(Deadline, TakesTheSameDayOrTheNextWorkingDay) {
  const Rule rule = Limit(LimitUnit::kSameOrNextWorkday, 0);
  EXPECT_EQ(Due(rule, DateOf(2014, 1, 3)), DateOf(2014, 1, 3));
  EXPECT_EQ(Due(rule, DateOf(2014, 1, 4)), DateOf(2014, 1, 7));
  // The first working day of May 2014 is the Friday after May Day.
  EXPECT_EQ(Due(Limit(LimitUnit::kFirstWorkdayOfMonth, 1), DateOf(2014, 4, 20)),
            DateOf(2014, 5, 2));
}

TEST(Deadline, CountsTheFirstDayWhereTheRuleSaysSo) {
  Rule rule = Limit(LimitUnit::kDays, 14);
  rule.exclude_first_day = false;
  EXPECT_EQ(Due(rule, DateOf(2024, 11, 6)), DateOf(2024, 11, 19));
  rule = Limit(LimitUnit::kMonths, 1);
  rule.exclude_first_day = false;
  EXPECT_EQ(Due(rule, DateOf(2024, 11, 6)), DateOf(2024, 12, 5));
}

TEST(Deadline, FollowsTheHistoryOfAccessToCare) {
  const auto version = [](const char* id, Date trigger) {
    return ByBook(id, trigger).rule_version;
  };
  EXPECT_EQ(ByBook("hoitoon-paasy", DateOf(2023, 8, 31)).due, DateOf(2023, 11, 30));
  EXPECT_EQ(ByBook("hoitoon-paasy", DateOf(2023, 9, 1)).due, DateOf(2023, 9, 15));
  EXPECT_EQ(version("hoitoon-paasy", DateOf(2024, 10, 31)), "2023");
  EXPECT_EQ(version("hoitoon-paasy", DateOf(2024, 11, 1)), "2024");
  EXPECT_EQ(ByBook("hoitoon-paasy", DateOf(2024, 12, 31)).due, DateOf(2025, 1, 14));
  EXPECT_EQ(ByBook("hoitoon-paasy", DateOf(2025, 1, 1)).due, DateOf(2025, 4, 1));
  EXPECT_EQ(ByBook("hoitoon-paasy-alle-23", DateOf(2025, 1, 1)).due, DateOf(2025, 1, 15));
  EXPECT_EQ(ByBook("psykososiaalinen-alle-23", DateOf(2025, 5, 1)).due, DateOf(2025, 5, 29));
  EXPECT_FALSE(Compute(Book(), "psykososiaalinen-alle-23", DateOf(2025, 4, 30)));
  EXPECT_EQ(ByBook("hoito-arviointi", DateOf(2023, 8, 31)).due, DateOf(2023, 9, 5));
  EXPECT_FALSE(Compute(Book(), "hoito-arviointi", DateOf(2023, 9, 1)));
}

TEST(Deadline, SaysWhyThatDay) {
  const Deadline deadline = ByBook("oikaisuvaatimus-yleinen", DateOf(2025, 11, 24));
  EXPECT_EQ(deadline.reason.fi,
            "30 päivää päivästä 24.11.2025 (434/2003 49 c §): 24.12.2025 (keskiviikko, "
            "jouluaatto); siirtyy, 150/1930 5 §: 29.12.2025 (maanantai)");
  EXPECT_EQ(deadline.reason.en,
            "30 days from 24 November 2025 (434/2003 section 49 c): 24 December 2025 (Wednesday, "
            "Christmas Eve); moves on, 150/1930 section 5: 29 December 2025 (Monday)");
  EXPECT_FALSE(deadline.reason.sv.empty());

  const Deadline social = ByBook("toimeentulotuki-paatos", DateOf(2014, 4, 17));
  const std::vector<std::string> lines = ExplainSteps(social, Language::kFinnish);
  EXPECT_THAT(
      lines,
      testing::ElementsAre(
          "17.4.2014 (torstai): määräaika alkaa",
          "18.4.2014 (perjantai, pitkäperjantai): ei lasketa", "19.4.2014 (lauantai): ei lasketa",
          "20.4.2014 (sunnuntai, pääsiäispäivä): ei lasketa",
          "21.4.2014 (maanantai, toinen pääsiäispäivä): ei lasketa",
          "22.4.2014 (tiistai): lasketaan, 1.", "23.4.2014 (keskiviikko): lasketaan, 2.",
          "24.4.2014 (torstai): lasketaan, 3.", "25.4.2014 (perjantai): lasketaan, 4.",
          "26.4.2014 (lauantai): ei lasketa", "27.4.2014 (sunnuntai): ei lasketa",
          "28.4.2014 (maanantai): lasketaan, 5.", "29.4.2014 (tiistai): lasketaan, 6.",
          "30.4.2014 (keskiviikko): lasketaan, 7.", "30.4.2014 (keskiviikko): viimeinen päivä"));
}

TEST(Deadline, RefusesARuleThatWasNotInForceAndDaysOutsideTheCalendar) {
  const Rule& rule = **Book().Find("hoitoon-paasy", DateOf(2023, 9, 1));
  const Result<Deadline> before = Compute(rule, DateOf(2023, 8, 31));
  ASSERT_FALSE(before);
  EXPECT_EQ(before.error().code, ErrorCode::kInvalid);
  EXPECT_NE(before.error().message.find("was not in force on 2023-08-31"), std::string::npos);
  EXPECT_FALSE(Compute(Limit(LimitUnit::kDays, 14), DateOf(1899, 12, 31)));
  EXPECT_FALSE(Compute(Limit(LimitUnit::kDays, 14), DateOf(2199, 12, 31)));
  EXPECT_FALSE(Compute(Limit(LimitUnit::kDays, -14), DateOf(1900, 1, 5)));
  EXPECT_FALSE(Compute(Limit(LimitUnit::kDays, 14), kLastDate));
}

// For every rule kind and many days: the parts of the answer agree with one another and with a
// plain definition of each unit.
TEST(Deadline, KeepsItsPromisesOnEveryDayOfThirtyYears) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (Date day = DateOf(2000, 1, 1); day < DateOf(2030, 1, 1); day = AddDays(day, 1)) {
    const WorkdayPolicy policy{random() % 2 != 0, random() % 2 != 0, random() % 2 != 0};
    const int amount = static_cast<int>(1 + random() % 40);

    const Deadline party = *Compute(Limit(LimitUnit::kDays, amount, true), day);
    ASSERT_TRUE(IsWorkday(party.due)) << FormatDate(day);
    ASSERT_EQ(party.rolled_from.value_or(party.due), AddDays(day, amount));
    if (party.rolled_from) {
      ASSERT_EQ(CountWorkdays(*party.rolled_from, AddDays(party.due, -1)), 0);
    }

    const Rule working = Limit(LimitUnit::kWorkdays, amount, false, policy);
    const Deadline authority = *Compute(working, day);
    ASSERT_EQ(CountWorkdays(AddDays(day, 1), authority.due, policy), amount) << FormatDate(day);
    ASSERT_TRUE(IsWorkday(authority.due, policy));
    ASSERT_EQ(*DueDay(working, day), authority.due);

    // Every day between trigger and due day stands in the explanation once, in order.
    Date expected = day;
    for (const DeadlineStep& step : authority.steps) {
      if (step.action == Action::kDue) break;
      ASSERT_EQ(step.date, expected);
      expected = AddDays(expected, 1);
    }
    ASSERT_EQ(expected, AddDays(authority.due, 1));

    // Backwards undoes forwards when counting begins on a counted day.
    if (IsWorkday(day, policy)) {
      ASSERT_EQ(*DueDay(Limit(LimitUnit::kWorkdays, -amount, false, policy), authority.due), day);
    }
  }
}

}  // namespace
}  // namespace sinetti
