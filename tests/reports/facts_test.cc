// What each report must say of the scenarios: the figures that domain research worked out by hand
// from the documents.
#include <gmock/gmock.h>

#include "replay/reports/self_monitoring.h"
#include "tests/reports/report_ledger.h"

namespace sinetti {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing_support::FindChart;
using testing_support::FindTable;
using testing_support::SharedReportLedger;
using testing_support::Shown;

using Row = std::vector<std::string>;

TEST(FundingReport, MarksTheYearWhoseLinesAddUpToMoreThanItsTotal) {
  const auto report = SharedReportLedger().Build("funding", "keski-suomen-yhteistoimintamalli");
  ASSERT_OK(report);
  EXPECT_THAT(
      Shown(*report, "years", {"year", "stated", "computed", "difference"}),
      ElementsAre(
          Row{"2007", "€70,000.00", "€70,000.00", "€0.00 [good]"},
          Row{"2008", "€100,000.00", "€100,500.00", "€500.00 [bad]"},
          Row{"whole project, from the years", "€170,000.00", "€170,000.00", "€0.00 [good]"},
          Row{"whole project, from the lines", "€170,000.00", "€170,500.00", "€500.00 [bad]"}));
  const Chart* chart = FindChart(*report, "funding-by-year");
  ASSERT_NE(chart, nullptr);
  ASSERT_EQ(chart->groups.size(), 2U);
  EXPECT_EQ(chart->groups[1].label, "2008");
  EXPECT_THAT(chart->groups[1].values, ElementsAre(10'000'000, 10'050'000));
}

TEST(FundingReport, ShowsBothKeysBesideEachOtherAndTheirDifferences) {
  const auto report = SharedReportLedger().Build("funding", "keski-suomen-yhteistoimintamalli");
  ASSERT_OK(report);
  const auto rows =
      Shown(*report, "keys", {"period", "payer", "allocated", "by_printed", "by_exact"});
  EXPECT_THAT(rows, Contains(Row{"2008", "kunta-180", "€6,700.00", "€6,800.00", "€6,700.00"}));
  EXPECT_THAT(rows, Contains(Row{"2008", "kunta-729", "€2,600.00", "€2,500.00", "€2,600.00"}));
}

TEST(FundingReport, NamesAPayerWithTwoNamesOnce) {
  const auto report = SharedReportLedger().Build("funding", "keski-suomen-yhteistoimintamalli");
  ASSERT_OK(report);
  EXPECT_THAT(
      Shown(*report, "payers", {"payer", "names", "total"}),
      Contains(Row{"kunta-729", "Saarijärven seutu / Saarijärven kaupunki [notice]", "€4,400.00"}));
}

TEST(FundingReport, MultipliesPricesAndVolumesAndSaysWhereItCannot) {
  const auto report = SharedReportLedger().Build("funding");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "products", {"volume", "unit_price_cents", "difference_cents"}),
              Contains(Row{"20,200", "€89.14", "€0.00 [good]"}));
  EXPECT_THAT(Shown(*report, "charges", {"unit_price_cents", "difference_cents"}),
              Contains(Row{"missing", "not computable: volume or price is missing"}));
}

TEST(FundingReport, SaysWhichProjectsThereAreWhenTheAskedOneIsUnknown) {
  const auto report = SharedReportLedger().Build("funding", "no-such-project");
  EXPECT_FAILS(report, ErrorCode::kNotFound);
  EXPECT_THAT(report.error().message, HasSubstr("keski-suomen-yhteistoimintamalli"));
}

TEST(ProposalsReport, CountsTheTicksOfElevenProposals) {
  const auto report = SharedReportLedger().Build("proposals", "hhj-2014");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "ticks", {"class", "proposals"}),
              ElementsAre(Row{"can be done at once", "4"}, Row{"needs further study", "4"},
                          Row{"both", "3 [notice]"}, Row{"neither", "0"}, Row{"total", "11"}));
}

TEST(ProposalsReport, ShowsAHomeOverItsQuotaByOne) {
  const auto report = SharedReportLedger().Build("proposals", "hhj-2014");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "places", {"owner", "agreed", "occupied", "free", "over_quota"}),
              ElementsAre(Row{"Hämeenlinna", "15", "16", "0", "1 [bad]"},
                          Row{"Janakkala, Hattula", "5", "2", "3", "0"}));
}

