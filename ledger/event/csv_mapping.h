// The mapping file: how a row of a table becomes a draft (docs/format/event.md, "Tables").  A JSON
// object shaped like the draft, with templates where the draft has values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"

namespace sinetti {

// One row, for filling in.
struct CsvRow {
  const std::vector<std::string>* cells = nullptr;
  std::size_t number = 0;  // from 1, the header not counted
};

class CsvMapping {
 public:
  // kInvalid: not JSON or not a mapping; the message begins with the path.
  static Result<CsvMapping> Parse(std::string_view json);

  char delimiter() const { return delimiter_; }

  // Finds the columns that the templates name.  kInvalid: one is not in the header, or the header
  // has a name twice.
  Result<void> Bind(const std::vector<std::string>& header);

  // The draft of one row as JSON text.  A member whose template comes out empty is left out, and so
  // is an object that would have no members.  kInvalid begins with the path of the member.
  Result<std::string> Fill(const CsvRow& row) const;

 private:
  friend class MappingParser;
  friend class MappingWriter;

  // Literal text, then the value of a column; the last piece has no column.
  struct Piece {
    std::string literal;
    std::string column;
    int index = -1;  // in the row; kNoColumn or kRowNumber otherwise
  };
  using Template = std::vector<Piece>;

  struct Node {
    enum class Kind { kText, kTime, kNumber, kBoolean, kLiteral, kObject, kArray };
    Kind kind = Kind::kText;
    Template text;                // kText, kTime, kNumber, kBoolean
    std::string literal;          // kLiteral: JSON; kTime: the format
    std::optional<char> decimal;  // kNumber: instead of the table's
    std::map<std::string, std::string>
        values;                 // translations of the text, by what stands in the table
    std::string name;           // as a member of an object
    std::vector<Node> members;  // kObject, kArray
  };

  Result<void> BindNode(Node& node, const std::map<std::string, int>& columns,
                        const std::string& path);
  Result<std::string> Expand(const Node& node, const CsvRow& row, const std::string& path) const;

  static constexpr int kNoColumn = -1;
  static constexpr int kRowNumber = -2;

  Node root_;
  std::string zone_;
  std::vector<std::string> empty_;  // cells that say nothing: "EMPTY", "NULL"
  char delimiter_ = ',';
  std::optional<char> decimal_;  // of every number
};

}  // namespace sinetti
