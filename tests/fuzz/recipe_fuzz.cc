// The line by which a report says how to build it again, found in any text.
#include "ledger/base/check.h"
#include "replay/render/origin_line.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {

std::vector<std::string> Seeds() {
  ReportRecipe recipe{.report = "funding", .scope = "", .until = TreeSize{171}};
  std::vector<std::string> seeds{FormatRecipe(recipe)};
  recipe.scope = "hoivakoti \"Kanerva\" 100 % -->";
  recipe.format = ReportFormat::kHtml;
  recipe.language = Language::kSwedish;
  recipe.as_of = DateOf(2026, 3, 1);
  recipe.known_at = Timestamp{1'767'225'600'000'001};
  recipe.checkpoint = TreeSize{170};
  seeds.push_back(FormatRecipe(recipe));
  seeds.push_back(WithRecipe("<!doctype html>\n<p>x</p>\n", recipe));
  return seeds;
}

void Eat(std::string_view input) {
  Result<ReportRecipe> found = FindRecipe(input);
  if (!found) {
    SINETTI_CHECK(!found.error().message.empty());
    return;
  }
  if (found->format != ReportFormat::kText) found->width = ReportRecipe().width;  // not written
  const Result<ReportRecipe> again = FindRecipe(FormatRecipe(*found));
  SINETTI_CHECK(again.has_value() && *again == *found);
}

}  // namespace sinetti::fuzz
