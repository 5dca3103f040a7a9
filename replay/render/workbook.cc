#include "replay/render/workbook.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "replay/render/layout.h"
#include "replay/render/words.h"

namespace sinetti {
namespace {

constexpr std::size_t kLongestText = 32'000;  // characters; a cell holds 32,767
constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostLinks = 60'000;  // a sheet holds 65,530
constexpr std::size_t kLongestSheetName = 31;
constexpr std::int64_t kLargestNumber = 9'007'199'254'740'992;  // a spreadsheet counts in doubles
constexpr time_t kCreated = 946'684'800;  // 2000-01-01: no clock, for the same bytes

// Cut after `most` characters, never inside one.
std::string Cut(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (starts && ++characters > most) return std::string(text.substr(0, at)) + "…";
  }
  return std::string(text);
}

// "3 Tuottajat rinnakkain": unique by its number, without what a sheet's name may not hold.
std::string SheetName(std::size_t number, std::string_view title) {
  std::string name = std::to_string(number) + " " + std::string(title);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
  }
  return Cut(name, kLongestSheetName - 1);
}

// Anonymous memory with a name in /proc, since the library writes to a path: the text of a report
// comes to no disk but where the reader asked for it.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("sinetti-workbook", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (file_ >= 0) close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool is_open() const { return file_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

  std::string Contents() const {
    std::string out;
    std::array<char, 65'536> block;
    ssize_t length = 0;
    while ((length = pread(file_, block.data(), block.size(), static_cast<off_t>(out.size()))) > 0)
      out.append(block.data(), static_cast<std::size_t>(length));
    return out;
  }

 private:
  int file_;
};

// A sheet with its header row frozen and a filter on it.
class Workbook {
 public:
  Workbook(const std::string& path, Language language)
      : language_(language), book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) return;
    lxw_doc_properties properties{};
    properties.created = kCreated;
    workbook_set_properties(book_, &properties);
  }
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  bool is_open() const { return book_ != nullptr; }

  lxw_worksheet* AddSheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    SINETTI_CHECK(sheet != nullptr);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
  }

  // One format for each look, as the library asks.
  lxw_format* Format(const std::string& number, Mark mark = Mark::kNone, bool bold = false) {
    lxw_format*& format = formats_[{number, mark, bold}];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    const std::string sign = mark == Mark::kNone ? "" : "\" " + MarkSign(mark) + "\"";
    if (number == "@") format_set_text_wrap(format);
    if (number != "@" || !sign.empty()) format_set_num_format(format, (number + sign).c_str());
    if (bold || mark != Mark::kNone) format_set_bold(format);
    if (mark == Mark::kGood) format_set_font_color(format, 0x14532D);
    if (mark == Mark::kNotice) format_set_font_color(format, 0x6B4400);
    if (mark == Mark::kBad) format_set_font_color(format, 0x8F1414);
    return format;
  }

  Language language() const { return language_; }

  bool Close() { return workbook_close(std::exchange(book_, nullptr)) == LXW_NO_ERROR; }

 private:
  Language language_;
  lxw_workbook* book_;
  std::map<std::tuple<std::string, Mark, bool>, lxw_format*> formats_;
};

