// Another signing key, through the program: old proofs and new ones, what a thief of the old key
// signs, a stopped change, witnesses, and a compromise.
#include <gmock/gmock.h>

#include <filesystem>

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

class KeysOfALedger : public ::testing::Test {
 protected:
  void SetUp() override {
    Expect(0, {"init", "--origin", "testi.fi/loki"});
    place_.Write("old.vkey", Expect(0, {"key", "show"}).out);
    Record("a");
    Record("b");
    Expect(0, {"checkpoint", "-o", "old.checkpoint"});
    Expect(0, {"prove", "inclusion", "0", "-o", "old.proof"});
  }

  Ran Expect(int exit_code, const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code) << arguments[0] << ": " << ran.out << ran.err;
    return ran;
  }
  void Record(const std::string& id, const std::string& ledger = "ledger", int exit_code = 0) {
    Expect(exit_code, {"-l", ledger, "record", "org.registered", "--stream", id, "--set",
                       "orgId=" + id, "--set", "name=X", "--set", "sector=public"});
  }
  void Copy(const std::string& to) {
    for (const char* suffix : {"", ".keys"})
      fs::copy(place_.Path("ledger") + suffix, place_.Path(to) + suffix,
               fs::copy_options::recursive);
  }
  Ran Check(int exit_code, const std::string& proof, const std::string& key, bool chain = false) {
    std::vector<std::string> arguments{"check-proof", proof, "--key", key};
    if (chain) arguments.insert(arguments.end(), {"--key-chain", "ledger.chain"});
    return Expect(exit_code, arguments);
  }
  void Rotate() {
    place_.Write("new.vkey", Expect(0, {"key", "rotate", "--reason", "vuosittainen"}).out);
    Expect(0, {"key", "chain", "-o", "ledger.chain"});
  }

  Workplace place_;
};

TEST_F(KeysOfALedger, FollowEachOtherAndEveryProofHolds) {
  EXPECT_THAT(Expect(2, {"key", "chain"}).err, HasSubstr("never changed"));
  Rotate();
  EXPECT_EQ(Expect(0, {"key", "show"}).out, place_.Read("new.vkey"));
  EXPECT_FALSE(fs::exists(place_.Path("ledger.keys/signing.key.next")));
  EXPECT_THAT(Expect(0, {"key", "list"}).out,
              AllOf(HasSubstr("replaced, vouches for at most 3 events"), HasSubstr("in force")));
  Record("c");
  Expect(0, {"verify"});
  Expect(0, {"verify", "--key", "old.vkey", "--against", "old.checkpoint"});

  Expect(0, {"prove", "inclusion", "3", "-o", "new.proof"});
  Expect(0, {"prove", "consistency", "2", "-o", "grew.proof"});
  Expect(0, {"prove", "complete", "type:org.registered", "--with-keys", "-o", "all.proof"});
  Check(0, "old.proof", "old.vkey");
  Check(0, "new.proof", "new.vkey");
  Check(0, "grew.proof", "new.vkey");
  Check(1, "new.proof", "old.vkey");
  for (const char* key : {"old.vkey", "new.vkey"}) {
    for (const char* proof : {"old.proof", "new.proof", "grew.proof"}) Check(0, proof, key, true);
    Check(0, "all.proof", key);
  }
  EXPECT_THAT(Check(2, "ledger.chain", "old.vkey").err, HasSubstr("proves nothing else"));
  Rotate();
  Check(0, "new.proof", "old.vkey", true);
}

TEST_F(KeysOfALedger, RefuseWhatAThiefOfTheOldOneSignsAfterIt) {
  Copy("stolen");
  Rotate();
  Record("forged-1", "stolen");
  Record("forged-2", "stolen");
  Expect(0, {"-l", "stolen", "prove", "inclusion", "2", "-o", "forged.proof"});
  Expect(0, {"-l", "stolen", "checkpoint", "-o", "forged.checkpoint"});
  for (const char* key : {"old.vkey", "new.vkey"})
    EXPECT_THAT(Check(1, "forged.proof", key, true).err,
                HasSubstr("was replaced and vouches for at most 3"));
  Expect(1, {"verify", "--against", "forged.checkpoint"});
  Expect(1, {"-l", "stolen", "verify", "--key", "new.vkey"});
}

TEST_F(KeysOfALedger, AreSignedWithByNobodyWhoHasAnOldFile) {
  fs::copy_file(place_.Path("ledger.keys/signing.key"), place_.Path("old.key"));
  Expect(0, {"key", "rotate"});
  fs::rename(place_.Path("ledger.keys/signing.key"), place_.Path("newest.key"));
  fs::copy_file(place_.Path("old.key"), place_.Path("ledger.keys/signing.key"));
  EXPECT_THAT(Expect(2, {"checkpoint"}).err, HasSubstr("the ledger's key is testi.fi/loki+"));
  fs::rename(place_.Path("newest.key"), place_.Path("ledger.keys/signing.key"));
  Expect(0, {"checkpoint"});
}

