#include "replay/calendar/holidays.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace sinetti {
namespace {

std::set<Date> DaysOf(int year, bool eves) {
  std::set<Date> days;
  for (const Holiday& holiday : HolidaysOf(year))
    if (holiday.eve == eves) days.insert(holiday.date);
  return days;
}

TEST(Holidays, AgreeWithTwoIndependentListsFrom2015To2029) {
  std::ifstream file(std::string(SINETTI_SHARED_DIR) +
                     "/data/finnish/holidays/fi_holidays_2015_2029_agreed.csv");
  if (!file) GTEST_SKIP() << "shared data is absent";
  std::map<int, std::map<Date, std::string>> expected;
  std::string line;
  std::getline(file, line);
  int rows = 0;
  for (; std::getline(file, line); ++rows) {
    const std::size_t name = line.rfind(',');
    const bool eve = line.find(",eve,") != std::string::npos;
    const Date day = *ParseDate(line.substr(0, 10));
    expected[CivilOf(day).year][day] = (eve ? "eve " : "public ") + line.substr(name + 1);
  }
  for (const auto& [year, days] : expected) {
    std::map<Date, std::string> computed;
    for (const Holiday& holiday : HolidaysOf(year))
      computed[holiday.date] = (holiday.eve ? "eve " : "public ") + std::string(holiday.name.fi);
    EXPECT_EQ(computed, days) << year;
  }
  EXPECT_EQ(rows, 225);
}

TEST(Holidays, FindEaster) {
  const std::map<int, Date> expected = {
      {1900, DateOf(1900, 4, 15)}, {1943, DateOf(1943, 4, 25)}, {1954, DateOf(1954, 4, 18)},
      {1961, DateOf(1961, 4, 2)},  {1981, DateOf(1981, 4, 19)}, {2000, DateOf(2000, 4, 23)},
      {2008, DateOf(2008, 3, 23)}, {2013, DateOf(2013, 3, 31)}, {2014, DateOf(2014, 4, 20)},
      {2019, DateOf(2019, 4, 21)}, {2024, DateOf(2024, 3, 31)}, {2025, DateOf(2025, 4, 20)},
      {2026, DateOf(2026, 4, 5)},  {2038, DateOf(2038, 4, 25)}, {2049, DateOf(2049, 4, 18)},
      {2076, DateOf(2076, 4, 19)}, {2100, DateOf(2100, 3, 28)}};
  for (const auto& [year, day] : expected) EXPECT_EQ(EasterSunday(year), day) << year;
}

// Another definition: the Sunday after the ecclesiastical full moon on or after 21 March, the moon
// from its table of epacts (Clavius).
TEST(Holidays, FindEasterAsTheTableOfEpactsDoes) {
  for (int year = kFirstCalendarYear; year <= kLastCalendarYear; ++year) {
    const int golden = year % 19 + 1;
    const int century = year / 100 + 1;
    const int solar = 3 * century / 4 - 12;
    const int lunar = (8 * century + 5) / 25 - 5;
    int epact = ((11 * golden + 20 + lunar - solar) % 30 + 30) % 30;
    if ((epact == 25 && golden > 11) || epact == 24) ++epact;
    int full_moon = 44 - epact;
    if (full_moon < 21) full_moon += 30;
    const Date moon = AddDays(DateOf(year, 3, 1), full_moon - 1);
    EXPECT_EQ(EasterSunday(year), WeekdayOnOrAfter(AddDays(moon, 1), Weekday::kSunday)) << year;
  }
}

TEST(Holidays, AreThoseOf2014And2026) {
  const std::set<Date> in_2014 = {DateOf(2014, 1, 1),  DateOf(2014, 1, 6),  DateOf(2014, 4, 18),
                                  DateOf(2014, 4, 20), DateOf(2014, 4, 21), DateOf(2014, 5, 1),
                                  DateOf(2014, 5, 29), DateOf(2014, 6, 8),  DateOf(2014, 6, 21),
                                  DateOf(2014, 11, 1), DateOf(2014, 12, 6), DateOf(2014, 12, 25),
                                  DateOf(2014, 12, 26)};
  EXPECT_EQ(DaysOf(2014, false), in_2014);
  EXPECT_EQ(DaysOf(2014, true), (std::set<Date>{DateOf(2014, 6, 20), DateOf(2014, 12, 24)}));
  const std::set<Date> in_2026 = {DateOf(2026, 1, 1),   DateOf(2026, 1, 6),  DateOf(2026, 4, 3),
                                  DateOf(2026, 4, 5),   DateOf(2026, 4, 6),  DateOf(2026, 5, 1),
                                  DateOf(2026, 5, 14),  DateOf(2026, 5, 24), DateOf(2026, 6, 20),
                                  DateOf(2026, 10, 31), DateOf(2026, 12, 6), DateOf(2026, 12, 25),
                                  DateOf(2026, 12, 26)};
  EXPECT_EQ(DaysOf(2026, false), in_2026);
  EXPECT_EQ(DaysOf(2026, true), (std::set<Date>{DateOf(2026, 6, 19), DateOf(2026, 12, 24)}));
}

Date DayOf(int year, HolidayId id) {
  for (const Holiday& holiday : HolidaysOf(year))
    if (holiday.id == id) return holiday.date;
  return kFirstDate;
}

TEST(Holidays, MovedInTheYearsOfTheirActs) {
  EXPECT_EQ(DayOf(1954, HolidayId::kMidsummer), DateOf(1954, 6, 24));
  EXPECT_EQ(DayOf(1955, HolidayId::kMidsummer), DateOf(1955, 6, 25));
  EXPECT_EQ(DayOf(1955, HolidayId::kMidsummerEve), DateOf(1955, 6, 24));
  EXPECT_EQ(DayOf(1954, HolidayId::kAllSaints), DateOf(1954, 11, 1));
  EXPECT_EQ(DayOf(1955, HolidayId::kAllSaints), DateOf(1955, 11, 5));
  EXPECT_EQ(DayOf(1972, HolidayId::kEpiphany), DateOf(1972, 1, 6));
  EXPECT_EQ(DayOf(1973, HolidayId::kEpiphany), DateOf(1973, 1, 6));  // itself a Saturday
  EXPECT_EQ(DayOf(1974, HolidayId::kEpiphany), DateOf(1974, 1, 12));
  EXPECT_EQ(DayOf(1991, HolidayId::kEpiphany), DateOf(1991, 1, 12));
  EXPECT_EQ(DayOf(1992, HolidayId::kEpiphany), DateOf(1992, 1, 6));
  EXPECT_EQ(WeekdayOf(DayOf(1991, HolidayId::kAscension)), Weekday::kSaturday);
  EXPECT_EQ(DayOf(1991, HolidayId::kAscension), DateOf(1991, 5, 4));
  EXPECT_EQ(DayOf(1992, HolidayId::kAscension), DateOf(1992, 5, 28));
  EXPECT_EQ(DayOf(1943, HolidayId::kMayDay), kFirstDate);
  EXPECT_EQ(DayOf(1944, HolidayId::kMayDay), DateOf(1944, 5, 1));
  EXPECT_EQ(DayOf(1972, HolidayId::kWhitMonday), DateOf(1972, 5, 22));
  EXPECT_EQ(DayOf(1973, HolidayId::kWhitMonday), kFirstDate);
}

TEST(Holidays, FallOnTheRightWeekdaysInEveryYear) {
  for (int year = kFirstCalendarYear; year <= kLastCalendarYear; ++year) {
    for (const Holiday& holiday : HolidaysOf(year)) {
      ASSERT_EQ(CivilOf(holiday.date).year, year);
      const Weekday weekday = WeekdayOf(holiday.date);
      switch (holiday.id) {
        case HolidayId::kGoodFriday: ASSERT_EQ(weekday, Weekday::kFriday) << year; break;
        case HolidayId::kEasterSunday:
        case HolidayId::kPentecost: ASSERT_EQ(weekday, Weekday::kSunday) << year; break;
        case HolidayId::kEasterMonday: ASSERT_EQ(weekday, Weekday::kMonday) << year; break;
        case HolidayId::kMidsummer:
        case HolidayId::kAllSaints:
          if (year >= 1955) {
            ASSERT_EQ(weekday, Weekday::kSaturday) << year;
          }
          break;
        default: break;
      }
      const std::optional<Holiday> found = HolidayOn(holiday.date);
      ASSERT_TRUE(found.has_value());
      ASSERT_TRUE(found->id == holiday.id || !found->eve) << year;
    }
  }
  EXPECT_FALSE(HolidayOn(DateOf(1899, 12, 25)).has_value());
  EXPECT_FALSE(HolidayOn(DateOf(2200, 1, 1)).has_value());
  EXPECT_FALSE(HolidayOn(DateOf(2026, 3, 3)).has_value());
}

}  // namespace
}  // namespace sinetti
