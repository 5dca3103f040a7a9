// Clients from the command line: pseudonyms, lists, and sealed fields opened with a trace.
#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using testing_support::Ran;
using testing_support::Workplace;

class Clients : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(Sinetti({"init", "--origin", "testi.fi/loki"}).exit_code, 0); }

  // Behind the drafts, so that these keep their numbers.
  void GrantTo(const std::string& reader, const std::string& role) {
    const Ran ran = Sinetti({"access", "grant", reader, "--role", role, "--ground", "741/2023:45",
                             "--by", "tietohallinto"});
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
  }

  Ran Sinetti(const std::vector<std::string>& arguments) { return place_.Run(arguments); }
  Ran RecordPlan(const std::string& client, const std::string& content) {
    return Sinetti({"record", "plan.adopted", "--stream", "matter-1", "--set",
                    "kind=palvelusuunnitelma", "--set", "parts=[\"care\"]", "--set",
                    "content=" + content, "--attribute", "client=" + client});
  }
  Ran OpenEvent(const std::string& sequence) {
    return Sinetti({"client", "open", sequence, "--purpose", "valvonta", "--ground", "741/2023:45",
                    "--role", "tarkastaja", "--actor", "virasto-1"});
  }

  Workplace place_;
};

TEST_F(Clients, NewPrintsAPseudonymAndNothingElse) {
  const Ran ran = Sinetti({"client", "new"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, MatchesRegex("p-[0-9a-z]{13}\n"));
  EXPECT_NE(Sinetti({"client", "new"}).out, ran.out);
  EXPECT_THAT(Sinetti({"log", "--type", "subject.keyCreated"}).out, HasSubstr("client-p-"));
}

TEST_F(Clients, ListCountsEventsAndSealedValues) {
  EXPECT_EQ(RecordPlan("p-1", "kotihoito").exit_code, 0);
  EXPECT_EQ(RecordPlan("p-1", "päivätoiminta").exit_code, 0);
  EXPECT_EQ(Sinetti({"client", "list"}).out, "p-1  2 events, 2 sealed values, opens\n");
  EXPECT_EQ(Sinetti({"client", "list", "--json"}).out,
            "{\"client\":\"p-1\",\"events\":2,\"sealedValues\":2,\"state\":\"opens\"}\n");
}

TEST_F(Clients, OpenShowsTheValueAndLeavesATrace) {
  EXPECT_EQ(RecordPlan("p-1", "kotihoito").exit_code, 0);
  EXPECT_THAT(Sinetti({"show", "0"}).out, Not(HasSubstr("kotihoito")));
  GrantTo("virasto-1", "supervisor");
  const Ran ran = OpenEvent("0");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("kotihoito"));
  EXPECT_THAT(ran.err, HasSubstr("that you looked is event 2"));
  EXPECT_THAT(Sinetti({"log", "--client", "p-1", "--json"}).out,
              AllOf(HasSubstr("access.viewed"), HasSubstr("virasto-1"), HasSubstr("valvonta")));
  EXPECT_EQ(Sinetti({"verify"}).exit_code, 0);
}

TEST_F(Clients, DiscloseOpensWhatIsNamedAndCheckProofShowsItWithoutTheLedger) {
  EXPECT_EQ(RecordPlan("p-1", "kotihoito").exit_code, 0);
  EXPECT_EQ(RecordPlan("p-2", "salassa").exit_code, 0);
  GrantTo("tietopalvelu", "lawyer");
  const std::string file = place_.Path("plans.disclosure");
  const std::vector<std::string> disclose = {
      "disclose",     "0",        "1",           "--to",       "asianosainen",  "--purpose",
      "tiedonsaanti", "--ground", "621/1999:11", "--withheld", "621/1999:24.1", "--actor",
      "tietopalvelu", "-o",       file};
  auto with = [&disclose](std::vector<std::string> more) {
    more.insert(more.begin(), disclose.begin(), disclose.end());
    return more;
  };
  const Ran unmet = Sinetti(with({"--subject", "p-3"}));
  EXPECT_EQ(unmet.exit_code, 2);
  EXPECT_THAT(unmet.err, HasSubstr("--subject p-3"));
  const Ran made = Sinetti(with({"--subject", "p-1"}));
  EXPECT_EQ(made.exit_code, 0) << made.err;

  place_.Write("ledger.vkey", Sinetti({"key", "show"}).out);
  const Ran checked = Sinetti(
      {"check-proof", file, "--key", place_.Path("ledger.vkey"), "-l", place_.Path("elsewhere")});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out, AllOf(HasSubstr("The disclosure holds"), HasSubstr("kotihoito"),
                                 HasSubstr("withheld data.content on the ground 621/1999:24.1")));
  EXPECT_THAT(checked.out, Not(HasSubstr("salassa")));
  std::string changed = place_.Read("plans.disclosure");
  changed.replace(changed.find("to asianosainen"), 15, "to joku muuuuuu");
  place_.Write("plans.disclosure", changed);
  EXPECT_EQ(Sinetti({"check-proof", file, "--key", place_.Path("ledger.vkey")}).exit_code, 1);
  EXPECT_EQ(Sinetti({"verify"}).exit_code, 0);
}

TEST_F(Clients, ShowsAClientWhoLookedAtTheirDataAndOnlyTheirs) {
  EXPECT_EQ(RecordPlan("p-1", "kotihoito").exit_code, 0);
  EXPECT_EQ(RecordPlan("p-2", "päivätoiminta").exit_code, 0);
  GrantTo("virasto-1", "supervisor");
  EXPECT_EQ(OpenEvent("0").exit_code, 0);
  EXPECT_EQ(OpenEvent("1").exit_code, 0);
  EXPECT_EQ(Sinetti({"replay"}).exit_code, 0);
  const Ran ran = Sinetti({"report", "access", "p-1", "--format", "csv", "--lang", "en"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("virasto-1"), HasSubstr("741/2023:45"), HasSubstr("p-1"),
                             Not(HasSubstr("p-2")), Not(HasSubstr("kotihoito"))));
}

TEST_F(Clients, OpenAsksForPurposeGroundAndRole) {
  EXPECT_EQ(RecordPlan("p-1", "kotihoito").exit_code, 0);
  const Ran ran = Sinetti(
      {"client", "open", "0", "--ground", "741/2023:45", "--role", "x", "--actor", "virasto-1"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("--purpose"));
  EXPECT_EQ(ran.out, "");
}

TEST_F(Clients, WhatCannotBeRecordedIsNotShown) {
  EXPECT_EQ(RecordPlan("p-1", "kotihoito").exit_code, 0);
  GrantTo("virasto-1", "supervisor");
  place_.LimitFiles(1);
  const Ran ran = OpenEvent("0");
  EXPECT_EQ(ran.exit_code, 3) << ran.err;
  EXPECT_EQ(ran.out, "");
}

TEST_F(Clients, OpenOfAnEventWithoutSealedFieldsSaysSo) {
  EXPECT_EQ(Sinetti({"client", "new"}).exit_code, 0);
  const Ran ran = OpenEvent("0");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("no sealed field"));
}

}  // namespace
}  // namespace sinetti
