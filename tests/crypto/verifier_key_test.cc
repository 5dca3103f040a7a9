#include "ledger/crypto/verifier_key.h"

#include <gtest/gtest.h>

namespace sinetti {
namespace {

// The example key of the Go note package (golang.org/x/mod/sumdb/note).
constexpr char kKnown[] = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

TEST(VerifierKey, ReadsAndWritesAKeyOfAnotherImplementation) {
  const VerifierKey key = ParseVerifierKey(kKnown).value();
  EXPECT_EQ(key.name, "PeterNeumann");
  EXPECT_EQ(key.id, 0xc74f20a3u);
  EXPECT_EQ(FormatVerifierKey(key), kKnown);
}

TEST(VerifierKey, RefusesEveryFlippedByte) {
  for (std::size_t i = 0; i + 1 < sizeof kKnown; ++i) {
    for (const int bit : {0x01, 0x20, 0x80}) {
      std::string flipped = kKnown;
      flipped[i] = static_cast<char>(flipped[i] ^ bit);
      EXPECT_FALSE(ParseVerifierKey(flipped)) << flipped;
    }
  }
}

TEST(VerifierKey, RefusesMalformedText) {
  for (const char* text :
       {"", "+", "++", "name", "name+c74f20a3", "name+c74f20a3+", "+c74f20a3+AAAA",
        "a b+c74f20a3+AQ==", "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        " PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    EXPECT_FALSE(ParseVerifierKey(text)) << text;
}

TEST(VerifierKey, SaysWhenTheSignatureTypeIsUnknown) {
  std::string other = "other+00000000+BQ";
  other += std::string(42, 'A');
  EXPECT_EQ(ParseVerifierKey(other).error().code, ErrorCode::kUnsupported);
}

// The key of a public witness.
constexpr char kWitness[] = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

TEST(VerifierKey, OfAWitnessHasATypeOfItsOwn) {
  const VerifierKey key = ParseVerifierKey(kWitness).value();
  EXPECT_EQ(key.type, KeyType::kCosignature);
  EXPECT_EQ(key.id, 0xda77ade7u);
  EXPECT_EQ(FormatVerifierKey(key), kWitness);
  EXPECT_TRUE(RequireKeyType(key, KeyType::kCosignature));
  EXPECT_EQ(RequireKeyType(key, KeyType::kNote).error().code, ErrorCode::kInvalid);
  EXPECT_NE(MakeVerifierKey(key.name, key.public_key).value().id, key.id);
}

TEST(KeyName, HasNoSpacePlusOrControlCharacter) {
  for (const char* name : {"sinetti.example/keusote", "p\xc3\xa4iv\xc3\xa4", "a"})
    EXPECT_TRUE(CheckKeyName(name)) << name;
  for (const char* name : {"", "a b", "a+b", "a\nb", "a\tb", "a\x7f",
                           "a\xc2\xa0"
                           "b",
                           "a\xe2\x80\x89"
                           "b",
                           "a\xe3\x80\x80"
                           "b",
                           "\xff"})
    EXPECT_FALSE(CheckKeyName(name)) << name;
  EXPECT_TRUE(CheckKeyName(std::string(255, 'n')));
  EXPECT_FALSE(CheckKeyName(std::string(256, 'n')));
}

}  // namespace
}  // namespace sinetti
