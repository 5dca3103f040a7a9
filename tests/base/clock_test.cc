#include "ledger/base/clock.h"

#include <gtest/gtest.h>

#include <ctime>
#include <limits>
#include <random>

namespace sinetti {
namespace {

TEST(FormatTimestamp, LeavesOutAZeroFractionAndKeepsMicroseconds) {
  EXPECT_EQ(FormatTimestamp({0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(FormatTimestamp({1}), "1970-01-01T00:00:00.000001Z");
  EXPECT_EQ(FormatTimestamp({-1}), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(FormatTimestamp({1'772'366'400'000'000}), "2026-03-01T12:00:00Z");
}

TEST(FormatTimestamp, AgreesWithTheSystemLibrary) {
  constexpr unsigned kSeed = 7;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  std::mt19937_64 random(kSeed);
  std::uniform_int_distribution<std::int64_t> seconds(-62'167'219'200, 253'402'300'799);
  for (int round = 0; round < 20'000; ++round) {
    const std::time_t second = seconds(random);
    std::tm parts{};
    gmtime_r(&second, &parts);
    char expected[40];
    std::snprintf(expected, sizeof expected, "%04d-%02d-%02dT%02d:%02d:%02dZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
    const Timestamp time{second * 1'000'000};
    ASSERT_EQ(FormatTimestamp(time), expected);
    ASSERT_EQ(ParseTimestamp(expected).value(), time);
  }
}

TEST(FormatTimestamp, HasATextForEveryValue) {
  EXPECT_EQ(FormatTimestamp({std::numeric_limits<std::int64_t>::max()}),
            "+294247-01-10T04:00:54.775807Z");
  EXPECT_EQ(FormatTimestamp({std::numeric_limits<std::int64_t>::min()}),
            "-290308-12-21T19:59:05.224192Z");
  EXPECT_FALSE(ParseTimestamp("+294247-01-10T04:00:54.775807Z"));
}

TEST(ParseTimestamp, ReadsOffsetsAndFractions) {
  const Timestamp noon = ParseTimestamp("2026-03-01T12:00:00Z").value();
  EXPECT_EQ(ParseTimestamp("2026-03-01T14:00:00+02:00").value(), noon);
  EXPECT_EQ(ParseTimestamp("2026-03-01T08:30:00-03:30").value(), noon);
  EXPECT_EQ(ParseTimestamp("2026-02-28T13:00:00-23:00").value(), noon);
  EXPECT_EQ(ParseTimestamp("2026-03-01t12:00:00z").value(), noon);
  EXPECT_EQ(ParseTimestamp("2026-03-01T12:00:00.5Z").value().micros, noon.micros + 500'000);
  EXPECT_EQ(ParseTimestamp("2026-03-01T12:00:00.000001Z").value().micros, noon.micros + 1);
  EXPECT_EQ(FormatTimestamp(ParseTimestamp("0000-01-01T00:00:00Z").value()),
            "0000-01-01T00:00:00Z");
  EXPECT_EQ(FormatTimestamp(ParseTimestamp("9999-12-31T23:59:59.999999Z").value()),
            "9999-12-31T23:59:59.999999Z");
}

TEST(ParseTimestamp, RefusesDaysThatDoNotExist) {
  for (const char* text : {"2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
                           "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-00T00:00:00Z",
                           "2026-01-32T00:00:00Z"})
    EXPECT_EQ(ParseTimestamp(text).error().code, ErrorCode::kInvalid) << text;
  EXPECT_TRUE(ParseTimestamp("2000-02-29T00:00:00Z"));
  EXPECT_TRUE(ParseTimestamp("2024-02-29T00:00:00Z"));
}

TEST(ParseTimestamp, RefusesWhatIsNotRfc3339) {
  for (const char* text : {"",
                           "2026-03-01",
                           "2026-03-01T12:00Z",
                           "2026-03-01T12:00:00",
                           "2026-03-01 12:00:00Z",
                           "2026-03-01T24:00:00Z",
                           "2026-03-01T12:60:00Z",
                           "2026-03-01T12:00:60Z",
                           "2026-12-31T23:59:60Z",
                           "2026-03-01T12:00:00.Z",
                           "2026-03-01T12:00:00,5Z",
                           "2026-03-01T12:00:00.0000001Z",
                           "2026-03-01T12:00:00.0000000Z",
                           "2026-03-01T12:00:00+0200",
                           "2026-03-01T12:00:00+24:00",
                           "2026-03-01T12:00:00+02:60",
                           "2026-03-01T12:00:00ZZ",
                           " 2026-03-01T12:00:00Z",
                           "26-03-01T12:00:00Z",
                           "+2026-03-01T12:00:00Z",
                           "2026-3-1T12:00:00Z",
                           "0000-01-01T00:00:00+00:01",
                           "9999-12-31T23:59:59-00:01"})
    EXPECT_EQ(ParseTimestamp(text).error().code, ErrorCode::kInvalid) << text;
}

TEST(FixedClock, MovesByItsStep) {
  FixedClock still({5});
  EXPECT_EQ(still.Now().micros, 5);
  EXPECT_EQ(still.Now().micros, 5);
  FixedClock moving({5}, 2);
  EXPECT_EQ(moving.Now().micros, 5);
  EXPECT_EQ(moving.Now().micros, 7);
}

}  // namespace
}  // namespace sinetti
