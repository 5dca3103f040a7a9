// V30 and V31 beyond what the scenarios show: large amounts, unstated figures, disputes.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class FundingTest : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& data) {
    ledger_.Add(
        R"({"specversion":"1.0","source":"urn:test","stream":"funding-a","occurred":"2026",)"
        R"("type":")" +
        type + R"(","id":")" + std::to_string(++id_) + R"(","data":)" + data + "}");
  }

  void Line(int year, const std::string& payer, const std::string& amount) {
    const std::string within =
        payer.empty() ? "" : R"("within":"municipal","payer":")" + payer + R"(",)";
    Add("funding.planLineRecorded",
        R"({"project":"a","year":)" + std::to_string(year) + R"(,"line":"rivi","kind":")" +
            (payer.empty() ? "municipal" : "payer") + R"(",)" + within + R"("amount":{"amount":)" +
            amount + R"(,"currency":"EUR","currencyStated":true}})");
  }

  Rows Query(const std::string& sql) {
    auto views = ledger_.Views();
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int id_ = 0;
};

TEST_F(FundingTest, DividesBillionsWithoutRoundingErrors) {
  Line(2025, "", "3000000000.03");
  Line(2025, "p", "1000000000.01");
  Line(2025, "q", "2000000000.02");
  Line(2026, "", "6000000000.06");
  Line(2026, "p", "2000000000.02");
  Line(2026, "q", "4000000000.04");
  EXPECT_EQ(Query("SELECT payer, typeof(by_key), by_key, difference FROM v31_cost_sharing"),
            (Rows{{"p", "integer", "200000000002", "0"}, {"q", "integer", "400000000004", "0"}}));
}

TEST_F(FundingTest, RoundsHalfUpToTheStepOfTheYear) {
  Line(2025, "", "200");
  Line(2025, "p", "100");
  Line(2025, "q", "100");
  Line(2026, "", "100");
  Line(2026, "p", "10");
  Line(2026, "q", "90");
  EXPECT_EQ(Query("SELECT payer, step, by_key, by_key_rounded, difference_rounded "
                  "FROM v31_cost_sharing WHERE period = 2026"),
            (Rows{{"p", "1000", "5000", "5000", "-4000"}, {"q", "1000", "5000", "5000", "4000"}}));
}

TEST_F(FundingTest, ComputesNothingFromAMissingAmount) {
  Add("funding.planLineRecorded",
      R"({"project":"a","year":2026,"line":"Valtio","kind":"state","amount":{"missing":{"label":"€"}}})");
  EXPECT_EQ(Query("SELECT line, stated, computed, difference, flags FROM v30_funding"),
            (Rows{{"Valtio", "NULL", "NULL", "NULL", ""}}));
}

TEST_F(FundingTest, ShowsADisputeUntilItIsSettled) {
  Line(2026, "", "100");
  Line(2026, "p", "100");
  Add("costsharing.keyDefined",
      R"({"key":"k","shares":[{"payer":"p","share":{"percent":100,"base":"kuntaosuus"}}]})");
  const std::string sql = "SELECT key, disputed FROM v31_cost_sharing";
  EXPECT_EQ(Query(sql), (Rows{{"printed k 1", "0"}}));
  Add("costsharing.disputeRaised", R"({"key":"k","text":"yhteistä näkemystä ei synny"})");
  EXPECT_EQ(Query(sql), (Rows{{"printed k 1", "1"}}));
  Add("costsharing.disputeSettled", R"({"key":"k","text":"sovittu"})");
  EXPECT_EQ(Query(sql), (Rows{{"printed k 1", "0"}}));
}

TEST_F(FundingTest, UsesTheNewestVersionOfAKey) {
  Line(2026, "", "100");
  Line(2026, "p", "60");
  Line(2026, "q", "40");
  for (const char* type : {"costsharing.keyDefined", "costsharing.keyChanged"}) {
    const std::string p = std::string(type) == "costsharing.keyDefined" ? "50" : "60";
    const std::string q = std::string(type) == "costsharing.keyDefined" ? "50" : "40";
    Add(type, R"({"key":"k","shares":[{"payer":"p","share":{"percent":)" + p +
                  R"(}},{"payer":"q","share":{"percent":)" + q + "}}]}");
  }
  EXPECT_EQ(Query("SELECT key, payer, difference FROM v31_cost_sharing"),
            (Rows{{"printed k 2", "p", "0"}, {"printed k 2", "q", "0"}}));
}

}  // namespace
}  // namespace sinetti