// Writes one value with its type.
class CellWriter {
 public:
  CellWriter(Workbook& book, lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column,
             Mark mark)
      : book_(book), sheet_(sheet), row_(row), column_(column), mark_(mark) {}

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { Text(text); }
  void operator()(const Words& words) const { Text(words.In(book_.language())); }
  void operator()(const Trend& trend) const { Text(TrendNumbers(trend, ", ")); }
  void operator()(std::int64_t value) const { Number(value, 1, "#,##0"); }
  void operator()(Cents value) const {
    const bool english = book_.language() == Language::kEnglish;
    Number(value.value, 100, english ? "\"€\"#,##0.00" : "#,##0.00\\ \"€\"");
  }
  void operator()(Thousandths value) const { Number(value.value, 1'000, "#,##0.0##"); }
  void operator()(Percent value) const { Number(value.value, 100'000, "0.0##%"); }

  // A spreadsheet's days begin with March 1900; earlier ones are text.
  void operator()(Date day) const {
    const CivilDay civil = CivilOf(day);
    if (day < DateOf(1900, 3, 1)) return Text(FormatDate(day));
    lxw_datetime moment{civil.year, civil.month, civil.day, 0, 0, 0};
    const bool english = book_.language() == Language::kEnglish;
    worksheet_write_datetime(sheet_, row_, column_, &moment,
                             book_.Format(english ? "yyyy-mm-dd" : "d.m.yyyy", mark_));
  }

 private:
  void Text(const std::string& text) const {
    worksheet_write_string(sheet_, row_, column_, Cut(text, kLongestText).c_str(),
                           book_.Format("@", mark_));
  }

  void Number(std::int64_t value, double divisor, const char* format) const {
    if (value > kLargestNumber || value < -kLargestNumber)
      return Text(FormatCell(value, Language::kEnglish));
    worksheet_write_number(sheet_, row_, column_, static_cast<double>(value) / divisor,
                           book_.Format(format, mark_));
  }

  Workbook& book_;
  lxw_worksheet* sheet_;
  std::uint32_t row_;
  std::uint16_t column_;
  Mark mark_;
};

void WriteText(Workbook& book, lxw_worksheet* sheet, std::size_t row, std::size_t column,
               const std::string& text, bool bold = false) {
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                         Cut(text, kLongestText).c_str(), book.Format("@", Mark::kNone, bold));
}

// Widths from what is shown, the header frozen, a filter over everything.
void FinishSheet(lxw_worksheet* sheet, const std::vector<std::size_t>& widths, std::size_t rows) {
  constexpr std::size_t kNarrowest = 9;
  constexpr std::size_t kWidest = 60;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const auto width = static_cast<double>(std::clamp(widths[i] + 3, kNarrowest, kWidest));
    worksheet_set_column(sheet, column, column, width, nullptr);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows),
                       static_cast<lxw_col_t>(widths.size() - 1));
}

std::vector<Sequence> EventsOfRow(const std::vector<Cell>& row) {
  std::vector<Sequence> events;
  for (const Cell& cell : row) events.insert(events.end(), cell.events.begin(), cell.events.end());
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  return events;
}

// The row of each event on the sheet of events, which stands last.
using EventRows = std::map<Sequence, std::size_t>;

void WriteTable(Workbook& book, const std::string& name, const Table& table,
                const EventRows& event_rows) {
  const Language language = book.language();
  lxw_worksheet* sheet = book.AddSheet(name);
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns) {
    WriteText(book, sheet, 0, widths.size(), column.title.In(language), true);
    widths.push_back(DisplayWidth(column.title.In(language)));
  }
  WriteText(book, sheet, 0, widths.size(), words::kEvents.In(language), true);
  widths.push_back(12);
  const std::string target = "internal:'" + words::kEventSheet.In(language) + "'!A";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    for (std::size_t k = 0; k < row.size(); ++k) {
      widths[k] = std::max(widths[k], DisplayWidth(FormatCell(row[k].value, language)));
      std::visit(CellWriter(book, sheet, static_cast<std::uint32_t>(i + 1),
                            static_cast<std::uint16_t>(k), row[k].mark),
                 row[k].value);
    }
    const std::vector<Sequence> events = EventsOfRow(row);
    const auto at = events.empty() ? event_rows.end() : event_rows.find(events.front());
    const std::string shown = EventReferences(events, 2'000);
    if (at != event_rows.end() && i < kMostLinks) {
      worksheet_write_url(sheet, static_cast<lxw_row_t>(i + 1), static_cast<lxw_col_t>(row.size()),
                          (target + std::to_string(at->second + 1)).c_str(), nullptr);
    }
    if (!events.empty()) WriteText(book, sheet, i + 1, row.size(), shown);
  }
  FinishSheet(sheet, widths, table.rows.size());
}

// The figures of a chart as a table.
Table FiguresOf(const Chart& chart) {
  Table table{.key = chart.key, .title = chart.title, .columns = {{.key = "label"}}};
  table.columns.front().title = words::kChartTable;
  for (const Words& series : chart.series) table.columns.push_back({.title = series});
  for (const Chart::Group& group : chart.groups) {
    auto& row = table.rows.emplace_back();
    row.push_back({.value = group.label});
    for (const std::int64_t value : group.values) {
      row.push_back({.value = chart.money ? CellValue(Cents{value}) : CellValue(value)});
    }
  }
  return table;
}

struct NamedTable {
  std::string sheet;
  Table table;
};

std::vector<NamedTable> TablesOf(const Report& report, Language language) {
  std::vector<NamedTable> tables;
  const auto add = [&](Table table) {
    const std::string name = SheetName(tables.size() + 1, table.title.In(language));
    tables.push_back({name, std::move(table)});
  };
  for (const Section& section : report.sections) {
    for (const Chart& chart : section.charts) add(FiguresOf(chart));
    for (const Table& table : section.tables) add(table);
  }
  return tables;
}

