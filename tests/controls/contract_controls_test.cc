// Controls of places, contracts, charges, proposals and bodies on ledgers of a few events: each
// finds its own fault and is silent when that is put right.
#include <gmock/gmock.h>

#include "replay/controls/audit.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::ScenarioLedger;

class Controls : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& data, const std::string& occurred = "2026",
           const std::string& more = "") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","id":")" +
                std::to_string(++events_) + R"(","type":")" + type + R"(","occurred":")" +
                occurred + R"(",)" + more + R"("data":)" + data + "}");
  }

  // "code severity place" of each finding, on a day.
  std::vector<std::string> Findings(std::string_view as_of = "2026-12-31") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    auto findings = Audit((*views)->database());
    EXPECT_OK(findings);
    std::vector<std::string> shown;
    for (const AuditFinding& finding : *findings) {
      EXPECT_FALSE(finding.events.empty());
      shown.push_back(finding.code + " " + FindingSeverityName(finding.severity) + " " +
                      finding.place);
    }
    return shown;
  }

  void AgreePlaces(const std::string& priority_rule) {
    Add("capacity.placesAgreed",
        R"({"unit":"u","total":{"value":3},"perOwner":[)"
        R"({"owners":[{"name":"A","municipality":"109"}],"places":{"value":1}},)"
        R"({"owners":[{"name":"B","municipality":"082"},{"name":"C","municipality":"165"}],)"
        R"("places":{"value":2},"priorityRule":")" +
            priority_rule + R"("}]})");
  }
  void Place(const std::string& client, const std::string& owner, const std::string& municipality) {
    Add("placement.started",
        R"({"unit":"u","owner":{"name":")" + owner + R"(","municipality":")" + municipality +
            R"("}})",
        "2026-03-01", R"("client":")" + client + R"(",)");
  }

  ScenarioLedger ledger_;

 private:
  int events_ = 0;
};

TEST_F(Controls, FindMoreClientsThanPlacesUntilOneHasLeft) {
  AgreePlaces("ensin hakenut");
  Place("p-1", "A", "109");
  EXPECT_THAT(Findings(), IsEmpty());
  Place("p-2", "A", "109");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA high A"));
  EXPECT_THAT(Findings("2026-02-28"), IsEmpty());
  Add("placement.ended", R"({"unit":"u"})", "2026-04-01", R"("client":"p-1",)");
  EXPECT_THAT(Findings(), IsEmpty());
  EXPECT_THAT(Findings("2026-03-31"), ElementsAre("R-QUOTA high A"));
}

TEST_F(Controls, CountClientsOfSharedPlacesTogether) {
  AgreePlaces("ensin hakenut");
  Place("p-1", "B", "082");
  Place("p-2", "C", "165");
  EXPECT_THAT(Findings(), IsEmpty());
  Place("p-3", "B", "082");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA high B, C"));
}

TEST_F(Controls, FindAnOwnerWithClientsAndNoPlaces) {
  AgreePlaces("ensin hakenut");
  Place("p-1", "D", "694");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA high D"));
}

TEST_F(Controls, FindSharedPlacesWithoutAPriorityRule) {
  AgreePlaces("");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA high B, C"));
}

TEST_F(Controls, FindPlacesThatDoNotAddUp) {
  Add("capacity.placesAgreed",
      R"({"unit":"u","total":{"value":4},"perOwner":[{"owners":[{"name":"A"}],)"
      R"("places":{"value":3}}]})");
  EXPECT_THAT(Findings(), ElementsAre("R-SUM high total"));
}

TEST_F(Controls, FindAChargeThatIsNotQuantityTimesPriceLessIncome) {
  const auto charge = [&](const std::string& settlement, const std::string& total) {
    Add("settlement.charged",
        R"({"settlement":")" + settlement +
            R"(","period":{"date":"2026-03"},"payer":{"name":"B"},"payee":{"name":"A"},)"
            R"("quantity":{"value":2.5},"unitPrice":{"amount":100.01,"currency":"EUR",)"
            R"("currencyStated":true},"incomeDeducted":{"amount":10,"currency":"EUR",)"
            R"("currencyStated":true},"total":{"amount":)" +
            total + R"(,"currency":"EUR","currencyStated":true}})");
  };
  charge("right", "240.03");  // 2.5 x 100.01 = 250.025, half a cent up, less 10
  EXPECT_THAT(Findings(), IsEmpty());
  charge("wrong", "240.02");
  EXPECT_THAT(Findings(), ElementsAre("R-MULT high 2026-03"));
}

