// What has to be followed: findings until they are mended, notifications until somebody reacts,
// indicators from period to period, remedies until they are decided (V6, V7, V14, V22).
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class Supervising : public ::testing::Test {
 protected:
  // The event's id is `id`, so that others can refer to it.
  void Add(const std::string& id, const std::string& type, const std::string& day,
           const std::string& data, const std::string& attributes = "") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"supcase-1","type":")" + type +
                R"(","occurred":")" + day + R"(","id":")" + id + R"(",)" + attributes +
                R"("data":)" + data + "}");
  }

  Rows Query(const std::string& sql, const char* as_of = "2026-06-01") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
};

TEST_F(Supervising, AFindingIsFollowedUntilAllThatWasDoneIsVerified) {
  Add("hav-1", "finding.recorded", "2026-01-10",
      R"({"unit":"yks-1","severity":"defect","text":"Yövuoro vajaa","foundOn":"2026-01-10"})");
  const std::string state = "SELECT state, days_open, past_due, actions FROM v6_finding_chain";
  EXPECT_EQ(Query(state, "2026-01-20"), (Rows{{"found", "10", "NULL", "NULL"}}));

  Add("vaade-1", "correction.demanded", "2026-01-21",
      R"({"finding":"hav-1","demand":"Miehitys kuntoon","demandedOn":"2026-01-21",)"
      R"("due":"2026-02-15"})");
  EXPECT_EQ(Query(state, "2026-02-16"), (Rows{{"demanded", "37", "1", "NULL"}}));

  Add("toimi-1", "action.planned", "2026-02-17",
      R"({"about":"vaade-1","action":"Rekrytointi","due":"2026-04-01"})");
  Add("toimi-2", "action.planned", "2026-02-17",
      R"({"about":"hav-1","action":"Vuorolista","due":"2026-03-01"})");
  Add("e-1", "action.evidenceGiven", "2026-03-01",
      R"({"action":"toimi-2","givenOn":"2026-03-01","evidence":"vuorolista"})");
  EXPECT_EQ(Query(state, "2026-03-02"), (Rows{{"evidence", "51", "0", "2"}}));

  Add("e-2", "action.verified", "2026-03-05", R"({"action":"toimi-2","verifiedOn":"2026-03-05"})");
  EXPECT_EQ(Query(state, "2026-03-06"), (Rows{{"action", "55", "0", "2"}}))
      << "one of two is not enough";
  Add("e-3", "action.verified", "2026-03-20", R"({"action":"toimi-1","verifiedOn":"2026-03-20"})");
  EXPECT_EQ(Query(state), (Rows{{"mended", "69", "0", "2"}})) << "days stop when it is mended";
}

TEST_F(Supervising, RejectedEvidenceLeavesTheFindingOpenAndPastItsDay) {
  Add("hav-1", "finding.recorded", "2026-01-10",
      R"({"unit":"yks-1","severity":"defect","text":"Lukitus","foundOn":"2026-01-10"})");
  Add("toimi-1", "action.planned", "2026-01-11",
      R"({"about":"hav-1","action":"Lukko","due":"2026-02-01"})");
  Add("e-1", "action.evidenceGiven", "2026-01-20",
      R"({"action":"toimi-1","givenOn":"2026-01-20","evidence":"kuva"})");
  Add("e-2", "action.rejected", "2026-01-25",
      R"({"action":"toimi-1","rejectedOn":"2026-01-25","reason":"kuva on toisesta ovesta"})");
  EXPECT_EQ(Query("SELECT state, past_due, verified_on FROM v6_finding_chain"),
            (Rows{{"rejected", "1", "NULL"}}));
}

TEST_F(Supervising, AFindingThatComesBackSaysHowOften) {
  const char* const data[] = {"", R"("earlier":"hav-1",)", R"("earlier":"hav-2",)"};
  for (int i = 0; i < 3; ++i)
    Add("hav-" + std::to_string(i + 1), "finding.recorded", "2026-01-1" + std::to_string(i),
        std::string("{") + data[i] +
            R"("severity":"defect","text":"Lääkehuone","foundOn":"2026-01-1)" + std::to_string(i) +
            R"("})");
  EXPECT_EQ(Query("SELECT ref, recurrence FROM v6_finding_chain"),
            (Rows{{"urn:test#hav-1", "0"}, {"urn:test#hav-2", "1"}, {"urn:test#hav-3", "2"}}));
}

