// V12: rates and waiting of each municipality beside the region.  The expected figures are counted
// by hand, and once more by plain loops over made-up requests.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class Equality : public ::testing::Test {
 protected:
  void Add(const std::string& id, const std::string& type, const std::string& day,
           const std::string& client, const std::string& data) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","type":")" + type +
                R"(","occurred":")" + day + R"(","id":")" + id + R"(",)" +
                (client.empty() ? "" : R"("client":")" + client + R"(",)") + R"("data":)" + data +
                "}");
  }
  void People(const std::string& municipality, int people) {
    Add("v" + municipality, "indicator.measured", "2026-01-01", "",
        R"({"indicator":"asukasluku","unit":")" + municipality +
            R"(","periodFrom":"2026-01-01","periodTo":"2026-12-31","value":{"value":)" +
            std::to_string(people) + "}}");
  }
  // Where somebody lives is known from a place that is theirs there.
  void Choice(const std::string& client, const std::string& municipality) {
    Add("c" + client, "choice.made", "2025-12-01", client,
        R"({"service":"muu","chosenUnit":"y","homeMunicipality":")" + municipality + R"("})");
  }
  void Application(const std::string& id, const std::string& client, const std::string& day) {
    Add(id, "application.received", day, client,
        R"({"kind":"kotihoito","receivedOn":")" + day + R"("})");
  }
  void Decision(const std::string& application, const std::string& day,
                const std::string& result = "granted") {
    Add("d" + application, "decision.made", day, "",
        R"({"kind":"kotihoito","application":")" + application + R"(","result":")" + result +
            R"(","decidedOn":")" + day + R"("})");
  }
  Rows Query(const std::string& sql) {
    auto views = ledger_.Views(ParseDate("2026-12-31").value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
};

TEST_F(Equality, RatesAreForAThousandInhabitantsAndBesideThoseOfTheRegion) {
  People("109", 2000);
  People("082", 1000);
  People("165", 500);  // nobody asks there, and yet it is part of the region
  for (const char* client : {"p-1", "p-2", "p-3"}) Choice(client, "109");
  Choice("p-4", "082");
  Application("a1", "p-1", "2026-01-01");
  Application("a2", "p-2", "2026-01-01");
  Application("a3", "p-3", "2026-01-01");
  Application("a3b", "p-3", "2026-02-01");  // the same client a second time
  Application("a4", "p-4", "2026-01-01");
  Decision("a1", "2026-01-11");
  Decision("a2", "2026-01-31");
  Decision("a3", "2026-01-05", "refused");
  Decision("a4", "2026-01-04", "partlyGranted");
  EXPECT_EQ(Query("SELECT municipality, population, need, need_per_1000, served, served_per_1000, "
                  "waiting, median_wait_tenths, p90_wait_days FROM v12_equality "
                  "WHERE service = 'kotihoito'"),
            (Rows{{"082", "1000", "1", "1000", "1", "1000", "0", "30", "3"},
                  {"109", "2000", "3", "1500", "2", "1000", "1", "200", "30"}}));
  // Region: 4 of 3,500 ask (1.142), 3 are served (0.857), the median of 3, 10, 30 is 10 days.
  EXPECT_EQ(Query("SELECT municipality, need_difference, served_difference, "
                  "wait_difference_tenths FROM v12_equality WHERE service = 'kotihoito'"),
            (Rows{{"082", "-142", "143", "-70"}, {"109", "358", "143", "100"}}));
}

TEST_F(Equality, CostIsWhatAMunicipalityWasChargedLessWhatWasCredited) {
  People("109", 2000);
  const auto charge = [this](const std::string& id, const std::string& total) {
    Add(id, "settlement.charged", "2026-04-01", "",
        R"({"settlement":")" + id +
            R"(","period":{"date":"2026-03"},"payer":{"name":"Hämeenlinna","municipality":"109"},)"
            R"("payee":{"name":"Hattula"},"service":"kotihoito","quantity":{"value":1},)"
            R"("unitPrice":{"amount":1,"currency":"EUR"},"total":)" +
            total + "}");
  };
  charge("l-1", R"({"amount":5000,"currency":"EUR"})");
  charge("l-2", R"({"missing":{"label":"Yhteensä"}})");
  Add("h-1", "settlement.credited", "2026-05-01", "",
      R"({"settlement":"l-1","amount":{"amount":1000,"currency":"EUR"}})");
  EXPECT_EQ(Query("SELECT year, municipality, service, need, cost_cents, costs_unknown, "
                  "cost_per_1000_cents, cost_difference_cents FROM v12_equality"),
            (Rows{{"2026", "109", "kotihoito", "0", "400000", "1", "200000", "0"}}));
}

