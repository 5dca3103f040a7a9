// Segregation of duties, mandates and contract terms: each defect planted is found, and its sound
// twin raises nothing.
#include <gmock/gmock.h>

#include "tests/controls/control_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using testing_support::ControlLedger;

class DutyControls : public ControlLedger {
 protected:
  static std::string By(const std::string& actor) { return R"("actor":")" + actor + R"(",)"; }
  static std::string Under(const std::string& contract) {
    return R"("contract":")" + contract + R"(",)";
  }
  // Two hours at ten euros, of January 2026 unless said otherwise.
  void Charge(const std::string& settlement, const std::string& more,
              const std::string& period = "2026-01", const std::string& payee = "A") {
    Add("settlement.charged",
        R"({"settlement":")" + settlement + R"(","period":{"date":")" + period +
            R"("},"payer":{"name":"B"},"payee":{"name":")" + payee +
            R"("},"quantity":{"value":2},"unitPrice":)" + Euros("10") + R"(,"total":)" +
            Euros("20") + "}",
        "2026-02-01", more);
  }
  void Pay(const std::string& settlement, const std::string& more) {
    Add("settlement.paid", R"({"settlement":")" + settlement + R"(","amount":)" + Euros("20") + "}",
        "2026-02-10", more);
  }
  void Sign(const std::string& contract, const std::string& more = "",
            const std::string& type = "contract.signed") {
    Add(type,
        R"({"contract":")" + contract +
            R"(","parties":[{"org":{"name":"A"},"role":"provider"}],"provider":"a","service":"x",)"
            R"("termStart":{"date":"2022-01-01"},"termEnd":{"date":"2026-06-30"},"value":)" +
            Euros("1000") + "}",
        "2021-12-01", more);
  }
};

TEST_F(DutyControls, FindOnePersonWhoChargesAndPays) {
  Charge("l-1", By("p-1"));
  Pay("l-1", By("p-2"));
  Charge("l-2", By("p-1"));
  EXPECT_THAT(Findings(), IsEmpty());
  Pay("l-2", By("p-1"));
  EXPECT_THAT(Findings(), ElementsAre("R-ROLE high l-2 charges/pays"));
}

TEST_F(DutyControls, FindOneOfficeWhereNobodyIsNamed) {
  const std::string office = R"("role":"taloussihteeri",)";
  Charge("l-1", office);
  Pay("l-1", R"("role":"talouspäällikkö",)");
  EXPECT_THAT(Findings(), IsEmpty());
  Charge("l-2", office);
  Pay("l-2", office);
  EXPECT_THAT(Findings(), ElementsAre("R-ROLE high l-2 charges/pays"));
}

