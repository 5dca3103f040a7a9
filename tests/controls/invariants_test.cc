// Rules of docs/internals/invariants.md that become findings: each is broken, found, and kept.
#include <gmock/gmock.h>

#include "replay/controls/audit.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing_support::ScenarioLedger;

class Invariants : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& id, const std::string& data,
           const std::string& more = R"("occurred":"2026-02-01",)") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"case-1",)"
                R"("matter":"A/1/2026","actor":"viranomainen","type":")" +
                type + R"(","id":")" + id + R"(",)" + more + R"("data":)" + data + "}");
  }

  // The sentences of the findings of a code, in English.
  std::vector<std::string> Found(const std::string& code) const {
    auto views = ledger_.Views();
    EXPECT_OK(views);
    auto findings = Audit((*views)->database());
    EXPECT_OK(findings);
    std::vector<std::string> found;
    for (const AuditFinding& finding : *findings)
      if (finding.code == code) found.push_back(finding.text.en);
    return found;
  }

  ScenarioLedger ledger_;
};

TEST_F(Invariants, ADecisionHoldsWhatTheActAsks) {
  Add("decision.made", "vajaa", R"({"kind":"x","result":"granted","decidedOn":"2026-02-01"})");
  const auto found = Found("R-MISS");
  ASSERT_EQ(found.size(), 1u);
  for (const char* item : {"authority", "parties", "reasons", "contact"})
    EXPECT_THAT(found[0], ::testing::HasSubstr(item));
}

TEST_F(Invariants, ADecisionRestsOnAMandate) {
  Add("decision.made", "vajaa", R"({"kind":"x","result":"granted","decidedOn":"2026-02-01"})");
  EXPECT_THAT(Found("R-AUTH-01"), ElementsAre("Decision urn:test#vajaa (2026-02-01): no mandate is "
                                              "recorded."));
}

TEST_F(Invariants, ASubcontractorIsApproved) {
  Add("subcontractor.declared", "ilmoitettu",
      R"({"contract":"s-1","subcontractor":"oy-2","name":"Alihankkija Oy","service":"yöhoito"})");
  EXPECT_THAT(Found("R-PROC-01"),
              ElementsAre("Alihankkija Oy was declared as a subcontractor but not approved "
                          "(612/2021 section 17)."));
  Add("subcontractor.approved", "hyvaksytty",
      R"({"contract":"s-1","subcontractor":"oy-2","name":"Alihankkija Oy","service":"yöhoito"})");
  EXPECT_THAT(Found("R-PROC-01"), IsEmpty());
}

TEST_F(Invariants, SelfMonitoringIsReportedEveryFourMonths) {
  const std::string then = R"("occurred":"2025-01-15","unit":"yks-1",)";
  Add("smplan.published", "suunnitelma",
      R"({"unit":"yks-1","planVersion":"1","publishedOn":"2025-01-15"})", then);
  const auto report = [&](const std::string& id, const std::string& from, const std::string& to,
                          const std::string& on) {
    Add("smreport.published", id,
        R"({"unit":"yks-1","scope":"unitPlan","periodFrom":")" + from + R"(","periodTo":")" + to +
            R"(","publishedOn":")" + on + "\"}",
        R"("unit":"yks-1","occurred":")" + on + R"(",)");
  };
  report("1", "2025-01-01", "2025-04-30", "2025-05-10");
  report("3", "2025-09-01", "2025-12-31", "2026-01-10");
  EXPECT_THAT(Found("R-MISS"),
              Contains("No account of self-monitoring covers 2025-05-01–2025-08-31 (741/2023 "
                       "sections 26 and 27)."));
  report("2", "2025-05-01", "2025-08-31", "2026-01-12");
  EXPECT_THAT(Found("R-MISS"),
              Not(Contains("No account of self-monitoring covers 2025-05-01–2025-08-31 (741/2023 "
                           "sections 26 and 27).")));
}