TEST_F(Controls, FindContractChangesBeyondTheLimitsOfTheProcurementAct) {
  Add("contract.signed",
      R"({"contract":"c","parties":[{"org":{"name":"A"},"role":"organiser"}],"service":"x",)"
      R"("termStart":{"date":"2022-01-01"},"value":{"amount":1000,"currency":"EUR",)"
      R"("currencyStated":true}})",
      "2021-12-01");
  const auto amend = [&](const std::string& amount, const std::string& ground) {
    Add("contract.amended",
        R"({"contract":"c","change":"lisäys","ground":")" + ground +
            R"(","changeValue":{"amount":)" + amount +
            R"(,"currency":"EUR","currencyStated":true}})",
        "2026-02-01");
  };
  amend("50", "minor");
  amend("500", "additional");
  EXPECT_THAT(Findings(), IsEmpty());
  amend("49.99", "minor");
  EXPECT_THAT(Findings(), IsEmpty());
  amend("0.01", "minor");
  EXPECT_THAT(Findings(), ElementsAre("R-RULE high minor"));
  amend("500.01", "unforeseen");
  EXPECT_THAT(Findings(), ElementsAre("R-RULE high minor", "R-RULE high unforeseen 2026-02-01"));
}

TEST_F(Controls, FindMandatoryClausesThatAreMissingOnlySinceTheActAsksForThem) {
  const auto sign = [&](const std::string& contract, const std::string& start) {
    Add("contract.signed",
        R"({"contract":")" + contract +
            R"(","parties":[{"org":{"name":"A"},"role":"organiser"}],"service":"x",)"
            R"("termStart":{"date":")" +
            start + R"("},"clauses":["content"]})");
  };
  sign("old", "2022-12-31");
  EXPECT_THAT(Findings(), IsEmpty());
  sign("new", "2023-01-01");
  EXPECT_THAT(Findings(), ElementsAre("R-PROC-01 medium clauses"));
}

TEST_F(Controls, FindASentenceOfTwelveWordsInTwoProposalsOfOneStudy) {
  const auto propose = [&](const std::string& study, int number, const std::string& risk) {
    Add("proposal.submitted", R"({"study":")" + study + R"(","number":)" + std::to_string(number) +
                                  R"(,"title":"x","sections":[{"kind":"risks","statements":[")" +
                                  risk + R"("]}]})");
  };
  const std::string twelve =
      "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän "
      "kymmenen yksitoista kaksitoista";
  propose("a", 1, twelve);
  propose("b", 2, twelve);
  propose("a", 3,
          "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen "
          "yksitoista");
  EXPECT_THAT(Findings(), IsEmpty());
  propose("a", 4,
          "Alku, sitten: Yksi, KAKSI kolme neljä viisi kuusi seitsemän kahdeksan "
          "yhdeksän kymmenen yksitoista kaksitoista.");
  EXPECT_THAT(Findings(), ElementsAre("R-DUP high P4 risks"));
}

TEST_F(Controls, JudgeABodyOnlyWhenItsYearIsOver) {
  Add("body.cadenceSet",
      R"({"body":"b","cadence":{"times":{"range":{"low":1,"high":2},"bound":"range"},)"
      R"("per":"year"}})",
      "2026", R"("effectivefrom":"2026-01-01",)");
  EXPECT_THAT(Findings("2026-12-30"), IsEmpty());
  EXPECT_THAT(Findings("2026-12-31"), ElementsAre("R-CADENCE medium 2026"));
  for (const char* day : {"2026-02-01", "2026-03-01"}) Add("meeting.held", R"({"body":"b"})", day);
  EXPECT_THAT(Findings("2026-12-31"), IsEmpty());
  Add("meeting.held", R"({"body":"b"})", "2026-04-01");
  EXPECT_THAT(Findings("2026-12-30"), ElementsAre("R-CADENCE medium 2026"));
}

TEST_F(Controls, FindOnePersonWhoLeadsAProjectAndWritesForTheBodyThatSteersIt) {
  Add("body.mandateGiven", R"({"body":"b","task":"ohjaa","project":"h"})");
  Add("role.held", R"({"person":"p-9","role":"leader","project":"h"})");
  Add("role.held", R"({"person":"p-8","role":"secretary","body":"b"})");
  EXPECT_THAT(Findings(), IsEmpty());
  Add("role.held", R"({"person":"p-9","role":"secretary","body":"b"})");
  EXPECT_THAT(Findings(), ElementsAre("R-ROLE medium b"));
  Add("role.ended", R"({"person":"p-9","role":"secretary","body":"b"})");
  EXPECT_THAT(Findings(), IsEmpty());
}

}  // namespace
}  // namespace sinetti
