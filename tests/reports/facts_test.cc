// What each report must say of the scenarios: the figures that domain research worked out by hand
// from the documents.
#include <gmock/gmock.h>

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

}  // namespace
}  // namespace sinetti
