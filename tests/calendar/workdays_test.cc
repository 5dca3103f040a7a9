#include "replay/calendar/workdays.h"

#include <gtest/gtest.h>

#include <map>

#include "replay/calendar/holidays.h"

namespace sinetti {
namespace {

TEST(Workdays, CountAsManyAsTheYearsHave) {
  const std::map<int, int> expected = {
      {2013, 251}, {2014, 251}, {2024, 252}, {2025, 251}, {2026, 252}};
  for (const auto& [year, count] : expected)
    EXPECT_EQ(CountWorkdays(DateOf(year, 1, 1), DateOf(year, 12, 31)), count) << year;
}

TEST(Workdays, DependOnThePolicyForSaturdaysAndEvesOnly) {
  const Date saturday = DateOf(2026, 3, 7);
  const Date christmas_eve = DateOf(2026, 12, 24);  // a Thursday
  const Date midsummer_eve = DateOf(2026, 6, 19);   // a Friday
  const Date eve_on_saturday = DateOf(2022, 12, 24);
  EXPECT_FALSE(IsWorkday(saturday));
  EXPECT_TRUE(IsWorkday(saturday, {.saturday_counts = true}));
  EXPECT_FALSE(IsWorkday(christmas_eve));
  EXPECT_TRUE(IsWorkday(christmas_eve, {.christmas_eve_counts = true}));
  EXPECT_FALSE(IsWorkday(christmas_eve, {.midsummer_eve_counts = true}));
  EXPECT_FALSE(IsWorkday(midsummer_eve));
  EXPECT_TRUE(IsWorkday(midsummer_eve, {.midsummer_eve_counts = true}));
  EXPECT_FALSE(IsWorkday(eve_on_saturday, {.christmas_eve_counts = true}));
  EXPECT_FALSE(IsWorkday(eve_on_saturday, {.saturday_counts = true}));
  EXPECT_TRUE(IsWorkday(eve_on_saturday, {.saturday_counts = true, .christmas_eve_counts = true}));
  const WorkdayPolicy all{true, true, true};
  EXPECT_FALSE(IsWorkday(DateOf(2026, 3, 8), all)) << "a Sunday";
  EXPECT_FALSE(IsWorkday(DateOf(2026, 4, 3), all)) << "Good Friday";
  EXPECT_FALSE(IsWorkday(DateOf(2026, 6, 20), all)) << "Midsummer Day, a Saturday";
}

TEST(Workdays, LeaveMaundyThursdayAndNewYearsEveAlone) {
  EXPECT_TRUE(IsWorkday(DateOf(2026, 4, 2)));
  EXPECT_TRUE(IsWorkday(DateOf(2026, 12, 31)));
  EXPECT_EQ(KindOf(DateOf(2026, 4, 4)), DayKind::kSaturday) << "Easter Saturday";
}

TEST(Workdays, NameTheDay) {
  EXPECT_STREQ(DayName(DateOf(2026, 4, 3)).fi, "pitkäperjantai");
  EXPECT_STREQ(DayName(DateOf(2026, 3, 7)).fi, "lauantai");
  EXPECT_STREQ(DayName(DateOf(2026, 12, 24)).sv, "julafton");
  EXPECT_EQ(KindOf(DateOf(2026, 12, 6)), DayKind::kHoliday) << "a Sunday too";
  EXPECT_EQ(KindOf(DateOf(2023, 12, 24)), DayKind::kSunday) << "Christmas Eve too";
  EXPECT_EQ(KindOf(DateOf(2007, 5, 1)), DayKind::kHoliday) << "a project began on May Day";
  EXPECT_EQ(WeekdayOf(DateOf(2007, 5, 1)), Weekday::kTuesday);
}

TEST(Workdays, NextIsStrictlyAfter) {
  EXPECT_EQ(NextWorkday(DateOf(2014, 1, 3)), DateOf(2014, 1, 7));
  EXPECT_EQ(NextWorkday(DateOf(2014, 1, 7)), DateOf(2014, 1, 8));
}

// The table of all days against the rules asked day by day, a little beyond both ends.
TEST(KindOf, AgreesWithTheHolidayRulesOnEveryDayOfTheCalendar) {
  for (Date day = DateOf(1899, 12, 1); day <= DateOf(2200, 1, 31); day = AddDays(day, 1)) {
    const auto holiday = HolidayOn(day);
    const Weekday weekday = WeekdayOf(day);
    DayKind expected = DayKind::kWorkday;
    if (weekday == Weekday::kSaturday) expected = DayKind::kSaturday;
    if (holiday && holiday->eve)
      expected =
          holiday->id == HolidayId::kChristmasEve ? DayKind::kChristmasEve : DayKind::kMidsummerEve;
    if (weekday == Weekday::kSunday) expected = DayKind::kSunday;
    if (holiday && !holiday->eve) expected = DayKind::kHoliday;
    ASSERT_EQ(KindOf(day), expected) << FormatDate(day);
  }
}

}  // namespace
}  // namespace sinetti
