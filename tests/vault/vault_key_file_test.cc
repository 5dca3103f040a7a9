// The vault key under a passphrase: the example of docs/format/sealing.md, every byte flipped, a
// wrong passphrase that changes nothing, and an erasure whose new key is under the same one.
#include "ledger/vault/vault_key_file.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "ledger/vault/vault.h"
#include "ledger/vault/vault_swap.h"
#include "tests/support/page.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using testing_support::ExampleIn;
using testing_support::ExpectExample;
using testing_support::IsOk;
using testing_support::ReadFile;

constexpr const char* kOrigin = "test.example/ledger";
constexpr const char* kRight = "oikea hevonen paristo niitti";
constexpr ScryptCost kCheap{.log2_n = 4, .r = 8, .p = 1};

KeyProtection Under(const std::string& passphrase) {
  return {.passphrase = SecretText(passphrase), .cost = kCheap};
}

class VaultKeyUnderAPassphrase : public testing::Test {
 protected:
  VaultKeyUnderAPassphrase() {
    auto vault = Vault::Open({.folder = folder(),
                              .origin = kOrigin,
                              .create = true,
                              .protection = std::make_shared<const KeyProtection>(Under(kRight))});
    EXPECT_TRUE(IsOk(vault));
    for (const char* client : {"p-1", "p-2"}) EXPECT_TRUE(IsOk(vault->MakeKey(client)));
  }

  fs::path folder() const { return dir_ / "keys"; }
  fs::path key_path() const { return folder() / "vault.key"; }
  AskSecret Giving(const std::string& passphrase) {
    return [this, passphrase](const std::string& what) -> Result<SecretText> {
      EXPECT_THAT(what, HasSubstr("vault.key"));
      ++asked_;
      return SecretText(passphrase);
    };
  }
  Result<Vault> Open(const std::string& passphrase, bool read_only = false) {
    return Vault::Open(
        {.folder = folder(), .origin = kOrigin, .read_only = read_only, .ask = Giving(passphrase)});
  }
  std::map<std::string, std::string> Files() const {
    std::map<std::string, std::string> files;
    for (const auto& file : fs::directory_iterator(folder()))
      files[file.path().filename()] = ReadFile(file.path());
    return files;
  }

  testing_support::TempDir dir_;
  int asked_ = 0;
};

TEST(EncryptedVaultKey, ExampleOfThePageIsTrue) {
  const std::string page = "docs/format/sealing.md";
  const Secret key = Secret::From(Bytes(32, 0x07)).value();
  ScryptSalt salt;
  AesGcmNonce nonce;
  salt.fill(0x01);
  nonce.fill(0x02);
  const auto encrypted = EncryptVaultKey(key, SecretText(kRight), {}, salt, nonce);
  ASSERT_TRUE(IsOk(encrypted));
  ExpectExample(page, "encrypted vault key", FormatEncryptedVaultKey(*encrypted));
  const auto read = ParseEncryptedVaultKey(ExampleIn(page, "encrypted vault key"));
  ASSERT_TRUE(IsOk(read));
  EXPECT_EQ(HexEncode(DecryptVaultKey(*read, SecretText(kRight))->view()), HexEncode(key.view()));
}

TEST_F(VaultKeyUnderAPassphrase, OpensTheVaultAndIsAskedForOnce) {
  EXPECT_THAT(ReadFile(key_path()), StartsWith("sinetti.fi/encrypted-vault-key@v1\nid "));
  for (const bool read_only : {false, true}) {
    asked_ = 0;
    const auto vault = Open(kRight, read_only);
    ASSERT_TRUE(IsOk(vault));
    EXPECT_TRUE(vault->HasKey("p-1"));
    EXPECT_EQ(asked_, 1);
  }
}

TEST_F(VaultKeyUnderAPassphrase, OpensWithNoOtherAndNothingIsChanged) {
  const auto before = Files();
  for (const bool read_only : {false, true}) {
    asked_ = 0;
    const auto wrong = Open("väärä hevonen paristo niitti", read_only);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::kEnvironment);
    EXPECT_THAT(wrong.error().message,
                AllOf(HasSubstr("vault.key"), HasSubstr("the passphrase does not open it"),
                      Not(HasSubstr("hevonen"))));
    EXPECT_EQ(asked_, 1);
    const auto none = Vault::Open({.folder = folder(), .origin = kOrigin, .read_only = read_only});
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().message, HasSubstr("is under a passphrase, and none was given"));
  }
  EXPECT_EQ(Files(), before);
}

TEST_F(VaultKeyUnderAPassphrase, IsRefusedWithAnyByteChangedOrMissing) {
  const std::string good = ReadFile(key_path());
  const auto refused = [&](const std::string& text, std::size_t at) {
    std::ofstream(key_path(), std::ios::binary | std::ios::trunc) << text;
    for (const bool read_only : {false, true}) {
      const auto vault = Open(kRight, read_only);
      ASSERT_FALSE(vault) << at;
      EXPECT_THAT(vault.error().message, HasSubstr("vault"));
    }
    EXPECT_EQ(ReadFile(key_path()), text) << "a refused file was changed";
  };
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const int bit : {0x01, 0x20}) {
      std::string flipped = good;
      flipped[i] = static_cast<char>(flipped[i] ^ bit);
      refused(flipped, i);
    }
  for (std::size_t size = 0; size < good.size(); ++size) refused(good.substr(0, size), size);
  refused(good + "\n", good.size());
  std::ofstream(key_path(), std::ios::binary | std::ios::trunc) << good;
  EXPECT_TRUE(IsOk(Open(kRight)));
}

