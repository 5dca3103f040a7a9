#include "ledger/crypto/signer.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "ledger/crypto/key_file.h"

namespace sinetti {
namespace {

TEST(FileSigner, SignsWithTheKeyOfItsFile) {
  char name[] = "/tmp/sinetti_signer_XXXXXX";
  const std::filesystem::path folder = mkdtemp(name);
  const Secret seed = Secret::Random().value();
  ASSERT_TRUE(WriteKeyFile(folder / "k", {"ledger.example/log", seed}));
  auto signer = FileSigner::Open(folder / "k");
  std::filesystem::remove_all(folder);

  ASSERT_TRUE(signer) << signer.error().message;
  EXPECT_EQ(signer->key().name, "ledger.example/log");
  EXPECT_EQ(signer->key().public_key, Ed25519KeyPair::FromSeed(seed).public_key());
  const auto signature = signer->Sign(AsBytes("text\n"));
  ASSERT_TRUE(signature);
  EXPECT_TRUE(Ed25519Verify(signer->key().public_key, AsBytes("text\n"), *signature));
}

TEST(FileSigner, RefusesANameThatCanNotStandInASignatureLine) {
  EXPECT_EQ(FileSigner::FromSeed("two words", Secret::Random().value()).error().code,
            ErrorCode::kInvalid);
}

}  // namespace
}  // namespace sinetti
