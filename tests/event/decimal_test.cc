// Decimals are exact or refused.
#include "ledger/event/decimal.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace sinetti {
namespace {

std::string Read(std::string_view text, unsigned decimals) {
  const ScaledDecimal number = ParseDecimal(text, decimals);
  switch (number.error) {
    case DecimalError::kSyntax: return "syntax";
    case DecimalError::kTooManyDecimals: return "decimals";
    case DecimalError::kOutOfRange: return "range";
    case DecimalError::kNone: break;
  }
  return (number.negative ? "-" : "") + std::to_string(number.magnitude);
}

TEST(Decimal, IsExact) {
  EXPECT_EQ(Read("89.14", 2), "8914");
  EXPECT_EQ(Read("0.07", 2), "7");
  EXPECT_EQ(Read("1.15", 2), "115");
  EXPECT_EQ(Read("-0.5", 2), "-50");
  EXPECT_EQ(Read("1800628", 2), "180062800");
  EXPECT_EQ(Read("89.1400", 2), "8914");
  EXPECT_EQ(Read("8.914e1", 2), "8914");
  EXPECT_EQ(Read("8914E-2", 2), "8914");
  EXPECT_EQ(Read("1e3", 0), "1000");
  EXPECT_EQ(Read("4.0", 0), "4");
  EXPECT_EQ(Read("0e999999999999", 2), "0");
  EXPECT_EQ(Read("0.000", 2), "0");
  EXPECT_EQ(Read("18446744073709551615", 0), "18446744073709551615");
  EXPECT_EQ(Read("92233720368547758.07", 2), "9223372036854775807");
}

TEST(Decimal, RoundsNothing) {
  EXPECT_EQ(Read("89.141", 2), "decimals");
  EXPECT_EQ(Read("89.140000000000000000001", 2), "decimals");
  EXPECT_EQ(Read("1e-3", 2), "decimals");
  EXPECT_EQ(Read("0.5", 0), "decimals");
  EXPECT_EQ(Read("18446744073709551616", 0), "range");
  EXPECT_EQ(Read("1e30", 2), "range");
  EXPECT_EQ(Read("1e1000000000000", 2), "range");
}

TEST(Decimal, TakesTheGrammarOfJsonOnly) {
  for (const char* text : {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", "1 ", " 1", "1,5",
                           "NaN", "Infinity", "--1", "1.2.3", "1e2e3", "1_000"})
    EXPECT_EQ(Read(text, 2), "syntax") << text;
}

TEST(Decimal, FormattedReadsBackAsTheSameNumber) {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{10}, std::int64_t{8914},
        std::int64_t{-8910}, std::int64_t{100}, INT64_MAX, INT64_MIN})
    for (const unsigned decimals : {0u, 1u, 2u, 3u, 6u}) {
      const std::string text = FormatDecimal(value, decimals);
      EXPECT_EQ(Read(text, decimals), std::to_string(value)) << text;
    }
  EXPECT_EQ(FormatDecimal(8910, 2), "89.1");
  EXPECT_EQ(FormatDecimal(-5, 2), "-0.05");
}

}  // namespace
}  // namespace sinetti