TEST(ProposalsReport, ShowsMissingAndUnreadableFiguresAsSuch) {
  const auto report = SharedReportLedger().Build("proposals", "hhj-2014");
  ASSERT_OK(report);
  const auto rows = Shown(*report, "figures", {"number", "label", "shown"}, Language::kFinnish);
  EXPECT_THAT(rows, Contains(Row{"2", "paikkaluvun lisäys", "puuttuu [notice]"}));
  EXPECT_THAT(
      rows, Contains(Row{"9", "tukipalveluiden hintojen lasku", "epäselvä: 4–5 % tai 45 % [bad]"}));
}

TEST(ProposalsReport, NamesWhereTheSameWordsStandTwice) {
  const auto report = SharedReportLedger().Build("proposals", "hhj-2014");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "copies", {"copy", "original", "place"}),
              ElementsAre(Row{"11 [bad]", "10", "brackets after the ticks"},
                          Row{"11 [bad]", "10", "risks"}));
}

TEST(DiscrepanciesReport, PutsOpenOnesFirstByGravityAndCountsThemByCheck) {
  const auto report = SharedReportLedger().Build("discrepancies", "R-SUM");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "counts", {"code", "findings", "open", "answered"}),
              ElementsAre(Row{"R-SUM", "2", "2 [bad]", "0"}));
  const auto rows = Shown(*report, "open", {"subject", "stated", "computed", "difference"});
  EXPECT_THAT(rows, Contains(Row{"keski-suomen-yhteistoimintamalli: 2008/total", "100,000.00",
                                 "100,500.00", "500.00"}));
  const Table* open = FindTable(*report, "open");
  for (const auto& row : open->rows) EXPECT_FALSE(row.front().events.empty());
}

TEST(DiscrepanciesReport, ExplainsAFindingInTheAskedLanguage) {
  const auto report = SharedReportLedger().Build("discrepancies", "R-SUM");
  ASSERT_OK(report);
  const auto finnish = Shown(*report, "open", {"finding"}, Language::kFinnish);
  const auto swedish = Shown(*report, "open", {"finding"}, Language::kSwedish);
  ASSERT_EQ(finnish.size(), swedish.size());
  for (std::size_t i = 0; i < finnish.size(); ++i) EXPECT_NE(finnish[i], swedish[i]);
}

TEST(TraceReport, ShowsAMandateThatWasNotInForceAndWhatTheDecisionLacks) {
  const auto report = SharedReportLedger().Build("trace", "HVA-K/77/2025");
  ASSERT_OK(report);
  const auto card = Shown(*report, "decision", {"item", "value"});
  EXPECT_THAT(card, Contains(Row{"Mandate on that day", "not in force that day [bad]"}));
  EXPECT_THAT(card, Contains(Row{"Missing from the decision", "reasons, contact"}));
}

TEST(TraceReport, SaysWhyATimeLimitEndsOnThatDay) {
  const auto report = SharedReportLedger().Build("trace", "HVA-K/1001/2024");
  ASSERT_OK(report);
  const auto rows = Shown(*report, "deadlines", {"due", "why", "rule"}, Language::kFinnish);
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.front()[0], "7.1.2025");
  EXPECT_THAT(rows.front()[1], HasSubstr("5.1.2025 (sunnuntai); siirtyy, 150/1930 5 §"));
  EXPECT_EQ(rows.front()[2], "oikaisuvaatimus-sosiaalihuolto 2015");
}

TEST(TraceReport, DrawsEveryStepOfTheMatterAndWhatEachRefersTo) {
  const auto report = SharedReportLedger().Build("trace", "HVA-K/1001/2024");
  ASSERT_OK(report);
  const Course& course = report->sections.front().courses.front();
  std::vector<Sequence> drawn, told;
  for (const Course::Step& step : course.steps)
    if (!step.due) drawn.insert(drawn.end(), step.events.begin(), step.events.end());
  for (const auto& row : FindTable(*report, "timeline")->rows)
    told.insert(told.end(), row.front().events.begin(), row.front().events.end());
  for (const Sequence sequence : told) EXPECT_THAT(drawn, Contains(sequence));
  std::vector<std::string> links;
  for (const Course::Link& link : course.links)
    links.push_back(course.steps[link.from].label.en + " " + link.relation.en + " " +
                    course.steps[link.to].label.en);
  EXPECT_THAT(links, Contains("decision made mandate powers delegated"));
  EXPECT_THAT(links, Contains(HasSubstr("appeals decision made")));
  EXPECT_THAT(links, Contains(HasSubstr("counted from decision notified")));
  for (const Course::Step& step : course.steps) EXPECT_TRUE(std::holds_alternative<Date>(step.day));
}

