// Binds a mapping to a header and fills it for each row.
#include "ledger/event/csv_mapping.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/base/nearest.h"
#include "ledger/event/csv_number.h"
#include "ledger/event/csv_time.h"
#include "ledger/event/json_writer.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

Error Invalid(const std::string& path, const std::string& problem) {
  return {ErrorCode::kInvalid, (path.empty() ? "mapping" : path) + ": " + problem};
}

std::string Join(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

}  // namespace

// Nodes and a row to the JSON of a draft.
class MappingWriter {
 public:
  using Node = CsvMapping::Node;

  MappingWriter(const CsvMapping& mapping, const CsvRow& row)
      : mapping_(mapping), row_(row), json_(false) {}

  Result<std::string> Write(const Node& root) {
    SINETTI_ASSIGN(const bool written, WriteNode(root, "", nullptr));
    if (!written) return Invalid("", "every member of the row comes out empty");
    return json_.Take();
  }

 private:
  // False when there was nothing to write.  `name` is written before the value, where there is one.
  Result<bool> WriteNode(const Node& node, const std::string& path, const std::string* name) {
    if (node.kind == Node::Kind::kObject || node.kind == Node::Kind::kArray)
      return WriteContainer(node, path, name);
    if (node.kind == Node::Kind::kLiteral) {
      if (name != nullptr) json_.Member(*name);
      json_.Literal(node.literal);
      return true;
    }
    SINETTI_ASSIGN(const std::string text, mapping_.Expand(node, row_, path));
    if (text.empty()) return false;
    if (name != nullptr) json_.Member(*name);
    const bool is_text = node.kind == Node::Kind::kText || node.kind == Node::Kind::kTime;
    is_text ? json_.Text(text) : json_.Literal(text);
    return true;
  }

  Result<bool> WriteContainer(const Node& node, const std::string& path, const std::string* name) {
    SINETTI_ASSIGN(const bool has_value, HasValue(node, path));
    if (!has_value) return false;
    const bool is_object = node.kind == Node::Kind::kObject;
    if (name != nullptr) json_.Member(*name);
    is_object ? json_.BeginObject() : json_.BeginArray();
    for (const Node& member : node.members) {
      const std::string inner = is_object ? Join(path, member.name) : path + "[]";
      const auto written = WriteNode(member, inner, is_object ? &member.name : nullptr);
      if (!written) return written;
    }
    is_object ? json_.EndObject() : json_.EndArray();
    return true;
  }

  Result<bool> HasValue(const Node& node, const std::string& path) {
    if (node.kind == Node::Kind::kLiteral) return true;
    if (node.kind != Node::Kind::kObject && node.kind != Node::Kind::kArray) {
      SINETTI_ASSIGN(const std::string text, mapping_.Expand(node, row_, path));
      return !text.empty();
    }
    for (const Node& member : node.members) {
      SINETTI_ASSIGN(const bool has_value, HasValue(member, Join(path, member.name)));
      // A literal beside empty templates is no reason to write the object.
      if (has_value && member.kind != Node::Kind::kLiteral) return true;
    }
    return false;
  }

  const CsvMapping& mapping_;
  const CsvRow& row_;
  JsonWriter json_;
};

Result<void> CsvMapping::Bind(const std::vector<std::string>& header) {
  std::map<std::string, int> columns;
  for (std::size_t i = 0; i < header.size(); ++i)
    if (!columns.emplace(header[i], static_cast<int>(i)).second)
      return Error{ErrorCode::kInvalid, "line 1, column " + std::to_string(i + 1) + ": the name " +
                                            Shown(header[i]) + " stands in the header twice"};
  return BindNode(root_, columns, "");
}

Result<void> CsvMapping::BindNode(Node& node, const std::map<std::string, int>& columns,
                                  const std::string& path) {
  for (Piece& piece : node.text) {
    if (piece.column.empty()) continue;
    if (piece.column == "@row") {
      piece.index = kRowNumber;
      continue;
    }
    const auto found = columns.find(piece.column);
    if (found == columns.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, index] : columns) names.push_back(name);
      return Invalid(
          path, "the table has no column " + Shown(piece.column) + DidYouMean(piece.column, names));
    }
    piece.index = found->second;
  }
  for (Node& member : node.members) {
    const bool is_object = node.kind == Node::Kind::kObject;
    SINETTI_TRY(BindNode(member, columns, is_object ? Join(path, member.name) : path + "[]"));
  }
  return {};
}

Result<std::string> CsvMapping::Fill(const CsvRow& row) const {
  return MappingWriter(*this, row).Write(root_);
}

// A template comes out empty when all its columns are: "case-{case}" of no case is nothing.
Result<std::string> CsvMapping::Expand(const Node& node, const CsvRow& row,
                                       const std::string& path) const {
  std::string text;
  bool has_columns = false, has_value = false;
  for (const Piece& piece : node.text) {
    text += piece.literal;
    if (piece.index == kNoColumn) continue;
    has_columns = true;
    std::string value = piece.index == kRowNumber
                            ? std::to_string(row.number)
                            : (*row.cells)[static_cast<std::size_t>(piece.index)];
    if (std::find(empty_.begin(), empty_.end(), value) != empty_.end()) value.clear();
    has_value |= !value.empty();
    text += value;
  }
  if (has_columns && !has_value) return std::string();
  if (const auto translated = node.values.find(text); translated != node.values.end())
    text = translated->second;
  else if (!node.values.empty())
    return Invalid(path, "no translation in `$values` for " + Shown(text));
  if (text.empty()) return text;
  switch (node.kind) {
    case Node::Kind::kTime: {
      auto time = node.literal.empty() ? ReadTableTime(text, zone_)
                                       : ReadTableTime(text, node.literal, zone_);
      if (!time) return std::move(time).error().Within(path);
      return time;
    }
    case Node::Kind::kNumber: {
      auto number = ReadTableNumber(text, node.decimal ? node.decimal : decimal_);
      if (!number) return std::move(number).error().Within(path);
      return number;
    }
    case Node::Kind::kBoolean:
      if (text == "true" || text == "1") return std::string("true");
      if (text == "false" || text == "0") return std::string("false");
      return Invalid(path, "expected true, false, 1 or 0, found " + Shown(text) +
                               "; translate it with `$values`");
    default: return text;
  }
}

}  // namespace sinetti
