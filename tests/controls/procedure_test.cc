// Checks of procedure that no scenario breaks: each is shown a small wrong, and then the same with
// the wrong put right.
#include <gmock/gmock.h>

#include "replay/controls/audit.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::ScenarioLedger;

class Procedure : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& id, const std::string& data,
           const std::string& more = "") {
    ledger_.Add(
        R"({"specversion":"1.0","source":"urn:test","stream":"case-1","occurred":"2026-02-01",)"
        R"("matter":"A/1/2026","actor":"viranomainen","type":")" +
        type + R"(","id":")" + id + R"(",)" + more + R"("data":)" + data + "}");
  }

  // "R-PROC-01 inspection 2026-02-01" for each finding of the code.
  std::vector<std::string> Found(const std::string& code) const {
    auto views = ledger_.Views();
    EXPECT_OK(views);
    auto findings = Audit((*views)->database());
    EXPECT_OK(findings);
    std::vector<std::string> found;
    for (const AuditFinding& finding : *findings)
      if (finding.code == code) found.push_back(finding.place);
    return found;
  }

  void AddCase() {
    Add("supcase.opened", "tapaus", R"({"source":"ownInitiative","openedOn":"2026-01-05"})");
  }
  void AddOrder() {
    Add("supcase.orderIssued", "maarays",
        R"({"obligations":["x"],"due":"2027-01-01","orderedOn":"2026-02-01","remedy":"valitus"})");
  }

  ScenarioLedger ledger_;
};

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(Procedure, AnInspectionNeedsAnOrder) {
  AddCase();
  Add("inspection.held", "tarkastus", R"({"heldOn":"2026-02-01"})");
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("inspection 2026-02-01"));
}

TEST_F(Procedure, AnInspectionOfHomesNeedsAGroundInItsOrder) {
  AddCase();
  Add("inspection.orderGiven", "maarays-1", R"({"orderedOn":"2026-01-20"})");
  Add("inspection.orderGiven", "maarays-2",
      R"({"orderedOn":"2026-01-20","homePremisesGround":"asiakasturvallisuus"})");
  Add("inspection.held", "a",
      R"({"heldOn":"2026-02-01","inspectionOrder":"maarays-1","homePremises":"yes"})");
  Add("inspection.held", "b",
      R"({"heldOn":"2026-02-02","inspectionOrder":"maarays-2","homePremises":"yes"})");
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("inspection 2026-02-01"));
}

TEST_F(Procedure, AnInspectionReportGoesToThePartyAndIsExchanged) {
  AddCase();
  Add("inspection.orderGiven", "maarays", R"({"orderedOn":"2026-01-20"})");
  Add("inspection.held", "a", R"({"heldOn":"2026-02-01","inspectionOrder":"maarays"})");
  Add("inspection.reportDrafted", "k", R"({"inspection":"a","draftedOn":"2026-02-10"})");
  Add("inspection.reportNotified", "n",
      R"({"inspection":"a","party":"Oy","notifiedOn":"2026-02-11"})");
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("inspection report 2026-02-10"));
  Add("inspection.reportExchanged", "v",
      R"({"inspection":"a","from":"x","to":"y","exchangedOn":"2026-02-12"})");
  EXPECT_THAT(Found("R-PROC-01"), IsEmpty());
}

std::string Fine(const std::string& imposed, const std::string& more) {
  return R"({"order":"maarays","mainObligation":"x","kind":"running","due":"2026-06-01",)"
         R"("base":{"amount":1000,"currency":"EUR"},"imposedOn":")" +
         imposed + "\"" + more + "}";
}

TEST_F(Procedure, AFineNeedsAHearing) {
  AddCase();
  AddOrder();
  Add("fine.imposed", "sakko", Fine("2026-03-01", ""));
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("fine 2026-03-01"));
}

