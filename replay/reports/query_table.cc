#include "replay/reports/query_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "replay/reports/cell_words.h"

namespace sinetti {

const Words kMissingWords{"puuttuu", "saknas", "missing"};
const Words kNotApplicable = Words::Same("–");
const Words kYesWords{"kyllä", "ja", "yes"};
const Words kNoWords{"ei", "nej", "no"};

namespace {

Mark ParseMark(std::string_view text) {
  if (text == "good") return Mark::kGood;
  if (text == "notice") return Mark::kNotice;
  if (text == "bad") return Mark::kBad;
  return Mark::kNone;
}

bool IsNumber(ColumnKind kind) {
  return kind == ColumnKind::kInteger || kind == ColumnKind::kCents ||
         kind == ColumnKind::kThousandths || kind == ColumnKind::kPercent;
}

// A prepared query and the places of its columns.
class Rows {
 public:
  static Result<Rows> Start(Database& database, std::string_view key, const std::string& sql,
                            const std::vector<std::string>& parameters) {
    auto statement = database.Prepare(sql);
    if (!statement) {
      return std::move(statement).error().Within("report table " + std::string(key));
    }
    Rows rows(std::move(*statement));
    rows.statement_.StartWith(parameters);
    return rows;
  }

  Result<bool> Step() { return statement_.Step(); }
  const Statement& statement() const { return statement_; }

  std::optional<int> Find(std::string_view key) const {
    const auto found = place_.find(key);
    if (found == place_.end()) return std::nullopt;
    return found->second;
  }

  std::string_view Text(std::string_view key) const {
    const auto place = Find(key);
    return place ? statement_.Text(*place) : std::string_view();
  }

 private:
  explicit Rows(Statement statement) : statement_(std::move(statement)) {
    for (int i = 0; i < statement_.columns(); ++i) {
      place_[std::string(statement_.column_name(i))] = i;
    }
  }