TEST_F(Supervising, ANotificationWaitsUntilSomebodyReactsAndHidesWhoMadeIt) {
  Add("ilm-1", "notification.staffMade", "2026-03-01",
      R"({"unit":"yks-1","theme":"staff","reporter":{"subject":"h-902","value":"yöhoitaja"},)"
      R"("summary":"Miehitys","toRole":"vastuuhenkilö","madeOn":"2026-03-01"})");
  const std::string sql =
      "SELECT channel, state, days_to_reaction, days_waiting, organiser_on, authority_on "
      "FROM v7_notifications";
  EXPECT_EQ(Query(sql, "2026-03-11"), (Rows{{"staff", "made", "NULL", "10", "NULL", "NULL"}}));
  Add("ilm-2", "notification.forwardedToOrganiser", "2026-03-13",
      R"({"notification":"ilm-1","organiser":"hva","forwardedOn":"2026-03-13"})");
  Add("ilm-3", "notification.toAuthority", "2026-03-20",
      R"({"notification":"ilm-1","byRole":"vastuuhenkilö","ground":"ei korjattu",)"
      R"("authority":"LVV","notifiedOn":"2026-03-20"})");
  EXPECT_EQ(Query(sql), (Rows{{"staff", "authority", "12", "NULL", "2026-03-13", "2026-03-20"}}));
  for (const auto& row : Query("SELECT * FROM signal"))
    for (const std::string& cell : row) {
      EXPECT_EQ(cell.find("h-902"), std::string::npos);
      EXPECT_EQ(cell.find("yöhoitaja"), std::string::npos);
    }
}

TEST_F(Supervising, RetaliationIsAllegedUntilItIsAssessed) {
  Add("ilm-1", "notification.staffMade", "2026-03-01",
      R"({"unit":"yks-1","reporter":{"subject":"h-902","value":"hoitaja"},)"
      R"("toRole":"vastuuhenkilö","madeOn":"2026-03-01"})");
  Add("v-1", "retaliation.alleged", "2026-04-01", R"({"notification":"ilm-1","kind":"työvuorot"})");
  EXPECT_EQ(Query("SELECT retaliation FROM v7_notifications"), (Rows{{"alleged"}}));
  Add("v-2", "retaliation.assessed", "2026-05-01", R"({"allegation":"v-1","found":"no"})");
  EXPECT_EQ(Query("SELECT retaliation FROM v7_notifications"), (Rows{{"not_found"}}));
}

TEST_F(Supervising, AnIndicatorShowsItsNewestPeriodBesideTheOneBefore) {
  Add("m-0", "indicator.defined", "2026-01-01",
      R"({"indicator":"aika","name":"Määräajassa","unitOfMeasure":"%"})");
  Add("m-1", "indicator.measured", "2026-02-01",
      R"({"indicator":"aika","unit":"yks-1","periodFrom":"2026-01-01","periodTo":"2026-01-31",)"
      R"("numerator":{"value":1},"denominator":{"value":3}})");
  Add("m-2", "indicator.measured", "2026-03-01",
      R"({"indicator":"aika","unit":"yks-1","periodFrom":"2026-02-01","periodTo":"2026-02-28",)"
      R"("numerator":{"value":2},"denominator":{"value":3}})");
  const std::string sql = "SELECT value, before, trend, state, days_since FROM v14_indicators";
  EXPECT_EQ(Query(sql, "2026-03-10"), (Rows{{"66667", "33333", "up", "computed", "10"}}));
  Add("m-3", "indicator.corrected", "2026-03-11",
      R"({"measurement":"m-2","reason":"laskuvirhe","numerator":{"value":0},)"
      R"("denominator":{"value":3}})");
  EXPECT_EQ(Query(sql, "2026-03-12"), (Rows{{"0", "33333", "down", "computed", "12"}}));
}

