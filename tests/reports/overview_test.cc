// The overview of the scenarios on days on which something presses, the period of a self-monitoring
// report in figures, and the reports that the law asks for: worked out by hand from the scenario.
#include <gmock/gmock.h>

#include "tests/reports/report_ledger.h"

namespace sinetti {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing_support::ColumnOf;
using testing_support::FindTable;
using testing_support::SharedReportLedger;
using testing_support::Shown;

using Row = std::vector<std::string>;

// On 20 April 2026 the order of 2 March is five days past its day, 15 April.
TEST(OverviewReport, PutsTheOrderThatEndangersBeforeWhatIsLonger) {
  const auto report = SharedReportLedger().Build("overview", "", "2026-04-20");
  ASSERT_OK(report);
  const auto rows = Shown(*report, "overdue", {"grade", "due", "days_late", "matter"});
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows[0], (Row{"clients are in danger", "2026-04-15", "5 [bad]", "LVV-K/101/2026"}));
  EXPECT_THAT(rows, Contains(Row{"defect or urgent case", "2025-08-31", "232 [bad]",
                                 "contract-sop-2025-1"}));
  EXPECT_THAT(Shown(*report, "orders", {"case_no", "due", "state", "amount_cents", "fine_state"}),
              ElementsAre(Row{"LVV-K/101/2026", "2026-04-15", "past due [bad]", "no fine", "–"}));
}

TEST(OverviewReport, CountsEachKindOfWorkAndNamesItsEvents) {
  const auto report = SharedReportLedger().Build("overview", "", "2026-04-20");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "glance", {"what", "number", "grave"}),
              Contains(Row{"Orders not met after their last day", "1 [bad]", "1"}));
  const Table* table = FindTable(*report, "glance");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rows.size(), 9U);
  const std::size_t number = ColumnOf(*table, "number");
  for (const auto& row : table->rows) {
    const std::int64_t count = std::get<std::int64_t>(row[number].value);
    EXPECT_EQ(row[number].events.size(), std::min<std::size_t>(20, count));
  }
}

TEST(OverviewReport, ShowsFindingsWithTheDaysThatTheyHaveBeenOpen) {
  const auto report = SharedReportLedger().Build("overview", "", "2026-04-20");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "findings", {"severity", "found_on", "days_open", "recurrence"}),
              ElementsAre(Row{"essentially endangering", "2026-02-11", "68", "0"},
                          Row{"defect", "2026-02-11", "68", "0"}));
}

// The unit did not report on May to August 2025; the report on January to April 2026 is not due
// before the second half of May.
TEST(OverviewReport, FollowsTheFourMonthCycleOfEachUnit) {
  const auto report = SharedReportLedger().Build("overview", "", "2026-05-05");
  ASSERT_OK(report);
  const auto rows =
      Shown(*report, "monitoring", {"unit", "before_last", "last", "newest", "next_due"});
  EXPECT_THAT(rows, Contains(Row{"hoivakoti-kanerva", "not published", "2026-01-14", "not due yet",
                                 "2026-05-14 [notice]"}));
  const Table* table = FindTable(*report, "monitoring");
  EXPECT_EQ(table->columns[ColumnOf(*table, "before_last")].title.fi, "5–8/2025");
}

TEST(OverviewReport, ComparesProvidersByCountsAndTrends) {
  const auto report = SharedReportLedger().Build("overview", "", "2026-04-20");
  ASSERT_OK(report);
  const auto now = Shown(*report, "providers", {"name", "units", "cases", "findings", "oldest"});
  ASSERT_EQ(now.size(), 3U);
  EXPECT_EQ(now.front(), (Row{"Hoiva Esimerkki Oy", "2", "1", "2 [bad]", "68"}));
  const Table* table = FindTable(*report, "trends");
  ASSERT_NE(table, nullptr);
  const auto& found = table->rows.front()[ColumnOf(*table, "found")];
  EXPECT_THAT(std::get<Trend>(found.value).counts, ElementsAre(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0));
  EXPECT_THAT(Shown(*report, "trends", {"name", "found_change"}),
              Contains(Row{"Hoiva Esimerkki Oy", "2 (before 0) ↑"}));
}

TEST(OverviewReport, IsQuietBeforeAnythingHappened) {
  const auto report = SharedReportLedger().Build("overview", "", "2000-01-01");
  ASSERT_OK(report);
  for (const Row& row : Shown(*report, "glance", {"number"})) EXPECT_EQ(row, (Row{"0 [good]"}));
  for (const char* key : {"overdue", "orders", "due-soon", "notifications", "findings", "cases"})
    EXPECT_TRUE(FindTable(*report, key)->rows.empty()) << key;
}

