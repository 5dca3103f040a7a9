// Values as people write them, after the orthography of each language (SFS 4175 for Finnish).
#include <gtest/gtest.h>

#include <limits>

#include "replay/render/render.h"

namespace sinetti {
namespace {

constexpr Language kFi = Language::kFinnish;
constexpr Language kSv = Language::kSwedish;
constexpr Language kEn = Language::kEnglish;

TEST(Format, GroupsThousandsWithSpacesInFinnishAndCommasInEnglish) {
  EXPECT_EQ(FormatInteger(999, kFi), "999");
  EXPECT_EQ(FormatInteger(1'234'567, kFi), "1\u00a0234\u00a0567");
  EXPECT_EQ(FormatInteger(1'234'567, kSv), "1\u00a0234\u00a0567");
  EXPECT_EQ(FormatInteger(1'234'567, kEn), "1,234,567");
}

TEST(Format, WritesNegativeNumbersWithAMinusSign) {
  EXPECT_EQ(FormatInteger(-5, kFi), "\u22125");
  EXPECT_EQ(FormatMoney({-123'456}, kFi), "\u22121\u00a0234,56\u00a0€");
  EXPECT_EQ(FormatInteger(std::numeric_limits<std::int64_t>::min(), kEn),
            "\u22129,223,372,036,854,775,808");
}

TEST(Format, WritesMoneyWithTwoDecimalsAlways) {
  EXPECT_EQ(FormatMoney({0}, kFi), "0,00\u00a0€");
  EXPECT_EQ(FormatMoney({5}, kFi), "0,05\u00a0€");
  EXPECT_EQ(FormatMoney({10'050'000}, kSv), "100\u00a0500,00\u00a0€");
  EXPECT_EQ(FormatMoney({10'050'000}, kEn), "€100,500.00");
}

TEST(Format, DropsTrailingZerosOfMeasuresAndShares) {
  EXPECT_EQ(FormatThousandths({2'500}, kFi), "2,5");
  EXPECT_EQ(FormatThousandths({16'000}, kFi), "16");
  EXPECT_EQ(FormatPercent({62'857}, kFi), "62,857\u00a0%");
  EXPECT_EQ(FormatPercent({75'000}, kEn), "75%");
}

TEST(Format, WritesDaysAsTheLanguageDoes) {
  const Date day = DateOf(2007, 5, 1);
  EXPECT_EQ(FormatDay(day, kFi), "1.5.2007");
  EXPECT_EQ(FormatDay(day, kSv), "1.5.2007");
  EXPECT_EQ(FormatDay(day, kEn), "2007-05-01");
}

TEST(Format, WritesMomentsInFinnishCivilTime) {
  // Summer time is three hours ahead of UTC, winter time two.
  EXPECT_EQ(FormatMoment(ParseTimestamp("2016-09-13T11:05:00Z").value(), kFi),
            "13.9.2016 klo 14.05.00");
  EXPECT_EQ(FormatMoment(ParseTimestamp("2016-12-31T22:30:00Z").value(), kSv),
            "1.1.2017 kl. 0.30.00");
}

TEST(Format, GivesWordsInTheAskedLanguage) {
  const CellValue value = Words{"puuttuu", "saknas", "missing"};
  EXPECT_EQ(FormatCell(value, kFi), "puuttuu");
  EXPECT_EQ(FormatCell(value, kSv), "saknas");
  EXPECT_EQ(FormatCell(value, kEn), "missing");
}

}  // namespace
}  // namespace sinetti
