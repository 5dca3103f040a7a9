// What each format must bear: hostile text, spreadsheets, other programs' parsers, narrow
// terminals.
#include <gmock/gmock.h>
#include <simdjson.h>

#include <algorithm>

#include "tests/render/sample.h"

namespace sinetti {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::SampleReport;
using testing_support::SampleTable;

constexpr Language kEn = Language::kEnglish;

std::string Csv(const std::string& value) {
  const std::string page = Render(SampleReport({{Cell{.value = value}}}), ReportFormat::kCsv, kEn);
  const std::size_t start = page.find("\r\n") + 2;
  return page.substr(start, page.rfind(",\r\n") - start);
}

std::size_t Columns(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return columns;
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

TEST(CsvReport, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(Csv("plain"), "plain");
  EXPECT_EQ(Csv("a,b"), "\"a,b\"");
  EXPECT_EQ(Csv("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(Csv("two\nlines"), "\"two\nlines\"");
}

TEST(CsvReport, KeepsTextFromBecomingAFormula) {
  EXPECT_EQ(Csv("=1+1"), "'=1+1");
  EXPECT_EQ(Csv("+358"), "'+358");
  EXPECT_EQ(Csv("-5–-4 %"), "'-5–-4 %");
  EXPECT_EQ(Csv("@cmd"), "'@cmd");
  EXPECT_EQ(Csv("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
}

TEST(CsvReport, WritesNumbersPlainlyAndEventsLast) {
  const Report report =
      SampleReport({{Cell{.value = Cents{-5}, .events = {Sequence{3}, Sequence{14}}},
                     Cell{.value = Percent{62'857}},
                     Cell{.value = DateOf(2007, 5, 1), .events = {Sequence{3}}}}});
  EXPECT_EQ(Render(report, ReportFormat::kCsv, Language::kFinnish),
            "c1,c2,c3,events\r\n-0.05,62.857,2007-05-01,3 14\r\n");
}

TEST(ReportForPeople, SaysAboveItsFirstTableOfWhichDayAndOfWhichLedgerItSpeaks) {
  const Report report = SampleReport({{Cell{.value = std::string("first cell")}}});
  for (const ReportFormat format :
       {ReportFormat::kText, ReportFormat::kMarkdown, ReportFormat::kHtml}) {
    const std::string page = Render(report, format, Language::kFinnish, 200);
    const std::string head = page.substr(0, page.find("first cell"));
    EXPECT_THAT(head, HasSubstr("Tilanne päivänä: 4.10.2024 · Tiedossa hetkellä: kaikki"));
    EXPECT_THAT(head, HasSubstr("Rekisteri: example.org/test"));
    EXPECT_THAT(head, HasSubstr("Tarkistuspiste: ei allekirjoitettua"));
  }
}

TEST(JsonReport, IsReadByAnotherParserWithEveryCharacterKept) {
  const std::string hostile = "quote \" backslash \\ tab \t bell \a line \n ä € 😀 </script>";
  const std::string page =
      Render(SampleReport({{Cell{.value = hostile}}}), ReportFormat::kJson, kEn);
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  ASSERT_EQ(parser.parse(page).get(document), simdjson::SUCCESS) << page;
  EXPECT_THAT(simdjson::minify(document), HasSubstr("sample"));
  std::string_view read;
  ASSERT_EQ(document.at_pointer("/sections/0/tables/0/rows/0/c1/value").get(read),
            simdjson::SUCCESS);
  EXPECT_EQ(read, hostile);
}

TEST(HtmlReport, EscapesHostileTextEverywhere) {
  const std::string hostile = "\"><script>alert('x')</script>&amp;";
  Report report = SampleReport({{Cell{.value = hostile, .events = {Sequence{1}}}}});
  report.title = report.subtitle = Words::Same(hostile);
  report.sections[0].title = report.sections[0].tables[0].title = Words::Same(hostile);
  report.sections[0].tables[0].columns[0].title = Words::Same(hostile);
  report.sections[0].charts.push_back({.key = "chart",
                                       .title = Words::Same(hostile),
                                       .series = {Words::Same(hostile)},
                                       .groups = {{.label = hostile, .values = {1}}}});
  report.cited.push_back({.sequence = Sequence{1},
                          .id = hostile,
                          .type = hostile,
                          .label = Words::Same(hostile),
                          .stream = hostile,
                          .occurred = hostile,
                          .document = hostile,
                          .quote = hostile});
  const std::string page = Render(report, ReportFormat::kHtml, kEn);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("alert('x')")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
}

TEST(HtmlReport, GivesLongWordsPlacesToBreakWithoutChangingThem) {
  const std::string stream = "funding-keski-suomen-yhteistoimintamalli/rahoitus.2008";
  std::string page = Render(SampleReport({{Cell{.value = stream}}}), ReportFormat::kHtml, kEn);
  EXPECT_THAT(page, HasSubstr("funding-<wbr>keski-<wbr>"));
  for (std::size_t at; (at = page.find("<wbr>")) != std::string::npos;) page.erase(at, 5);
  EXPECT_THAT(page, HasSubstr(stream));
}

TEST(HtmlReport, SaysAMarkInWordsAndNotByColourAlone) {
  const std::string page = Render(SampleReport({{Cell{.value = "x", .mark = Mark::kBad}}}),
                                  ReportFormat::kHtml, Language::kFinnish);
  EXPECT_THAT(page, HasSubstr("poikkeama"));
}

TEST(MarkdownReport, KeepsCellsInTheirRow) {
  const std::string page =
      Render(SampleReport({{Cell{.value = "a|b\nc"}}}), ReportFormat::kMarkdown, kEn);
  for (const std::string& line : Lines(page)) {
    if (line.find("a\\|b") != std::string::npos) {
      EXPECT_THAT(line, HasSubstr("c"));
    }
  }
  EXPECT_THAT(page, HasSubstr("a\\|b"));
}

TEST(TextTable, FitsEveryWidth) {
  const std::string sentence = "Kokonaisrahoitus on ilmoitettu, mutta rivien summa poikkeaa siitä.";
  const Table table =
      SampleTable({{Cell{.value = sentence}, Cell{.value = std::string("keski-suomen-malli")},
                    Cell{.value = Cents{10'050'000}, .events = {Sequence{3}}}},
                   {Cell{.value = std::string("ä")}, Cell{.value = sentence},
                    Cell{.value = Cents{0}, .mark = Mark::kBad}}});
  for (int width = 40; width <= 160; ++width) {
    for (const std::string& line : Lines(RenderTable(table, Language::kFinnish, width))) {
      EXPECT_LE(Columns(line), static_cast<std::size_t>(width)) << line;
    }
  }
}

TEST(TextTable, TurnsRowsIntoCardsWhenItsWordsDoNotFit) {
  std::vector<Cell> row;
  for (int i = 0; i < 12; ++i) row.push_back({.value = std::string("omavalvontasuunnitelma")});
  const std::string text = RenderTable(SampleTable({row}), kEn, 80);
  EXPECT_THAT(text, HasSubstr("Column c12  omavalvontasuunnitelma\n"));
}

TEST(TextTable, LosesNoCharacterByWrapping) {
  const std::string value =
      "supcase-lvv-k-101-2026/tarkastuskertomus annettu tiedoksi äöå-äöå 19.2.2026 "
      "perustoimeentulotuenkäsittelijänvaltuutuspäätöksenmuutoksenhakuohje";
  const std::string text = RenderTable(SampleTable({{Cell{.value = value}}}), kEn, 40);
  std::string joined = text.substr(text.find("─\n") + std::string("─\n").size());
  std::string expected = value;
  for (std::string* each : {&joined, &expected}) {
    each->erase(
        std::remove_if(each->begin(), each->end(), [](char c) { return c == ' ' || c == '\n'; }),
        each->end());
  }
  EXPECT_EQ(joined, expected);
}

TEST(EmptyTable, SaysWhatItMeansThatThereIsNoRow) {
  const Report report = SampleReport({});
  for (const ReportFormat format :
       {ReportFormat::kText, ReportFormat::kMarkdown, ReportFormat::kHtml}) {
    EXPECT_THAT(Render(report, format, Language::kSwedish), HasSubstr("Inga rader"));
  }
}

}  // namespace
}  // namespace sinetti
