// V5: what became of the targets of a plan, and how much of it was done.  The expected rows were
// written by hand from the drafts.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

class InspectionPlan : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& day, const std::string& data,
           const std::string& attributes = "") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"plan-2026","type":")" + type +
                R"(","occurred":")" + day + R"(","id":")" + std::to_string(++id_) + R"(",)" +
                attributes + R"("data":)" + data + "}");
  }
  void Target(const std::string& target, const std::string& kind, const std::string& planned) {
    Add("supervisionplan.targetAdded", "2026-01-05",
        R"({"year":2026,"target":")" + target + R"(","kind":")" + kind +
            R"(","risk":{"value":7.5},"plannedPeriod":{"date":")" + planned + R"("}})");
  }
  void Inspection(const std::string& unit, const std::string& day,
                  const std::string& attributes = "") {
    Add("inspection.held", day, R"({"unit":")" + unit + R"(","heldOn":")" + day + R"("})",
        attributes);
  }

  Rows Query(const std::string& sql, const char* as_of = "2026-06-01") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int id_ = 0;
};

TEST_F(InspectionPlan, EachTargetShowsWhetherItWasDoneInTimeDroppedOrIsLate) {
  Add("supervisionplan.adopted", "2026-01-02", R"({"year":2026,"authority":"LVV"})");
  Target("yks-1", "inspection", "2026-02");
  Target("yks-2", "inspection", "2026-02");
  Target("yks-3", "guidance", "2026-03");
  Target("yks-4", "guidance", "2026-04");
  Target("yks-5", "guidance", "2026-09");
  Inspection("yks-1", "2026-02-11");
  Inspection("yks-2", "2026-03-10");
  Add("supervisionplan.targetDone", "2026-03-31",
      R"({"year":2026,"target":"yks-3","done":"no","notDoneReason":"yksikkö suljettu"})");
  EXPECT_EQ(
      Query("SELECT plan_year, authority, target, risk, kind, planned_to, state, done_on, "
            "days_late, not_done_reason FROM v5_inspection_plan ORDER BY target"),
      (Rows{{"2026", "LVV", "yks-1", "7.5", "inspection", "2026-02-28", "done", "2026-02-11", "0",
             "NULL"},
            {"2026", "LVV", "yks-2", "7.5", "inspection", "2026-02-28", "done_late", "2026-03-10",
             "10", "NULL"},
            {"2026", "LVV", "yks-3", "7.5", "guidance", "2026-03-31", "dropped", "NULL", "NULL",
             "yksikkö suljettu"},
            {"2026", "LVV", "yks-4", "7.5", "guidance", "2026-04-30", "late", "NULL", "32", "NULL"},
            {"2026", "LVV", "yks-5", "7.5", "guidance", "2026-09-30", "pending", "NULL", "0",
             "NULL"}}));
  EXPECT_EQ(Query("SELECT * FROM v5_coverage"),
            (Rows{{"2026", "guidance", "3", "0", "0", "1", "1", "1", "0", "0", "0", "0"},
                  {"2026", "inspection", "2", "2", "1", "0", "0", "0", "1000", "2", "0", "0"}}));
}

TEST_F(InspectionPlan, TheSecondVisitOfAYearAnswersTheSecondTimeThatAUnitIsPlanned) {
  Target("yks-1", "inspection", "2026-02");
  Target("yks-1", "inspection", "2026-10");
  Inspection("yks-1", "2026-02-03");
  const std::string sql = "SELECT planned, state, done_on FROM v5_inspection_plan";
  EXPECT_EQ(Query(sql), (Rows{{"2026-02", "done", "2026-02-03"}, {"2026-10", "pending", "NULL"}}));
  Inspection("yks-1", "2026-05-03");
  EXPECT_EQ(Query(sql),
            (Rows{{"2026-02", "done", "2026-02-03"}, {"2026-10", "done", "2026-05-03"}}));
}

TEST_F(InspectionPlan, AProviderInThePlanIsDoneByAVisitToOneOfItsUnits) {
  Target("hoiva-oy", "preInspection", "2026-02");
  Add("unit.preInspectionDone", "2026-02-20",
      R"({"unit":"yks-9","result":"remark","findings":["hälytin puuttuu","ovi"]})",
      R"("provider":"hoiva-oy",)");
  EXPECT_EQ(Query("SELECT state, done_on, findings FROM v5_inspection_plan"),
            (Rows{{"done", "2026-02-20", "2"}}));
}

TEST_F(InspectionPlan, FindingsBelongToTheVisitThatTheyNameOrToThatDay) {
  Target("yks-1", "inspection", "2026-02");
  Inspection("yks-1", "2026-02-11");  // event id 2
  const auto finding = [this](const std::string& day, const std::string& inspection) {
    Add("finding.recorded", day,
        R"({"unit":"yks-1","severity":"defect","text":"Lukko",)" + inspection + R"("foundOn":")" +
            day + R"("})");
  };
  finding("2026-02-11", "");
  finding("2026-02-20", R"("inspection":"2",)");
  finding("2026-02-20", "");
  EXPECT_EQ(Query("SELECT visit, findings FROM v5_inspection_plan"), (Rows{{"urn:test#2", "2"}}));
}

TEST_F(InspectionPlan, VisitsAndReportsThatNoPlanNamesAreShownAsUnplanned) {
  Target("yks-1", "inspection", "2026-02");
  Inspection("yks-1", "2026-02-11");
  Inspection("yks-7", "2026-03-11");
  Inspection("yks-1", "2025-03-11");
  Add("supervisionplan.targetDone", "2026-04-01",
      R"({"year":2026,"target":"yks-8","done":"yes","doneOn":"2026-03-30"})");
  EXPECT_EQ(Query("SELECT target, state, done_on FROM v5_inspection_plan"),
            (Rows{{"yks-1", "done", "2026-02-11"}, {"yks-8", "unplanned", "2026-03-30"}}));
  EXPECT_EQ(Query("SELECT plan_year, kind, targets, done, visits, visits_unplanned FROM "
                  "v5_coverage"),
            (Rows{{"2025", "inspection", "0", "0", "1", "1"},
                  {"2026", "inspection", "1", "1", "2", "1"}}));
}

}  // namespace
}  // namespace sinetti
