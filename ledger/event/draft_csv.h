// Tables to drafts: a CSV text and a mapping give one draft for each row (docs/format/event.md,
// "Tables").  The drafts are JSON text for DraftParser, so a table meets the same checks as any
// event.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"
#include "ledger/event/csv_mapping.h"
#include "ledger/event/csv_reader.h"

namespace sinetti {

class CsvDrafts {
 public:
  // `csv` must outlive the reader; its first row names the columns.  kInvalid: the mapping is
  // wrong, or does not fit the header.
  static Result<CsvDrafts> Open(std::string_view csv, std::string_view mapping_json);

  // The draft of the next row; nothing at the end.  kInvalid begins with line (and column); the
  // next call goes on behind the bad row, or ends where the text is no CSV.
  Result<std::optional<std::string>> Next();

  // Where the row given last begins, from 1.
  std::size_t line() const { return reader_.line(); }

 private:
  CsvDrafts(CsvReader reader, CsvMapping mapping) : reader_(reader), mapping_(std::move(mapping)) {}

  CsvReader reader_;
  CsvMapping mapping_;
  std::vector<std::string> header_;
  std::vector<std::string> cells_;
  std::size_t row_ = 0;
};

}  // namespace sinetti