TEST(TraceReport, NamesTheContractsOfTheMatterAndTheSupervisionThatFollowed) {
  const auto report = SharedReportLedger().Build("trace", "LVV-K/101/2026");
  ASSERT_OK(report);
  EXPECT_NE(FindTable(*report, "contracts"), nullptr);
  EXPECT_NE(FindTable(*report, "supervision"), nullptr);
}

TEST(TraceReport, TakesTheNumberOfADecisionForItsMatter) {
  const auto by_decision = SharedReportLedger().Build("trace", "HVA-K/77/2025/1");
  const auto by_matter = SharedReportLedger().Build("trace", "HVA-K/77/2025");
  ASSERT_OK(by_decision);
  ASSERT_OK(by_matter);
  EXPECT_EQ(Shown(*by_decision, "timeline", {"happened", "type"}),
            Shown(*by_matter, "timeline", {"happened", "type"}));
}

TEST(ProviderReport, CountsContractsUnitsAndCases) {
  const auto report = SharedReportLedger().Build("provider", "hoiva-esimerkki", "2026-04-20");
  ASSERT_OK(report);
  const auto card = Shown(*report, "card", {"item", "value"});
  EXPECT_THAT(card, Contains(Row{"Units", "2"}));
  EXPECT_THAT(card, Contains(Row{"Units without a responsible person", "1 [notice]"}));
  EXPECT_THAT(card, Contains(Row{"Value of the contracts", "€2,400,000.00"}));
  EXPECT_THAT(card, Contains(Row{"Open supervision cases", "1"}));
  EXPECT_THAT(card, Contains(Row{"Business ID", "missing"}));
  EXPECT_THAT(Shown(*report, "orders", {"due", "state", "fine_kind", "amount_cents"}),
              ElementsAre(Row{"2026-04-15", "past due [bad]", "no fine", "–"}));
}

TEST(ProviderReport, SaysOfAProviderWithoutContractsThatTheirValueIsNotZeroButNone) {
  const auto report = SharedReportLedger().Build("provider", "apu-malli");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "card", {"item", "value"}),
              Contains(Row{"Value of the contracts", "no contract is in force"}));
}

TEST(SelfMonitoringReport, ShowsAPeriodThatWasNotReported) {
  const auto report = SharedReportLedger().Build("selfmonitoring", "hoivakoti-kanerva@2025-06");
  ASSERT_OK(report);
  EXPECT_THAT(Shown(*report, "reports", {"unit", "reported_on", "changes"}),
              ElementsAre(Row{"hoivakoti-kanerva", "not published [bad]", "not reported"}));
  EXPECT_THAT(Shown(*report, "themes", {"theme", "observations", "serious", "corrected", "open"}),
              ElementsAre(Row{"medication", "1", "0", "1", "0 [good]"},
                          Row{"sufficiency of staff", "1", "1", "0", "1 [bad]"}));
  EXPECT_THAT(Shown(*report, "feedback", {"respondents", "answers"}),
              ElementsAre(Row{"relatives", "9"}));
}

TEST(SelfMonitoringReport, HoldsNothingOfClients) {
  for (const std::string scope : {"hoiva-esimerkki@2025-06", "hoiva-esimerkki@2026-02"}) {
    const auto report = SharedReportLedger().Build("selfmonitoring", scope);
    ASSERT_OK(report);
    const std::string html = Render(*report, ReportFormat::kHtml, Language::kFinnish);
    for (const std::string hidden : {"k-101", "k-102", "h-910", "HVA-K/", "placement."}) {
      EXPECT_EQ(html.find(hidden), std::string::npos) << hidden;
    }
  }
}

TEST(SelfMonitoringReport, CoversTheLastThirdOfAYearThatHasEnded) {
  const auto period = [](const char* day) {
    const ReportPeriod found = PeriodBefore(ParseDate(day).value());
    return found.key + " " + FormatDate(found.first) + " " + FormatDate(found.last);
  };
  EXPECT_EQ(period("2026-03-02"), "2025/3 2025-09-01 2025-12-31");
  EXPECT_EQ(period("2026-04-29"), "2025/3 2025-09-01 2025-12-31");
  EXPECT_EQ(period("2026-04-30"), "2026/1 2026-01-01 2026-04-30");
  EXPECT_EQ(period("2026-12-31"), "2026/3 2026-09-01 2026-12-31");
  EXPECT_EQ(PeriodOfMonth("2026-01").value().key, "2026/1");
  EXPECT_EQ(PeriodOfMonth("2025-08").value().key, "2025/2");
  EXPECT_FAILS(PeriodOfMonth("2025-13"), ErrorCode::kInvalid);
}

