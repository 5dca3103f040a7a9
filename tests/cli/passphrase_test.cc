// Whatever signs at its end opens the key first: with a wrong passphrase nothing is recorded, by no
// command; and the vault key under a passphrase of its own.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>

#include "ledger/crypto/key_file.h"
#include "ledger/vault/vault_key_file.h"
#include "tests/cli/program.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using testing_support::Ran;
using testing_support::Workplace;

constexpr const char* kPassphrase = "oikea hevonen paristo niitti";
constexpr const char* kVaultPassphrase = "holvin oma pitkä salasana";

KeyProtection Cheap(const char* passphrase) {
  return {.passphrase = SecretText(passphrase), .cost = {.log2_n = 4, .r = 8, .p = 1}};
}

class APassphrase : public ::testing::Test {
 protected:
  void SetUp() override {
    PutPrivate("right", kPassphrase);
    PutPrivate("vault", kVaultPassphrase);
    PutPrivate("wrong", "väärä hevonen paristo niitti");
    Expect(0, {"init", "--origin", "testi.fi/loki"});
    place_.Write("ledger.vkey", Expect(0, {"key", "show"}).out);
    for (const char* client : {"p-1", "p-2"})
      Expect(0,
             {"record", "plan.adopted", "--stream", "matter-1", "--set", "kind=palvelusuunnitelma",
              "--set", "parts=[\"care\"]", "--set", "content=kotihoito", "--attribute",
              std::string("client=") + client, "--attribute", "matter=M/1"});
    Expect(0, {"access", "grant", "virasto-1", "--role", "lawyer", "--ground", "741/2023:45",
               "--by", "tietohallinto"});
    Expect(0, {"erase", "request", "p-1", "--by", "arkisto", "--reason", "säilytysaika päättynyt"});
  }
  void PutPrivate(const std::string& name, const std::string& text) {
    chmod(place_.Write(name, text + "\n").c_str(), 0600);
  }
  Ran Expect(int exit_code, const std::vector<std::string>& arguments) {
    Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code)
        << ::testing::PrintToString(arguments) << ran.out << ran.err;
    EXPECT_THAT(ran.out + ran.err, AllOf(Not(HasSubstr("hevonen")), Not(HasSubstr("holvin oma"))));
    return ran;
  }
  std::string Events() { return Expect(0, {"log", "-n", "0", "--json"}).out; }
  std::string VaultKey() { return place_.Path("ledger.keys/vault.key"); }
  std::map<std::string, std::string> Keys() {
    std::map<std::string, std::string> files;
    for (const auto& file : fs::directory_iterator(place_.Path("ledger.keys")))
      files[file.path().filename()] = place_.Read("ledger.keys/" + file.path().filename().string());
    return files;
  }

  Workplace place_;
};

TEST_F(APassphrase, IsAskedForBeforeAnythingIsRecordedByEveryCommandThatSigns) {
  const std::string path = place_.Path("ledger.keys/signing.key");
  const auto key = ReadKeyFile(path);
  ASSERT_TRUE(key);
  const KeyProtection protection = Cheap(kPassphrase);
  ASSERT_TRUE(ReplaceKeyFile(path, *key, &protection));
  place_.Write("drafts.ndjson",
               R"({"specversion":"1.0","id":"1","source":"urn:t","type":"org.registered",)"
               R"("stream":"o","data":{"orgId":"o","name":"X","sector":"public"}})"
               "\n");
  place_.Write("actor.vkey", Expect(0, {"actor", "keygen", "malli.fi/v", "-o", "actor.key"}).out);
  const std::vector<std::string> reader = {"--purpose",   "valvonta", "--ground",
                                           "741/2023:45", "--actor",  "virasto-1"};
  const auto with_reader = [&](std::vector<std::string> command) {
    command.insert(command.end(), reader.begin(), reader.end());
    return command;
  };
  const std::vector<std::vector<std::string>> commands = {
      {"import", "drafts.ndjson"},
      {"record", "org.registered", "--stream", "a", "--set", "orgId=a", "--set", "name=X", "--set",
       "sector=public"},
      {"attach", "drafts.ndjson", "right", "--stream", "matter-1"},
      {"client", "new"},
      with_reader({"client", "open", "0", "--role", "tarkastaja"}),
      with_reader({"disclose", "0", "--to", "asianajaja", "--open", "data.content", "--withheld",
                   "621/1999:11", "-o", "disclosure"}),
      {"evidence", "pack", "matter:M/1", "--to", "oikeus", "--purpose", "valitus", "--ground",
       "808/2019:42", "-o", "pack"},
      with_reader({"export", "-o", "out", "--to", "virasto"}),
      {"hold", "set", "p-1", "--by", "arkisto", "--reason", "oikeudenkäynti"},
      {"hold", "release", "p-1", "--by", "arkisto", "--reason", "päättyi"},
      {"actor", "register", "actor.vkey", "--kind", "office"},
      {"access", "grant", "virasto-2", "--role", "lawyer", "--ground", "741/2023:45", "--by",
       "tietohallinto"},
      {"erase", "request", "p-2", "--by", "arkisto", "--reason", "x"},
      {"erase", "approve", "p-1", "--by", "tietosuojavastaava", "--override", "tuomio"},
  };
  for (std::vector<std::string> command : commands) {
    const std::string before = Events();
    const auto keys = Keys();
    command.insert(command.begin(), {"--passphrase-file", "wrong"});
    EXPECT_THAT(Expect(3, command).err, HasSubstr("the passphrase does not open it"));
    EXPECT_TRUE(Events() == before) << command[2] << " recorded something";
    EXPECT_TRUE(Keys() == keys) << command[2] << " changed a key";
    command[1] = "right";
    Expect(0, command);
    EXPECT_FALSE(Events() == before) << command[2] << " recorded nothing";
  }
  for (const char* file : {"disclosure", "pack", "out"}) EXPECT_NE(place_.Read(file), "") << file;
  Expect(0, {"verify"});
}

