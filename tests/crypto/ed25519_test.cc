#include "ledger/crypto/ed25519.h"

#include <gtest/gtest.h>

#include "tests/support/json.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using namespace testing_support;

// RFC 8032, 7.1, tests 1 to 3.
TEST(Ed25519, AgreesWithRfc8032) {
  const struct {
    const char *seed, *public_key, *message, *signature;
  } vectors[] = {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                  "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                  "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                  "c61e39701cf9b4"
                  "6bd25bf5f0595bbe24655141438e7a100b"},
                 {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                  "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                  "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                  "458f3613d0f11d"
                  "8c387b2eaeb4302aeeb00d291612bb0c00"},
                 {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                  "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                  "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                  "ae67f760984dc6"
                  "594a7c15e9716ed28dc027beceea1ec40a"}};
  for (const auto& vector : vectors) {
    const auto pair =
        Ed25519KeyPair::FromSeed(Secret::From(HexDecode(vector.seed).value()).value());
    const Bytes message = HexDecode(vector.message).value();
    EXPECT_EQ(HexEncode(pair.public_key().view()), vector.public_key);
    EXPECT_EQ(HexEncode(pair.Sign(message).view()), vector.signature);
    EXPECT_TRUE(Ed25519Verify(pair.public_key(), message, pair.Sign(message)));
  }
}

TEST(Ed25519, AgreesWithWycheproof) {
  SINETTI_NEEDS_SHARED_DATA("vectors/wycheproof/ed25519_test.json");
  JsonParser parser;
  const JsonValue file = LoadJson(parser, SharedData("vectors/wycheproof/ed25519_test.json"));
  int count = 0;
  for (const JsonValue group : file["testGroups"].get_array()) {
    const JsonValue key_json = group["publicKey"].value();
    const auto key = Ed25519PublicKey::From(HexAt(key_json, "pk")).value();
    for (const JsonValue test : group["tests"].get_array()) {
      const auto signature = Ed25519Signature::From(HexAt(test, "sig"));
      const bool accepted = signature && Ed25519Verify(key, HexAt(test, "msg"), *signature);
      EXPECT_EQ(accepted, TextAt(test, "result") == "valid") << "tcId " << NumberAt(test, "tcId");
      ++count;
    }
  }
  EXPECT_EQ(count, 151);
}

TEST(Ed25519, RefusesEveryFlippedByte) {
  const auto pair = Ed25519KeyPair::FromSeed(Secret::From(Bytes(32, 7)).value());
  const std::string message = "a decision of record";
  const Ed25519Signature signature = pair.Sign(AsBytes(message));
  for (std::size_t i = 0; i < signature.bytes.size(); ++i) {
    Ed25519Signature flipped = signature;
    flipped.bytes[i] ^= 0x10;
    EXPECT_FALSE(Ed25519Verify(pair.public_key(), AsBytes(message), flipped)) << i;
  }
  for (std::size_t i = 0; i < message.size(); ++i) {
    std::string flipped = message;
    flipped[i] ^= 0x10;
    EXPECT_FALSE(Ed25519Verify(pair.public_key(), AsBytes(flipped), signature)) << i;
  }
  for (std::size_t i = 0; i < 32; ++i) {
    Ed25519PublicKey flipped = pair.public_key();
    flipped.bytes[i] ^= 0x10;
    EXPECT_FALSE(Ed25519Verify(flipped, AsBytes(message), signature)) << i;
  }
}

TEST(Ed25519, ValuesHaveOneLength) {
  EXPECT_EQ(Ed25519PublicKey::From(Bytes(31)).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(Ed25519Signature::From(Bytes(65)).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(Secret::From(Bytes(33)).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace sinetti
