#include "ledger/crypto/aes_gcm.h"

#include <gtest/gtest.h>

#include "ledger/crypto/random.h"
#include "tests/support/json.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using namespace testing_support;

AesGcmNonce NonceOf(ByteView bytes) {
  AesGcmNonce nonce{};
  std::copy(bytes.begin(), bytes.end(), nonce.begin());
  return nonce;
}

TEST(AesGcm, AgreesWithWycheproof) {
  SINETTI_NEEDS_SHARED_DATA("vectors/wycheproof/aes_gcm_test.json");
  JsonParser parser;
  const JsonValue file = LoadJson(parser, SharedData("vectors/wycheproof/aes_gcm_test.json"));
  int valid = 0, invalid = 0;
  for (const JsonValue group : file["testGroups"].get_array()) {
    if (NumberAt(group, "keySize") != 256 || NumberAt(group, "ivSize") != 96) continue;
    for (const JsonValue test : group["tests"].get_array()) {
      SCOPED_TRACE(testing::Message() << "tcId " << NumberAt(test, "tcId"));
      const Secret key = Secret::From(HexAt(test, "key")).value();
      const AesGcmNonce nonce = NonceOf(HexAt(test, "iv"));
      const Bytes associated = HexAt(test, "aad"), message = HexAt(test, "msg");
      Bytes sealed = HexAt(test, "ct");
      const Bytes tag = HexAt(test, "tag");
      sealed.insert(sealed.end(), tag.begin(), tag.end());

      const auto opened = AesGcmOpen(key, nonce, sealed, associated);
      if (TextAt(test, "result") == "valid") {
        ++valid;
        ASSERT_TRUE(opened);
        EXPECT_EQ(*opened, message);
        EXPECT_EQ(AesGcmSeal(key, nonce, message, associated), sealed);
      } else {
        ++invalid;
        ASSERT_FALSE(opened);
        EXPECT_NE(AesGcmSeal(key, nonce, message, associated), sealed);
      }
    }
  }
  EXPECT_GT(valid, 30);
  EXPECT_GT(invalid, 10);
}

TEST(AesGcm, RefusesEveryFlippedByteAndEveryOtherContext) {
  const Secret key = Secret::Random().value();
  AesGcmNonce nonce;
  ASSERT_TRUE(RandomBytes(nonce));
  const Bytes sealed =
      AesGcmSeal(key, nonce, AsBytes("eight letters"), AsBytes("ledger/stream/field"));
  ASSERT_EQ(AsText(AesGcmOpen(key, nonce, sealed, AsBytes("ledger/stream/field")).value()),
            "eight letters");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes flipped = sealed;
    flipped[i] ^= 0x01;
    EXPECT_EQ(AesGcmOpen(key, nonce, flipped, AsBytes("ledger/stream/field")).error().code,
              ErrorCode::kCorrupt);
  }
  EXPECT_FALSE(AesGcmOpen(key, nonce, sealed, AsBytes("ledger/stream/other")));
  EXPECT_FALSE(AesGcmOpen(Secret::Random().value(), nonce, sealed, AsBytes("ledger/stream/field")));
  nonce[0] ^= 1;
  EXPECT_FALSE(AesGcmOpen(key, nonce, sealed, AsBytes("ledger/stream/field")));
}

TEST(AesGcm, RefusesWhatIsShorterThanATag) {
  const Secret key = Secret::Random().value();
  EXPECT_EQ(AesGcmOpen(key, {}, Bytes(15), {}).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(AesGcmOpen(key, {}, Bytes(16), {}).error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace sinetti
