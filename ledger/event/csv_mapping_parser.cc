// The JSON of a mapping file to its nodes.
#include <simdjson.h>

#include <optional>
#include <string>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/event/csv_mapping.h"
#include "ledger/event/csv_time.h"

namespace sinetti {
namespace {

constexpr std::size_t kMappingDepthMax = 32;

Error Invalid(const std::string& path, const std::string& problem) {
  return {ErrorCode::kInvalid, (path.empty() ? "mapping" : path) + ": " + problem};
}

std::string Join(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

}  // namespace

// JSON of the mapping to nodes.
class MappingParser {
 public:
  using Node = CsvMapping::Node;

  Result<CsvMapping> Parse(std::string_view json) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (const auto error = parser.parse(json.data(), json.size()).get(root))
      return Error{ErrorCode::kInvalid, std::string("mapping: not JSON: ") +
                                            simdjson::error_message(error) + "; correct the file"};
    simdjson::dom::object members;
    if (root.get_object().get(members))
      return Error{ErrorCode::kInvalid, "mapping: expected a JSON object"};
    mapping_.root_.kind = Node::Kind::kObject;
    for (const auto member : members) SINETTI_TRY(ParseTop(member.key, member.value));
    return std::move(mapping_);
  }

 private:
  // `$decimal`, `$delimiter`, `$timezone` and `$empty` belong to the table; all else to the draft.
  Result<void> ParseTop(std::string_view name, simdjson::dom::element value) {
    if (name == "$empty") {
      simdjson::dom::array texts;
      if (value.get_array().get(texts)) return Invalid("$empty", "expected an array of texts");
      for (const auto element : texts) {
        std::string_view text;
        if (element.get_string().get(text)) return Invalid("$empty", "expected an array of texts");
        mapping_.empty_.emplace_back(text);
      }
      return {};
    }
    if (name == "$delimiter") {
      std::string_view text;
      if (value.get_string().get(text) || text.size() != 1 || text == "\"" || text == "\n")
        return Invalid("$delimiter", "expected one character");
      mapping_.delimiter_ = text[0];
      return {};
    }
    if (name == "$decimal") return ParseDecimalMark(mapping_.decimal_, value, "$decimal");
    if (name == "$timezone") {
      std::string_view text;
      if (value.get_string().get(text)) return Invalid("$timezone", "expected a text");
      SINETTI_TRY(CheckZone(text));
      mapping_.zone_ = text;
      return {};
    }
    return ParseMember(mapping_.root_, name, value, "", 0);
  }

  Result<void> ParseMember(Node& parent, std::string_view name, simdjson::dom::element value,
                           const std::string& path, std::size_t depth) {
    const std::string inner = Join(path, name);
    if (depth > kMappingDepthMax) return Invalid(inner, "nested too deep");
    for (const Node& known : parent.members)
      if (known.name == name) return Invalid(inner, "the member stands here twice; keep one");
    Node node;
    SINETTI_TRY(ParseNode(node, value, inner, depth));
    node.name = name;
    parent.members.push_back(std::move(node));
    return {};
  }

  Result<void> ParseNode(Node& node, simdjson::dom::element value, const std::string& path,
                         std::size_t depth) {
    switch (value.type()) {
      case simdjson::dom::element_type::STRING:
        return ParseTemplate(node.text, std::string_view(value.get_string().value()), path);
      case simdjson::dom::element_type::OBJECT: return ParseObject(node, value, path, depth);
      case simdjson::dom::element_type::ARRAY: {
        node.kind = Node::Kind::kArray;
        const simdjson::dom::array elements = value.get_array().value();
        for (const auto element : elements) {
          Node item;
          const std::string inner = path + "[" + std::to_string(node.members.size()) + "]";
          SINETTI_TRY(ParseNode(item, element, inner, depth + 1));
          node.members.push_back(std::move(item));
        }
        return {};
      }
      case simdjson::dom::element_type::NULL_VALUE:
        return Invalid(path, "null says nothing; leave the member out");
      default:
        node.kind = Node::Kind::kLiteral;
        node.literal = simdjson::minify(value);
        return {};
    }
  }

