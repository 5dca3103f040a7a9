// Reader, mapping and the check that every row is as long as the header.
#include "ledger/event/draft_csv.h"

#include <algorithm>
#include <utility>

namespace sinetti {

Result<CsvDrafts> CsvDrafts::Open(std::string_view csv, std::string_view mapping_json) {
  SINETTI_ASSIGN(CsvMapping mapping, CsvMapping::Parse(mapping_json));
  const char delimiter = mapping.delimiter();
  CsvDrafts drafts(CsvReader(csv, delimiter), std::move(mapping));
  SINETTI_ASSIGN(const bool has_header, drafts.reader_.Next(drafts.header_));
  if (!has_header)
    return Error{ErrorCode::kInvalid,
                 "line 1: the table is empty; its first row names the columns"};
  SINETTI_TRY(drafts.mapping_.Bind(drafts.header_));
  return drafts;
}

Result<std::optional<std::string>> CsvDrafts::Next() {
  SINETTI_ASSIGN(const bool has_row, reader_.Next(cells_));
  if (!has_row) return std::optional<std::string>();
  ++row_;
  const std::string where = "line " + std::to_string(line());
  if (cells_.size() != header_.size())
    return Error{ErrorCode::kInvalid,
                 where + ", column " + std::to_string(std::min(cells_.size(), header_.size()) + 1) +
                     ": the row has " + std::to_string(cells_.size()) + " cells, the header " +
                     std::to_string(header_.size()) + "; check delimiter and quotes"};
  auto json = mapping_.Fill({&cells_, row_});
  if (!json) return std::move(json).error().Within(where);
  return std::optional<std::string>(*std::move(json));
}

}  // namespace sinetti