  Statement statement_;
  std::map<std::string, int, std::less<>> place_;
};

std::string Suffixed(std::string_view key, std::string_view suffix) {
  return std::string(key) + std::string(suffix);
}

CellValue MissingValue(const Rows& rows, const ColumnSpec& column) {
  const std::string_view why = rows.Text(Suffixed(column.key, "_why"));
  if (!why.empty()) return CodeValue(why, column.codes);
  return column.when_missing.en.empty() ? kMissingWords : column.when_missing;
}

CellValue WordsValue(const Rows& rows, const ColumnSpec& column) {
  Words words{std::string(rows.Text(Suffixed(column.key, "_fi"))),
              std::string(rows.Text(Suffixed(column.key, "_sv"))),
              std::string(rows.Text(Suffixed(column.key, "_en")))};
  return words.fi.empty() ? MissingValue(rows, column) : words;
}

CellValue ReadValue(const Rows& rows, const ColumnSpec& column) {
  if (column.kind == ColumnKind::kWords) return WordsValue(rows, column);
  const auto place = rows.Find(column.key);
  SINETTI_CHECK(place.has_value());
  const Statement& row = rows.statement();
  if (row.IsNull(*place)) return MissingValue(rows, column);
  switch (column.kind) {
    case ColumnKind::kWords: break;
    case ColumnKind::kText: return std::string(row.Text(*place));
    case ColumnKind::kInteger: return row.Integer(*place);
    case ColumnKind::kCents: return Cents{row.Integer(*place)};
    case ColumnKind::kThousandths: return Thousandths{row.Integer(*place)};
    case ColumnKind::kPercent: return Percent{row.Integer(*place)};
    case ColumnKind::kDate: return DateValue(row.Text(*place));
    case ColumnKind::kSign: return row.Integer(*place) != 0 ? kYesWords : kNoWords;
    case ColumnKind::kTrend: return TrendValue(row.Text(*place));
    case ColumnKind::kStated: return StatedWords(row.Text(*place));
    case ColumnKind::kCode: return CodeValue(row.Text(*place), column.codes);
    case ColumnKind::kCodes: return CodesWords(row.Text(*place), column.codes);
    case ColumnKind::kEventType: return EventTypeWords(row.Text(*place));
    case ColumnKind::kEnumerant: return EnumerantWords(column.schema_field, row.Text(*place));
  }
  return {};
}

std::vector<Cell> ReadRow(const Rows& rows, const std::vector<ColumnSpec>& columns) {
  std::vector<Cell> cells;
  std::size_t marked = columns.size() - 1;
  for (const ColumnSpec& column : columns) {
    if (column.key == rows.Text("mark_column")) marked = cells.size();
    cells.push_back({.value = ReadValue(rows, column),
                     .events = ParseSequences(rows.Text(Suffixed(column.key, "_events")))});
  }
  if (cells.front().events.empty()) cells.front().events = ParseSequences(rows.Text("events"));
  cells[marked].mark = ParseMark(rows.Text("mark"));
  return cells;
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
  SINETTI_ASSIGN(Rows rows, Rows::Start(database, spec.key, spec.sql, parameters));
  Table table{.key = std::string(spec.key),
              .title = spec.title,
              .when_empty = spec.when_empty,
              .note = spec.note};
  for (const ColumnSpec& column : spec.columns) {
    table.columns.push_back(
        {.key = std::string(column.key), .title = column.title, .right = IsNumber(column.kind)});
  }
  for (;;) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return table;
    table.rows.push_back(ReadRow(rows, spec.columns));
  }
}

Result<std::vector<Table>> QueryCards(Database& database, const TableSpec& spec,
                                      const std::vector<std::string>& parameters) {
  SINETTI_ASSIGN(Table wide, QueryTable(database, spec, parameters));
  std::vector<Table> cards;
  for (std::vector<Cell>& row : wide.rows) {
    Table card{.key = wide.key,
               .title = wide.title,
               .columns = {{.key = "item", .title = {"Tieto", "Uppgift", "Item"}},
                           {.key = "value", .title = {"Sisältö", "Innehåll", "Content"}}},
               .note = wide.note};
    if (wide.rows.size() > 1) card.key += "-" + std::to_string(cards.size() + 1);
    const Words name = WordsOf(row.front().value);
    card.title = {wide.title.fi + ": " + name.fi, wide.title.sv + ": " + name.sv,
                  wide.title.en + ": " + name.en};
    for (std::size_t i = 0; i < row.size(); ++i) {
      card.rows.push_back({{.value = spec.columns[i].title}, std::move(row[i])});
    }
    cards.push_back(std::move(card));
  }
  if (cards.empty()) cards.push_back(std::move(wide));
  return cards;
}

Result<Chart> QueryChart(Database& database, const ChartSpec& spec,
                         const std::vector<std::string>& parameters) {
  SINETTI_ASSIGN(Rows rows, Rows::Start(database, spec.key, spec.sql, parameters));
  Chart chart{.key = std::string(spec.key),
              .title = spec.title,
              .series = spec.series,
              .money = spec.money};
  for (;;) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return chart;
    const Statement& row = rows.statement();
    Chart::Group group{.label = std::string(row.Text(0))};
    bool whole = true;
    for (int i = 1; i <= static_cast<int>(spec.series.size()); ++i) {
      whole = whole && !row.IsNull(i);
      group.values.push_back(row.Integer(i));
    }
    if (whole) chart.groups.push_back(std::move(group));
  }
}

Result<std::vector<std::string>> QueryList(Database& database, const std::string& sql,
                                           const std::vector<std::string>& parameters) {
  SINETTI_ASSIGN(Rows rows, Rows::Start(database, "list", sql, parameters));
  std::vector<std::string> list;
  for (;;) {
    SINETTI_ASSIGN(const bool more, rows.Step());
    if (!more) return list;
    list.emplace_back(rows.statement().Text(0));
  }
}

Result<void> CheckSubject(Database& database, std::string_view what, const std::string& subject,
                          const std::string& list_sql) {
  constexpr std::size_t kNamed = 8;
  SINETTI_ASSIGN(const std::vector<std::string> known, QueryList(database, list_sql));
  if (std::find(known.begin(), known.end(), subject) != known.end()) return {};
  std::string message =
      "there is no " + std::string(what) + " \"" + subject + "\" in the ledger on that day";
  if (known.empty()) return Error{ErrorCode::kNotFound, message + ": it has none at all"};
  message += "; there is ";
  for (std::size_t i = 0; i < known.size() && i < kNamed; ++i) {
    message += (i ? ", " : "") + known[i];
  }
  if (known.size() > kNamed) message += " and " + std::to_string(known.size() - kNamed) + " more";
  return Error{ErrorCode::kNotFound, message};
}

}  // namespace sinetti
