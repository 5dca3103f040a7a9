// A cell at a time, forward only.
#include "ledger/event/csv_reader.h"

#include "ledger/base/bytes.h"

namespace sinetti {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

}  // namespace

CsvReader::CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
  if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

Error CsvReader::Invalid(std::size_t column, const std::string& what) {
  at_ = text_.size();
  return {ErrorCode::kInvalid,
          "line " + std::to_string(line_) + ", column " + std::to_string(column) + ": " + what};
}

bool CsvReader::AtLineEnd() const {
  return text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_ + 1, 1) == "\n");
}

void CsvReader::PassLineEnd() {
  at_ += text_[at_] == '\r' ? 2 : 1;
  ++line_;
}

bool CsvReader::OnlyEmptyLinesLeft() const {
  return text_.find_first_not_of("\r\n", at_) == std::string_view::npos;
}

Result<bool> CsvReader::Next(std::vector<std::string>& cells) {
  cells.clear();
  if (OnlyEmptyLinesLeft()) return false;
  row_line_ = line_;
  for (;;) {
    std::string& cell = cells.emplace_back();
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    SINETTI_TRY(quoted ? QuotedCell(cell, cells.size()) : PlainCell(cell, cells.size()));
    if (!IsUtf8(cell))
      return Invalid(cells.size(), "the cell is not UTF-8; convert the file to UTF-8");
    if (at_ == text_.size()) return true;
    if (AtLineEnd()) {
      PassLineEnd();
      return true;
    }
    ++at_;  // the delimiter
  }
}

Result<void> CsvReader::QuotedCell(std::string& cell, std::size_t column) {
  const std::size_t first_line = line_;
  ++at_;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      line_ = first_line;
      return Invalid(column, "the quote that begins here never ends; close it");
    }
    for (std::size_t i = at_; i < quote; ++i) line_ += text_[i] == '\n';
    cell += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    cell += '"';  // a doubled quote
    ++at_;
  }
  if (at_ < text_.size() && text_[at_] != delimiter_ && !AtLineEnd())
    return Invalid(column, "text behind the closing quote; write a quote inside quotes twice");
  return {};
}

Result<void> CsvReader::PlainCell(std::string& cell, std::size_t column) {
  const std::size_t start = at_;
  while (at_ < text_.size() && text_[at_] != delimiter_ && !AtLineEnd()) {
    if (text_[at_] == '"')
      return Invalid(column,
                     "a quote inside a cell that does not begin with one; put the cell in "
                     "quotes and write its quotes twice");
    ++at_;
  }
  cell = text_.substr(start, at_ - start);
  return {};
}

}  // namespace sinetti
