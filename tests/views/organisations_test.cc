// Organisations in time: chains of mergers, circles, names, and tasks that move.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class OrganisationsTest : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& occurred, const std::string& data) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"org","type":")" + type +
                R"(","id":")" + std::to_string(++id_) + R"(","occurred":")" + occurred +
                R"(","data":)" + data + "}");
  }

  void Registered(const std::string& org) {
    Add("org.registered", "2000", R"({"orgId":")" + org + R"(","name":"Kunta )" + org + R"("})");
  }

  void Merged(const std::string& org, const std::string& successor, const std::string& day) {
    Add("org.mergedInto", day,
        R"({"orgId":")" + org + R"(","successor":")" + successor + R"(","effective":{"date":")" +
            day + R"("}})");
  }

  Rows Query(const std::string& sql, const std::string& as_of) {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int id_ = 0;
};

TEST_F(OrganisationsTest, FollowsAChainOfMergersAsFarAsTheDayReaches) {
  for (const char* org : {"a", "b", "c"}) Registered(org);
  Merged("a", "b", "2009-01-01");
  Merged("b", "c", "2013-01-01");
  const std::string sql = "SELECT party FROM v_current_party WHERE org_id = 'a'";
  EXPECT_EQ(Query(sql, "2008-12-31"), (Rows{{"a"}}));
  EXPECT_EQ(Query(sql, "2009-01-01"), (Rows{{"b"}}));
  EXPECT_EQ(Query(sql, "2013-01-01"), (Rows{{"c"}}));
}

TEST_F(OrganisationsTest, DoesNotHangOnACircleOfMergers) {
  Registered("a");
  Registered("b");
  Merged("a", "b", "2009-01-01");
  Merged("b", "a", "2010-01-01");
  EXPECT_EQ(Query("SELECT count(*) FROM v_current_party", "2011-01-01").size(), 1U);
}

TEST_F(OrganisationsTest, ShowsTheNameThatWasInUseOnTheDay) {
  Registered("a");
  Add("org.renamed", "2013-06-01",
      R"({"orgId":"a","oldName":"Kunta a","newName":"Uusi","from":{"date":"2013-06-01"}})");
  const std::string sql = "SELECT name FROM v_organisations";
  EXPECT_EQ(Query(sql, "2013-05-31"), (Rows{{"Kunta a"}}));
  EXPECT_EQ(Query(sql, "2013-06-01"), (Rows{{"Uusi"}}));
}

TEST_F(OrganisationsTest, ShowsWhoseATaskIs) {
  Add("competence.transferred", "2017-01-01",
      R"({"task":"perustoimeentulotuki","fromOrg":"kunta","toOrg":"kela","effective":{"date":"2017-01-01"}})");
  const std::string sql = "SELECT value FROM v27_snapshot WHERE kind = 'competence'";
  EXPECT_EQ(Query(sql, "2017-01-01"), (Rows{{"kela"}}));
}

TEST_F(OrganisationsTest, AnOrganisationThatCeasedIsNotInTheSnapshot) {
  Registered("a");
  Registered("b");
  Merged("a", "b", "2009-01-01");
  const std::string sql = "SELECT subject FROM v27_snapshot WHERE kind = 'organisation'";
  EXPECT_EQ(Query(sql, "2008-12-31"), (Rows{{"a"}, {"b"}}));
  EXPECT_EQ(Query(sql, "2009-01-01"), (Rows{{"b"}}));
}

TEST_F(OrganisationsTest, ShowWhoHeldATaskOnAnyDay) {
  const auto moved = [&](const std::string& from, const std::string& to, const std::string& day) {
    Add("competence.transferred", day,
        R"({"task":"tuki","fromOrg":")" + from + R"(","toOrg":")" + to +
            R"(","effective":{"date":")" + day + R"("}})");
  };
  moved("kunta", "kela", "2017-01-01");
  moved("kela", "alue", "2023-01-01");
  const std::string holder =
      "SELECT value, valid_from, valid_to FROM v27_snapshot WHERE kind = 'competence'";
  EXPECT_EQ(Query(holder, "1990-01-01"), (Rows{{"kunta", "NULL", "2017-01-01"}}));
  EXPECT_EQ(Query(holder, "2016-12-31"), (Rows{{"kunta", "NULL", "2017-01-01"}}));
  EXPECT_EQ(Query(holder, "2017-01-01"), (Rows{{"kela", "2017-01-01", "2023-01-01"}}));
  EXPECT_EQ(Query(holder, "2022-12-31"), (Rows{{"kela", "2017-01-01", "2023-01-01"}}));
  EXPECT_EQ(Query(holder, "2023-01-01"), (Rows{{"alue", "2023-01-01", "NULL"}}));
  EXPECT_EQ(Query("SELECT holder FROM v27_task_holders", "2000-01-01"),
            (Rows{{"kunta"}, {"kela"}, {"alue"}}));
}

TEST_F(OrganisationsTest, ShowWhoHeldATaskAsItWasKnownThen) {
  Registered("kunta");
  auto views = ledger_.Views();
  ASSERT_OK(views);
  const auto before = ParseTimestamp(
      RowsOf((*views)->database(), "SELECT max(recorded_at) FROM organisation")[0][0]);
  ASSERT_OK(before);
  Add("competence.transferred", "2017-01-01",
      R"({"task":"tuki","fromOrg":"kunta","toOrg":"kela","effective":{"date":"2017-01-01"}})");
  auto known = ledger_.Views(ParseDate("2018-01-01").value(), *before);
  ASSERT_OK(known);
  EXPECT_EQ(RowsOf((*known)->database(), "SELECT * FROM v27_task_holders"), Rows{});
}

}  // namespace
}  // namespace sinetti
