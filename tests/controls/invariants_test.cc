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
              ElementsAre("Alihankkija Oy was declared as a subcontractor but not approved."));
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
              Contains("No account of self-monitoring covers 2025-05-01–2025-08-31."));
  report("2", "2025-05-01", "2025-08-31", "2026-01-12");
  EXPECT_THAT(Found("R-MISS"),
              Not(Contains("No account of self-monitoring covers 2025-05-01–2025-08-31.")));
}

}  // namespace
}  // namespace sinetti
