// Keys under a passphrase: the example of docs/format/key-file.md, every byte flipped, numbers that
// would cost too much, and the file with its replacement.
#include "ledger/crypto/encrypted_key.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger/crypto/signer.h"
#include "tests/support/page.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using testing_support::ExampleIn;
using testing_support::ExpectExample;
using testing_support::ReadFile;

constexpr ScryptCost kCheap{.log2_n = 4, .r = 8, .p = 1};

Secret SeedOf(std::uint8_t byte) { return Secret::From(Bytes(32, byte)).value(); }
VerifierKey KeyOf(const std::string& name, const Secret& seed, KeyType type = KeyType::kNote) {
  return FileSigner::FromSeed(name, seed, type)->key();
}
SecretText Right() { return SecretText("oikea hevonen paristo niitti"); }

AskSecret Giving(std::string passphrase) {
  return [passphrase](const std::string&) -> Result<SecretText> { return SecretText(passphrase); };
}

TEST(EncryptedKey, ExampleOfThePageIsTrue) {
  const std::string page = "docs/format/key-file.md";
  const Secret seed = SeedOf(0x2a);
  ScryptSalt salt;
  AesGcmNonce nonce;
  salt.fill(0x01);
  nonce.fill(0x02);
  const auto key =
      EncryptKey(KeyOf("sinetti.example/ledger", seed), seed, Right(), {}, salt, nonce);
  ASSERT_TRUE(key) << key.error().message;
  ExpectExample(page, "encrypted key", FormatEncryptedKey(*key));
  const auto read = ParseEncryptedKey(ExampleIn(page, "encrypted key"));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(HexEncode(DecryptKey(*read, Right())->view()), HexEncode(seed.view()));
}

TEST(EncryptedKey, OpensWithItsPassphraseAlone) {
  const Secret seed = SeedOf(9);
  const auto key = EncryptKey(KeyOf("a.example/l", seed), seed, Right(), kCheap);
  ASSERT_TRUE(key);
  EXPECT_EQ(HexEncode(DecryptKey(*key, Right())->view()), HexEncode(seed.view()));
  for (const char* wrong : {"", "oikea hevonen paristo niittI", "oikea hevonen paristo niitti "}) {
    const auto opened = DecryptKey(*key, SecretText(wrong));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
  }
}

TEST(EncryptedKey, IsAnotherTextEachTime) {
  const Secret seed = SeedOf(9);
  const VerifierKey key = KeyOf("a.example/l", seed);
  EXPECT_NE(FormatEncryptedKey(*EncryptKey(key, seed, Right(), kCheap)),
            FormatEncryptedKey(*EncryptKey(key, seed, Right(), kCheap)));
}

TEST(EncryptedKey, IsRefusedWithAnyByteChanged) {
  const Secret seed = SeedOf(9);
  const auto key = EncryptKey(KeyOf("a.example/l", seed), seed, Right(), kCheap);
  const std::string good = FormatEncryptedKey(*key);
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const int bit : {0x01, 0x02, 0x20, 0x80}) {
      std::string flipped = good;
      flipped[i] = static_cast<char>(flipped[i] ^ bit);
      const auto read = ParseEncryptedKey(flipped);
      if (!read) continue;
      const auto opened = DecryptKey(*read, Right());
      EXPECT_FALSE(opened) << i << ": " << flipped;
    }
  }
  EXPECT_FALSE(ParseEncryptedKey(good + "\n"));
  EXPECT_FALSE(ParseEncryptedKey(good.substr(0, good.size() - 1)));
}

// The numbers are refused before they are used: none of these takes a gigabyte.
TEST(EncryptedKey, IsRefusedWhenItAsksForTooMuchMemory) {
  const Secret seed = SeedOf(9);
  const auto key = EncryptKey(KeyOf("a.example/l", seed), seed, Right(), kCheap);
  const std::string good = FormatEncryptedKey(*key);
  for (const std::string numbers : {"30 8 1", "24 32 16", "4 8 4294967295", "04 8 1", "+4 8 1",
                                    "-1 8 1", "4 8", "4  8 1", "99999999999999999999 8 1"}) {
    std::string text = good;
    text.replace(text.find("scrypt 4 8 1"), 12, "scrypt " + numbers);
    const auto read = ParseEncryptedKey(text);
    ASSERT_FALSE(read) << numbers;
    EXPECT_EQ(read.error().code, ErrorCode::kInvalid);
  }
}

