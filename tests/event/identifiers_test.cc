#include "ledger/event/identifiers.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/event/shared_rows.h"

namespace sinetti {
namespace {

void ExpectEach(IdentifierKind kind, bool expected, std::initializer_list<const char*> texts) {
  for (const char* text : texts) {
    const Result<void> result = CheckIdentifier(kind, text);
    EXPECT_EQ(result.has_value(), expected)
        << text << (result ? "" : ": " + result.error().message);
    if (!result) {
      EXPECT_EQ(result.error().code, ErrorCode::kInvalid);
    }
  }
}

TEST(Identifiers, CheckBusinessIdsByTheirDigit) {
  ExpectEach(IdentifierKind::kBusinessId, true,
             {"0204819-8", "0208521-2", "0245929-6", "0828618-9", "0246246-0"});
  ExpectEach(IdentifierKind::kBusinessId, false,
             {"", "0204819-7", "02048198", "204819-8", "0204819-88", "0204819 8", "O204819-8",
              "0204819-x", "1375045-1"});
  EXPECT_NE(
      CheckIdentifier(IdentifierKind::kBusinessId, "0204819-7").error().message.find("should be 8"),
      std::string::npos);
}

TEST(Identifiers, AgreeWithTheSharedBusinessIds) {
  const auto rows = SharedRows("identifiers/ytunnus_vectors.tsv", '\t');
  if (rows.empty()) GTEST_SKIP() << "shared data is absent";
  for (std::size_t i = 1; i < rows.size(); ++i)
    EXPECT_EQ(IsBusinessId(rows[i][0]), rows[i][1] == "valid") << rows[i][0];
}

TEST(Identifiers, CatchEverySingleWrongDigitAndEverySwapOfABusinessId) {
  int serials = 0;
  for (int serial = 1'000'000; serial < 9'999'999; serial += 4'321) {
    std::string id = std::to_string(serial) + "-0";
    while (!IsBusinessId(id) && id.back() < '9') ++id.back();
    if (!IsBusinessId(id)) continue;  // a remainder of 1
    ++serials;
    for (std::size_t i = 0; i < 7; ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong = id;
        wrong[i] = digit;
        ASSERT_EQ(IsBusinessId(wrong), wrong == id) << wrong;
      }
      std::string swapped = id;
      if (i < 6) std::swap(swapped[i], swapped[i + 1]);
      ASSERT_EQ(IsBusinessId(swapped), swapped == id) << swapped;
    }
  }
  EXPECT_GT(serials, 1500);
}

TEST(Identifiers, TurnBusinessIdsIntoOidsAndBack) {
  EXPECT_EQ(OidOfBusinessId("0204819-8"), "1.2.246.10.2048198");
  EXPECT_EQ(BusinessIdOfOid("1.2.246.10.2048198"), "0204819-8");
  EXPECT_EQ(BusinessIdOfOid("1.2.246.10.2048198.10.5"), "0204819-8");
  EXPECT_EQ(OidOfBusinessId("0246246-0"), "1.2.246.10.2462460");
  EXPECT_EQ(BusinessIdOfOid("1.2.246.10.2048197"), std::nullopt);
  EXPECT_EQ(BusinessIdOfOid("1.2.246.11.2048198"), std::nullopt);
  EXPECT_EQ(BusinessIdOfOid("1.2.246.10.02048198"), std::nullopt);
  EXPECT_EQ(BusinessIdOfOid("1.2.246.10."), std::nullopt);
  EXPECT_EQ(BusinessIdOfOid("1.2.246.10.123456789"), std::nullopt);
}

TEST(Identifiers, CheckObjectIdentifiers) {
  ExpectEach(IdentifierKind::kOid, true,
             {"1.2.246.10.2048198", "1.2.246.10.2048198.0", "1.2.246.537.6.202.2008", "1.2.246.21",
              "2.999", "2.16.840.1.113883", "0.0", "1.39.5"});
  ExpectEach(IdentifierKind::kOid, false,
             {"", "1", "1.", ".1", "1..2", "1.02", "3.1", "1.40", "0.40", "1.2.a", "1.2.246 10",
              "1.2.246.10.2048197", "12.3"});
}

TEST(Identifiers, HoldMunicipalitiesToTheirTime) {
  const auto check = [](const char* code, Date day) {
    return CheckIdentifier(IdentifierKind::kMunicipality, code, day);
  };
  EXPECT_TRUE(check("180", DateOf(2007, 5, 1)));
  EXPECT_TRUE(check("180", DateOf(2009, 1, 1))) << "the day of the merger names both sides";
  const Result<void> late = check("180", DateOf(2010, 1, 1));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().message,
            "municipality '180': Jyväskylän maalaiskunta ceased on 2009-01-01; on 2010-01-01 it is "
            "part of 179 Jyväskylä");
  EXPECT_FALSE(check("946", DateOf(2010, 1, 1)));
  EXPECT_TRUE(CheckIdentifier(IdentifierKind::kMunicipality, "180"));
  ExpectEach(IdentifierKind::kMunicipality, false, {"", "1", "79", "0179", "abc", "999"});
}

