// Actors through the program: keys made and registered, files signed as they are imported, what is
// refused without a signature, and what `verify` says when a key turns out to be stolen.
#include <gmock/gmock.h>

#include <filesystem>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

constexpr char kActor[] = "malli.fi/valvonta";

std::string Org(const std::string& id) {
  return R"({"specversion":"1.0","id":")" + id +
         R"(","source":"urn:testi","type":"org.registered","stream":")" + id +
         R"(","data":{"orgId":")" + id + R"(","name":"X","sector":"public"}})" + "\n";
}

class ActorsOfTheProgram : public ::testing::Test {
 protected:
  void SetUp() override {
    Expect(0, {"init", "--origin", "testi.fi/loki"});
    NewKey("one");
  }

  Ran Expect(int exit_code, const std::vector<std::string>& arguments) {
    const Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, exit_code) << arguments[0] << ": " << ran.out << ran.err;
    return ran;
  }
  void NewKey(const std::string& name) {
    place_.Write(name + ".vkey", Expect(0, {"actor", "keygen", kActor, "-o", name + ".key"}).out);
  }
  void Register() { Expect(0, {"actor", "register", "one.vkey", "--kind", "office"}); }
  // With the options by which the key `key` signs.
  std::vector<std::string> Signed(std::vector<std::string> arguments, const std::string& key) {
    for (const std::string& more :
         {std::string("--sign-as"), std::string(kActor), std::string("--actor-key"), key + ".key"})
      arguments.push_back(more);
    return arguments;
  }

  Workplace place_;
};

TEST_F(ActorsOfTheProgram, SignWhatTheyImportAndVerifySaysSo) {
  Register();
  place_.Write("a.ndjson", Org("a") + Org("b"));
  EXPECT_THAT(Expect(0, Signed({"import", "a.ndjson"}, "one")).out, HasSubstr("2 events recorded"));
  EXPECT_THAT(Expect(0, Signed({"import", "a.ndjson"}, "one")).out,
              HasSubstr("2 were there already"));
  Expect(0, Signed({"record", "org.registered", "--stream", "c", "--set", "orgId=c", "--set",
                    "name=X", "--set", "sector=public"},
                   "one"));
  EXPECT_THAT(Expect(0, {"verify"}).out,
              AllOf(HasSubstr("is intact: 6 events"), HasSubstr("signed: 3 events by actors, 2 ")));
  EXPECT_THAT(Expect(0, {"verify", "--json"}).out,
              HasSubstr(R"("signatures":{"right":true,"actors":1,"batches":2,"events":3)"));
  EXPECT_THAT(Expect(0, {"actor", "list"}).out, HasSubstr("malli.fi/valvonta, office"));
}

TEST_F(ActorsOfTheProgram, HaveKeyFilesOfTheirOwnThatNobodyElseMayRead) {
  const auto mode = std::filesystem::status(place_.Path("one.key")).permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  Expect(2, {"actor", "keygen", kActor, "-o", "one.key"});
  Register();
  place_.Write("a.ndjson", Org("a"));
  const Ran other =
      Expect(2, {"import", "a.ndjson", "--sign-as", "malli.fi/toinen", "--actor-key", "one.key"});
  EXPECT_THAT(other.err, HasSubstr("is the key of 'malli.fi/valvonta'"));
  Expect(2, {"import", "a.ndjson", "--sign-as", kActor});
  Expect(3, Signed({"import", "a.ndjson"}, "missing"));
}