TEST_F(Supervising, NoughtOfNoughtIsNotAssessableAndWhatWasNeverMeasuredSaysSo) {
  Add("m-0", "indicator.defined", "2026-01-01", R"({"indicator":"a","name":"Mitattu"})");
  Add("m-1", "indicator.defined", "2026-01-01", R"({"indicator":"b","name":"Mittaamaton"})");
  Add("m-2", "indicator.measured", "2026-02-01",
      R"({"indicator":"a","periodFrom":"2026-01-01","periodTo":"2026-01-31",)"
      R"("numerator":{"value":0},"denominator":{"value":0}})");
  EXPECT_EQ(Query("SELECT indicator, value, state FROM v14_indicators"),
            (Rows{{"a", "NULL", "not_assessable"}, {"b", "NULL", "never_measured"}}));
}

TEST_F(Supervising, ARemedyShowsTheLastDayAsComputedAndAsTheDecisionStatedIt) {
  Add("p", "decision.made", "2024-11-28",
      R"({"kind":"sosiaalipalvelut","result":"refused","decidedOn":"2024-11-28",)"
      R"("remedy":"correction30","provisions":["1301/2014:45"]})");
  Add("t", "decision.notified", "2024-11-29",
      R"({"decision":"p","method":"letter","sentOn":"2024-11-29"})");
  Add("o-1", "correction.requested", "2025-01-07",
      R"({"decision":"p","filedOn":"2025-01-07","statedDue":"2025-01-05"})");
  const std::string sql =
      "SELECT kind, filed_on, rolled_from, last_day, stated_due, late, state, days_open, execution "
      "FROM v22_remedies";
  EXPECT_EQ(Query(sql, "2025-01-17"), (Rows{{"correction", "2025-01-07", "2025-01-05", "2025-01-07",
                                             "2025-01-05", "0", "filed", "10", "NULL"}}))
      << "in time by the rule, whatever the instruction said";
  Add("x", "decision.executionSuspended", "2025-01-10",
      R"({"decision":"p","by":"hallinto-oikeus"})");
  Add("o-2", "correction.decided", "2025-02-01",
      R"({"request":"o-1","result":"granted","decidedOn":"2025-02-01"})");
  EXPECT_EQ(Query("SELECT state, result, decided_on, days_open, execution FROM v22_remedies"),
            (Rows{{"decided", "granted", "2025-02-01", "25", "suspended"}}));
}

TEST_F(Supervising, AnAppealAfterItsLastDayIsLate) {
  Add("a-1", "appeal.filed", "2025-03-01",
      R"({"decision":"p","court":"hallinto-oikeus","filedOn":"2025-03-01",)"
      R"("statedDue":"2025-02-28"})");
  Add("a-2", "appeal.statementGiven", "2025-03-20", R"({"appeal":"a-1","by":"viranomainen"})");
  Add("a-3", "appeal.decided", "2025-06-01",
      R"({"appeal":"a-1","court":"hallinto-oikeus","result":"hylätty","decidedOn":"2025-06-01"})");
  EXPECT_EQ(Query("SELECT kind, late, last_day, statements, state, result FROM v22_remedies"),
            (Rows{{"appeal", "1", "NULL", "1", "decided", "hylätty"}}));
}

// Each remedy has its own day: the decision's remedy was a correction, so nobody's appeal against
// it is late or in time by that day.
TEST_F(Supervising, AnAppealNeverGetsTheDayOfACorrection) {
  Add("p", "decision.made", "2024-11-28",
      R"({"kind":"sosiaalipalvelut","result":"refused","decidedOn":"2024-11-28",)"
      R"("remedy":"correction30","provisions":["1301/2014:45"]})");
  Add("t", "decision.notified", "2024-11-29",
      R"({"decision":"p","method":"letter","sentOn":"2024-11-29"})");
  Add("v", "appeal.filed", "2025-01-03",
      R"({"decision":"p","court":"hallinto-oikeus","filedOn":"2025-01-03"})");
  EXPECT_EQ(Query("SELECT kind, last_day, rule, late FROM v22_remedies"),
            (Rows{{"appeal", "NULL", "NULL", "NULL"}}));
  EXPECT_EQ(Query("SELECT due, closed_on, state FROM v4_deadlines"),
            (Rows{{"2025-01-07", "NULL", "lapsed"}}))
      << "nor does the appeal end the time for a correction";
}

