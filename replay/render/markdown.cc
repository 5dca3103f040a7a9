// Markdown (GitHub tables).  Charts become their tables of figures.
#include "replay/render/layout.h"
#include "replay/render/words.h"

namespace sinetti {
namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string CellText(const Cell& cell, Language language) {
  std::string text = Escaped(FormatCell(cell.value, language));
  if (cell.mark != Mark::kNone) text += (text.empty() ? "" : " ") + MarkSign(cell.mark);
  if (!cell.events.empty()) text += " (" + EventReferences(cell.events) + ")";
  return text;
}

void AppendTable(const Table& table, Language language, std::string& out) {
  out += "### " + table.title.In(language) + "\n\n";
  if (table.rows.empty()) {
    out += table.when_empty.In(language) + "\n\n";
    return;
  }
  for (const Column& column : table.columns) out += "| " + Escaped(column.title.In(language)) + " ";
  out += "|\n";
  for (const Column& column : table.columns) out += column.right ? "|---:" : "|---";
  out += "|\n";
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) out += "| " + CellText(cell, language) + " ";
    out += "|\n";
  }
  out += "\n";
  if (const std::string& note = table.note.In(language); !note.empty()) out += note + "\n\n";
}

void AppendChart(const Chart& chart, Language language, std::string& out) {
  out += "### " + chart.title.In(language) + "\n\n| ";
  for (const Words& series : chart.series) out += "| " + Escaped(series.In(language)) + " ";
  out += "|\n|---";
  for (std::size_t i = 0; i < chart.series.size(); ++i) out += "|---:";
  out += "|\n";
  for (const Chart::Group& group : chart.groups) {
    out += "| " + Escaped(group.label) + " ";
    for (const std::int64_t value : group.values) {
      out += "| " +
             (chart.money ? FormatMoney({value}, language) : FormatInteger(value, language)) + " ";
    }
    out += "|\n";
  }
  out += "\n";
}

}  // namespace

std::string RenderMarkdown(const Report& report, Language language) {
  std::string out = "# " + report.title.In(language) + "\n\n";
  if (const std::string& subtitle = report.subtitle.In(language); !subtitle.empty()) {
    out += subtitle + "\n\n";
  }
  out += Escaped(HeadLine(report.origin, language)) + "\n\n";
  for (const Section& section : report.sections) {
    out += "## " + section.title.In(language) + "\n\n";
    for (const Words& paragraph : section.paragraphs) out += paragraph.In(language) + "\n\n";
    for (const Course& course : section.courses) {
      out += "### " + course.title.In(language) + "\n\n```text\n" + CourseText(course, language) +
             "```\n\n";
    }
    for (const Chart& chart : section.charts) AppendChart(chart, language, out);
    for (const Table& table : section.tables) AppendTable(table, language, out);
  }
  out += "## " + words::kProvenance.In(language) + "\n\n";
  for (const auto& [label, value] : ProvenanceLines(report.origin, language)) {
    out += "- " + label + ": " + Escaped(value) + "\n";
  }
  out += "\n" + words::kHowToCheckText.In(language) + "\n";
  if (report.cited.empty()) return out;
  out += "\n## " + words::kEvents.In(language) + "\n\n";
  for (const CitedEvent& event : report.cited) {
    out += "- #" + std::to_string(event.sequence.value) + " " + Escaped(event.label.In(language)) +
           " (" + Escaped(event.type) + "), " + Escaped(event.stream);
    if (!event.occurred.empty()) out += ", " + Escaped(event.occurred);
    if (!event.quote.empty()) out += ": “" + Escaped(event.quote) + "”";
    if (event.invented) out += " [" + words::kInvented.In(language) + "]";
    out += "\n";
  }
  return out;
}

}  // namespace sinetti
