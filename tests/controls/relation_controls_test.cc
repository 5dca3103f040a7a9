// Values of one event that do not fit one another: each defect planted is found, and its sound twin
// raises nothing.
#include <gmock/gmock.h>

#include "tests/controls/control_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::ControlLedger;

using RelationControls = ControlLedger;

TEST_F(RelationControls, FindAnEndBeforeItsBeginning) {
  const auto use = [&](const std::string& from, const std::string& to) {
    Add("programme.registered", R"({"programmeId":"o","title":"Ohjelma","from":{"date":")" + from +
                                    R"("},"to":{"date":")" + to + R"("}})");
  };
  use("2026-01-01", "2026-01-01");
  use("2026", "2026-03");  // the year began before March ended
  EXPECT_THAT(Findings(), IsEmpty());
  use("2026-02-01", "2026-01-31");
  EXPECT_THAT(Findings(), ElementsAre("R-DUR high s programme.registered/from"));
}

TEST_F(RelationControls, FindDaysThatAreTextsInTheWrongOrder) {
  const auto measure = [&](const std::string& from, const std::string& to) {
    Add("indicator.measured",
        R"({"indicator":"m","periodFrom":")" + from + R"(","periodTo":")" + to + R"("})");
  };
  measure("2026-01-01", "2026-01-31");
  EXPECT_THAT(Findings(), IsEmpty());
  measure("2026-02-01", "2026-01-31");
  EXPECT_THAT(Findings(), ElementsAre("R-DUR high s indicator.measured/periodFrom"));
}

TEST_F(RelationControls, FindAKeyWhoseSharesAreNotTheWhole) {
  const auto define = [&](const std::string& first, const std::string& second,
                          const std::string& bound) {
    const auto share = [&](const std::string& payer, const std::string& percent) {
      return R"({"payer":")" + payer + R"(","share":{"percent":)" + percent + R"(,"bound":")" +
             bound + R"(","base":"kustannukset"}})";
    };
    Add("costsharing.keyDefined",
        R"({"key":"k","shares":[)" + share("a", first) + "," + share("b", second) + "]}");
  };
  define("60", "40", "exact");
  define("63", "36", "approx");  // about, and one percentage unit off
  EXPECT_THAT(Findings(), IsEmpty());
  define("60", "39.999", "exact");
  EXPECT_THAT(Findings(), ElementsAre("R-PARTS medium s costsharing.keyDefined/shares[].share"));
}

TEST_F(RelationControls, FindAVoucherPaidAboveItsPrice) {
  const auto use = [&](const std::string& paid) {
    Add("voucher.used", R"({"service":"kotihoito","provider":"a","quantity":{"value":2.5},)"
                        R"("agreedPrice":)" +
                            Euros("30.01") + R"(,"paidByOrganiser":)" + Euros(paid) + "}");
  };
  use("60");
  use("75.03");  // 75.025, half a cent up
  EXPECT_THAT(Findings(), IsEmpty());
  use("75.04");
  EXPECT_THAT(Findings(), ElementsAre("R-MULT high s voucher.used/quantity"));
}

TEST_F(RelationControls, FindAnOccupancyThatIsNotItsDaysOverItsPlaces) {
  const auto measure = [&](const std::string& percent, const std::string& more) {
    Add("occupancy.measured", R"({"unit":"u","period":{"date":"2026-06"},"beds":{"value":20},)"
                              R"("patientDays":{"value":450},"percent":{"percent":)" +
                                  percent + R"(,"base":"paikkapäivät"})" + more + "}");
  };
  measure("75", "");  // 450 of 20 × 30
  measure("75.9", R"(,"threshold":{"percent":80,"base":"paikkapäivät"})");
  EXPECT_THAT(Findings(), IsEmpty());
  measure("85", R"(,"threshold":{"percent":90,"base":"paikkapäivät"})");
  EXPECT_THAT(Findings(), ElementsAre("R-SHARE medium s occupancy.measured/patientDays"));
}

TEST_F(RelationControls, FindAnOccupancyAboveItsLimit) {
  const auto measure = [&](const std::string& percent) {
    Add("occupancy.measured", R"({"unit":"u","period":{"date":"2026-06"},"percent":{"percent":)" +
                                  percent +
                                  R"(,"base":"x"},"threshold":{"percent":90,"base":"x"}})");
  };
  measure("90");
  EXPECT_THAT(Findings(), IsEmpty());
  measure("90.5");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA low s occupancy.measured/percent"));
}

TEST_F(RelationControls, TakeARatioAsANumberOrInPerCent) {
  const auto measure = [&](const std::string& value) {
    Add("indicator.measured",
        R"({"indicator":"m","periodFrom":"2026-01-01","periodTo":"2026-01-31",)"
        R"("numerator":{"value":3},"denominator":{"value":4},"value":{"value":)" +
            value + "}}");
  };
  measure("0.75");
  measure("75");
  EXPECT_THAT(Findings(), IsEmpty());
  measure("57");
  EXPECT_THAT(Findings(), ElementsAre("R-SHARE medium s indicator.measured/numerator"));
}

TEST_F(RelationControls, FindAQuotaThatTheSourceSaysWasExceeded) {
  const auto breach = [&](const std::string& occupied) {
    Add("capacity.quotaBreached", R"({"unit":"u","owner":{"name":"A"},"agreed":{"value":5},)"
                                  R"("occupied":{"value":)" +
                                      occupied + "}}");
  };
  breach("5");
  EXPECT_THAT(Findings(), IsEmpty());
  breach("6");
  EXPECT_THAT(Findings(), ElementsAre("R-QUOTA high s capacity.quotaBreached/occupied"));
}

TEST_F(RelationControls, FindSetDaysOnWhichOfficesAreClosedOnceSwitchedOn) {
  const auto plan = [&](const std::string& day) {
    Add("meeting.convened", R"({"body":"b","planned":{"date":")" + day + R"("}})");
  };
  plan("2026-12-05");  // a Saturday
  plan("2026-12-06");  // Independence Day
  plan("2026-12-07");
  plan("2026-12");
  EXPECT_THAT(Findings(), IsEmpty());
  Add("control.set", R"({"control":"R-CAL/setDay","state":"on","reason":"r","by":"b"})");
  EXPECT_THAT(Findings(), ElementsAre("R-CAL info s meeting.convened/planned",
                                      "R-CAL info s meeting.convened/planned"));
  Add("control.set",
      R"({"control":"R-CAL","parameters":[{"name":"saturdays","value":0}],"reason":"r","by":"b"})");
  EXPECT_THAT(Findings(), ElementsAre("R-CAL info s meeting.convened/planned"));
}

}  // namespace
}  // namespace sinetti
