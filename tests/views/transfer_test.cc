// V11: days between readiness and the move, and the fee by the version of the rule that the ledger
// recorded for the day of readiness.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class TransferTest : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& day, const std::string& data) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s-1","type":")" + type +
                R"(","occurred":")" + day + R"(","id":"e-)" + std::to_string(++events_) +
                R"(","data":)" + data + "}");
  }

  void Ready(const std::string& transfer, const std::string& day) {
    Add("transfer.readinessDeclared", day,
        R"({"transfer":")" + transfer +
            R"(","hospital":"keskussairaala",)"
            R"("homeMunicipality":"082","ready":{"date":")" +
            day + R"("}})");
  }

  void Moved(const std::string& transfer, const std::string& day) {
    Add("transfer.moved", day,
        R"({"transfer":")" + transfer + R"(","unit":"osasto-1","moved":{"date":")" + day +
            R"("}})");
  }

  void FeeRule(const std::string& version, int days, const std::string& from,
               const std::string& to) {
    Add("rule.versionInForce", from,
        R"({"rule":"siirtoviivemaksu","version":")" + version + R"(","amount":{"value":)" +
            std::to_string(days) +
            R"(},"unit":"days","trigger":"transfer.readinessDeclared",)"
            R"("act":"transfer.followUpPlaceOffered","excludeFirstDay":true,"from":{"date":")" +
            from + R"("})" + (to.empty() ? "" : R"(,"to":{"date":")" + to + R"("})") + "}");
  }

  Rows Query(const std::string& sql, const char* as_of = "2020-01-01") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int events_ = 0;
};

TEST_F(TransferTest, CountsTheDelayToTheMoveOrToTheAsOfDay) {
  Ready("a", "2015-02-02");
  EXPECT_EQ(Query("SELECT delay_days, moved FROM v11_transfers", "2015-02-09"), (Rows{{"7", ""}}));
  Moved("a", "2015-02-04");
  EXPECT_EQ(Query("SELECT delay_days, fee_days FROM v11_transfers"), (Rows{{"2", "NULL"}}))
      << "without a rule there are no days to pay for";
}

TEST_F(TransferTest, TakesTheFeeFromTheVersionInForceWhenThePatientWasReady) {
  FeeRule("2006", 3, "2006-01-01", "2012-01-01");
  FeeRule("2012", 5, "2012-01-01", "");
  Add("rule.repealed", "2018-01-01", R"({"rule":"siirtoviivemaksu","from":{"date":"2018-01-01"}})");
  Ready("a", "2011-12-31");
  Moved("a", "2012-01-07");
  Ready("b", "2012-01-01");
  Moved("b", "2012-01-08");
  Ready("c", "2012-02-01");
  Moved("c", "2012-02-03");
  Ready("d", "2018-01-01");
  Moved("d", "2018-01-20");
  EXPECT_EQ(Query("SELECT transfer, delay_days, fee_rule_version, free_days, fee_days FROM "
                  "v11_transfers ORDER BY transfer"),
            (Rows{{"a", "7", "2006", "3", "4"},
                  {"b", "7", "2012", "5", "2"},
                  {"c", "2", "2012", "5", "0"},
                  {"d", "19", "NULL", "NULL", "NULL"}}));
}

TEST_F(TransferTest, ShowsWhatWasCountedAndChargedBesideWhatIsComputed) {
  FeeRule("2006", 3, "2006-01-01", "");
  Ready("a", "2015-02-02");
  Add("transfer.delayDayCounted", "2015-02-03",
      R"({"transfer":"a","day":"2015-02-03","ordinal":1})");
  Add("transfer.delayDayCounted", "2015-02-04",
      R"({"transfer":"a","day":"2015-02-04","ordinal":2})");
  Moved("a", "2015-02-07");
  Add("transfer.delayFeeCharged", "2015-03-01",
      R"({"transfer":"a","days":{"value":3},"fee":{"amount":900,"currency":"EUR",)"
      R"("currencyStated":true},"ruleVersion":"sopimus 2014"})");
  EXPECT_EQ(Query("SELECT delay_days, counted_days, charged_days, fee_days, rule_version, "
                  "fee_rule_version FROM v11_transfers"),
            (Rows{{"5", "2", "3", "2", "sopimus 2014", "2006"}}));
}

TEST_F(TransferTest, ShowsWhereTheFeeWasAbolished) {
  Add("transfer.delayFeeAbolished", "2015-06-01",
      R"({"scope":"Mallin seutu","reason":"Yhteiset osastot"})");
  EXPECT_EQ(Query("SELECT scope, day, reason FROM v11_fee_ends"),
            (Rows{{"Mallin seutu", "2015-06-01", "Yhteiset osastot"}}));
}

}  // namespace
}  // namespace sinetti