TEST_F(APassphrase, OfTheVaultIsAskedForByWhatSealsAndOpensAndByNothingElse) {
  Expect(0, {"key", "encrypt", VaultKey(), "--vault-passphrase-file", "vault"});
  EXPECT_THAT(place_.Read("ledger.keys/vault.key"),
              StartsWith("sinetti.fi/encrypted-vault-key@v1\n"));
  // The same at a price that a test can pay.
  ASSERT_TRUE(VaultKeyFiles([](const std::string&) -> Result<SecretText> {
                return SecretText(kVaultPassphrase);
              }).Replace(VaultKey(), nullptr));
  const KeyProtection cheap = Cheap(kVaultPassphrase);
  ASSERT_TRUE(VaultKeyFiles({}).Replace(VaultKey(), &cheap));
  for (const std::vector<std::string>& free : {std::vector<std::string>{"verify"},
                                               {"log"},
                                               {"show", "0"},
                                               {"checkpoint"},
                                               {"status"},
                                               {"prove", "inclusion", "0"},
                                               {"export", "-o", "out"}})
    Expect(0, free);
  const std::vector<std::string> open = {"client",     "open",     "0",           "--purpose",
                                         "valvonta",   "--ground", "741/2023:45", "--role",
                                         "tarkastaja", "--actor",  "virasto-1"};
  const std::vector<std::vector<std::string>> sealed = {
      {"client", "list"},
      {"client", "new"},
      open,
      {"record", "plan.adopted", "--stream", "matter-2", "--set", "kind=x", "--set",
       "parts=[\"care\"]", "--set", "content=y", "--attribute", "client=p-2"},
      {"erase", "approve", "p-1", "--by", "tietosuojavastaava", "--override", "tuomio"}};
  for (std::vector<std::string> command : sealed) {
    const std::string before = Events();
    const auto keys = Keys();
    EXPECT_THAT(Expect(3, command).err, HasSubstr("there is no terminal to ask on"));
    command.insert(command.end(), {"--vault-passphrase-file", "wrong"});
    const Ran wrong = Expect(3, command);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("vault.key: the passphrase does not open it"),
                                 Not(HasSubstr("kotihoito"))));
    EXPECT_EQ(wrong.out, "");
    EXPECT_TRUE(Events() == before) << command[0] << " recorded something";
    EXPECT_TRUE(Keys() == keys) << command[0] << " changed a key";
    command.back() = "vault";
    Expect(0, command);
  }
  // The key that the erasure made is under the same passphrase.
  EXPECT_THAT(place_.Read("ledger.keys/vault.key"), HasSubstr("\nscrypt 4 8 1 "));
  EXPECT_THAT(Expect(0, {"client", "list", "--vault-passphrase-file", "vault"}).out,
              HasSubstr("p-2"));
  // Without one of its own the vault takes that of the signing key.
  Expect(0, {"client", "list", "--passphrase-file", "vault"});
}

TEST_F(APassphrase, IsPutOnTheVaultKeyTakenOffAndChanged) {
  const std::string plain = place_.Read("ledger.keys/vault.key");
  EXPECT_THAT(Expect(2, {"key", "decrypt", VaultKey()}).err, HasSubstr("has no passphrase"));
  Expect(0, {"key", "encrypt", VaultKey(), "--passphrase-file", "right"});
  EXPECT_THAT(Expect(2, {"key", "encrypt", VaultKey(), "--passphrase-file", "right"}).err,
              HasSubstr("already"));
  const std::string under = place_.Read("ledger.keys/vault.key");
  Expect(3, {"key", "decrypt", VaultKey(), "--passphrase-file", "wrong"});
  Expect(3, {"key", "change-passphrase", VaultKey(), "--passphrase-file", "wrong",
             "--new-passphrase-file", "vault"});
  EXPECT_EQ(place_.Read("ledger.keys/vault.key"), under);
  Expect(0, {"key", "change-passphrase", VaultKey(), "--passphrase-file", "right",
             "--new-passphrase-file", "vault"});
  Expect(3, {"client", "list", "--passphrase-file", "right"});
  EXPECT_THAT(Expect(0, {"key", "decrypt", VaultKey(), "--passphrase-file", "vault", "--json"}).out,
              HasSubstr("\"vaultKey\":\""));
  EXPECT_EQ(place_.Read("ledger.keys/vault.key"), plain);
}

TEST_F(APassphrase, OfANewLedgerIsOnBothKeys) {
  Expect(0, {"-l", "toinen", "init", "--origin", "toinen.fi/loki", "--encrypt", "--passphrase-file",
             "right", "--vault-passphrase-file", "vault"});
  EXPECT_THAT(place_.Read("toinen.keys/signing.key"), StartsWith("sinetti.fi/encrypted-key@v1"));
  EXPECT_THAT(place_.Read("toinen.keys/vault.key"),
              StartsWith("sinetti.fi/encrypted-vault-key@v1"));
  Expect(3, {"-l", "toinen", "client", "new", "--passphrase-file", "right"});
  Expect(0, {"-l", "toinen", "client", "new", "--passphrase-file", "right",
             "--vault-passphrase-file", "vault"});
}

}  // namespace
}  // namespace sinetti
