// Time limits: which rule version they follow, what ends them, and what a party's silence means.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class DeadlinesTest : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& id, const std::string& data,
           const std::string& stream = "matter-1") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","occurred":"2000","stream":")" +
                stream + R"(","type":")" + type + R"(","id":")" + id + R"(","data":)" + data + "}");
  }

  void AddApplication(const std::string& id, const std::string& day,
                      const std::string& urgency = "normal") {
    Add("application.received", id,
        R"({"kind":"toimeentulotuki","urgency":")" + urgency + R"(","receivedOn":")" + day +
            R"("})");
  }

  void AddDecision(const std::string& id, const std::string& day, const std::string& more) {
    Add("decision.made", id,
        R"({"kind":"toimeentulotuki","result":"granted","decidedOn":")" + day + "\"" + more + "}");
  }

  Rows Query(const std::string& columns, const std::string& as_of = "2030-01-01") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), "SELECT " + columns + " FROM v4_deadlines");
  }

  ScenarioLedger ledger_;
};

TEST_F(DeadlinesTest, FollowTheVersionInForceOnTheirFirstDay) {
  AddApplication("a", "2016-12-30", "urgent");
  AddApplication("b", "2017-01-02", "urgent");
  EXPECT_EQ(Query("rule_version, basis, due"), (Rows{{"2008", "1412/1997:14 a", "2017-01-02"},
                                                     {"2017", "1412/1997:14 b", "2017-01-03"}}));
}

TEST_F(DeadlinesTest, SetNoLimitBeforeThereWasARule) {
  AddApplication("a", "2007-12-31", "urgent");
  EXPECT_EQ(Query("rule"), Rows{});
}

TEST_F(DeadlinesTest, TakeTheRuleOfTheLedgerBeforeTheOneThatIsCompiledIn) {
  Add("rule.versionInForce", "r",
      R"({"rule":"toimeentulotuki-paatos","version":"2017","amount":{"value":5},)"
      R"("unit":"workingDays","excludeFirstDay":true,"week":"mondayToFriday","eveIsHoliday":true,)"
      R"("from":{"date":"2017-01-01"},"statute":"1412/1997:14_c"})",
      "rule-1");
  AddApplication("a", "2018-03-05");
  EXPECT_EQ(Query("due, basis"), (Rows{{"2018-03-12", "1412/1997:14 c"}}));
}

TEST_F(DeadlinesTest, EndWithTheDecisionThatNamesTheApplicationAndNoOther) {
  AddApplication("a", "2018-03-05");
  AddDecision("other", "2018-03-06", R"(,"application":"b")");
  EXPECT_EQ(Query("closed_on"), (Rows{{"NULL"}}));
  AddDecision("own", "2018-03-15", R"(,"application":"a")");
  EXPECT_EQ(Query("closed_on, state, days_late, workdays_late"),
            (Rows{{"2018-03-15", "late", "1", "1"}}));
}

TEST_F(DeadlinesTest, RunAnewFromTheCompletionOfAnApplication) {
  AddApplication("a", "2018-03-05");
  Add("application.completionRequested", "t",
      R"({"application":"a","requestedOn":"2018-03-07","due":"2018-03-21"})");
  Add("application.completed", "v", R"({"application":"a","receivedOn":"2018-03-20"})");
  EXPECT_EQ(Query("rule, trigger_date, due, state"),
            (Rows{{"toimeentulotuki-paatos", "2018-03-05", "2018-03-14", "in_time"},
                  {"set", "2018-03-07", "2018-03-21", "in_time"},
                  {"toimeentulotuki-taydennetty", "2018-03-20", "2018-03-29", "overdue"}}));
}

TEST_F(DeadlinesTest, ArePendingOnTheLastDayAndOverdueOnTheNext) {
  AddApplication("a", "2018-03-05");
  EXPECT_EQ(Query("state, days_left", "2018-03-14"), (Rows{{"pending", "0"}}));
  EXPECT_EQ(Query("state, days_late", "2018-03-15"), (Rows{{"overdue", "1"}}));
}