  // A plain object, or one value with `$time`, `$number`, `$boolean` or `$text` and its options.
  Result<void> ParseObject(Node& node, simdjson::dom::element value, const std::string& path,
                           std::size_t depth) {
    const auto object = value.get_object().value();
    const auto first = object.begin();
    if (first == object.end() || (*first).key.substr(0, 1) != "$") {
      node.kind = Node::Kind::kObject;
      for (const auto member : object)
        SINETTI_TRY(ParseMember(node, member.key, member.value, path, depth + 1));
      return {};
    }
    bool has_template = false;
    for (const auto member : object) {
      const std::string inner = Join(path, member.key);
      if (const auto kind = KindOf(member.key)) {
        std::string_view text;
        if (has_template || member.value.get_string().get(text))
          return Invalid(inner, "expected one template, as a text");
        has_template = true;
        node.kind = *kind;
        SINETTI_TRY(ParseTemplate(node.text, text, inner));
      } else if (member.key == "$format") {
        std::string_view text;
        if (member.value.get_string().get(text)) return Invalid(inner, "expected a text");
        node.literal = text;
      } else if (member.key == "$decimal") {
        SINETTI_TRY(ParseDecimalMark(node.decimal, member.value, inner));
      } else if (member.key == "$values") {
        SINETTI_TRY(ParseValues(node, member.value, inner));
      } else {
        return Invalid(inner,
                       "unknown; expected $text, $time, $number or $boolean, with $format, "
                       "$decimal or $values");
      }
    }
    if (!has_template) return Invalid(path, "expected $text, $time, $number or $boolean");
    if (node.decimal && node.kind != Node::Kind::kNumber)
      return Invalid(Join(path, "$decimal"), "only a $number has a decimal mark");
    return {};
  }

  static Result<void> ParseDecimalMark(std::optional<char>& mark, simdjson::dom::element value,
                                       const std::string& path) {
    std::string_view text;
    if (value.get_string().get(text) || (text != "." && text != ","))
      return Invalid(path, "expected \".\" or \",\"");
    mark = text[0];
    return {};
  }

  static std::optional<Node::Kind> KindOf(std::string_view key) {
    if (key == "$text") return Node::Kind::kText;
    if (key == "$time") return Node::Kind::kTime;
    if (key == "$number") return Node::Kind::kNumber;
    if (key == "$boolean") return Node::Kind::kBoolean;
    return std::nullopt;
  }

  static Result<void> ParseValues(Node& node, simdjson::dom::element value,
                                  const std::string& path) {
    simdjson::dom::object object;
    if (value.get_object().get(object)) return Invalid(path, "expected an object of texts");
    for (const auto member : object) {
      std::string_view text;
      if (member.value.get_string().get(text))
        return Invalid(Join(path, member.key), "expected a text");
      node.values[std::string(member.key)] = text;
    }
    return {};
  }

  // "case-{case:concept:name}"; {{ and }} are braces.
  static Result<void> ParseTemplate(CsvMapping::Template& pieces, std::string_view text,
                                    const std::string& path) {
    CsvMapping::Piece piece;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if ((c == '{' || c == '}') && text.substr(i + 1, 1) == std::string_view(&c, 1)) {
        piece.literal += c;
        ++i;
      } else if (c == '{') {
        const std::size_t end = text.find('}', i);
        if (end == std::string_view::npos || end == i + 1)
          return Invalid(path, "a { that names no column; close it, or write {{ for a brace");
        piece.column = text.substr(i + 1, end - i - 1);
        pieces.push_back(std::move(piece));
        piece = {};
        i = end;
      } else if (c == '}') {
        return Invalid(path, "a } that closes nothing; write }} for a brace");
      } else {
        piece.literal += c;
      }
    }
    if (!piece.literal.empty()) pieces.push_back(std::move(piece));
    return {};
  }

  CsvMapping mapping_;
};

Result<CsvMapping> CsvMapping::Parse(std::string_view json) {
  if (!IsUtf8(json)) return Error{ErrorCode::kInvalid, "mapping: not UTF-8; convert the file"};
  return MappingParser().Parse(json);
}

}  // namespace sinetti
