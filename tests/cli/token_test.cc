// A ledger whose signing key is on a token, and an actor's as well, through the program.  Skipped
// where SoftHSM (Debian: softhsm2) is not installed.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::Ran;
using testing_support::Workplace;

constexpr char kModule[] = "/usr/lib/softhsm/libsofthsm2.so";

class KeysOnAToken : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kModule)) GTEST_SKIP() << "SoftHSM is not installed";
    std::filesystem::create_directory(place_.Path("tokens"));
    place_.Write("conf", "directories.tokendir = " + place_.Path("tokens") + "\n");
    setenv("SOFTHSM2_CONF", place_.Path("conf").c_str(), 1);
    const std::string make =
        "openssl genpkey -algorithm ed25519 -out " + place_.Path("key") +
        " 2>/dev/null && softhsm2-util --init-token --free --label loki --so-pin 87654321 "
        "--pin 4321 >/dev/null 2>&1 && softhsm2-util --import " +
        place_.Path("key") + " --token loki --label avain --id 01 --pin 4321 >/dev/null 2>&1";
    if (std::system(make.c_str()) != 0) GTEST_SKIP() << "SoftHSM makes no token here";
    for (const auto& [name, pin] : {std::pair("pin", "4321\n"), std::pair("wrong", "9999\n")})
      chmod(place_.Write(name, pin).c_str(), 0600);
    std::filesystem::create_directory(place_.Path("ledger.keys"));
  }

  Ran Expect(int exit_code, std::vector<std::string> arguments, const std::string& pin = "pin") {
    if (!pin.empty()) arguments.insert(arguments.end(), {"--passphrase-file", pin});
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code) << arguments[0] << ": " << ran.out << ran.err;
    return ran;
  }
  std::vector<std::string> MakeKey(const std::string& name, const std::string& file,
                                   const std::string& object = "avain") {
    return {"key",      "token", "--name", name,
            "--module", kModule, "--uri",  "pkcs11:token=loki;object=" + object,
            "-o",       file};
  }

  Workplace place_;
};

TEST_F(KeysOnAToken, SignCheckpointsAndNothingIsDoneWithoutTheirPin) {
  Expect(3, MakeKey("testi.fi/loki", "ledger.keys/signing.key"), "wrong");
  Expect(3, MakeKey("testi.fi/loki", "ledger.keys/signing.key", "toinen"));
  EXPECT_FALSE(std::filesystem::exists(place_.Path("ledger.keys/signing.key")));
  Expect(0, MakeKey("testi.fi/loki", "ledger.keys/signing.key"));
  Expect(2, {"init", "--origin", "toinen.fi/loki"}, "");
  Expect(0, {"init", "--origin", "testi.fi/loki"}, "");
  Expect(0, {"record", "org.registered", "--stream", "a", "--set", "orgId=a", "--set", "name=X",
             "--set", "sector=public"});
  Expect(0, {"verify"}, "");
  EXPECT_THAT(Expect(3, {"checkpoint"}, "wrong").err, HasSubstr("is wrong"));
  EXPECT_THAT(Expect(3, {"checkpoint"}, "").err, HasSubstr("no terminal"));
  EXPECT_THAT(Expect(3, {"key", "encrypt"}).err, HasSubstr("on a token"));
  Expect(0, {"checkpoint"});
}

TEST_F(KeysOnAToken, TakeOverFromAKeyInAFile) {
  Expect(0, {"init", "--origin", "testi.fi/loki"}, "");
  place_.Write("old.vkey", Expect(0, {"key", "show"}, "").out);
  Expect(0, MakeKey("testi.fi/loki", "ledger.keys/signing.key.next"));
  // One passphrase for each key: the file's own has none, the token's is the new one.
  Expect(0, {"key", "rotate", "--new-passphrase-file", "pin"}, "");
  EXPECT_THAT(place_.Read("ledger.keys/signing.key"), HasSubstr("uri pkcs11:token=loki"));
  Expect(0, {"checkpoint"});
  Expect(0, {"verify", "--key", "old.vkey"}, "");
}

}  // namespace
}  // namespace sinetti