TEST(Identifiers, CheckTheOtherKinds) {
  ExpectEach(IdentifierKind::kNone, true, {"", "anything"});
  ExpectEach(IdentifierKind::kSha256, true,
             {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"});
  ExpectEach(IdentifierKind::kSha256, false,
             {"", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
              "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"});
  ExpectEach(IdentifierKind::kEdtf, true, {"2017-21", "2004/2006", "2007-05-01"});
  ExpectEach(IdentifierKind::kEdtf, false, {"", "kevät 2017"});
  ExpectEach(IdentifierKind::kDate, true, {"2007-05-01"});
  ExpectEach(IdentifierKind::kDate, false, {"", "2007-05", "1.5.2007"});
  ExpectEach(IdentifierKind::kInstant, true, {"2026-03-01T12:00:00Z"});
  ExpectEach(IdentifierKind::kInstant, false, {"", "2026-03-01"});
  ExpectEach(IdentifierKind::kCurrency, true, {"EUR", "FIM", "SEK"});
  ExpectEach(IdentifierKind::kCurrency, false, {"", "eur", "EU", "EURO", "€"});
  ExpectEach(IdentifierKind::kAct, true, {"741/2023", "1/2024", "1397/2016"});
  ExpectEach(IdentifierKind::kAct, false, {"", "741", "741/2023:39"});
  ExpectEach(IdentifierKind::kLegalBasis, true, {"741/2023", "741/2023:39:1@2026-01-01#draft"});
  ExpectEach(IdentifierKind::kLegalBasis, false, {"", "741/2023:"});
  ExpectEach(IdentifierKind::kPseudonym, true, {"k1", "p-0f3a", "A"});
  ExpectEach(IdentifierKind::kPseudonym, false, {"", "1k", "-k", "k_1", "k 1", "ä1"});
  ExpectEach(IdentifierKind::kUrl, true,
             {"https://example.fi", "http://example.fi/a?b#c", "ftp://h/x"});
  ExpectEach(IdentifierKind::kUrl, false,
             {"", "example.fi", "https://", "https:///x", "://x", "https://a b", "1h://x",
              "https://?q", "mailto:x"});
  ExpectEach(IdentifierKind::kEventRef, true, {"e-1", "urn:x#e-1", "a#b#c"});
  ExpectEach(IdentifierKind::kEventRef, false, {"", "#e", "e#", "a b", "a\n"});
  ExpectEach(IdentifierKind::kMediaType, true,
             {"application/pdf", "text/html; charset=utf-8", "application/vnd.a+json"});
  ExpectEach(IdentifierKind::kMediaType, false,
             {"", "pdf", "/pdf", "text/", "te xt/html", "a/b\n"});
}

TEST(Identifiers, NeverCrashOnAnyBytesOfAnyKind) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 200'000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text)
      c = random() % 2 != 0 ? "0123456789-./:@#T"[random() % 17] : static_cast<char>(random());
    const auto kind = static_cast<IdentifierKind>(random() % kIdentifierKinds);
    const Result<void> result = CheckIdentifier(kind, text, DateOf(2010, 1, 1));
    if (!result) {
      ASSERT_FALSE(result.error().message.empty());
    }
  }
}

}  // namespace
}  // namespace sinetti
