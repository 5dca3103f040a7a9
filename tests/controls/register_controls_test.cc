// Registrations that ended, days that passed, residents beyond the register, prices beside the
// list: each defect planted is found, and its sound twin raises nothing.
#include <gmock/gmock.h>

#include "tests/controls/control_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::ControlLedger;

class RegisterControls : public ControlLedger {
 protected:
  void Register(const std::string& fixed_term_end) {
    Add("provider.registered",
        R"({"provider":"a","name":"Hoiva Oy","businessId":"0204819-8","sector":"private")" +
            (fixed_term_end.empty() ? std::string()
                                    : R"(,"fixedTermEnd":{"date":")" + fixed_term_end + R"("})") +
            R"(,"services":["asuminen"]})",
        "2024-01-01");
  }
  void Sign() {
    Add("contract.signed",
        R"({"contract":"c","parties":[{"org":{"name":"Hoiva Oy"},"role":"provider"}],)"
        R"("provider":"a","service":"x","termStart":{"date":"2022-01-01"}})",
        "2021-12-01");
  }
  void Charge(const std::string& settlement, const std::string& period, const std::string& price,
              const std::string& total) {
    Add("settlement.charged",
        R"({"settlement":")" + settlement + R"(","period":{"date":")" + period +
            R"("},"payer":{"name":"B"},"payee":{"name":"Hoiva Oy"},"service":"asuminen",)"
            R"("priceList":"h","quantity":{"value":2},"unitPrice":)" +
            Euros(price) + R"(,"total":)" + Euros(total) + "}",
        "2026-09-01");
  }
};

TEST_F(RegisterControls, FindAContractInForceWithAProviderWhoseFixedTermHasEnded) {
  Register("2026-06-30");
  Sign();
  EXPECT_THAT(Findings("2026-06-30"), IsEmpty());
  EXPECT_THAT(Findings("2026-07-01"), ElementsAre("R-SUCC high c registration a"));
  Register("2027-06-30");
  EXPECT_THAT(Findings("2026-07-01"), IsEmpty());
}

TEST_F(RegisterControls, FindAContractInForceWithAProviderWhoWasRemoved) {
  Register("");
  Sign();
  EXPECT_THAT(Findings(), IsEmpty());
  Add("provider.removed", R"({"provider":"a","ground":"omasta pyynnöstä"})", "2026-05-01");
  EXPECT_THAT(Findings("2026-04-30"), IsEmpty());
  EXPECT_THAT(Findings(), ElementsAre("R-SUCC high c registration a"));
  Add("contract.terminated",
      R"({"contract":"c","ground":"rekisteröinti päättyi","endDay":{"date":"2026-05-31"}})",
      "2026-05-02");
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(RegisterControls, FindAChargeForTimeAfterTheRegistration) {
  Register("2026-06-30");
  Charge("l-1", "2026-06", "10", "20");
  EXPECT_THAT(Findings(), IsEmpty());
  Charge("l-2", "2026-07", "10", "20");
  EXPECT_THAT(Findings(), ElementsAre("R-SUCC high l-2 charge by Hoiva Oy"));
}

TEST_F(RegisterControls, FindADayThatPassedUnlessSomethingClosedIt) {
  const auto ask = [&](const std::string& question) {
    Add("question.opened",
        R"({"question":")" + question + R"(","text":"?","due":{"date":"2026-03-31"}})");
  };
  ask("k-1");
  ask("k-2");
  EXPECT_THAT(Findings("2026-03-31"), IsEmpty());
  Add("question.answered", R"({"question":"k-1","answer":"!"})", "2026-05-01");
  EXPECT_THAT(Findings(), ElementsAre("R-LATE medium k-2 question.opened 2026-03-31"));
}

TEST_F(RegisterControls, FindAUnitWithoutANewProviderByTheDeadline) {
  Add("jointunit.authorisationExpired", R"({"unit":"u","deadline":{"date":"2026-03-31"}})");
  EXPECT_THAT(Findings("2026-03-31"), IsEmpty());
  EXPECT_THAT(Findings("2026-04-01"),
              ElementsAre("R-LATE medium u jointunit.authorisationExpired 2026-03-31"));
  Add("jointunit.authorisedProviderReplaced", R"({"unit":"u","provider":"b"})", "2026-04-02");
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(RegisterControls, FindMoreResidentsThanRegisteredPlaces) {
  Add("unit.registered",
      R"({"unit":"u","provider":"a","name":"Koti","services":["asuminen"],"places":{"value":1}})");
  Add("capacity.placesAgreed",
      R"({"unit":"u","total":{"value":9},"perOwner":[{"owners":[{"name":"A"}],)"
      R"("places":{"value":9}}]})");
  const auto place = [&](const std::string& client) {
    Add("placement.started", R"({"unit":"u","owner":{"name":"A"}})", "2026-02-01",
        R"("client":")" + client + R"(",)");
  };
  place("p-1");
  EXPECT_THAT(Findings(), IsEmpty());
  place("p-2");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA high u registered places"));
}

TEST_F(RegisterControls, CompareAUnitPriceWithTheListOfItsOwnDay) {
  const auto list = [&](const std::string& type, const std::string& price, const std::string& day) {
    const std::string head =
        type == "pricelist.published" ? R"("publisher":{"name":"B"},)" : std::string();
    Add(type,
        R"({"priceList":"h",)" + head +
            R"("lines":[{"serviceCode":"asuminen","unit":"careDay","price":)" + Euros(price) +
            "}]}",
        day);
  };
  list("pricelist.published", "10", "2026-01-01");
  list("pricelist.changed", "12", "2026-07-01");
  Charge("l-1", "2026-06", "10", "20");  // charged after the change, for time before it
  Charge("l-2", "2026-07", "12", "24");
  EXPECT_THAT(Findings(), IsEmpty());
  Charge("l-3", "2026-08", "10", "20");
  EXPECT_THAT(Findings(), ElementsAre("R-MULT high l-3 price h asuminen"));
}

}  // namespace
}  // namespace sinetti
