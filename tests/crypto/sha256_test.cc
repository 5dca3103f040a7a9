#include "ledger/crypto/sha256.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace sinetti {
namespace {

// FIPS 180-4 examples (csrc.nist.gov, "SHA256.pdf") and the empty message.
TEST(Sha256, AgreesWithTheStandardsExamples) {
  EXPECT_EQ(HashOf({}).hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(HashOf({AsBytes("abc")}).hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(HashOf({AsBytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")}).hex(),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  Sha256 hasher;
  for (int i = 0; i < 1000; ++i) hasher.Update(AsBytes(std::string(1000, 'a')));
  EXPECT_EQ(hasher.Finish().hex(),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, BordersOfPartsDoNotMatter) {
  const Hash whole = HashOf({AsBytes("sinetti")});
  EXPECT_EQ(HashOf({AsBytes("sin"), AsBytes(""), AsBytes("etti")}), whole);
  Sha256 hasher;
  hasher.Update(AsBytes("sinet"));
  hasher.Update(AsBytes("ti"));
  EXPECT_EQ(hasher.Finish(), whole);
}

TEST(Sha256, BeginsAnewAfterFinish) {
  Sha256 hasher;
  hasher.Update(AsBytes("one"));
  EXPECT_EQ(hasher.Finish(), HashOf({AsBytes("one")}));
  EXPECT_EQ(hasher.Finish(), HashOf({}));
  hasher.Update(AsBytes("two"));
  EXPECT_EQ(hasher.Finish(), HashOf({AsBytes("two")}));
}

TEST(Sha256, HashesOnManyThreadsAtOnce) {
  const Hash expected = HashOf({AsBytes("shared")});
  std::vector<int> wrong(4, 0);
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread)
      threads.emplace_back([&wrong, &expected, thread] {
        for (int i = 0; i < 10'000; ++i)
          wrong[thread] += HashOf({AsBytes("sha"), AsBytes("red")}) != expected;
      });
  }
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace sinetti
