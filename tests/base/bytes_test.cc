#include "ledger/base/bytes.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace sinetti {
namespace {

Bytes BytesOf(std::string_view text) {
  const ByteView view = AsBytes(text);
  return Bytes(view.begin(), view.end());
}

TEST(Hex, WritesLowerCaseAndReadsEitherCase) {
  EXPECT_EQ(HexEncode(Bytes{0x00, 0x0f, 0xab, 0xff}), "000fabff");
  EXPECT_EQ(HexDecode("000fABfF").value(), (Bytes{0x00, 0x0f, 0xab, 0xff}));
  EXPECT_TRUE(HexDecode("").value().empty());
}

TEST(Hex, RefusesOddLengthAndOtherCharacters) {
  for (const char* text : {"a", "abc", "0g", "0x", " 0", "a\n"})
    EXPECT_EQ(HexDecode(text).error().code, ErrorCode::kInvalid) << text;
}

TEST(Base64, AgreesWithTheVectorsOfRfc4648) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, encoded] : vectors) {
    EXPECT_EQ(Base64Encode(AsBytes(plain)), encoded);
    EXPECT_EQ(Base64Decode(encoded).value(), BytesOf(plain));
  }
}

TEST(Base64, RefusesEverythingButTheOneTextOfTheBytes) {
  for (const char* text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8=\n", " Zm8", "Zm-_",
                           "Z===", "====", "=", "Zg==Zg==", "Zm8=Zm8=", "Z=g="})
    EXPECT_EQ(Base64Decode(text).error().code, ErrorCode::kInvalid) << text;
}

TEST(Base64, EveryAcceptedTextIsTheTextThatTheEncoderWrites) {
  constexpr unsigned kSeed = 20260301;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  std::mt19937 random(kSeed);
  const std::string digits = "ABCDwxyz0189+/==";
  int accepted = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text;
    for (unsigned i = 0, size = 4 * (random() % 3); i < size; ++i) text += digits[random() % 16];
    const auto bytes = Base64Decode(text);
    if (!bytes) continue;
    ++accepted;
    EXPECT_EQ(Base64Encode(*bytes), text);
  }
  EXPECT_GT(accepted, 1000);
}

TEST(Integers, ByteOrderIsAsNamed) {
  std::array<std::uint8_t, 8> bytes{};
  StoreBigEndian64(0x0102030405060708, bytes.data());
  EXPECT_EQ(HexEncode(bytes), "0102030405060708");
  EXPECT_EQ(LoadBigEndian64(bytes.data()), 0x0102030405060708u);
  StoreLittleEndian64(0x0102030405060708, bytes.data());
  EXPECT_EQ(HexEncode(bytes), "0807060504030201");
  EXPECT_EQ(LoadLittleEndian64(bytes.data()), 0x0102030405060708u);
}

TEST(Utf8, AcceptsTheFirstAndLastOfEachLength) {
  for (const char* text : {"", "sinetti", "p\xc3\xa4\xc3\xa4t\xc3\xb6s", "\x7f", "\xc2\x80",
                           "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                           "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
    EXPECT_TRUE(IsUtf8(text)) << HexEncode(AsBytes(text));
  EXPECT_TRUE(IsUtf8(std::string_view("\0", 1)));
}

TEST(Utf8, RefusesOverlongSurrogateTruncatedAndTooLarge) {
  for (const char* text :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x7f", "\xe0\x9f\xbf", "\xed\xa0\x80",
        "\xed\xbf\xbf", "\xe1\x80", "\xe1\x80\xc0", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xff", "a\xc3"})
    EXPECT_FALSE(IsUtf8(text)) << HexEncode(AsBytes(text));
}

}  // namespace
}  // namespace sinetti