class EncryptedKeyFile : public testing::Test {
 protected:
  static PrivateKey Key() { return {"ledger.example/log", SeedOf(9)}; }
  static KeyProtection Protection() { return {.passphrase = Right(), .cost = kCheap}; }
  std::filesystem::path Path() const { return folder_ / "signing.key"; }

  testing_support::TempDir folder_;
};

TEST_F(EncryptedKeyFile, IsReadWithThePassphraseAndItsHeadWithout) {
  const KeyProtection protection = Protection();
  ASSERT_TRUE(WriteKeyFile(Path(), Key(), &protection));
  const auto read = ReadKeyFile(Path(), Giving(std::string(Right().view())));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(HexEncode(read->seed.view()), HexEncode(Key().seed.view()));
  const auto head = ReadKeyFileHead(Path());
  ASSERT_TRUE(head);
  EXPECT_TRUE(head->encrypted);
  EXPECT_EQ(head->key, KeyOf("ledger.example/log", SeedOf(9)));
  const auto signer = OpenSigner(Path(), Giving(std::string(Right().view())));
  ASSERT_TRUE(signer);
  EXPECT_EQ((*signer)->key(), head->key);
}

TEST_F(EncryptedKeyFile, IsRefusedWithAnotherPassphraseOrNoneAndSaysNothingOfIt) {
  const KeyProtection protection = Protection();
  ASSERT_TRUE(WriteKeyFile(Path(), Key(), &protection));
  for (const auto& ask : {AskSecret(), Giving("väärä hevonen")}) {
    const auto read = ReadKeyFile(Path(), ask);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kEnvironment);
    EXPECT_NE(read.error().message.find("passphrase"), std::string::npos);
    EXPECT_EQ(read.error().message.find("hevonen"), std::string::npos);
  }
  const auto failing = [](const std::string&) -> Result<SecretText> {
    return Error{ErrorCode::kInvalid, "no terminal"};
  };
  EXPECT_EQ(ReadKeyFile(Path(), failing).error().message, "no terminal");
}

TEST_F(EncryptedKeyFile, TakesThePlaceOfAnotherFormAndLeavesNothingBeside) {
  ASSERT_TRUE(WriteKeyFile(Path(), Key()));
  const std::string plain = ReadFile(Path());
  ASSERT_EQ(link(Path().c_str(), (folder_ / "old").c_str()), 0);
  const KeyProtection protection = Protection();
  ASSERT_TRUE(ReplaceKeyFile(Path(), Key(), &protection));
  EXPECT_TRUE(ReadKeyFileHead(Path())->encrypted);
  // What held the key in the clear holds zeros.
  EXPECT_EQ(ReadFile(folder_ / "old"), std::string(plain.size(), '\0'));
  EXPECT_FALSE(std::filesystem::exists(Path().string() + ".part"));
  struct stat status {};
  ASSERT_EQ(stat(Path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600u);
  ASSERT_TRUE(ReplaceKeyFile(Path(), Key()));
  EXPECT_EQ(ReadFile(Path()), plain);
}

TEST_F(EncryptedKeyFile, IsRefusedWhenGroupOrOthersMayUseIt) {
  const KeyProtection protection = Protection();
  ASSERT_TRUE(WriteKeyFile(Path(), Key(), &protection));
  ASSERT_EQ(chmod(Path().c_str(), 0640), 0);
  const auto read = ReadKeyFile(Path(), Giving(std::string(Right().view())));
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("chmod 600"), std::string::npos);
  EXPECT_FALSE(ReadKeyFileHead(Path()));
}

TEST(SecretTextIsWiped, AndMovedWithoutALeftover) {
  SecretText text("lyhyt");
  SecretText moved = std::move(text);
  EXPECT_EQ(moved.view(), "lyhyt");
  moved.Append(std::string(300, 'x'));
  EXPECT_EQ(moved.view().size(), 305u);
  moved.RemoveLast();
  EXPECT_EQ(moved.view().size(), 304u);
  moved.Clear();
  EXPECT_TRUE(moved.empty());
}

}  // namespace
}  // namespace sinetti
