// Plain text for terminals: tables fit the width, long cells wrap inside their column.
#include <algorithm>

#include "replay/render/layout.h"
#include "replay/render/words.h"

namespace sinetti {
namespace {

std::string Repeat(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string CellText(const Cell& cell, Language language) {
  std::string text = FormatCell(cell.value, language);
  if (cell.mark != Mark::kNone && cell.mark != Mark::kGood) {
    text += (text.empty() ? "" : " ") + MarkSign(cell.mark);
  }
  return text;
}

std::size_t NextCharacter(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// Where a line may end: at a space, or behind a hyphen or slash inside a word.
bool MayBreakBehind(std::string_view text, std::size_t at) {
  return (text[at] == '-' || text[at] == '/') && at != 0 && text[at - 1] != ' ' &&
         at + 1 < text.size() && text[at + 1] != ' ';
}

// Takes at most `width` columns off the front of `text`, at a break where there is one.
std::string TakeLine(std::string_view& text, std::size_t width) {
  std::size_t end = 0;  // of what fits
  std::size_t line_end = 0;
  std::size_t next_start = 0;
  std::size_t columns = 0;
  for (; end < text.size() && columns < width; ++columns) {
    if (text[end] == ' ' && end != 0) {
      line_end = end;
      next_start = end + 1;
    } else if (MayBreakBehind(text, end)) {
      line_end = next_start = end + 1;
    }
    end = NextCharacter(text, end);
  }
  if (end == text.size()) {
    line_end = next_start = end;
  } else if (text[end] == ' ') {
    line_end = end;
    next_start = end + 1;
  } else if (line_end == 0) {
    line_end = next_start = end;
  }
  std::string line(text.substr(0, line_end));
  text.remove_prefix(next_start);
  return line;
}

std::vector<std::string> Wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  do {
    lines.push_back(TakeLine(text, width));
  } while (!text.empty());
  return lines;
}

std::string Padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = std::min(DisplayWidth(text), width);
  const std::string space(width - used, ' ');
  return right ? space + text : text + space;
}

// The longest piece that has no break in it, but no more than a column can be asked to hold.
std::size_t LongestWord(std::string_view text) {
  constexpr std::size_t kMost = 14;
  std::size_t longest = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); at = NextCharacter(text, at)) {
    length = text[at] == ' ' ? 0 : length + 1;
    longest = std::max(longest, length);
    if (MayBreakBehind(text, at)) length = 0;
  }
  return std::min(longest, kMost);
}

// Natural widths where they fit; else the widest column of text gives way, as far as its longest
// word.  Empty when even that does not fit.
std::vector<std::size_t> ColumnWidths(const std::vector<std::vector<std::string>>& grid,
                                      const std::vector<Column>& columns, std::size_t total) {
  std::vector<std::size_t> widths(grid.front().size(), 1);
  std::vector<std::size_t> least(grid.front().size(), 1);
  for (const auto& row : grid) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t natural = DisplayWidth(row[i]);
      const bool number = i < columns.size() && columns[i].right && &row != &grid.front();
      widths[i] = std::max(widths[i], natural);
      least[i] = std::max(least[i], number ? natural : LongestWord(row[i]));
    }
  }
  std::size_t used = 2 * (widths.size() - 1);
  for (const std::size_t width : widths) used += width;
  for (; used > total; --used) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] > least[i] && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
    }
    if (widest == nullptr) return {};
    --*widest;
  }
  return widths;
}

void AppendRow(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
               const std::vector<Column>& columns, std::string& out) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(Wrapped(cells[i], widths[i]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) text += "  ";
      const std::string piece = line < wrapped[i].size() ? wrapped[i][line] : "";
      text += Padded(piece, widths[i], i < columns.size() && columns[i].right);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
}

void AppendGrid(const std::vector<std::vector<std::string>>& grid,
                const std::vector<std::size_t>& widths, const std::vector<Column>& columns,
                std::string& out) {
  AppendRow(grid[0], widths, columns, out);
  std::string rule;
  for (std::size_t i = 0; i < widths.size(); ++i) rule += (i ? "  " : "") + Repeat("─", widths[i]);
  out += rule + "\n";
  for (std::size_t i = 1; i < grid.size(); ++i) AppendRow(grid[i], widths, columns, out);
  out += "\n";
}

// A table too wide for the terminal: a line for each cell, behind its column's title.
void AppendCards(const std::vector<std::vector<std::string>>& grid, std::size_t total,
                 std::string& out) {
  std::size_t title_width = 1;
  for (const std::string& title : grid[0]) {
    title_width = std::max(title_width, DisplayWidth(title));
  }
  title_width = std::min(title_width, total / 3);
  const std::vector<std::size_t> widths{title_width, total - title_width - 2};
  for (std::size_t i = 1; i < grid.size(); ++i) {
    out += Repeat("─", total) + "\n";
    for (std::size_t k = 0; k < grid[i].size(); ++k) {
      AppendRow({grid[0][k], grid[i][k]}, widths, {}, out);
    }
  }
  out += "\n";
}