TEST_F(DutyControls, LetTwoPeopleOfOneOfficeDoBoth) {
  const std::string office = R"("role":"taloussihteeri",)";
  Charge("l-1", By("p-1") + office);
  Pay("l-1", By("p-2") + office);
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(DutyControls, FindWhoOrdersAndPays) {
  Sign("c", By("p-1"));
  Charge("l-1", By("p-3") + Under("c"));
  Pay("l-1", By("p-2") + Under("c"));
  EXPECT_THAT(Findings(), IsEmpty());
  Charge("l-2", By("p-3") + Under("c"));
  Pay("l-2", By("p-1") + Under("c"));
  EXPECT_THAT(Findings(), ElementsAre("R-ROLE high c orders/pays"));
}

TEST_F(DutyControls, FindWhoProposesAndApproves) {
  const auto decide = [&](const std::string& procurement, const std::string& actor) {
    Add("procurement.needStated", R"({"procurement":")" + procurement + R"(","service":"x"})",
        "2026-01-10", By("p-1"));
    Add("procurement.decided",
        R"({"procurement":")" + procurement + R"(","winner":{"name":"A"},"grounds":"hinta"})",
        "2026-02-10", By(actor));
  };
  decide("h-1", "p-2");
  EXPECT_THAT(Findings(), IsEmpty());
  decide("h-2", "p-1");
  EXPECT_THAT(Findings(), ElementsAre("R-ROLE high h-2 proposes/approves"));
}

TEST_F(DutyControls, FindWhoInspectsTheUnitThatTheyAnswerFor) {
  const auto name = [&](const std::string& person, const std::string& day) {
    Add("unit.responsiblePersonNamed", R"({"unit":"u","person":")" + person + R"("})", day);
  };
  const auto inspect = [&](const std::string& actor, const std::string& day) {
    Add("unit.preInspectionDone", R"({"unit":"u","result":"clear"})", day, By(actor));
  };
  name("p-1", "2025-01-01");
  inspect("p-2", "2025-02-01");
  name("p-3", "2025-06-01");
  inspect("p-1", "2025-07-01");  // answers for it no more
  EXPECT_THAT(Findings(), IsEmpty());
  inspect("p-3", "2025-08-01");
  EXPECT_THAT(Findings(), ElementsAre("R-ROLE high u unit.preInspectionDone 2025-08-01"));
}

TEST_F(DutyControls, FindAnActWhoseMandateDoesNotHold) {
  const std::string mandate =
      Add("delegation.granted",
          R"({"toOffice":"hankintapäällikkö","decisionTypes":["hankinta"],"maxAmount":)" +
              Euros("5000") + "}",
          "2025-12-01", R"("effectivefrom":"2026-01-01","effectiveto":"2026-07-01",)");
  const auto decide = [&](const std::string& procurement, const std::string& day,
                          const std::string& amount, const std::string& more) {
    Add("procurement.decided",
        R"({"procurement":")" + procurement +
            R"(","winner":{"name":"A"},"grounds":"hinta","value":)" + Euros(amount) + "}",
        day, more);
  };
  const std::string by = R"("role":"hankintapäällikkö","mandate":")" + mandate + R"(",)";
  decide("h-1", "2026-06-30", "5000", by);
  decide("h-2", "2026-06-30", "9999", "");  // names none, and none is demanded
  EXPECT_THAT(Findings(), IsEmpty());
  decide("h-3", "2026-07-01", "5000", by);
  decide("h-4", "2026-06-30", "5000.01", by);
  decide("h-5", "2026-06-30", "1", R"("role":"johtaja","mandate":")" + mandate + R"(",)");
  decide("h-6", "2026-06-30", "1", R"("mandate":"urn:test#nowhere",)");
  EXPECT_THAT(Findings(),
              UnorderedElementsAre("R-AUTH-01 high h-3 procurement.decided 2026-07-01",
                                   "R-AUTH-01 high h-4 procurement.decided 2026-06-30",
                                   "R-AUTH-01 high h-5 procurement.decided 2026-06-30",
                                   "R-AUTH-01 high h-6 procurement.decided 2026-06-30"));
}

TEST_F(DutyControls, FindAnActWithoutAMandateOnceOneIsDemanded) {
  Add("procurement.decided", R"({"procurement":"h-1","winner":{"name":"A"},"grounds":"hinta"})",
      "2026-02-10");
  EXPECT_THAT(Findings(), IsEmpty());
  Add("control.set",
      R"({"control":"R-AUTH-01","parameters":[{"name":"requireMandate","value":1}],)"
      R"("reason":"Hallintosääntö.","by":"tarkastuslautakunta"})",
      "2026-03-01");
  EXPECT_THAT(Findings("2026-02-28"), IsEmpty());
  EXPECT_THAT(Findings(), ElementsAre("R-AUTH-01 medium h-1 procurement.decided 2026-02-10"));
}

TEST_F(DutyControls, FindAChargeOutsideTheTermOfItsContract) {
  Sign("c");
  Charge("l-1", Under("c"), "2026-06");
  EXPECT_THAT(Findings(), IsEmpty());
  Charge("l-2", Under("c"), "2026-07");
  Charge("l-3", Under("c"), "2021-12");
  EXPECT_THAT(Findings(), ElementsAre("R-PROC-01 high c settlement.charged 2026-07-01",
                                      "R-PROC-01 high c settlement.charged 2021-12-01"));
  Add("contract.renewed",
      R"({"contract":"c","from":{"date":"2026-07-01"},"to":{"date":"2027-06-30"}})", "2026-06-01");
  EXPECT_THAT(Findings(), ElementsAre("R-PROC-01 high c settlement.charged 2021-12-01"));
}

TEST_F(DutyControls, FindAChargeUnderAContractThatNobodySigned) {
  Sign("signed");
  Charge("l-1", Under("signed"));
  EXPECT_THAT(Findings(), IsEmpty());
  Sign("draft", "", "contract.drafted");
  Charge("l-2", Under("draft"));
  Charge("l-3", Under("unknown"));
  EXPECT_THAT(Findings(), ElementsAre("R-PROC-01 high draft settlement.charged 2026-02-01",
                                      "R-PROC-01 high unknown settlement.charged 2026-02-01"));
}

TEST_F(DutyControls, FindAPaymentThatNobodyCharged) {
  Charge("l-1", "");
  Pay("l-1", "");
  EXPECT_THAT(Findings(), IsEmpty());
  Pay("l-2", "");
  EXPECT_THAT(Findings(), ElementsAre("R-PROC-01 high l-2 settlement.paid 2026-02-10"));
}

TEST_F(DutyControls, FindASubcontractorWhoChargesBeforeApproval) {
  Sign("c");
  const auto subcontractor = [&](const std::string& type, const std::string& day) {
    Add(type, R"({"contract":"c","subcontractor":"ali","name":"Ali Oy","service":"x"})", day);
  };
  subcontractor("subcontractor.declared", "2025-11-01");
  subcontractor("subcontractor.approved", "2026-02-01");
  Charge("l-1", Under("c"), "2026-02", "Ali Oy");
  EXPECT_THAT(Findings(), IsEmpty());
  Charge("l-2", Under("c"), "2026-01", "Ali Oy");
  EXPECT_THAT(Findings(), ElementsAre("R-PROC-01 high c charge by Ali Oy"));
}

}  // namespace
}  // namespace sinetti