TEST_F(KeysOfALedger, GoOnChangingWhereItStopped) {
  Copy("before");
  Rotate();
  // As if the last step had not come: both files, everything in the ledger done.
  fs::rename(place_.Path("ledger.keys/signing.key"), place_.Path("ledger.keys/signing.key.next"));
  fs::copy_file(place_.Path("before.keys/signing.key"), place_.Path("ledger.keys/signing.key"));
  EXPECT_THAT(Expect(1, {"doctor"}).out, HasSubstr("was stopped half-way"));
  const Ran again = Expect(0, {"key", "rotate"});
  EXPECT_THAT(again.err, HasSubstr("is there already"));
  EXPECT_EQ(again.out, place_.Read("new.vkey"));
  EXPECT_THAT(Expect(0, {"key", "list"}).out, Not(HasSubstr("4 events")));
  Expect(0, {"verify"});
}

TEST_F(KeysOfALedger, KeepTheirPassphraseThroughARotation) {
  const std::string first = "ensimmäinen salalause", second = "toinen salalause";
  for (const auto& [name, text] : {std::pair("p1", first), std::pair("p2", second)}) {
    place_.Write(name, text + "\n");
    fs::permissions(place_.Path(name), fs::perms::owner_read | fs::perms::owner_write);
  }
  Expect(0, {"key", "encrypt", "--passphrase-file", "p1"});
  Expect(3, {"key", "rotate", "--passphrase-file", "p2", "--new-passphrase-file", "p2"});
  EXPECT_FALSE(fs::exists(place_.Path("ledger.keys/signing.key.next")));
  Expect(0, {"key", "rotate", "--passphrase-file", "p1", "--new-passphrase-file", "p2"});
  EXPECT_THAT(place_.Read("ledger.keys/signing.key"), StartsWith("sinetti.fi/encrypted-key@v1"));
  Expect(3, {"checkpoint", "--passphrase-file", "p1"});
  Expect(0, {"checkpoint", "--passphrase-file", "p2"});
}

TEST_F(KeysOfALedger, AreNothingThatCanBeHandedIn) {
  place_.Write("k.ndjson",
               R"({"specversion":"1.0","id":"k","source":"urn:x","type":"ledger.keyRotated",)"
               R"("stream":"ledger-keys","data":{"previousKey":"x","verifierKey":"y"}})"
               "\n");
  EXPECT_THAT(Expect(2, {"import", "k.ndjson"}).err, HasSubstr("sinetti key rotate"));
}

TEST_F(KeysOfALedger, AreFollowedByWitnesses) {
  Expect(0, {"witness", "init", "--name", "todistaja.fi/w"});
  Expect(0, {"witness", "add-log", "old.vkey"});
  Expect(0, {"witness", "cosign", "old.checkpoint"});
  Rotate();
  Record("c");
  Expect(0, {"prove", "consistency", "2", "-o", "plain.proof"});
  Expect(0, {"prove", "consistency", "2", "--with-keys", "-o", "grew.proof"});
  Expect(1, {"witness", "cosign", "plain.proof"});
  Expect(0, {"witness", "cosign", "grew.proof"});
  EXPECT_THAT(Expect(0, {"witness", "status"}).out, HasSubstr("4 entries of testi.fi/loki"));
  Record("d");
  Expect(0, {"prove", "consistency", "4", "-o", "more.proof"});
  Expect(0, {"witness", "cosign", "more.proof"});
}

TEST_F(KeysOfALedger, LeadNowhereFromACompromisedOne) {
  Expect(0, {"witness", "init", "--name", "todistaja.fi/w"});
  Expect(0, {"witness", "add-log", "old.vkey"});
  Expect(0, {"witness", "cosign", "old.checkpoint"});
  Record("c");
  Expect(0, {"prove", "inclusion", "2", "-o", "later.proof"});
  Expect(2, {"key", "compromised"});
  const Ran declared =
      Expect(0, {"key", "compromised", "--last-good", "old.checkpoint", "--reason", "varastettu"});
  place_.Write("new.vkey", declared.out);
  Expect(0, {"key", "chain", "-o", "ledger.chain"});
  EXPECT_THAT(Expect(0, {"key", "list"}).out,
              HasSubstr("compromised, vouches for at most 2 events"));
  Expect(0, {"verify"});
  EXPECT_THAT(Expect(1, {"verify", "--key", "old.vkey"}).err, HasSubstr("declared compromised"));

  EXPECT_THAT(Check(1, "old.proof", "old.vkey", true).err, HasSubstr("on a way that you trust"));
  EXPECT_THAT(Check(1, "old.proof", "new.vkey", true).err, HasSubstr("witnesses have cosigned"));
  EXPECT_THAT(Check(1, "later.proof", "new.vkey", true).err,
              HasSubstr("was compromised and vouches for at most 2"));
  Expect(0, {"prove", "inclusion", "2", "-o", "anew.proof"});
  Check(0, "anew.proof", "new.vkey");

  Record("d");
  Expect(0, {"prove", "consistency", "2", "--with-keys", "-o", "grew.proof"});
  Expect(1, {"witness", "cosign", "grew.proof"});
  Expect(0, {"witness", "cosign", "grew.proof", "--key", "new.vkey"});
}

}  // namespace
}  // namespace sinetti
