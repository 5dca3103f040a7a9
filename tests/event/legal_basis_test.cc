#include "ledger/event/legal_basis.h"

#include <gtest/gtest.h>

#include <random>

namespace sinetti {
namespace {

TEST(LegalBasis, ReadsEveryPart) {
  const LegalBasisText basis = *ParseLegalBasis("741/2023:39:1@2026-01-01#draft");
  EXPECT_EQ(basis.act, "741/2023");
  EXPECT_EQ(basis.section, "39");
  EXPECT_EQ(basis.moment, "1");
  EXPECT_EQ(basis.as_of, DateOf(2026, 1, 1));
  EXPECT_EQ(basis.status, LegalBasisText::Status::kDraft);
}

TEST(LegalBasis, NeedsTheActOnly) {
  const LegalBasisText basis = *ParseLegalBasis("150/1930");
  EXPECT_EQ(basis.act, "150/1930");
  EXPECT_TRUE(basis.section.empty() && basis.moment.empty());
  EXPECT_FALSE(basis.as_of.has_value());
  EXPECT_EQ(basis.status, LegalBasisText::Status::kInForce);
}

TEST(LegalBasis, TakesTheFormsThatStatutesUse) {
  for (const char* text :
       {"1412/1997:14 a", "1412/1997:14_b", "434/2003:49c:2", "652/2023:1.6", "741/2023:26:3",
        "741/2023#repealed", "4/1734:1.2", "612/2021:15:1.8", "741/2023:39@2026-01-01"})
    EXPECT_TRUE(ParseLegalBasis(text)) << ParseLegalBasis(text).error().message;
}

TEST(LegalBasis, NamesABillThatHasNoNumberYet) {
  const LegalBasisText basis = *ParseLegalBasis("sote-lakipaketti-2016#draft");
  EXPECT_EQ(basis.act, "sote-lakipaketti-2016");
  EXPECT_EQ(basis.status, LegalBasisText::Status::kDraft);
  EXPECT_FALSE(ParseLegalBasis("sote-lakipaketti-2016"));
  EXPECT_FALSE(ParseLegalBasis("sote-lakipaketti-2016#repealed"));
  EXPECT_FALSE(ParseLegalBasis("Sote laki#draft"));
}

TEST(LegalBasis, RefusesAnythingElse) {
  for (const char* text : {"",
                           "741",
                           "741/",
                           "/2023",
                           "741/23",
                           "741/20233",
                           "0741/2023",
                           "741-2023",
                           "741/2023:",
                           "741/2023:39:",
                           "741/2023:a",
                           "741/2023:39 §",
                           "741/2023:39:1:2",
                           "741/2023:39#maybe",
                           "741/2023:39#",
                           "741/2023:39@",
                           "741/2023:39@2026-02-30",
                           "741/2023 39",
                           "741/2023:039",
                           "741/2023:39#draft@2026-01-01",
                           "741/2023:39:1.",
                           "741/1699",
                           "741/2200",
                           ":39"})
    EXPECT_FALSE(ParseLegalBasis(text)) << text;
  EXPECT_NE(ParseLegalBasis("741/2023:39#maybe").error().message.find("draft or repealed"),
            std::string::npos);
}

TEST(LegalBasis, SurvivesRandomChangesOfAValidOne) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 100'000; ++round) {
    std::string text = "741/2023:39:1@2026-01-01#draft";
    for (unsigned change = random() % 4; change > 0; --change)
      text[random() % text.size()] = static_cast<char>(random());
    text.resize(random() % (text.size() + 1));
    const Result<LegalBasisText> basis = ParseLegalBasis(text);
    if (basis) {
      // A draft may be cited by the name of its bill, which is no number of an act.
      const bool may_be_named = basis->status == LegalBasisText::Status::kDraft;
      ASSERT_TRUE(may_be_named || CheckAct(basis->act)) << basis->act;
    } else {
      ASSERT_FALSE(basis.error().message.empty());
    }
  }
}

}  // namespace
}  // namespace sinetti