bool HasEvents(const Table& table) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      if (!cell.events.empty()) return true;
    }
  }
  return false;
}

void AppendTable(const Table& table, Language language, int width, std::string& out) {
  out += table.title.In(language) + "\n";
  if (table.rows.empty()) {
    out += "  " + table.when_empty.In(language) + "\n\n";
    return;
  }
  std::vector<std::vector<std::string>> grid(1);
  for (const Column& column : table.columns) grid[0].push_back(column.title.In(language));
  const bool has_events = HasEvents(table);
  if (has_events) grid[0].push_back("#");
  for (const auto& row : table.rows) {
    auto& cells = grid.emplace_back();
    std::vector<Sequence> events;
    for (const Cell& cell : row) {
      cells.push_back(CellText(cell, language));
      events.insert(events.end(), cell.events.begin(), cell.events.end());
    }
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    if (has_events) cells.push_back(EventReferences(events, 4));
  }
  const auto total = static_cast<std::size_t>(std::max(width, 40));
  const auto widths = ColumnWidths(grid, table.columns, total);
  if (widths.empty()) {
    AppendCards(grid, total, out);
  } else {
    AppendGrid(grid, widths, table.columns, out);
  }
  if (const std::string& note = table.note.In(language); !note.empty()) {
    for (const std::string& line : Wrapped(note, static_cast<std::size_t>(width)))
      out += line + "\n";
    out += "\n";
  }
}

void AppendChart(const Chart& chart, Language language, std::string& out) {
  out += chart.title.In(language) + "\n";
  std::int64_t highest = 1;
  std::size_t label_width = 0;
  for (const Words& series : chart.series) {
    label_width = std::max(label_width, DisplayWidth(series.In(language)));
  }
  for (const Chart::Group& group : chart.groups) {
    for (const std::int64_t value : group.values) highest = std::max(highest, value);
  }
  for (const Chart::Group& group : chart.groups) {
    out += "  " + group.label + "\n";
    for (std::size_t i = 0; i < group.values.size(); ++i) {
      const std::int64_t value = std::max<std::int64_t>(group.values[i], 0);
      const auto bar = static_cast<std::size_t>(value * 40 / highest);
      out += "    " + Padded(chart.series[i].In(language), label_width, false) + " " +
             Repeat("█", bar) + " " +
             (chart.money ? FormatMoney({group.values[i]}, language)
                          : FormatInteger(group.values[i], language)) +
             "\n";
    }
  }
  out += "\n";
}

void AppendTitle(const std::string& title, std::string_view rule, std::string& out) {
  out += title + "\n" + Repeat(rule, DisplayWidth(title)) + "\n\n";
}

}  // namespace

std::string RenderTable(const Table& table, Language language, int width) {
  std::string out;
  AppendTable(table, language, width, out);
  return out;
}

std::string RenderParagraph(std::string_view text, int indent, int width) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string out;
  for (const std::string& line :
       Wrapped(text, static_cast<std::size_t>(std::max(width - indent, 20))))
    out += margin + line + "\n";
  return out;
}

std::string RenderText(const Report& report, Language language, int width) {
  std::string out;
  AppendTitle(report.title.In(language), "═", out);
  const auto columns = static_cast<std::size_t>(std::max(width, 40));
  if (const std::string& subtitle = report.subtitle.In(language); !subtitle.empty()) {
    for (const std::string& line : Wrapped(subtitle, columns)) out += line + "\n";
  }
  for (const std::string& line : Wrapped(HeadLine(report.origin, language), columns))
    out += line + "\n";
  out += "\n";
  for (const Section& section : report.sections) {
    AppendTitle(section.title.In(language), "─", out);
    for (const Words& paragraph : section.paragraphs) {
      for (const std::string& line : Wrapped(paragraph.In(language), columns)) out += line + "\n";
      out += "\n";
    }
    for (const Course& course : section.courses)
      out += course.title.In(language) + "\n\n" + CourseText(course, language) + "\n";
    for (const Chart& chart : section.charts) AppendChart(chart, language, out);
    for (const Table& table : section.tables) AppendTable(table, language, width, out);
  }
  AppendTitle(words::kProvenance.In(language), "─", out);
  std::size_t label_width = 0;
  const auto lines = ProvenanceLines(report.origin, language);
  for (const auto& line : lines) label_width = std::max(label_width, DisplayWidth(line.first));
  for (const auto& line : lines) {
    out += "  " + Padded(line.first, label_width, false) + "  " + line.second + "\n";
  }
  return out;
}

}  // namespace sinetti
