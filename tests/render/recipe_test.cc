// The line by which a report is rebuilt: it survives its own format, and damage is named.
#include <gmock/gmock.h>

#include "replay/render/origin_line.h"
#include "tests/render/sample.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using testing_support::SampleReport;

ReportRecipe FullRecipe(ReportFormat format) {
  return {.report = "trace",
          .scope = "HVA-K/77/2025 ä \" -- % =",
          .format = format,
          .language = Language::kSwedish,
          .width = format == ReportFormat::kText ? 72 : 100,
          .until = TreeSize{171},
          .as_of = DateOf(2026, 3, 2),
          .known_at = ParseTimestamp("2026-03-02T08:00:00Z").value(),
          .checkpoint = TreeSize{150}};
}

constexpr ReportFormat kFormats[] = {ReportFormat::kText, ReportFormat::kMarkdown,
                                     ReportFormat::kHtml, ReportFormat::kCsv, ReportFormat::kJson};

TEST(Recipe, IsFoundAgainInEveryFormat) {
  const Report report = SampleReport({{Cell{.value = std::string("sinetti-report")}}});
  for (const ReportFormat format : kFormats) {
    const ReportRecipe recipe = FullRecipe(format);
    const auto found = FindRecipe(WithRecipe(Render(report, format, Language::kSwedish), recipe));
    ASSERT_OK(found);
    EXPECT_EQ(*found, recipe);
  }
}

TEST(Recipe, LeavesOutWhatWasNotAskedFor) {
  const ReportRecipe recipe{
      .report = "funding", .format = ReportFormat::kHtml, .until = TreeSize{3}};
  EXPECT_EQ(FormatRecipe(recipe), "sinetti-report report=funding format=html lang=fi until=3");
}

TEST(Recipe, IsMissingFromOtherFiles) {
  EXPECT_FAILS(FindRecipe(""), ErrorCode::kInvalid);
  EXPECT_FAILS(FindRecipe("<html><body>a page of somebody else</body></html>"),
               ErrorCode::kInvalid);
}

TEST(Recipe, NamesADamagedMember) {
  EXPECT_FAILS(FindRecipe("# sinetti-report report=funding format=tar until=3\n"),
               ErrorCode::kInvalid);
  EXPECT_FAILS(FindRecipe("# sinetti-report report=funding until=three\n"), ErrorCode::kInvalid);
  EXPECT_FAILS(FindRecipe("# sinetti-report report=fund%2\n"), ErrorCode::kInvalid);
  EXPECT_FAILS(FindRecipe("# sinetti-report format=html until=3\n"), ErrorCode::kInvalid);
  EXPECT_FAILS(FindRecipe("# sinetti-report report=funding as-of=2026-02-30\n"),
               ErrorCode::kInvalid);
}

TEST(Recipe, OfANewerProgramIsNotGuessedAt) {
  EXPECT_FAILS(FindRecipe("# sinetti-report report=funding until=3 colour=blue\n"),
               ErrorCode::kUnsupported);
}

TEST(Recipe, EveryFlippedByteGivesAnErrorOrAnotherRecipe) {
  const ReportRecipe recipe = FullRecipe(ReportFormat::kCsv);
  const std::string line = "# " + FormatRecipe(recipe) + "\n";
  for (std::size_t i = 2; i + 1 < line.size(); ++i) {
    std::string damaged = line;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    const auto found = FindRecipe(damaged);
    EXPECT_FALSE(found && *found == recipe) << damaged;
  }
}

}  // namespace
}  // namespace sinetti
