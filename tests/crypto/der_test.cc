// DER has one encoding for each value; everything else is refused.  Cases after X.690, 8.1.3, 8.3,
// 8.19 and 10.1.
#include "ledger/crypto/der.h"

#include <gtest/gtest.h>

#include "tests/support/results.h"

namespace sinetti {
namespace {

Bytes Hex(std::string_view hex) { return HexDecode(hex).value(); }

Result<std::string> Oid(std::string_view hex) { return DerOidText(Hex(hex), "test"); }

Result<Bytes> Unsigned(std::string_view hex) {
  const Bytes bytes = Hex(hex);
  return DerUnsigned({kDerInteger, bytes, bytes}, "test");
}

TEST(Der, TakesWhatHasOneFormOnEveryLevel) {
  EXPECT_OK(RequireDer(Hex("3000"), "test"));
  EXPECT_OK(RequireDer(Hex("30080201050403616263"), "test"));
  EXPECT_OK(RequireDer(Hex("3006a0043102"
                           "0500"),
                       "test"));
  Bytes longer = Hex("048180");
  longer.resize(3 + 0x80);
  EXPECT_OK(RequireDer(longer, "test"));
}

TEST(Der, RefusesEverySecondForm) {
  for (const char* bad : {
           "", "30", "3001", "300002",  // ends early, goes on behind its end
           "3080020105"
           "0000",  // indefinite length
           "30810302"
           "0105",  // a length that needs one octet in two
           "3082000302"
           "0105",  // a length with a zero in front
           "30850000000003"
           "020105",                          // a length of five octets
           "1f0100",                          // a tag above 30
           "2403040100", "100100", "110100",  // a string in pieces
           "3003020205",                      // an element that goes beyond its parent
       })
    EXPECT_FAILS(RequireDer(Hex(bad), "test"), ErrorCode::kInvalid) << bad;
}

TEST(Der, GoesDownThirtyTwoLevelsAndNoFurther) {
  Bytes nested;
  for (int level = 0; level < 200; ++level) {
    Bytes outer = {0x30};
    if (nested.size() < 0x80) {
      outer.push_back(static_cast<std::uint8_t>(nested.size()));
    } else {
      outer.insert(outer.end(), {0x82, static_cast<std::uint8_t>(nested.size() >> 8),
                                 static_cast<std::uint8_t>(nested.size())});
      if (nested.size() < 0x100) outer = {0x30, 0x81, static_cast<std::uint8_t>(nested.size())};
    }
    outer.insert(outer.end(), nested.begin(), nested.end());
    nested = outer;
    EXPECT_EQ(RequireDer(nested, "test").has_value(), level < 32) << level;
  }
}

TEST(Der, ReadsNumbersInTheirShortestForm) {
  EXPECT_EQ(Unsigned("00").value(), Bytes());
  EXPECT_EQ(Unsigned("7f").value(), Hex("7f"));
  EXPECT_EQ(Unsigned("0080").value(), Hex("80"));
  for (const char* bad : {"", "80", "ff01", "007f", "0000"})
    EXPECT_FAILS(Unsigned(bad), ErrorCode::kInvalid) << bad;
  const Bytes large = Hex("7fffffff");
  EXPECT_EQ(DerSmall({kDerInteger, large, large}, "test").value(), 2147483647u);
  const Bytes too_large = Hex("0080000000");
  EXPECT_FAILS(DerSmall({kDerInteger, too_large, too_large}, "test"), ErrorCode::kInvalid);
}

TEST(Der, ReadsObjectIdentifiers) {
  EXPECT_EQ(Oid("2b06010505070308").value(), "1.3.6.1.5.5.7.3.8");
  EXPECT_EQ(Oid("608648016503040201").value(), "2.16.840.1.101.3.4.2.1");
  EXPECT_EQ(Oid("8837").value(), "2.999");
  for (const char* bad : {"", "2b80", "2b8001", "2bffffffffffffffffff7f"})
    EXPECT_FAILS(Oid(bad), ErrorCode::kInvalid) << bad;
}

}  // namespace
}  // namespace sinetti
