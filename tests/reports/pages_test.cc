// Every report in every format and language: same input, same bytes; HTML that stands alone, has
// its headings and header cells, and whose every figure leads to an event on the page.
#include <gmock/gmock.h>

#include <set>

#include "tests/reports/report_ledger.h"

namespace sinetti {
namespace {

using testing_support::SharedReportLedger;

constexpr Language kLanguages[] = {Language::kFinnish, Language::kSwedish, Language::kEnglish};

struct Asked {
  std::string name, scope;
};

// Each report as somebody would ask for it.
const std::vector<Asked>& AskedReports() {
  static const std::vector<Asked> asked{
      {"funding", ""},
      {"funding", "keski-suomen-yhteistoimintamalli"},
      {"proposals", ""},
      {"proposals", "hhj-2014"},
      {"discrepancies", ""},
      {"discrepancies", "R-SUM"},
      {"discrepancies-public", ""},
      {"provider", "hoiva-esimerkki"},
      {"provider", "apu-malli"},
      {"trace", "HVA-K/1001/2024"},
      {"trace", "LVV-K/101/2026"},
      {"trace", "ROI-K/5/2014"},
      {"selfmonitoring", "hoivakoti-kanerva"},
      {"selfmonitoring", "hoiva-esimerkki@2025-06"},
      {"overview", ""},
      {"extract", "hoiva-esimerkki"},
      {"extract", "apu-malli"},
      {"inspection", "LVV-K/101/2026"},
      {"dossier", "HVA-K/1001/2024"},
      {"processing", "2014-04"},
      {"account", "2014"},
      {"account", "2007"},
      {"project", "keski-suomen-yhteistoimintamalli"},
      {"deadlines", ""},
      {"deadlines", "hoiva-esimerkki"},
      {"bodies", ""},
      {"bodies", "kehittamisryhma"},
      {"form", ""},
      {"form", "form-kuntakokeilut-698"},
      {"integrity", ""},
      {"operations", ""},
  };
  return asked;
}

std::size_t CountOf(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(piece, at)) != std::string_view::npos;
       at += piece.size()) {
    ++count;
  }
  return count;
}

// What stands between `before` and the next quote, at every place.
std::vector<std::string> AttributeValues(std::string_view html, std::string_view before) {
  std::vector<std::string> values;
  for (std::size_t at = 0; (at = html.find(before, at)) != std::string_view::npos;) {
    at += before.size();
    values.emplace_back(html.substr(at, html.find('"', at) - at));
  }
  return values;
}

class EveryReport : public ::testing::TestWithParam<Asked> {
 protected:
  void SetUp() override {
    auto built = SharedReportLedger().Build(GetParam().name, GetParam().scope);
    ASSERT_OK(built);
    report_ = std::move(*built);
  }

  Report report_;
};

TEST_P(EveryReport, GivesTheSameBytesTwiceInEveryFormatAndLanguage) {
  const auto again = SharedReportLedger().Build(GetParam().name, GetParam().scope);
  ASSERT_OK(again);
  for (const ReportFormat format : {ReportFormat::kText, ReportFormat::kMarkdown,
                                    ReportFormat::kHtml, ReportFormat::kCsv, ReportFormat::kJson}) {
    std::set<std::string> pages;
    for (const Language language : kLanguages) {
      const std::string page = Render(report_, format, language);
      EXPECT_EQ(page, Render(*again, format, language));
      EXPECT_FALSE(page.empty());
      pages.insert(page);
    }
    if (format == ReportFormat::kHtml || format == ReportFormat::kText) {
      EXPECT_EQ(pages.size(), 3U) << "two languages are the same page";
    }
  }
}

