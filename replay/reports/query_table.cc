#include "replay/reports/query_table.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "ledger/event/edtf.h"

namespace sinetti {

const Words kMissingWords{"puuttuu", "saknas", "missing"};
const Words kYesWords{"kyllä", "ja", "yes"};
const Words kNoWords{"ei", "nej", "no"};

namespace {

constexpr std::string_view kEventsColumn = "events";
constexpr std::string_view kMarkColumn = "mark";
constexpr std::string_view kMarkedColumn = "mark_column";

Mark ParseMark(std::string_view text) {
  if (text == "good") return Mark::kGood;
  if (text == "notice") return Mark::kNotice;
  if (text == "bad") return Mark::kBad;
  return Mark::kNone;
}

CellValue DateValue(std::string_view text) {
  if (auto day = ParseDate(text); day) return *day;
  if (auto partial = ParseEdtf(text); partial) {
    return Words{DisplayEdtf(*partial, Language::kFinnish),
                 DisplayEdtf(*partial, Language::kSwedish),
                 DisplayEdtf(*partial, Language::kEnglish)};
  }
  return std::string(text);
}

CellValue ReadCell(const Statement& row, int index, const ColumnSpec& column) {
  if (row.IsNull(index)) return kMissingWords;
  switch (column.kind) {
    case ColumnKind::kText: return std::string(row.Text(index));
    case ColumnKind::kInteger: return row.Integer(index);
    case ColumnKind::kCents: return Cents{row.Integer(index)};
    case ColumnKind::kThousandths: return Thousandths{row.Integer(index)};
    case ColumnKind::kPercent: return Percent{row.Integer(index)};
    case ColumnKind::kDate: return DateValue(row.Text(index));
    case ColumnKind::kSign: return row.Integer(index) != 0 ? kYesWords : kNoWords;
    case ColumnKind::kCode:
      for (const CodeWord& code : column.codes) {
        if (code.code == row.Text(index)) return code.words;
      }
      return std::string(row.Text(index));
  }
  return {};
}

bool IsNumber(ColumnKind kind) {
  return kind == ColumnKind::kInteger || kind == ColumnKind::kCents ||
         kind == ColumnKind::kThousandths || kind == ColumnKind::kPercent;
}

}  // namespace

std::vector<Sequence> ParseSequences(std::string_view text) {
  std::vector<Sequence> sequences;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  while (at != end) {
    if (*at == ' ' || *at == ',') {
      ++at;
      continue;
    }
    std::uint64_t value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    SINETTI_CHECK(error == std::errc());
    sequences.push_back(Sequence{value});
    at = next;
  }
  std::sort(sequences.begin(), sequences.end());
  sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
  return sequences;
}

Result<Table> QueryTable(Database& database, const TableSpec& spec,
                         const std::vector<std::string>& parameters) {
  auto prepared = database.Prepare(spec.sql);
  if (!prepared) {
    return std::move(prepared).error().Within("report table " + std::string(spec.key));
  }
  Statement& rows = *prepared;
  std::map<std::string, int, std::less<>> position;
  for (int i = 0; i < rows.columns(); ++i) position[std::string(rows.column_name(i))] = i;

  Table table{.key = std::string(spec.key),
              .title = spec.title,
              .when_empty = spec.when_empty,
              .note = spec.note};
  for (const ColumnSpec& column : spec.columns) {
    SINETTI_CHECK(position.contains(column.key));
    table.columns.push_back(
        {.key = std::string(column.key), .title = column.title, .right = IsNumber(column.kind)});
  }
  rows.StartWith(parameters);
  while (true) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return table;
    std::vector<Cell>& cells = table.rows.emplace_back();
    for (const ColumnSpec& column : spec.columns) {
      cells.push_back({.value = ReadCell(rows, position.find(column.key)->second, column)});
    }
    if (const auto events = position.find(kEventsColumn); events != position.end()) {
      cells.front().events = ParseSequences(rows.Text(events->second));
    }
    const auto mark = position.find(kMarkColumn);
    if (mark == position.end()) continue;
    std::size_t marked = cells.size() - 1;
    if (const auto name = position.find(kMarkedColumn); name != position.end()) {
      for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        if (spec.columns[i].key == rows.Text(name->second)) marked = i;
      }
    }
    cells[marked].mark = ParseMark(rows.Text(mark->second));
  }
}

}  // namespace sinetti
