// V29: who looked at whose data, and what persons asked of that log.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class AccessTest : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& attributes, const std::string& data) {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"access-p-1","type":")" +
                type + R"(","occurred":"2026-01-12","id":")" + std::to_string(++id_) + R"(",)" +
                attributes + R"("data":)" + data + "}");
  }

  Rows Query(const std::string& sql) {
    auto views = ledger_.Views(ParseDate("2026-03-01").value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int id_ = 0;
};

TEST_F(AccessTest, ListsViewsExportsAndDisclosuresWithReaderPurposeAndGround) {
  Add("access.viewed", R"("client":"p-1","actor":"virasto-1","causation":"urn:test#0",)",
      R"({"object":"matter-1","purpose":"valvonta","ground":"741/2023:45",)"
      R"("viewerRole":"tarkastaja","viewer":"lukija-7","fields":["data.content","data.reasons"]})");
  Add("access.disclosedTo", R"("client":"p-1","actor":"kirjaamo","role":"tietopalvelu",)",
      R"({"object":"matter-1","recipient":"hallinto-oikeus","purpose":"valitus",)"
      R"("ground":"808/2019:44","fields":["0 data.content"]})");
  Add("access.exported", "",
      R"({"object":"provider-1","purpose":"rekisteriote","ground":"741/2023:45",)"
      R"("recipient":"valvontavirasto"})");
  EXPECT_EQ(Query("SELECT kind, client, reader, role, fields, recipient, cause FROM v29_access"),
            (Rows{{"viewed", "p-1", "lukija-7", "tarkastaja", "data.content, data.reasons", "NULL",
                   "urn:test#0"},
                  {"disclosed", "p-1", "kirjaamo", "tietopalvelu", "0 data.content",
                   "hallinto-oikeus", "NULL"},
                  {"exported", "NULL", "NULL", "NULL", "NULL", "valvontavirasto", "NULL"}}));
}

TEST_F(AccessTest, ListsRefusedAttemptsWithTheirReason) {
  Add("access.refused", R"("client":"p-1","actor":"virasto-1",)",
      R"({"object":"matter-1","reader":"virasto-1","act":"open","why":"scope","purpose":"valvonta",)"
      R"("ground":"741/2023:45","viewerRole":"tarkastaja","fields":["0 data.content"]})");
  EXPECT_EQ(
      Query("SELECT kind, client, reader, role, fields, refused, grants FROM v29_access"),
      (Rows{{"refused", "p-1", "virasto-1", "tarkastaja", "0 data.content", "scope", "NULL"}}));
}

TEST_F(AccessTest, ListsGrantsWithTheirStateOnTheDay) {
  const auto grant = [this](const std::string& id, const std::string& stream,
                            const std::string& rest) {
    ledger_.Add(
        R"({"specversion":"1.0","source":"urn:test","occurred":"2026-01-12","type":"access.granted","id":")" +
        id + R"(","stream":")" + stream + R"(","data":{"reader":"valvonta-1",)" + rest +
        R"("ground":"741/2023:45","grantedBy":"tietohallinto"}})");
  };
  grant("g-1", "access", R"("role":"supervisor","providers":["a","b"],"purposes":["valvonta"],)");
  grant("g-2", "access", R"("role":"auditor","until":"2026-02-01T00:00:00Z",)");
  grant("g-3", "access", R"("role":"auditor",)");        // needs an end
  grant("g-4", "elsewhere", R"("role":"supervisor",)");  // another stream
  grant("g-5", "access", R"("role":"lawyer","from":"2027-01-01T00:00:00Z",)");
  grant("g-6", "access", R"("role":"lawyer",)");
  ledger_.Add(
      R"({"specversion":"1.0","source":"urn:test","occurred":"2026-01-20","type":"access.revoked","id":"r","stream":"access",)"
      R"("data":{"grant":"g-6","reason":"tehtävä päättyi","revokedBy":"tietohallinto"}})");
  EXPECT_EQ(
      Query(
          "SELECT ref, role, providers, purposes, state, revoked_by, revoked_seq FROM v29_grants"),
      (Rows{{"urn:test#g-1", "supervisor", "a, b", "valvonta", "in force", "NULL", "NULL"},
            {"urn:test#g-2", "auditor", "NULL", "NULL", "ended", "NULL", "NULL"},
            {"urn:test#g-3", "auditor", "NULL", "NULL", "without effect", "NULL", "NULL"},
            {"urn:test#g-4", "supervisor", "NULL", "NULL", "without effect", "NULL", "NULL"},
            {"urn:test#g-5", "lawyer", "NULL", "NULL", "not begun", "NULL", "NULL"},
            {"urn:test#g-6", "lawyer", "NULL", "NULL", "revoked", "tietohallinto", "6"}}));
}

TEST_F(AccessTest, CountsTheDaysOfARequestForTheLogUntilItIsAnswered) {
  Add("access.logRequestedBySubject", R"("client":"p-1",)", R"({"requestedOn":"2026-01-12"})");
  Add("access.logRequestedBySubject", R"("client":"p-2",)", R"({"requestedOn":"2026-02-01"})");
  Add("access.logAnswered", "", R"({"request":"1","answeredOn":"2026-02-20","granted":"yes"})");
  EXPECT_EQ(Query("SELECT client, state, days, answered_on FROM v29_log_requests"),
            (Rows{{"p-1", "answered", "39", "2026-02-20"}, {"p-2", "open", "28", "NULL"}}));
}

}  // namespace
}  // namespace sinetti