TEST_P(EveryReport, HasWordsInAllLanguages) {
  const auto all = [](const Words& words) {
    return !words.fi.empty() && !words.sv.empty() && !words.en.empty();
  };
  EXPECT_TRUE(all(report_.title));
  for (const Section& section : report_.sections) {
    EXPECT_TRUE(all(section.title)) << section.title.en;
    for (const Words& paragraph : section.paragraphs) EXPECT_TRUE(all(paragraph)) << paragraph.en;
    for (const Course& course : section.courses) {
      EXPECT_TRUE(all(course.title));
      for (const Course::Step& step : course.steps) EXPECT_TRUE(all(step.label)) << step.label.en;
      for (const Course::Link& link : course.links)
        EXPECT_TRUE(all(link.relation)) << link.relation.en;
    }
    for (const Table& table : section.tables) {
      EXPECT_TRUE(all(table.title)) << table.key;
      EXPECT_TRUE(!table.rows.empty() || all(table.when_empty)) << table.key;
      EXPECT_EQ(table.note.fi.empty(), table.note.sv.empty()) << table.key;
      EXPECT_EQ(table.note.fi.empty(), table.note.en.empty()) << table.key;
      for (const Column& column : table.columns) EXPECT_TRUE(all(column.title)) << column.key;
    }
  }
}

TEST_P(EveryReport, HasNoEmptyCellsAndRowsOfOneWidth) {
  for (const Section& section : report_.sections) {
    for (const Table& table : section.tables) {
      for (const auto& row : table.rows) {
        ASSERT_EQ(row.size(), table.columns.size()) << table.key;
        for (std::size_t i = 0; i < row.size(); ++i) {
          for (const Language language : kLanguages) {
            EXPECT_FALSE(FormatCell(row[i].value, language).empty())
                << table.key << "." << table.columns[i].key << ": say that it is missing";
          }
        }
      }
    }
  }
}

TEST_P(EveryReport, IsOneHtmlFileWithoutOutsideReferencesOrScripts) {
  const std::string html = Render(report_, ReportFormat::kHtml, Language::kFinnish);
  EXPECT_EQ(CountOf(html, "<script"), 0U);
  EXPECT_EQ(CountOf(html, " src="), 0U);
  EXPECT_EQ(CountOf(html, "<link"), 0U);
  EXPECT_EQ(CountOf(html, "url("), 0U);
  EXPECT_EQ(CountOf(html, "@import"), 0U);
  for (const std::string& target : AttributeValues(html, "href=\"")) {
    EXPECT_TRUE(target.starts_with('#')) << target;
  }
}

TEST_P(EveryReport, HasOneHeadingHeaderCellsAndUniqueIds) {
  const std::string html = Render(report_, ReportFormat::kHtml, Language::kSwedish);
  EXPECT_EQ(CountOf(html, "<h1"), 1U);
  EXPECT_EQ(CountOf(html, "<html lang=\"sv\">"), 1U);
  EXPECT_EQ(CountOf(html, "<th"), CountOf(html, "<th scope=") + CountOf(html, "<thead>"));
  std::size_t at = 0;
  while ((at = html.find("<table", at)) != std::string::npos) {
    const std::string_view table =
        std::string_view(html).substr(at, html.find("</table>", at) - at);
    EXPECT_GT(CountOf(table, "<th scope=\"col\""), 0U);
    EXPECT_EQ(CountOf(table, "<caption>"), 1U);
    at += table.size();
  }
  const auto ids = AttributeValues(html, " id=\"");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST_P(EveryReport, LeadsFromFiguresToEventsThatAreOnThePage) {
  const std::string html = Render(report_, ReportFormat::kHtml, Language::kEnglish);
  const auto ids = AttributeValues(html, " id=\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  std::size_t links = 0;
  for (const std::string& target : AttributeValues(html, "href=\"#")) {
    EXPECT_TRUE(known.contains(target)) << "#" << target << " leads nowhere";
    links += target.starts_with("event-");
  }
  EXPECT_TRUE(links > 0 || GetParam().name == "integrity" || GetParam().name == "operations");
}

INSTANTIATE_TEST_SUITE_P(Reports, EveryReport, ::testing::ValuesIn(AskedReports()),
                         [](const auto& asked) {
                           std::string name =
                               asked.param.name +
                               (asked.param.scope.empty() ? "" : "_" + asked.param.scope);
                           for (char& c : name) {
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace sinetti
