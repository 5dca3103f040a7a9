// Arrays of a draft: of texts, of structs, of numbers, of protected texts.
#include <algorithm>
#include <string>
#include <vector>

#include "ledger/event/body_parser.h"

namespace sinetti {
namespace {

constexpr std::size_t kListItemsMax = 4'096;

}  // namespace

Result<void> BodyParser::ParseList(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                                   const JsonPath& path) {
  JsonType type;
  if (auto error = value.type().get(type)) return input_.NotJson(error);
  if (type != JsonType::array) return Unexpected(value, "an array", path);
  simdjson::ondemand::array array;
  if (auto error = value.get_array().get(array)) return input_.NotJson(error);
  switch (field.kind) {
    case ValueKind::kStruct: SINETTI_TRY(ParseStructList(array, field, pointer, path)); break;
    case ValueKind::kText: SINETTI_TRY(ParsePointerList(array, field, pointer, path)); break;
    case ValueKind::kSealed: SINETTI_TRY(ParseSealedList(array, field, pointer, path)); break;
    default: SINETTI_TRY(ParseScalarList(array, field, pointer, path)); break;
  }
  if (pointer->count == 0) {
    if (field.required) return path.Invalid("a required list is empty; give it an element");
    *pointer = PointerNode();  // no list and an empty one are the same
  }
  return {};
}

// Calls parse_element(value, path of the element) for each element.
template <class ParseElement>
Result<void> BodyParser::ForEach(simdjson::ondemand::array array, const JsonPath& path,
                                 ParseElement parse_element) {
  std::size_t index = 0;
  for (auto element : array) {
    JsonValue value;
    if (auto error = std::move(element).get(value)) return input_.NotJson(error);
    if (index == kListItemsMax)
      return path.Invalid("more than " + std::to_string(kListItemsMax) +
                          " elements; split the event");
    SINETTI_TRY(parse_element(value, JsonPath{&path, {}, static_cast<std::int64_t>(index)}));
    ++index;
  }
  return {};
}

Result<void> BodyParser::ParseStructList(simdjson::ondemand::array array, const FieldInfo& field,
                                         PointerNode* list, const JsonPath& path) {
  std::vector<StructNode> nodes;
  const Result<void> parsed = ForEach(array, path, [&](JsonValue value, const JsonPath& inner) {
    nodes.push_back(StructNode::Make(*field.structure, draft_.arena));
    StructNode node = nodes.back();  // its sections live in the arena
    return Parse(value, *field.structure, node, inner);
  });
  if (!parsed) return parsed;
  list->kind = PointerNode::Kind::kStructList;
  list->count = static_cast<std::uint32_t>(nodes.size());
  list->structures = draft_.arena.Array<StructNode>(nodes.size());
  std::copy(nodes.begin(), nodes.end(), list->structures);
  return {};
}

Result<void> BodyParser::ParsePointerList(simdjson::ondemand::array array, const FieldInfo& field,
                                          PointerNode* list, const JsonPath& path) {
  std::vector<PointerNode> nodes;
  const Result<void> parsed =
      ForEach(array, path, [&](JsonValue value, const JsonPath& inner) -> Result<void> {
        PointerNode node;
        SINETTI_TRY(ParseText(value, field, &node, inner));
        if (node.kind == PointerNode::Kind::kNull)
          return inner.Invalid("an empty text in a list; leave the element out");
        nodes.push_back(node);
        return {};
      });
  if (!parsed) return parsed;
  list->kind = PointerNode::Kind::kPointerList;
  list->count = static_cast<std::uint32_t>(nodes.size());
  list->pointers = draft_.arena.Array<PointerNode>(nodes.size());
  std::copy(nodes.begin(), nodes.end(), list->pointers);
  return {};
}

// A Sealed is a struct, so a list of them is a list of structs.
Result<void> BodyParser::ParseSealedList(simdjson::ondemand::array array, const FieldInfo& field,
                                         PointerNode* list, const JsonPath& path) {
  std::vector<StructNode> nodes;
  const Result<void> parsed =
      ForEach(array, path, [&](JsonValue value, const JsonPath& inner) -> Result<void> {
        PointerNode node;
        SINETTI_TRY(ParseSealed(value, field, &node, inner));
        if (node.kind == PointerNode::Kind::kNull)
          return inner.Invalid("an empty text in a list; leave the element out");
        nodes.push_back(*node.structure);
        return {};
      });
  if (!parsed) return parsed;
  list->kind = PointerNode::Kind::kStructList;
  list->count = static_cast<std::uint32_t>(nodes.size());
  list->structures = draft_.arena.Array<StructNode>(nodes.size());
  std::copy(nodes.begin(), nodes.end(), list->structures);
  return {};
}

Result<void> BodyParser::ParseScalarList(simdjson::ondemand::array array, const FieldInfo& field,
                                         PointerNode* list, const JsonPath& path) {
  const unsigned bits = field.kind == ValueKind::kBool ? 1 : field.bits;
  std::vector<std::uint64_t> words;
  std::uint32_t count = 0;
  const Result<void> parsed =
      ForEach(array, path, [&](JsonValue value, const JsonPath& inner) -> Result<void> {
        std::uint64_t number = 0;
        SINETTI_TRY(ParseScalar(value, field, &number, inner));
        const unsigned shift = count * bits % 64;
        if (shift == 0) words.push_back(0);
        const std::uint64_t mask = ~std::uint64_t{0} >> (64 - bits);
        words.back() |= (number & mask) << shift;
        ++count;
        return {};
      });
  if (!parsed) return parsed;
  list->kind = PointerNode::Kind::kScalarList;
  list->element = wire::ElementSizeOfBits(bits);
  list->count = count;
  auto* copy = draft_.arena.Array<std::uint64_t>(words.size());
  std::copy(words.begin(), words.end(), copy);
  list->scalars = copy;
  return {};
}

}  // namespace sinetti
