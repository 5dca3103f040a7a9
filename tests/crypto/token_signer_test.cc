// Keys on a token: the URI and the file of one, and signing with SoftHSM, a token in software.  The
// tests with a token are skipped where SoftHSM is not installed (Debian: softhsm2).
#include "ledger/crypto/token_signer.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <memory>

#include "tests/support/page.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;

constexpr char kModule[] = "/usr/lib/softhsm/libsofthsm2.so";
constexpr char kUri[] = "pkcs11:token=testi;object=ledger";
// RFC 8410, section 10.3: an Ed25519 private key.
constexpr char kPrivateKey[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
    "-----END PRIVATE KEY-----\n";
constexpr char kPublicKey[] = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

TEST(TokenUriText, NamesATokenAndAKeyOnIt) {
  const auto uri = ParseTokenUri("pkcs11:token=Oma%20kortti;serial=12ab;object=avain;id=%01%ff");
  ASSERT_OK(uri);
  EXPECT_EQ(
      *uri,
      (TokenUri{.token = "Oma kortti", .serial = "12ab", .object = "avain", .id = {0x01, 0xff}}));
  EXPECT_OK(ParseTokenUri("pkcs11:token=a;object=b;type=private"));
  for (const char* bad :
       {"", "pkcs11:", "pkcs11:token=a", "pkcs11:object=a", "pkcs12:token=a;object=b",
        "pkcs11:token=a;object=b?pin-value=1234", "pkcs11:token=a;token=b;object=c",
        "pkcs11:token=a;object=%4", "pkcs11:token=a;object=%zz",
        "pkcs11:token=a;object=", "pkcs11:token=a;object", "pkcs11:token=a;object=b;slot-id=1",
        "pkcs11:token=a;object=b;type=public"}) {
    const auto refused = ParseTokenUri(bad);
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
  }
}

TEST(TokenKeyText, IsRefusedWhenItNamesNoModuleByItsFullPath) {
  const VerifierKey key = MakeVerifierKey("a.example/l", Ed25519PublicKey{}).value();
  const std::string good = FormatTokenKey({key, kModule, kUri});
  EXPECT_EQ(ParseTokenKey(good).value(), (TokenKey{key, kModule, kUri}));
  EXPECT_FALSE(ParseTokenKey(FormatTokenKey({key, "libsofthsm2.so", kUri})));
  EXPECT_FALSE(ParseTokenKey(FormatTokenKey({key, kModule, "pkcs11:token=a"})));
  EXPECT_FALSE(ParseTokenKey(good + "\n"));
  EXPECT_FALSE(ParseTokenKey(good.substr(0, good.size() - 1)));
}

TEST(TokenKeyText, ExampleOfThePageIsTrue) {
  const std::string page = "docs/format/key-file.md";
  const auto seed = Secret::From(Bytes(32, 0x2a)).value();
  const VerifierKey key = FileSigner::FromSeed("sinetti.example/ledger", seed)->key();
  const TokenKey example{key, kModule, "pkcs11:token=loki;object=avain;id=%01"};
  testing_support::ExpectExample(page, "token key", FormatTokenKey(example));
}

AskSecret Giving(std::string pin) {
  return [pin](const std::string&) -> Result<SecretText> { return SecretText(pin); };
}

class OnAToken : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kModule)) GTEST_SKIP() << "SoftHSM is not installed";
    // SoftHSM reads its settings once in a process: one folder for all tests.
    static const std::unique_ptr<testing_support::TempDir> folder = MakeToken();
    if (folder == nullptr) GTEST_SKIP() << "SoftHSM makes no token here";
  }
  static std::unique_ptr<testing_support::TempDir> MakeToken() {
    auto folder = std::make_unique<testing_support::TempDir>();
    std::filesystem::create_directory(*folder / "tokens");
    std::ofstream(*folder / "conf") << "directories.tokendir = " << (*folder / "tokens") << "\n";
    std::ofstream(*folder / "key") << kPrivateKey;
    setenv("SOFTHSM2_CONF", (*folder / "conf").c_str(), 1);
    const std::string make =
        "softhsm2-util --init-token --free --label testi --so-pin 87654321 --pin 4321 "
        ">/dev/null 2>&1 && softhsm2-util --import " +
        (*folder / "key") + " --token testi --label ledger --id 01 --pin 4321 >/dev/null 2>&1";
    return std::system(make.c_str()) == 0 ? std::move(folder) : nullptr;
  }
  static Result<VerifierKey> Find(const std::string& uri, const AskSecret& ask = Giving("4321")) {
    return FindTokenKey("ledger.example/log", kModule, uri, ask);
  }

  testing_support::TempDir place_;
};

TEST_F(OnAToken, AKeySignsAndStaysThere) {
  const auto key = Find(kUri);
  ASSERT_OK(key);
  EXPECT_EQ(HexEncode(key->public_key.view()), kPublicKey);
  const std::string path = place_ / "signing.key";
  ASSERT_OK(WriteTokenKeyFile(path, {*key, kModule, kUri}));
  EXPECT_EQ(ReadKeyFileHead(path).value().key, *key);
  const auto signer = OpenSigner(path, Giving("4321"));
  ASSERT_OK(signer);
  EXPECT_EQ((*signer)->key(), *key);
  for (const char* text : {"", "yksi", "kaksi\n"}) {
    const auto signature = (*signer)->Sign(AsBytes(text));
    ASSERT_OK(signature);
    // Ed25519 signatures are determined by key and message: the same as with the seed in memory.
    const auto seed =
        HexDecode("d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842").value();
    const auto pair = Ed25519KeyPair::FromSeed(Secret::From(seed).value());
    EXPECT_EQ(*signature, pair.Sign(AsBytes(text)));
  }
  // A second signer on the same token, and the first one still signs when it has gone.
  { ASSERT_OK(OpenSigner(path, Giving("4321"))); }
  EXPECT_OK((*signer)->Sign(AsBytes("vielä")));
  // Nothing of it can be read as a key in a file.
  EXPECT_THAT(ReadKeyFile(path).error().message, HasSubstr("on a token"));
}

TEST_F(OnAToken, WhatIsMissingOrWrongIsSaid) {
  const auto says = [](const Result<VerifierKey>& result, const char* what) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kEnvironment);
    EXPECT_THAT(result.error().message, HasSubstr(what));
    EXPECT_EQ(result.error().message.find("9999"), std::string::npos);
  };
  says(Find(kUri, Giving("9999")), "is wrong");
  says(Find(kUri, {}), "asks for a PIN");
  says(Find("pkcs11:token=toinen;object=ledger"), "is not there");
  says(Find("pkcs11:token=testi;object=toinen"), "has no private Ed25519 key 'toinen'");
  says(Find("pkcs11:token=testi;id=%02"), "has no private");
  says(FindTokenKey("a.example/l", "/nonexistent.so", kUri, {}), "cannot be loaded");
  EXPECT_OK(Find("pkcs11:token=testi;id=%01"));
  EXPECT_OK(Find(kUri));
}

TEST_F(OnAToken, ASignatureByAnotherKeyIsNotHandedOut) {
  const VerifierKey other = MakeVerifierKey("ledger.example/log", Ed25519PublicKey{}).value();
  const auto signer = TokenSigner::Open({other, kModule, kUri}, Giving("4321"));
  ASSERT_OK(signer);
  EXPECT_THAT((*signer)->Sign(AsBytes("x")).error().message, HasSubstr("with another key"));
}

}  // namespace
}  // namespace sinetti