// Title, the line that says of which day the report speaks, where it comes from, and the sheets.
void WriteFirstSheet(Workbook& book, const Report& report, const std::vector<NamedTable>& tables) {
  const Language language = book.language();
  lxw_worksheet* sheet = book.AddSheet(words::kReportSheet.In(language));
  worksheet_set_column(sheet, 0, 0, 34, nullptr);
  worksheet_set_column(sheet, 1, 1, 100, nullptr);
  std::size_t row = 0;
  const auto line = [&](const std::string& label, const std::string& text, bool bold = false) {
    WriteText(book, sheet, row, 0, label, bold);
    if (!text.empty()) WriteText(book, sheet, row, 1, text);
    ++row;
  };
  line(report.title.In(language), report.subtitle.In(language), true);
  line(words::kAsOf.In(language), HeadLine(report.origin, language));
  ++row;
  for (const Section& section : report.sections) {
    for (const Words& paragraph : section.paragraphs)
      line(section.title.In(language), paragraph.In(language));
  }
  line(words::kContents.In(language), "", true);
  for (const NamedTable& named : tables) {
    const Table& table = named.table;
    std::string about = table.title.In(language);
    if (table.rows.empty()) about += ": " + table.when_empty.In(language);
    if (const std::string& note = table.note.In(language); !note.empty()) about += ". " + note;
    worksheet_write_url(sheet, static_cast<lxw_row_t>(row), 0,
                        ("internal:'" + named.sheet + "'!A1").c_str(), nullptr);
    line(named.sheet, about);
  }
  ++row;
  line(words::kProvenance.In(language), "", true);
  for (const auto& [label, value] : ProvenanceLines(report.origin, language)) line(label, value);
  line(words::kHowToCheck.In(language), words::kHowToCheckText.In(language));
}

Table EventTable(const Report& report) {
  Table table{.columns = {{.title = words::kEvent},
                          {.title = words::kType},
                          {.title = words::kTypeName},
                          {.title = words::kStream},
                          {.title = words::kOccurred},
                          {.title = words::kRecorded},
                          {.title = words::kSource},
                          {.title = words::kLeaf}}};
  for (const CitedEvent& event : report.cited) {
    const std::string quote = event.quote.empty() ? "" : " “" + event.quote + "”";
    table.rows.push_back({{.value = static_cast<std::int64_t>(event.sequence.value)},
                          {.value = event.label},
                          {.value = event.type},
                          {.value = event.stream},
                          {.value = event.occurred},
                          {.value = FormatTimestamp(event.recorded_at)},
                          {.value = event.document + quote},
                          {.value = event.leaf.hex()}});
  }
  return table;
}

Result<void> CheckRows(const std::vector<NamedTable>& tables, const Table& events) {
  std::size_t most = events.rows.size();
  for (const NamedTable& named : tables) most = std::max(most, named.table.rows.size());
  if (most < kMostRows) return {};
  return Error{ErrorCode::kUnsupported,
               "a sheet holds " + std::to_string(kMostRows) + " rows, this report has one of " +
                   std::to_string(most) + ": ask for one subject, or use --format csv"};
}

}  // namespace

Result<std::string> RenderWorkbook(const Report& report, Language language) {
  const std::vector<NamedTable> tables = TablesOf(report, language);
  const Table events = EventTable(report);
  SINETTI_TRY(CheckRows(tables, events));
  EventRows event_rows;
  for (const CitedEvent& event : report.cited) {
    const std::size_t row = event_rows.size() + 1;
    event_rows[event.sequence] = row;
  }

  const MemoryFile file;
  if (!file.is_open()) {
    return Error{ErrorCode::kEnvironment, "no memory for the workbook; use --format csv"};
  }
  Workbook book(file.path(), language);
  if (!book.is_open())
    return Error{ErrorCode::kEnvironment, "the workbook cannot be begun: no memory left"};
  WriteFirstSheet(book, report, tables);
  for (const NamedTable& named : tables) WriteTable(book, named.sheet, named.table, event_rows);
  if (!events.rows.empty()) WriteTable(book, words::kEventSheet.In(language), events, {});
  if (!book.Close()) {
    return Error{ErrorCode::kEnvironment,
                 "the workbook cannot be written: no memory or no place for temporary files "
                 "(TMPDIR); use --format csv"};
  }
  return file.Contents();
}

std::string WithArchiveComment(std::string workbook, std::string_view comment) {
  constexpr std::size_t kEnd = 22;  // the archive's end record, whose comment is empty
  SINETTI_CHECK(workbook.size() >= kEnd && comment.size() < 65'536);
  SINETTI_CHECK(workbook.compare(workbook.size() - kEnd, 4, "PK\x05\x06") == 0);
  workbook[workbook.size() - 2] = static_cast<char>(comment.size() & 0xFF);
  workbook[workbook.size() - 1] = static_cast<char>(comment.size() >> 8);
  return workbook.append(comment);
}

}  // namespace sinetti
