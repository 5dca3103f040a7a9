// A report's table from one SQL query over the views: the query says what, the specification says
// how each column is meant.  Reports stay short, and every figure keeps its events.
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
  kSign,         // 1 or 0: yes or no
};

struct CodeWord {
  std::string_view code;
  Words words;
};

struct ColumnSpec {
  std::string_view key;  // name of the query's column
  Words title;
  ColumnKind kind = ColumnKind::kText;
  std::vector<CodeWord> codes;
};

// Beside the specified columns the query may have `mark` (good, notice, bad: of the whole row's
// last marked column), `mark_column` (its key) and `events` (sequences separated by spaces or
// commas); a NULL is shown as missing.
struct TableSpec {
  std::string_view key;
  Words title;
  std::string sql;  // parameters ?1, ?2 … as given to QueryTable
  std::vector<ColumnSpec> columns;
  Words when_empty;
  Words note;
};

Result<Table> QueryTable(Database& database, const TableSpec& spec,
                         const std::vector<std::string>& parameters = {});

// Words for a missing value, and for yes and no.
extern const Words kMissingWords;
extern const Words kYesWords;
extern const Words kNoWords;

// "3 14,15" -> {3, 14, 15}; other text is our own bug.
std::vector<Sequence> ParseSequences(std::string_view text);

}  // namespace sinetti