TEST_F(VaultKeyUnderAPassphrase, ItsSuccessorAfterAnErasureIsUnderTheSame) {
  const std::string old_text = ReadFile(key_path());
  for (const char* step : {"", "write the keys that stay", "commit", "overwrite the old vault.key",
                           "put the new vault.key in place", "overwrite the old vault.head"}) {
    fs::remove_all(dir_ / "copy");
    fs::copy(folder(), dir_ / "copy", fs::copy_options::recursive);
    {
      auto vault = Open(kRight);
      ASSERT_TRUE(IsOk(vault));
      const auto erased = vault->Erase({"p-1"}, "note", [&](std::string_view at) -> Result<void> {
        if (at != step) return {};
        return Error{ErrorCode::kEnvironment, "stopped"};
      });
      EXPECT_EQ(erased.has_value(), std::string(step).empty());
    }
    asked_ = 0;
    const auto vault = Open(kRight);
    ASSERT_TRUE(IsOk(vault)) << step;
    EXPECT_EQ(asked_, 1) << step;
    const bool gone = vault->IsErased("p-1");
    EXPECT_EQ(gone, ReadFile(key_path()) != old_text) << step;
    EXPECT_TRUE(vault->HasKey("p-2"));
    EXPECT_THAT(ReadFile(key_path()), StartsWith(kVaultKeyHeader));
    fs::remove_all(folder());
    fs::rename(dir_ / "copy", folder());
  }
}

TEST_F(VaultKeyUnderAPassphrase, IsTakenOffPutOnAndChangedAndTheKeyStaysTheSame) {
  const std::string old_text = ReadFile(key_path());
  const KeyProtection other = Under("toinen hevonen paristo niitti");
  ASSERT_FALSE(VaultKeyFiles(Giving("väärä")).Replace(key_path(), nullptr));
  EXPECT_EQ(ReadFile(key_path()), old_text);
  const auto id = VaultKeyFiles(Giving(kRight)).Replace(key_path(), nullptr);
  ASSERT_TRUE(IsOk(id));
  EXPECT_EQ(ReadFile(key_path()).size(), 32u);
  EXPECT_THAT(old_text, HasSubstr("\nid " + *id + "\n"));
  EXPECT_TRUE(IsOk(Vault::Open({.folder = folder(), .origin = kOrigin})));
  EXPECT_EQ(VaultKeyFiles({}).Replace(key_path(), &other).value(), *id);
  EXPECT_FALSE(Open(kRight));
  const auto vault = Open("toinen hevonen paristo niitti");
  ASSERT_TRUE(IsOk(vault));
  EXPECT_TRUE(vault->HasKey("p-1"));
  EXPECT_THAT(Files(), testing::SizeIs(3));
  // Who writes the vault may be about to give it another key.
  const auto locked =
      VaultKeyFiles(Giving("toinen hevonen paristo niitti")).Replace(key_path(), nullptr);
  ASSERT_FALSE(locked);
  EXPECT_EQ(locked.error().code, ErrorCode::kLocked);
}

TEST_F(VaultKeyUnderAPassphrase, KeepsItsFormWhileAnErasureIsHalfWay) {
  {
    auto vault = Open(kRight);
    ASSERT_TRUE(IsOk(vault));
    EXPECT_FALSE(vault->Erase({"p-1"}, "note", [](std::string_view at) -> Result<void> {
      if (at != "overwrite the old vault.key") return {};
      return Error{ErrorCode::kEnvironment, "stopped"};
    }));
  }
  const auto before = Files();
  const auto refused = VaultKeyFiles(Giving(kRight)).Replace(key_path(), nullptr);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message, HasSubstr("sinetti erase approve"));
  EXPECT_EQ(Files(), before);
}

// What a crash left of a change of form is a copy of a key that an erasure must destroy.
TEST_F(VaultKeyUnderAPassphrase, ALeftoverOfAChangeOfFormIsGoneBeforeAnythingIsErased) {
  fs::copy_file(key_path(), folder() / "vault.key.part");
  auto vault = Open(kRight);
  ASSERT_TRUE(IsOk(vault));
  EXPECT_FALSE(fs::exists(folder() / "vault.key.part"));
}

TEST(AVaultMadeUnderAPassphrase, IsBegunAnewWhenACrashCutItsKeyShort) {
  testing_support::TempDir dir;
  const fs::path folder = dir / "keys";
  const auto make = [&] {
    return Vault::Open(
        {.folder = folder,
         .origin = kOrigin,
         .create = true,
         .ask = [](const std::string&) -> Result<SecretText> { return SecretText(kRight); },
         .protection = std::make_shared<const KeyProtection>(Under(kRight))});
  };
  ASSERT_TRUE(IsOk(make()));
  const std::string whole = ReadFile(folder / "vault.key");
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    fs::remove(folder / "vault.head");
    fs::remove(folder / "vault.log");
    std::ofstream(folder / "vault.key", std::ios::binary | std::ios::trunc)
        << whole.substr(0, size);
    ASSERT_TRUE(IsOk(make())) << size;
    EXPECT_EQ(ReadFile(folder / "vault.key") == whole, size == whole.size()) << size;
    EXPECT_THAT(ReadFile(folder / "vault.key"), StartsWith(kVaultKeyHeader));
  }
}

}  // namespace
}  // namespace sinetti