TEST_F(Procedure, ANewFineWaitsForTheFormerOne) {
  AddCase();
  AddOrder();
  Add("fine.imposed", "sakko-1", Fine("2026-03-01", R"(,"hearing":"k")"));
  Add("fine.imposed", "sakko-2", Fine("2026-04-01", R"(,"hearing":"k")"));
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("fine 2026-04-01"));
  Add("fine.withdrawn", "peruttu", R"({"fine":"sakko-1","withdrawnOn":"2026-03-20"})");
  EXPECT_THAT(Found("R-PROC-01"), IsEmpty());
}

TEST_F(Procedure, AtMostThreeTimesTheBaseIsOrderedInAdditionalParts) {
  AddCase();
  AddOrder();
  Add("fine.imposed", "sakko", Fine("2026-03-01", R"(,"hearing":"k")"));
  Add("fine.ordered", "tuomio",
      R"({"fine":"sakko","amount":{"amount":4000,"currency":"EUR"},"orderedOn":"2026-07-01"})");
  EXPECT_THAT(Found("R-SUM"), IsEmpty());
  Add("fine.ordered", "tuomio-2",
      R"({"fine":"sakko","amount":{"amount":4000.01,"currency":"EUR"},"orderedOn":"2026-07-02"})");
  EXPECT_THAT(Found("R-SUM"), ElementsAre("fine 2026-03-01"));
}

TEST_F(Procedure, AnEventOfMoreThanTwoYearsNeedsASpecialReason) {
  Add("supcase.opened", "vanha",
      R"({"source":"complaint","openedOn":"2026-01-06","eventDate":{"date":"2024-01-05"}})");
  EXPECT_THAT(Found("R-RULE"), ElementsAre("age of the event"));
  Add("supcase.opened", "perusteltu",
      R"({"source":"complaint","openedOn":"2026-01-06","eventDate":{"date":"2024-01-05"},)"
      R"("specialReason":"vakava vaara"})");
  EXPECT_THAT(Found("R-RULE"), IsEmpty());
}

TEST_F(Procedure, AUnitThatKnowsTheClientJoinsBeforeTheNextStep) {
  const std::string client = R"("client":"k-1",)";
  Add("assessment.started", "alku", R"({"level":"basic","earlierRelations":["A-klinikka"]})",
      client);
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("A-klinikka"));
  Add("participant.joined", "mukana", R"({"participant":"A-klinikka","basis":"consent"})", client);
  EXPECT_THAT(Found("R-PROC-01"), IsEmpty());
  EXPECT_THAT(Found("R-RULE"), IsEmpty());
}

TEST_F(Procedure, AUnitThatJoinsAfterTheNextStepIsLate) {
  const std::string client = R"("client":"k-1",)";
  Add("assessment.started", "alku", R"({"level":"basic","earlierRelations":["A-klinikka"]})",
      client);
  Add("assessment.levelRaised", "syvennys", R"({"from":"basic","to":"deep"})", client);
  Add("participant.joined", "mukana", R"({"participant":"A-klinikka","basis":"consent"})", client);
  EXPECT_THAT(Found("R-PROC-01"), ElementsAre("A-klinikka"));
}

TEST_F(Procedure, VolumeTimesPriceMustBeTheStatedTotal) {
  const auto product = [&](const std::string& id, const std::string& year,
                           const std::string& total) {
    Add("product.volumePriced", id,
        R"({"product":"palvelu","year":)" + year +
            R"(,"volume":{"value":100,"unit":"kpl"},"unitPrice":{"amount":1.15,"currency":"EUR"},)"
            R"("totalStated":{"amount":)" +
            total + R"(,"currency":"EUR"}})");
  };
  product("oikein", "2024", "115");
  EXPECT_THAT(Found("R-MULT"), IsEmpty());
  product("vaarin", "2025", "114.99");
  EXPECT_THAT(Found("R-MULT"), ElementsAre("2025"));
}

TEST_F(Procedure, ATeamsSharesMakeOneHundred) {
  Add("team.formed", "tiimi",
      R"({"team":"t","members":[{"role":"a","share":{"percent":50}},)"
      R"({"role":"b","share":{"percent":49}}]})");
  EXPECT_THAT(Found("R-PARTS"), ElementsAre("members"));
}

}  // namespace
}  // namespace sinetti
