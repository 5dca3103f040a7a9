// The baseline of replay: SQLite writing the rows of a views file, and nothing else.
#pragma once

#include <cstdint>
#include <string>

namespace sinetti::bench {

struct RowCopy {
  std::uint64_t rows = 0;
  double insert_seconds = 0;  // prepared inserts and commits; reading the rows is not counted
};

// Makes `to` anew with the tables, indexes and settings of `from`, and inserts every row of it,
// table by table, 50,000 a transaction.
RowCopy CopyRows(const std::string& from, const std::string& to);

}  // namespace sinetti::bench
