#include "ledger/crypto/hmac.h"

#include <gtest/gtest.h>

#include "tests/support/json.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using namespace testing_support;

// RFC 4231, test cases 1 and 6 (a key longer than a block).
TEST(HmacSha256, AgreesWithRfc4231) {
  EXPECT_EQ(HmacSha256(Bytes(20, 0x0b), {AsBytes("Hi There")}).hex(),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(HmacSha256(Bytes(131, 0xaa), {AsBytes("Test Using Larger Than Block-Size Key - "),
                                          AsBytes("Hash Key First")})
                .hex(),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(HmacSha256, TakesAnEmptyKey) {
  EXPECT_EQ(HmacSha256({}, {}).hex(),
            "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(HmacSha256, AgreesWithWycheproof) {
  SINETTI_NEEDS_SHARED_DATA("vectors/wycheproof/hmac_sha256_test.json");
  JsonParser parser;
  const JsonValue file = LoadJson(parser, SharedData("vectors/wycheproof/hmac_sha256_test.json"));
  int count = 0;
  for (const JsonValue group : file["testGroups"].get_array()) {
    for (const JsonValue test : group["tests"].get_array()) {
      const Hash mac = HmacSha256(HexAt(test, "key"), {HexAt(test, "msg")});
      const ByteView cut = mac.view().first(NumberAt(group, "tagSize") / 8);
      EXPECT_EQ(EqualInConstantTime(cut, HexAt(test, "tag")), TextAt(test, "result") == "valid")
          << "tcId " << NumberAt(test, "tcId");
      ++count;
    }
  }
  EXPECT_EQ(count, 174);
}

TEST(EqualInConstantTime, ComparesLengthAndContent) {
  EXPECT_TRUE(EqualInConstantTime(AsBytes("same"), AsBytes("same")));
  EXPECT_FALSE(EqualInConstantTime(AsBytes("same"), AsBytes("sama")));
  EXPECT_FALSE(EqualInConstantTime(AsBytes("same"), AsBytes("sam")));
  EXPECT_TRUE(EqualInConstantTime({}, {}));
}

}  // namespace
}  // namespace sinetti