TEST_F(Supervising, AnAppealAfterACorrectionIsCountedFromTheNotificationOfWhatWasDecidedOnIt) {
  Add("p", "decision.made", "2024-11-01",
      R"({"kind":"sosiaalipalvelut","result":"refused","decidedOn":"2024-11-01",)"
      R"("remedy":"correction30","provisions":["1301/2014:45"]})");
  Add("t", "decision.notified", "2024-11-06",
      R"({"decision":"p","method":"receipt","receivedOn":"2024-11-06"})");
  Add("o", "correction.requested", "2024-11-20", R"({"decision":"p","filedOn":"2024-11-20"})");
  Add("r", "correction.decided", "2025-02-03",
      R"({"request":"o","result":"refused","decidedOn":"2025-02-03"})");
  Add("rt", "decision.notified", "2025-02-05",
      R"({"decision":"r","method":"receipt","receivedOn":"2025-02-05"})");
  Add("v", "appeal.filed", "2025-03-10",
      R"({"decision":"p","court":"hallinto-oikeus","filedOn":"2025-03-10"})");
  // 6.12.2024 is Independence Day; 30 days from 5.2.2025 end on Friday 7.3.2025.
  EXPECT_EQ(Query("SELECT kind, rule, last_day, rolled_from, late FROM v22_remedies"),
            (Rows{{"correction", "oikaisuvaatimus-sosiaalihuolto", "2024-12-09", "2024-12-06", "0"},
                  {"appeal", "valitus-hallinto-oikeus", "2025-03-07", "NULL", "1"}}));
  EXPECT_EQ(Query("SELECT rule, closed_on, state FROM v4_deadlines WHERE subject LIKE '%#r'"),
            (Rows{{"valitus-hallinto-oikeus", "2025-03-10", "late"}}));
}

TEST_F(Supervising, AnAppealAfterACorrectionByANewDecisionFollowsTheRemedyOfThatDecision) {
  Add("p", "decision.made", "2024-11-01",
      R"({"kind":"palvelumaksu","result":"imposed","decidedOn":"2024-11-01",)"
      R"("remedy":"correction14"})");
  Add("t", "decision.notified", "2024-11-06",
      R"({"decision":"p","method":"receipt","receivedOn":"2024-11-06"})");
  Add("o", "correction.requested", "2024-11-20", R"({"decision":"p","filedOn":"2024-11-20"})");
  Add("n", "decision.made", "2025-01-13",
      R"({"kind":"palvelumaksu","result":"imposed","decidedOn":"2025-01-13",)"
      R"("remedy":"municipalAppeal30"})");
  Add("r", "correction.decided", "2025-01-13",
      R"({"request":"o","result":"granted","decidedOn":"2025-01-13","newDecision":"n"})");
  Add("nt", "decision.notified", "2025-01-15",
      R"({"decision":"n","method":"receipt","receivedOn":"2025-01-15"})");
  Add("v", "appeal.filed", "2025-02-14",
      R"({"decision":"p","court":"hallinto-oikeus","filedOn":"2025-02-14"})");
  EXPECT_EQ(Query("SELECT kind, rule, last_day, late FROM v22_remedies"),
            (Rows{{"correction", "oikaisuvaatimus-hyvinvointialue", "2024-11-20", "0"},
                  {"appeal", "aluevalitus", "2025-02-14", "0"}}));
}

TEST_F(Supervising, AProcurementDecisionHasATimeForEachOfItsTwoRemedies) {
  Add("p", "decision.made", "2026-01-07",
      R"({"kind":"hankinta","result":"granted","decidedOn":"2026-01-07","remedy":"procurement14"})");
  Add("t", "decision.notified", "2026-01-09",
      R"({"decision":"p","method":"electronic","receivedOn":"2026-01-09"})");
  Add("v", "appeal.filed", "2026-01-23",
      R"({"decision":"p","court":"markkinaoikeus","filedOn":"2026-01-23"})");
  EXPECT_EQ(Query("SELECT rule, due, state FROM v4_deadlines"),
            (Rows{{"hankintaoikaisu", "2026-01-23", "lapsed"},
                  {"hankintavalitus", "2026-01-23", "in_time"}}));
  EXPECT_EQ(Query("SELECT kind, rule, last_day FROM v22_remedies"),
            (Rows{{"appeal", "hankintavalitus", "2026-01-23"}}));
}

}  // namespace
}  // namespace sinetti
