// A report's table from one SQL query over the views: the query says what, the specification says
// how each column is meant.  Reports stay short, and every figure keeps its events
// (docs/guide/add-a-report.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "replay/fold/database.h"
#include "replay/reports/report.h"

namespace sinetti {

enum class ColumnKind {
  kText,         // as it stands
  kInteger,      // a count
  kCents,        // money
  kThousandths,  // a measure
  kPercent,      // thousandths of a percent
  kDate,         // yyyy-mm-dd; other text (a partial date) is shown as EDTF in words
  kCode,         // a code of the views: shown through `codes`, unknown ones as they stand
  kCodes,        // several codes, separated by a comma or semicolon
  kSign,         // 1 or 0: yes or no
  kTrend,        // counts of equal periods, oldest first: "0 3 1"
  kStated,       // a value as the views show it: ">4000", "~60", "–", "? 4 | 5"
  kWords,        // three columns of the query: key_fi, key_sv, key_en
  kEventType,    // decision.made: the type's label
  kEnumerant,    // of the field `schema_field`: the enumerant's label
};

struct CodeWord {
  std::string_view code;
  Words words;
};

struct ColumnSpec {
  std::string_view key;  // name of the query's column
  Words title;
  ColumnKind kind = ColumnKind::kText;
  std::vector<CodeWord> codes = {};
  Words when_missing = {};             // of a NULL; empty: kMissingWords
  std::string_view schema_field = {};  // kEnumerant: "decision.made/result"
};

// Beside the specified columns the query may have
//   `events`       sequences of the row, separated by spaces or commas; KEY_events: of one cell
//   `mark`         good, notice or bad: of the last column, or of the one that `mark_column` names
//   KEY_why        a code that says why KEY is NULL, shown through the column's `codes`
struct TableSpec {
  std::string_view key;
  Words title;
  std::string sql;  // parameters ?1, ?2 … as given to QueryTable
  std::vector<ColumnSpec> columns;
  Words when_empty = {};
  Words note = {};
};

Result<Table> QueryTable(Database& database, const TableSpec& spec,
                         const std::vector<std::string>& parameters = {});

// One table for each row, with a line for each column: for what has many columns and few rows.  The
// first column's value goes into the title.  Without a row, one empty table.
Result<std::vector<Table>> QueryCards(Database& database, const TableSpec& spec,
                                      const std::vector<std::string>& parameters = {});

struct ChartSpec {
  std::string_view key;
  Words title;
  std::vector<Words> series;
  std::string sql;  // a label, then one figure for each series
  bool money = false;
};

// Groups whose figures are all there: a missing figure would be drawn as nothing.
Result<Chart> QueryChart(Database& database, const ChartSpec& spec,
                         const std::vector<std::string>& parameters = {});

// The first column of all rows.
Result<std::vector<std::string>> QueryList(Database& database, const std::string& sql,
                                           const std::vector<std::string>& parameters = {});

// kNotFound unless `list_sql` has `subject` among the first column; names what there is.
Result<void> CheckSubject(Database& database, std::string_view what, const std::string& subject,
                          const std::string& list_sql);

// Words for a missing value, for what does not arise in this row, and for yes and no.
extern const Words kMissingWords;
extern const Words kNotApplicable;
extern const Words kYesWords;
extern const Words kNoWords;

// "3 14,15" -> {3, 14, 15}; other text is our own bug.
std::vector<Sequence> ParseSequences(std::string_view text);

}  // namespace sinetti