TEST_F(DeadlinesTest, OfARemedyDependOnTheDecisionAndOnHowItWasNotified) {
  AddDecision("p", "2024-11-01", R"(,"remedy":"correction14")");
  Add("decision.notified", "t", R"({"decision":"p","method":"receipt","receivedOn":"2024-11-06"})");
  EXPECT_EQ(Query("rule, trigger_date, due, state"),
            (Rows{{"oikaisuvaatimus-hyvinvointialue", "2024-11-06", "2024-11-20", "lapsed"}}));
}

TEST_F(DeadlinesTest, OfALetterBeginOnTheSeventhDayAfterItWasSent) {
  AddDecision("p", "2024-11-28", R"(,"remedy":"correction30","provisions":["1301/2014:45"])");
  Add("decision.notified", "t", R"({"decision":"p","method":"letter","sentOn":"2024-11-29"})");
  EXPECT_EQ(Query("rule, trigger_date, rolled_from, due"),
            (Rows{{"oikaisuvaatimus-sosiaalihuolto", "2024-12-06", "2025-01-05", "2025-01-07"}}));
}

TEST_F(DeadlinesTest, DoNotRunWhenNobodyKnowsWhenThePartyWasNotified) {
  AddDecision("p", "2024-11-28", R"(,"remedy":"correction30")");
  Add("decision.notified", "t", R"({"decision":"p","method":"receipt","sentOn":"2024-11-29"})");
  EXPECT_EQ(Query("rule"), Rows{});
}

TEST_F(DeadlinesTest, OfAClarificationMoveWhenTheyAreExtended) {
  Add("clarification.requested", "s",
      R"({"questions":["?"],"requestedOn":"2026-01-01","due":"2026-01-20"})");
  Add("clarification.extended", "j", R"({"request":"s","newDue":"2026-02-01"})");
  Add("clarification.received", "v", R"({"request":"s","receivedOn":"2026-01-30"})");
  EXPECT_EQ(Query("due, rolled_from, state"), (Rows{{"2026-02-01", "2026-01-20", "in_time"}}));
}

TEST_F(DeadlinesTest, OfAnOrderAreMetByTheEvidenceThatWasVerifiedNotByARejectedOne) {
  Add("supcase.orderIssued", "m",
      R"({"obligations":["x"],"due":"2026-04-15","orderedOn":"2026-03-01","remedy":"valitus"})");
  Add("action.planned", "t", R"({"about":"m","action":"x","due":"2026-04-15"})");
  Add("action.evidenceGiven", "n1", R"({"action":"t","givenOn":"2026-04-10","evidence":"a"})");
  Add("action.rejected", "h", R"({"action":"t","rejectedOn":"2026-04-12","reason":"x"})");
  Add("action.evidenceGiven", "n2", R"({"action":"t","givenOn":"2026-04-20","evidence":"b"})");
  EXPECT_EQ(Query("DISTINCT closed_on"), (Rows{{"NULL"}}));
  Add("action.verified", "v", R"({"action":"t","verifiedOn":"2026-05-01"})");
  EXPECT_EQ(Query("closed_on, state"), (Rows{{"2026-04-20", "late"}, {"2026-04-20", "late"}}));
}

TEST_F(DeadlinesTest, OfLocalStandardsStandBesideTheStatuteThatTheyAreMeasuredAgainst) {
  Add("rule.registered", "r",
      R"({"rule":"oma","title":"Oma","kind":"local","measuredAgainst":"toimeentulotuki-paatos"})",
      "rule-1");
  Add("rule.versionInForce", "v",
      R"({"rule":"oma","version":"1","amount":{"range":{"low":3,"high":5}},"unit":"workingDays",)"
      R"("excludeFirstDay":true,"week":"mondayToFriday","eveIsHoliday":true,)"
      R"("from":{"date":"2018-01-01"}})",
      "rule-1");
  AddApplication("a", "2018-03-05");
  EXPECT_EQ(Query("rule, kind, due"), (Rows{{"oma", "local", "2018-03-12"},
                                            {"toimeentulotuki-paatos", "statute", "2018-03-14"}}));
  auto views = ledger_.Views();
  ASSERT_OK(views);
  EXPECT_EQ(RowsOf((*views)->database(), "SELECT verdict FROM v16_local_standards"),
            (Rows{{"stronger"}}));
}

}  // namespace
}  // namespace sinetti