TEST_F(Equality, APlaceAnswersTheOpenRequestAndOneWithoutItHasNoWaiting) {
  Add("u", "unit.registered", "2026-01-01", "",
      R"({"unit":"yks-1","provider":"hoiva","name":"Yksikkö","services":["palveluasuminen"]})");
  const std::string owner = R"("owner":{"name":"Hattula","municipality":"082"}})";
  Add("r1", "placement.requested", "2026-02-01", "p-1", R"({"unit":"yks-1",)" + owner);
  Add("s1", "placement.started", "2026-02-15", "p-1", R"({"unit":"yks-1",)" + owner);
  Add("s2", "placement.started", "2026-03-01", "p-2", R"({"unit":"yks-1",)" + owner);
  Add("r3", "placement.requested", "2026-11-01", "p-1", R"({"unit":"yks-1",)" + owner);
  EXPECT_EQ(Query("SELECT client, service, asked_on, served_on, waited_days FROM v12_requests "
                  "ORDER BY ref"),
            (Rows{{"p-1", "palveluasuminen", "2026-02-01", "2026-02-15", "14"},
                  {"p-1", "palveluasuminen", "2026-11-01", "NULL", "NULL"},
                  {"p-2", "palveluasuminen", "NULL", "2026-03-01", "NULL"}}));
  EXPECT_EQ(Query("SELECT municipality, population, need, need_per_1000, served, waiting FROM "
                  "v12_equality"),
            (Rows{{"082", "NULL", "2", "NULL", "2", "1"}}));
}

TEST_F(Equality, APatientWhoIsReadyWaitsForFollowUpCare) {
  Add("t1", "transfer.readinessDeclared", "2026-02-01", "p-1",
      R"({"transfer":"s-1","hospital":"KHKS","homeMunicipality":"082",)"
      R"("ready":{"date":"2026-02-01"}})");
  Add("t2", "transfer.moved", "2026-02-08", "p-1",
      R"({"transfer":"s-1","unit":"yks-1","moved":{"date":"2026-02-08"}})");
  EXPECT_EQ(Query("SELECT municipality, service, served, median_wait_tenths FROM v12_equality"),
            (Rows{{"082", "jatkohoito", "1", "70"}}));
}

// Medians and percentiles over many waits, beside a sorted list.
TEST_F(Equality, WaitingEqualsWhatASortedListSays) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> municipalities = {"109", "082", "165", "694"};
  std::map<std::string, std::vector<int>> waits;
  for (int i = 0; i < 60; ++i) {
    const std::string id = std::to_string(i), client = "p-" + id;
    const std::string& home = municipalities[random() % municipalities.size()];
    Choice(client, home);
    Application("a" + id, client, "2026-03-01");
    const int days = static_cast<int>(random() % 50);
    Decision("a" + id, FormatDate(AddDays(ParseDate("2026-03-01").value(), days)));
    waits[home].push_back(days);
  }
  Rows expected;
  for (auto& [home, days] : waits) {
    std::sort(days.begin(), days.end());
    const std::size_t n = days.size();
    const int median = n % 2 == 1 ? days[n / 2] * 10 : (days[n / 2 - 1] + days[n / 2]) * 5;
    std::size_t nine_of_ten = 0;
    while (nine_of_ten * 10 < n * 9) ++nine_of_ten;
    expected.push_back(
        {home, std::to_string(n), std::to_string(median), std::to_string(days[nine_of_ten - 1])});
  }
  EXPECT_EQ(Query("SELECT municipality, served, median_wait_tenths, p90_wait_days FROM "
                  "v12_equality WHERE service = 'kotihoito' ORDER BY municipality"),
            expected);
}

}  // namespace
}  // namespace sinetti
