#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <random>

#include "ledger/base/date.h"

namespace sinetti {
namespace {

constexpr std::int64_t kMicros = 1'000'000;

// The machine's copy of the time zone database, as the independent answer.
class Helsinki : public testing::Test {
 protected:
  void SetUp() override {
    setenv("TZ", "Europe/Helsinki", 1);
    tzset();
    const std::time_t summer = 1'720'000'000;  // 2024-07-03
    std::tm local{};
    localtime_r(&summer, &local);
    if (local.tm_gmtoff != 10'800)
      GTEST_SKIP() << "no zone Europe/Helsinki on this machine (package tzdata)";
  }
  void TearDown() override {
    unsetenv("TZ");
    tzset();
  }

  static void Compare(std::time_t seconds) {
    std::tm local{};
    ASSERT_NE(localtime_r(&seconds, &local), nullptr);
    const Timestamp time{static_cast<std::int64_t>(seconds) * kMicros};
    ASSERT_EQ(HelsinkiOffsetSeconds(time), local.tm_gmtoff) << FormatTimestamp(time);
    ASSERT_EQ(CivilOf(DayInHelsinki(time)),
              (CivilDay{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday}))
        << FormatTimestamp(time);
  }
};

TEST_F(Helsinki, AgreesWithTheTimeZoneDatabaseEveryThreeHoursFrom1879To2037) {
  const std::time_t end = 2'145'916'800;  // 2038-01-01
  for (std::time_t seconds = -2'871'763'200; seconds < end; seconds += 3 * 3600) {
    Compare(seconds);
    if (HasFatalFailure()) return;
  }
}

TEST_F(Helsinki, AgreesAroundEveryChangeOfTheClock) {
  std::time_t previous_offset = 0;
  int changes = 0;
  for (std::time_t hour = -2'871'763'200; hour < 2'145'916'800; hour += 3600) {
    std::tm local{};
    localtime_r(&hour, &local);
    if (local.tm_gmtoff != previous_offset) {
      ++changes;
      for (std::time_t second = hour - 3600; second <= hour + 3600; second += 1) {
        Compare(second);
        if (HasFatalFailure()) return;
      }
    }
    previous_offset = local.tm_gmtoff;
  }
  EXPECT_GT(changes, 110);
}

TEST(HelsinkiTime, GivesTheLocalDayNotTheUtcDay) {
  EXPECT_EQ(DayInHelsinki(*ParseTimestamp("2024-01-31T21:59:59Z")), DateOf(2024, 1, 31));
  EXPECT_EQ(DayInHelsinki(*ParseTimestamp("2024-01-31T22:00:00Z")), DateOf(2024, 2, 1));
  EXPECT_EQ(DayInHelsinki(*ParseTimestamp("2024-06-30T20:59:59.999999Z")), DateOf(2024, 6, 30));
  EXPECT_EQ(DayInHelsinki(*ParseTimestamp("2024-06-30T21:00:00Z")), DateOf(2024, 7, 1));
}

TEST(HelsinkiTime, StartsEveryDayWhereTheDayBeforeEnds) {
  for (Date day = DateOf(1900, 1, 1); day < DateOf(2100, 1, 1); day = AddDays(day, 1)) {
    const Timestamp start = StartOfDayInHelsinki(day);
    ASSERT_EQ(DayInHelsinki(start), day) << FormatDate(day);
    ASSERT_EQ(DayInHelsinki(Timestamp{start.micros - 1}), AddDays(day, -1)) << FormatDate(day);
  }
}

TEST(HelsinkiTime, StaysInsideTheCalendarForAnyNumber) {
  for (const std::int64_t micros : {INT64_MIN, INT64_MIN + 1, INT64_MAX}) {
    const Date day = DayInHelsinki(Timestamp{micros});
    EXPECT_GE(day, kFirstDate);
    EXPECT_LE(day, kLastDate);
  }
}

}  // namespace
}  // namespace sinetti
