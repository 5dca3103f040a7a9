// Grants from the command line: given, listed, taken back, proved; and what a reader without one
// is told.
#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

class Access : public ::testing::Test {
 protected:
  void SetUp() override {
    Good({"init", "--origin", "testi.fi/loki"});
    Good({"record", "plan.adopted", "--stream", "matter-1", "--set", "kind=palvelusuunnitelma",
          "--set", "parts=[\"care\"]", "--set", "content=kotihoito", "--attribute", "client=p-1",
          "--attribute", "provider=provider-1"});
  }

  Ran Good(const std::vector<std::string>& arguments) {
    Ran ran = place_.Run(arguments);
    EXPECT_EQ(ran.exit_code, 0) << arguments[0] << ": " << ran.err;
    return ran;
  }
  Ran Open(const std::string& reader, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"client",     "open",     "0",           "--purpose",
                                          "valvonta",   "--ground", "741/2023:45", "--role",
                                          "tarkastaja", "--actor",  reader};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return place_.Run(arguments);
  }
  Ran Grant(const std::string& reader, const std::string& role,
            std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"access",   "grant",       reader, "--role",       role,
                                          "--ground", "741/2023:45", "--by", "tietohallinto"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return place_.Run(arguments);
  }

  Workplace place_;
};

TEST_F(Access, IsRefusedWithoutAGrantAndTheRefusalIsAnEventOfTheClient) {
  const Ran ran = Open("valvonta-1");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, AllOf(HasSubstr("has no grant"), HasSubstr("recorded"),
                             HasSubstr("sinetti access grant"), Not(HasSubstr("kotihoito"))));
  EXPECT_THAT(Good({"log", "--client", "p-1"}).out, HasSubstr("access.refused"));
  Good({"replay"});
  EXPECT_THAT(Good({"report", "access", "p-1", "--format", "csv", "--lang", "en"}).out,
              AllOf(HasSubstr("refused"), HasSubstr("valvonta-1"), HasSubstr("no grant")));
  EXPECT_EQ(
      Good({"query", "SELECT count(*) FROM v29_access WHERE kind = 'refused'", "--format", "csv"})
          .out,
      "count(*)\r\n1\r\n");
  Good({"verify"});
}

TEST_F(Access, IsGivenWithinLimitsListedAndTakenBack) {
  ASSERT_EQ(Grant("valvonta-1", "supervisor",
                  {"--provider", "provider-1", "--purpose", "valvonta", "--until", "2099-01-01"})
                .exit_code,
            0);
  EXPECT_THAT(Open("valvonta-1").out, HasSubstr("kotihoito"));
  const Ran listed = Good({"access", "list"});
  EXPECT_THAT(listed.out, AllOf(HasSubstr("valvonta-1, supervisor, in force"),
                                HasSubstr("provider provider-1; purpose valvonta"),
                                HasSubstr("until    2098-12-31T22:00:00Z")));
  const std::string json = Good({"access", "list", "--json"}).out;
  EXPECT_THAT(json, AllOf(HasSubstr(R"("role":"supervisor")"), HasSubstr(R"("state":"in force")"),
                          HasSubstr(R"("providers":["provider-1"])")));
  const std::size_t at = json.find("\"grant\":\"") + 9;
  const std::string id = json.substr(at, json.find('"', at) - at);
  Good({"replay"});
  EXPECT_THAT(Good({"report", "access", "--format", "csv", "--lang", "en"}).out,
              AllOf(HasSubstr("supervisor"), HasSubstr("in force")));
  Good({"access", "revoke", id, "--reason", "tehtävä päättyi", "--by", "tietohallinto"});
  EXPECT_THAT(Open("valvonta-1").err, HasSubstr("in force"));
  EXPECT_THAT(Good({"access", "list"}).out, HasSubstr("revoked"));
  EXPECT_EQ(place_.Run({"access", "revoke", id, "--reason", "x", "--by", "x"}).exit_code, 2);
  EXPECT_EQ(place_.Run({"access", "revoke", "grant-0", "--reason", "x", "--by", "x"}).exit_code, 2);
}