TEST_F(Invariants, AFineIsOrderedAfterAHearingAndFinality) {
  const auto order = [&](const std::string& id, const std::string& more) {
    Add("supcase.orderIssued", "m-" + id,
        R"({"obligations":["x"],"due":"2027-01-01","orderedOn":"2026-02-01","remedy":"valitus")" +
            more + "}");
    Add("fine.imposed", "s-" + id,
        R"({"order":"m-)" + id + R"(","mainObligation":")" + id +
            R"(","kind":"fixed","imposedOn":"2026-02-01","due":"2026-06-01","hearing":"k"})");
  };
  const auto ordered = [&](const std::string& id, const std::string& more) {
    Add("fine.ordered", "t-" + id,
        R"({"fine":"s-)" + id +
            R"(","amount":{"amount":1,"currency":"EUR"},"orderedOn":"2026-07-01")" + more + "}");
  };
  const std::string early =
      "The fine was ordered to be paid before the imposing decision was final (1113/1990 section "
      "10).";
  order("a", "");
  ordered("a", R"(,"orderFinal":"yes")");
  EXPECT_THAT(Found("R-FINE"), ElementsAre("The fine was ordered to be paid and no hearing is "
                                           "recorded (1113/1990 section 22)."));
  order("b", "");
  ordered("b", R"(,"orderFinal":"no","hearing":"k-2")");
  EXPECT_THAT(Found("R-FINE"), Contains(early));
  order("c", R"(,"enforceableDespiteAppeal":"yes")");
  ordered("c", R"(,"hearing":"k-2")");
  order("d", "");
  ordered("d", R"(,"orderFinal":"yes","hearing":"k-2")");
  order("e", "");
  Add("decision.becameFinal", "f-e", R"({"decision":"s-e","finalOn":"2026-05-01"})");
  ordered("e", R"(,"hearing":"k-2")");
  EXPECT_EQ(Found("R-FINE").size(), 2u);
}

TEST_F(Invariants, NoContractIsSignedInTheStandstill) {
  const auto on = [](const std::string& day) { return R"("occurred":")" + day + R"(",)"; };
  const auto signed_on = [&](const std::string& contract, const std::string& day) {
    Add("contract.signed", contract,
        R"({"contract":")" + contract + R"(","procurement":"h-1","service":"hoiva",)" +
            R"("parties":[{"org":{"name":"Oy"},"role":"provider"}]})",
        on(day));
  };
  Add("procurement.decided", "p", R"({"procurement":"h-1","winner":{"name":"Oy"},"grounds":"x"})",
      on("2026-03-01"));
  Add("procurement.standstillStarted", "o",
      R"({"procurement":"h-1","days":{"value":14,"unit":"päivä"}})", on("2026-03-01"));
  signed_on("s-1", "2026-03-15");
  EXPECT_THAT(Found("R-STANDSTILL"),
              ElementsAre("The contract was signed within the standstill: it could be made from "
                          "2026-03-16 (1397/2016 section 129)."));
  signed_on("s-2", "2026-03-16");
  EXPECT_EQ(Found("R-STANDSTILL").size(), 1u);
}

TEST_F(Invariants, ASubstantialChangeIsFound) {
  const auto amended = [&](const std::string& id, const std::string& ground,
                           const std::string& more) {
    Add("contract.amended", id,
        R"({"contract":"s-1","change":")" + id + R"(","ground":")" + ground + "\"" + more + "}");
  };
  amended("pieni", "minor", "");
  EXPECT_THAT(Found("R-CHANGE"), IsEmpty());
  amended("osapuoli", "partyReplaced", "");
  amended("laajennus", "additional", R"(,"substantial":"yes")");
  EXPECT_THAT(Found("R-CHANGE"),
              ElementsAre("The contract was substantially changed without a new procurement: "
                          "osapuoli (1397/2016 section 136).",
                          "The contract was substantially changed without a new procurement: "
                          "laajennus (1397/2016 section 136)."));
}

}  // namespace
}  // namespace sinetti