TEST(DeadlinesReport, ListsWhatIsOverdueAndDrawsMonths) {
  const auto report = SharedReportLedger().Build("deadlines", "hoiva-esimerkki", "2026-03-02");
  ASSERT_OK(report);
  EXPECT_THAT(
      Shown(*report, "overdue", {"due", "state", "matter", "days_late"}),
      ElementsAre(Row{"2025-08-31", "overdue, not done [bad]", "contract-sop-2025-1", "183"}));
  const Chart* chart = FindChart(*report, "met-and-missed");
  ASSERT_NE(chart, nullptr);
  EXPECT_EQ(chart->groups.front().label, "2025-05");
}

// The development group was to meet monthly and met in eleven months of 2005, not in July; the
// chairs of committees were to meet two or three times and never did.
TEST(BodiesReport, ShowsMeetingsAgainstWhatWasSet) {
  const auto report = SharedReportLedger().Build("bodies");
  ASSERT_OK(report);
  const auto rows =
      Shown(*report, "cadence", {"name", "year", "expected", "held", "state", "months_without"});
  EXPECT_THAT(rows, Contains(Row{"Suupohjan sosiaali- ja terveyspalvelujen kehittämisryhmä", "2005",
                                 "12", "11", "too few [bad]", "2005-07"}));
  EXPECT_THAT(rows, Contains(Row{"Perusturva-/sosiaali- ja terveyslautakuntien puheenjohtajat",
                                 "2005", "2–3", "0", "none held [bad]", "–"}));
  const auto one = SharedReportLedger().Build("bodies", "kehittamisryhma");
  ASSERT_OK(one);
  EXPECT_EQ(Shown(*one, "totals", {"years", "expected"}), (std::vector<Row>{{"2004–2006", "36"}}));
  EXPECT_EQ(FindTable(*one, "deferred")->rows.size(), 1U);
  EXPECT_EQ(SharedReportLedger().Build("bodies", "nobody").error().code, ErrorCode::kNotFound);
}

// 42 questions, 16 answered, 26 blank; three of six models answered; the numbers 42 to 77 missing.
TEST(FormReport, CountsAnswersAndNamesTheJumpInTheNumbers) {
  const auto report = SharedReportLedger().Build("form", "form-kuntakokeilut-698");
  ASSERT_OK(report);
  EXPECT_EQ(
      Shown(*report, "forms", {"questions", "answered", "blank", "models", "models_answered"}),
      (std::vector<Row>{{"42", "16", "26 [notice]", "6", "3"}}));
  EXPECT_EQ(Shown(*report, "gaps", {"numbers", "missing"}),
            (std::vector<Row>{{"42–77", "36 [notice]"}}));
  std::int64_t answered = 0;
  for (const Chart::Group& group : FindChart(*report, "answers")->groups)
    answered += group.values[0];
  EXPECT_EQ(answered, 16);
}

TEST(OperationsReport, TellsWhatTheMachineDidAndWhatWentWrong) {
  const auto report = SharedReportLedger().Build("operations");
  ASSERT_OK(report);
  EXPECT_EQ(Shown(*report, "verification", {"size", "anchored", "findings", "intact"}),
            (std::vector<Row>{{"550", "540", "2", "no [bad]"}}));
  EXPECT_EQ(Shown(*report, "imports", {"source", "accepted", "duplicates", "rejected", "reason"}),
            (std::vector<Row>{{"late.ndjson", "0", "3", "1 [notice]", "late.ndjson:4: wrong"},
                              {"plans.ndjson", "550", "0", "0 [good]", "none"}}));
  EXPECT_EQ(Shown(*report, "replays", {"kind", "applied", "events_per_second", "equal", "error"}),
            (std::vector<Row>{{"rebuild", "0", "–", "no [bad]", "no space left"},
                              {"catch-up", "550", "275", "not compared", "none [good]"}}));
}

}  // namespace
}  // namespace sinetti