TEST(SelfMonitoringReport, SumsUpThePeriodBesideTheOneBefore) {
  const auto report = SharedReportLedger().Build("selfmonitoring", "hoiva-esimerkki@2025-06");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "summary", {"what", "number", "before"}),
              ElementsAre(Row{"Observations", "2", "0"}, Row{"Of these, serious", "1", "0"},
                          Row{"Observations of the period corrected", "1", "0"},
                          Row{"Observations of the period open", "1", "0"},
                          Row{"Open from earlier periods at the end of this one", "0", "0"},
                          Row{"Changes made", "2", "3"}, Row{"Answers in the feedback", "9", "14"},
                          Row{"Follow-up accounts published", "2", "3"}));
  EXPECT_THAT(Shown(*report, "programme-themes", {"theme", "units", "observations", "open"}),
              ElementsAre(Row{"medication", "1", "1", "0 [good]"},
                          Row{"sufficiency of staff", "1", "1", "1 [bad]"}));
  EXPECT_THAT(Shown(*report, "changes", {"unit", "scope", "changes_text"}),
              Contains(Row{"hoivakoti-mustikka", "of the unit's plan", "ruokailuajat"}));
}

TEST(SelfMonitoringReport, NamesEveryObservationWithWhatWasDone) {
  const auto report = SharedReportLedger().Build("selfmonitoring", "hoivakoti-kanerva@2025-09");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "observations", {"observed_on", "theme", "actions", "mended"}),
              ElementsAre(Row{"2025-07-07", "sufficiency of staff", "none decided", "open [bad]"}));
}

TEST(LegalReports, TellTheAuthorityOfAProviderWhatWasFoundAndMended) {
  const auto report = SharedReportLedger().Build("extract", "hoiva-esimerkki", "2026-06-10");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "chains", {"severity", "state", "verified_on"}),
              Contains(Row{"essentially endangering", "mended [good]", "2026-06-03"}));
  EXPECT_NE(FindTable(*report, "card"), nullptr);
  EXPECT_EQ(FindTable(*report, "notifications")->rows.size(), 4U);
  EXPECT_EQ(SharedReportLedger().Build("extract", "nobody").error().code, ErrorCode::kNotFound);
}

TEST(LegalReports, SayOfAnInspectionWhenThePartyWasTold) {
  const auto report = SharedReportLedger().Build("inspection", "LVV-K/101/2026");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "inspections", {"item", "value"}),
              Contains(Row{"Notified to the party", "2026-02-19 [good]"}));
  EXPECT_EQ(FindTable(*report, "findings")->rows.size(), 2U);
}

TEST(LegalReports, GiveACourtTheDecisionAndAProofForEachEvent) {
  const auto report = SharedReportLedger().Build("dossier", "HVA-K/77/2025");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "decision", {"item", "value"}),
              Contains(Row{"Mandate on that day", "not in force that day [bad]"}));
  const auto events = Shown(*report, "timeline", {"happened"}).size();
  EXPECT_EQ(Shown(*report, "proofs", {"proof"}).size(), events);
}

// Rovaniemi, spring 2014: three applications for social assistance, one of them urgent and late.
TEST(LegalReports, ReturnTheHandlingTimesOfAMonth) {
  const auto report = SharedReportLedger().Build("processing", "2014-04");
  ASSERT_OK(report);
  EXPECT_THAT(
      Shown(*report, "month", {"kind", "urgency", "received", "within", "median", "breaches"}),
      ElementsAre(Row{"toimeentulotuki", "normal", "2", "100%", "6.5", "0 [good]"}));
  EXPECT_EQ(FindTable(*report, "half-year")->rows.size(), 2U);
  const auto newest = SharedReportLedger().Build("processing", "", "2014-06-01");
  ASSERT_OK(newest);
  EXPECT_EQ(newest->sections[0].title.en, "The month 2014-04");
  EXPECT_FAILS(SharedReportLedger().Build("processing", "spring"), ErrorCode::kInvalid);
}

TEST(LegalReports, AccountForAYearBesideTheOneBefore) {
  const auto report = SharedReportLedger().Build("account", "2026", "2026-06-10");
  ASSERT_OK(report);
  const auto rows = Shown(*report, "supervision", {"what", "number", "before"});
  EXPECT_THAT(rows, Contains(Row{"Inspections", "1", "0"}));
  EXPECT_THAT(rows, Contains(Row{"Orders", "1", "0"}));
  EXPECT_THAT(rows, Contains(Row{"Self-monitoring reports published", "7", "7"}));
  EXPECT_FAILS(SharedReportLedger().Build("account", "26"), ErrorCode::kInvalid);
}

TEST(LegalReports, AccountForAProjectsMoneyPhasesAndDiscrepancies) {
  const auto report = SharedReportLedger().Build("project", "keski-suomen-yhteistoimintamalli");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "years", {"year", "difference"}),
              Contains(Row{"2008", "€500.00 [bad]"}));
  EXPECT_EQ(FindTable(*report, "phases")->rows.size(), 3U);
  EXPECT_THAT(Shown(*report, "findings", {"code"}), Contains(Row{"sum does not add up"}));
}

}  // namespace
}  // namespace sinetti
