// Rows of a CSV text (RFC 4180): quotes, doubled quotes and line ends inside quotes; lines end in
// LF or CRLF; a byte order mark is passed over.  What the RFC leaves open is an error with line and
// column, never a guess.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"

namespace sinetti {

class CsvReader {
 public:
  // `text` must outlive the reader.
  explicit CsvReader(std::string_view text, char delimiter = ',');

  // The next row into `cells`; false at the end.  Empty lines at the end of the text are no rows.
  // kInvalid: not CSV or not UTF-8; the reader then stands at the end, for nothing behind the place
  // can be trusted.
  Result<bool> Next(std::vector<std::string>& cells);

  // Of the row given last, from 1; a row with line ends in quotes begins at this one.
  std::size_t line() const { return row_line_; }

 private:
  Result<void> QuotedCell(std::string& cell, std::size_t column);
  Result<void> PlainCell(std::string& cell, std::size_t column);
  Error Invalid(std::size_t column, const std::string& what);
  bool AtLineEnd() const;
  void PassLineEnd();
  bool OnlyEmptyLinesLeft() const;

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 0;
};

}  // namespace sinetti
