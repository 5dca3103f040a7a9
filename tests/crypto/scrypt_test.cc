// scrypt against the test vectors of RFC 7914, section 12, and its bounds against hostile numbers.
#include "ledger/crypto/scrypt.h"

#include <gtest/gtest.h>

namespace sinetti {
namespace {

std::string Derived(std::string_view passphrase, std::string_view salt, const ScryptCost& cost) {
  Bytes out(64);
  const auto done = Scrypt(AsBytes(passphrase), AsBytes(salt), cost, out);
  return done ? HexEncode(out) : done.error().message;
}

TEST(Scrypt, DerivesWhatTheStandardSays) {
  EXPECT_EQ(Derived("", "", {.log2_n = 4, .r = 1, .p = 1}),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
            "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
  EXPECT_EQ(Derived("password", "NaCl", {.log2_n = 10, .r = 8, .p = 16}),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
  EXPECT_EQ(Derived("pleaseletmein", "SodiumChloride", {.log2_n = 14, .r = 8, .p = 1}),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
            "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
}

TEST(Scrypt, AsksForNoMemoryBeyondItsLimit) {
  for (const ScryptCost& cost :
       {ScryptCost{0, 8, 1}, ScryptCost{25, 1, 1}, ScryptCost{64, 8, 1}, ScryptCost{17, 0, 1},
        ScryptCost{17, 8, 0}, ScryptCost{10, 33, 1}, ScryptCost{10, 8, 17}, ScryptCost{19, 8, 1},
        ScryptCost{4294967295u, 4294967295u, 4294967295u}}) {
    Bytes out(32);
    const auto done = Scrypt({}, {}, cost, out);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::kInvalid);
  }
  EXPECT_TRUE(CheckScryptCost({}));
  EXPECT_TRUE(CheckScryptCost({.log2_n = 18, .r = 8, .p = 1}));
}

}  // namespace
}  // namespace sinetti
