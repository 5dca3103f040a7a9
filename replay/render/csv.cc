// CSV after RFC 4180: one block for each table, introduced by its key in a line of its own when the
// report has several.  Values are plain (no thousands separators; decimal point), so that machines
// read them alike in every language; the events stand in the last column.
#include "replay/render/layout.h"

namespace sinetti {
namespace {

std::string Quoted(const std::string& text) {
  // A leading =, +, - or @ would be a formula to a spreadsheet; numbers never come through here.
  std::string safe = text;
  if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos) {
    safe.insert(safe.begin(), '\'');
  }
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string Scaled(std::int64_t value, int scale) {
  const std::uint64_t magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::string digits = std::to_string(magnitude);
  while (static_cast<int>(digits.size()) <= scale) digits.insert(digits.begin(), '0');
  digits.insert(digits.size() - static_cast<std::size_t>(scale), ".");
  return (value < 0 ? "-" : "") + digits;
}

struct PlainFormatter {
  Language language;

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return Quoted(text); }
  std::string operator()(const Words& words) const { return Quoted(words.In(language)); }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(Cents value) const { return Scaled(value.value, 2); }
  std::string operator()(Thousandths value) const { return Scaled(value.value, 3); }
  std::string operator()(Percent value) const { return Scaled(value.value, 3); }
  std::string operator()(Date value) const { return FormatDate(value); }
  std::string operator()(const Trend& trend) const { return TrendNumbers(trend, " "); }
};

void AppendTable(const Table& table, Language language, std::string& out) {
  for (const Column& column : table.columns) out += Quoted(column.key) + ",";
  out += "events\r\n";
  for (const auto& row : table.rows) {
    std::string events;
    for (const Cell& cell : row) {
      out += std::visit(PlainFormatter{language}, cell.value) + ",";
      for (const Sequence event : cell.events) {
        const std::string number = std::to_string(event.value);
        if ((" " + events + " ").find(" " + number + " ") == std::string::npos) {
          events += (events.empty() ? "" : " ") + number;
        }
      }
    }
    out += events + "\r\n";
  }
}

}  // namespace

std::string RenderCsv(const Report& report, Language language) {
  std::size_t tables = 0;
  for (const Section& section : report.sections) tables += section.tables.size();
  std::string out;
  for (const Section& section : report.sections) {
    for (const Table& table : section.tables) {
      if (tables > 1) out += (out.empty() ? "" : "\r\n") + ("# " + table.key) + "\r\n";
      AppendTable(table, language, out);
    }
  }
  return out;
}

}  // namespace sinetti