TEST_F(Access, OfAnAuditorEndsAndNobodyGivesItToItself) {
  const Ran endless = Grant("tilintarkastus", "auditor");
  EXPECT_EQ(endless.exit_code, 2);
  EXPECT_THAT(endless.err, HasSubstr("an auditor's grant needs an end"));
  EXPECT_THAT(Grant("Tietohallinto", "lawyer").err, HasSubstr("nobody gives a grant to itself"));
  EXPECT_THAT(Grant("tuottaja", "provider").err, HasSubstr("needs the providers"));
  EXPECT_EQ(Grant("tilintarkastus", "auditor", {"--until", "2020-01-01"}).exit_code, 0);
  EXPECT_THAT(Open("tilintarkastus").err, HasSubstr("in force"));
}

TEST_F(Access, OfARegisteredActorNeedsItsKey) {
  place_.Write("office.vkey",
               Good({"actor", "keygen", "malli.example/virasto", "-o", "office.key"}).out);
  Good({"actor", "register", "office.vkey", "--kind", "office"});
  ASSERT_EQ(Grant("malli.example/virasto", "lawyer").exit_code, 0);
  const Ran stated = Open("malli.example/virasto");
  EXPECT_EQ(stated.exit_code, 2);
  EXPECT_THAT(stated.err, HasSubstr("--actor-key"));
  const Ran proved = Open("malli.example/virasto", {"--actor-key", "office.key"});
  EXPECT_EQ(proved.exit_code, 0) << proved.err;
  EXPECT_THAT(proved.out, HasSubstr("kotihoito"));
  Good({"verify"});
}

TEST_F(Access, APolicyAsksEverybodyForAProofAndRecordsExports) {
  ASSERT_EQ(Grant("valvonta-1", "supervisor").exit_code, 0);
  Good({"export", "-o", "free.ndjson"});
  Good({"access", "policy", "--proof", "always", "--exports", "granted", "--reason", "avaimet",
        "--by", "tietohallinto"});
  EXPECT_THAT(Open("valvonta-1").err, HasSubstr("--actor-key"));
  const Ran silent = place_.Run({"export", "-o", "silent.ndjson"});
  EXPECT_EQ(silent.exit_code, 2);
  EXPECT_THAT(silent.err, HasSubstr("--to RECIPIENT"));
  Good({"access", "policy", "--proof", "registered", "--exports", "granted", "--reason", "x",
        "--by", "tietohallinto"});
  const std::vector<std::string> out = {
      "export",   "-o",       "entries.ndjson", "--to",    "valvontavirasto", "--purpose",
      "valvonta", "--ground", "741/2023:45",    "--actor", "valvonta-1"};
  Good(out);
  EXPECT_THAT(Good({"log", "--type", "access.exported", "--json"}).out,
              HasSubstr("valvontavirasto"));
  EXPECT_THAT(place_.Read("entries.ndjson"), HasSubstr("\"kind\":\"entry\""));
}

TEST_F(Access, APolicyOfSignaturesMayBindWhoGivesGrants) {
  place_.Write("it.vkey", Good({"actor", "keygen", "malli.example/it", "-o", "it.key"}).out);
  Good({"actor", "register", "it.vkey", "--kind", "office"});
  Good({"actor", "policy", "--type", "access.granted"});
  const Ran unsigned_grant = Grant("valvonta-1", "supervisor");
  EXPECT_EQ(unsigned_grant.exit_code, 2);
  EXPECT_EQ(
      Grant("valvonta-1", "supervisor", {"--sign-as", "malli.example/it", "--actor-key", "it.key"})
          .exit_code,
      0);
  EXPECT_EQ(place_.Run({"actor", "policy", "--type", "access.viewed"}).exit_code, 2);
}

}  // namespace
}  // namespace sinetti