TEST_F(ActorsOfTheProgram, MustSignWhatThePolicyDemands) {
  Register();
  Expect(2, {"actor", "policy"});
  Expect(2, {"actor", "policy", "--type", "org.registred"});
  Expect(2, {"actor", "policy", "--type", "access.viewed"});
  Expect(0, {"actor", "policy", "--type", "org."});
  place_.Write("a.ndjson", Org("a"));
  const Ran refused = Expect(2, {"import", "a.ndjson"});
  EXPECT_THAT(refused.err,
              AllOf(HasSubstr("a.ndjson:1"), HasSubstr("org.registered must be signed"),
                    HasSubstr("--sign-as ACTOR")));
  const Ran record = Expect(2, {"record", "org.registered", "--stream", "c", "--set", "orgId=c",
                                "--set", "name=X", "--set", "sector=public"});
  EXPECT_THAT(record.err, HasSubstr("must be signed"));
  Expect(0, Signed({"import", "a.ndjson"}, "one"));
  Expect(0, {"verify"});
  Expect(0, {"actor", "policy", "--nothing"});
  place_.Write("b.ndjson", Org("b"));
  Expect(0, {"import", "b.ndjson"});
}

TEST_F(ActorsOfTheProgram, KeepWhatIsRightAndRejectWhatIsNotSigned) {
  Register();
  Expect(0, {"actor", "policy", "--type", "org."});
  place_.Write("a.ndjson",
               Org("a") +
                   R"({"specversion":"1.0","id":"x","source":"urn:testi","type":"action.started",)"
                   R"("stream":"s","data":{"action":"t-1","startedOn":"2026-03-12"}})" +
                   "\n");
  const Ran ran = Expect(2, {"import", "--keep-going", "a.ndjson"});
  EXPECT_THAT(ran.out, HasSubstr("1 event recorded, 1 refused"));
  EXPECT_THAT(place_.Read("a.ndjson.rejects"), HasSubstr("must be signed"));
  Expect(0, {"verify"});
}

TEST_F(ActorsOfTheProgram, CannotBePlayedByASignatureThatIsHandedIn) {
  Register();
  place_.Write("forged.ndjson",
               R"({"specversion":"1.0","id":"f","source":"urn:testi","type":"batch.signed",)"
               R"("stream":"signatures","data":{"actor":"malli.fi/valvonta","keyId":"00000000",)"
               R"("count":1,"signature":"AAAA"}})"
               "\n");
  EXPECT_THAT(Expect(2, {"import", "forged.ndjson"}).err, HasSubstr("made by sinetti itself"));
}

TEST_F(ActorsOfTheProgram, RotateRevokeAndRecover) {
  Register();
  NewKey("two");
  NewKey("three");
  EXPECT_THAT(Expect(2, {"actor", "rotate", "two.vkey"}).err, HasSubstr("sign with the old key"));
  Expect(0, Signed({"actor", "rotate", "two.vkey"}, "one"));
  place_.Write("a.ndjson", Org("a"));
  EXPECT_THAT(Expect(2, Signed({"import", "a.ndjson"}, "one")).err, HasSubstr("was replaced"));
  Expect(0, Signed({"import", "a.ndjson"}, "two"));
  Expect(0, {"verify"});

  Expect(0, {"actor", "revoke", kActor, "--reason", "compromised", "--from", "2020-01-01"});
  Expect(0, {"actor", "rotate", "three.vkey", "--recovery", "--reason", "varastettu"});
  place_.Write("b.ndjson", Org("b"));
  EXPECT_THAT(Expect(2, Signed({"import", "b.ndjson"}, "two")).err,
              HasSubstr("revoked as compromised"));
  Expect(0, Signed({"import", "b.ndjson"}, "three"));
  const Ran verified = Expect(1, {"verify"});
  EXPECT_THAT(verified.out,
              AllOf(HasSubstr("The ledger is intact"), HasSubstr("Signatures are NOT in order"),
                    HasSubstr("event 4: revoked key"), Not(HasSubstr("event 8: "))));
}

TEST_F(ActorsOfTheProgram, AreCheckedFromACheckpointOnAsWell) {
  Register();
  NewKey("two");
  Expect(0, Signed({"actor", "rotate", "two.vkey"}, "one"));
  Expect(0, {"checkpoint", "-o", "old.checkpoint"});
  place_.Write("a.ndjson", Org("a"));
  Expect(0, Signed({"import", "a.ndjson"}, "two"));
  EXPECT_THAT(Expect(0, {"verify", "--since", "old.checkpoint"}).out, HasSubstr("signed: "));
}

}  // namespace
}  // namespace sinetti
