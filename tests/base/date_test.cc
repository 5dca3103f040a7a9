#include "ledger/base/date.h"

#include <gtest/gtest.h>

#include <ctime>
#include <random>

namespace sinetti {
namespace {

TEST(Date, CountsDaysAsTheCLibraryDoes) {
  for (std::int32_t days = -80'000; days <= 120'000; days += 7) {
    const std::time_t seconds = static_cast<std::time_t>(days) * 86'400;
    std::tm utc{};
    ASSERT_NE(gmtime_r(&seconds, &utc), nullptr);
    const CivilDay civil = CivilOf(Date{days});
    ASSERT_EQ(civil, (CivilDay{utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday})) << days;
    ASSERT_EQ(static_cast<int>(WeekdayOf(Date{days})) % 7, utc.tm_wday) << days;
    ASSERT_EQ(DateOf(civil.year, civil.month, civil.day), Date{days});
  }
}

TEST(Date, WritesAndReadsEveryDayOfFourHundredYears) {
  for (Date day = DateOf(1800, 1, 1); day < DateOf(2200, 1, 1); day = AddDays(day, 1)) {
    const Result<Date> back = ParseDate(FormatDate(day));
    ASSERT_TRUE(back) << FormatDate(day);
    ASSERT_EQ(*back, day);
  }
}

TEST(Date, NamesItsFirstAndLastDay) {
  EXPECT_EQ(FormatDate(kFirstDate), "0000-01-01");
  EXPECT_EQ(FormatDate(kLastDate), "9999-12-31");
}

TEST(Date, RefusesWhatIsNotADay) {
  for (const char* text :
       {"", "2024", "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10",
        "2024-01-00", "2024-01-32", "24-01-01", "2024-1-1", "2024-01-01 ", " 2024-01-01",
        "2024/01/01", "2024-01-01T00:00:00Z", "+024-01-01", "2024-0a-01"})
    EXPECT_FALSE(ParseDate(text)) << text;
  EXPECT_EQ(ParseDate("2023-02-29").error().message, "there is no day 2023-02-29");
}

TEST(Date, AddsMonthsToTheLastDayWhereTheNumberIsMissing) {
  EXPECT_EQ(AddMonths(DateOf(2024, 11, 30), 3), DateOf(2025, 2, 28));
  EXPECT_EQ(AddMonths(DateOf(2023, 11, 30), 3), DateOf(2024, 2, 29));
  EXPECT_EQ(AddMonths(DateOf(2024, 3, 31), -1), DateOf(2024, 2, 29));
  EXPECT_EQ(AddMonths(DateOf(2024, 1, 15), -1), DateOf(2023, 12, 15));
  EXPECT_EQ(AddMonths(DateOf(2024, 2, 29), 12), DateOf(2025, 2, 28));
  EXPECT_EQ(AddMonths(DateOf(2024, 5, 5), -48), DateOf(2020, 5, 5));
}

TEST(Date, FindsWeekdays) {
  EXPECT_EQ(LastWeekdayOfMonth(2024, 3, Weekday::kSunday), DateOf(2024, 3, 31));
  EXPECT_EQ(LastWeekdayOfMonth(2024, 10, Weekday::kSunday), DateOf(2024, 10, 27));
  EXPECT_EQ(WeekdayOnOrAfter(DateOf(2024, 6, 20), Weekday::kSaturday), DateOf(2024, 6, 22));
  EXPECT_EQ(WeekdayOnOrAfter(DateOf(2024, 6, 22), Weekday::kSaturday), DateOf(2024, 6, 22));
}

TEST(Date, NeverAcceptsRandomBytesThatItWouldWriteDifferently) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string alphabet = "0123456789-T: ";
  for (int round = 0; round < 100'000; ++round) {
    std::string text(random() % 12, ' ');
    for (char& c : text) c = alphabet[random() % alphabet.size()];
    const Result<Date> date = ParseDate(text);
    if (date) {
      ASSERT_EQ(FormatDate(*date), text);
    }
  }
}

}  // namespace
}  // namespace sinetti
