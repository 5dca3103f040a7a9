// Walks JSON and schema together.  Every value is checked where it is read, so the first error is
// the first wrong value of the text, and nothing is looked up twice.
#include "ledger/event/body_parser.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ledger/base/nearest.h"
#include "ledger/event/decimal.h"
#include "ledger/event/identifiers.h"
#include "ledger/event/legal_basis.h"
#include "ledger/event/reserved_services.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

constexpr int kDepthMax = 32;
constexpr std::size_t kAllowedValuesShown = 12;

std::string UnknownMember(std::string_view name, const StructInfo& info) {
  std::vector<std::string_view> names;
  for (const FieldInfo& field : info.fields) names.push_back(field.name);
  return "unknown member " + Shown(name) + " of " + info.name + DidYouMean(name, names) +
         "; `sinetti types` shows the members of every type";
}

std::string UnionMembers(const StructInfo& info) {
  std::string text;
  for (const FieldInfo& field : info.fields)
    if (field.union_value >= 0) text += (text.empty() ? "`" : ", `") + field.name + "`";
  return text;
}

std::string AllowedValues(const EnumInfo& info) {
  std::string text;
  for (std::size_t i = 0; i < info.enumerants.size() && i < kAllowedValuesShown; ++i)
    text += (i == 0 ? "" : ", ") + info.enumerants[i].name;
  return info.enumerants.size() > kAllowedValuesShown ? text + ", …" : text;
}

// The smallest and largest value of an integer field, as text.
std::string Range(const FieldInfo& field) {
  const std::uint64_t top = ~std::uint64_t{0} >> (64 - field.bits);
  if (!field.is_signed) return "0 to " + std::to_string(top);
  return "-" + std::to_string(top / 2 + 1) + " to " + std::to_string(top / 2);
}

// " (741/2023 section 39)", or nothing.
std::string LawOf(const FieldInfo& field) {
  return field.law.empty() ? "" : " (" + LegalBasesInWords(field.law) + ")";
}

// Whoever has a value refused is told the law behind it.
Error WithLaw(Error error, const FieldInfo& field, const JsonPath& path) {
  if (!field.law.empty() && error.message.starts_with(path.Text())) error.message += LawOf(field);
  return error;
}

// The union member of a Quantity that `node` holds, and its number.
const FieldInfo* ChosenOf(const StructNode& node) {
  const std::uint64_t chosen = node.Number(node.info->union_slot, 16);
  for (const FieldInfo& field : node.info->fields)
    if (field.union_value == static_cast<int>(chosen)) return &field;
  return nullptr;
}

bool IsZero(const PointerNode& quantity) {
  if (quantity.kind != PointerNode::Kind::kStruct) return false;
  const FieldInfo* chosen = ChosenOf(*quantity.structure);
  return chosen->name == "value" && quantity.structure->Number(chosen->slot, chosen->bits) == 0;
}

bool SaysNumber(const PointerNode& quantity) {
  if (quantity.kind != PointerNode::Kind::kStruct) return false;
  const std::string& chosen = ChosenOf(*quantity.structure)->name;
  return chosen == "value" || chosen == "range";
}

bool Fits(const ScaledDecimal& number, const FieldInfo& field) {
  const std::uint64_t top = ~std::uint64_t{0} >> (64 - field.bits);
  if (!field.is_signed) return number.magnitude <= top && !(number.negative && number.magnitude);
  return number.magnitude <= top / 2 + (number.negative ? 1 : 0);
}

}  // namespace

Error BodyParser::Unexpected(JsonValue& value, const std::string& expected, const JsonPath& path,
                             bool may_show) {
  const std::string found = input_.Describe(value, may_show);
  return path.Invalid("expected " + expected + ", found " + found +
                      (found == "null" ? "; leave the member out" : "; correct the value"));
}

Result<void> BodyParser::Parse(JsonValue value, const StructInfo& info, StructNode& node,
                               const JsonPath& path) {
  if (++depth_ > kDepthMax)
    return path.Invalid("more than " + std::to_string(kDepthMax) + " levels; flatten the value");
  Result<void> result = ParseObject(value, info, node, path);
  --depth_;
  return result;
}

Result<void> BodyParser::ParseObject(JsonValue value, const StructInfo& info, StructNode& node,
                                     const JsonPath& path) {
  JsonType type;
  if (auto error = value.type().get(type)) return input_.NotJson(error);
  if (type != JsonType::object) return Unexpected(value, "an object (" + info.name + ")", path);
  simdjson::ondemand::object object;
  if (auto error = value.get_object().get(object)) return input_.NotJson(error);

  std::uint64_t seen = 0;
  const FieldInfo* chosen = nullptr;
  for (auto member : object) {
    simdjson::ondemand::field entry;
    if (auto error = std::move(member).get(entry)) return input_.NotJson(error);
    std::string_view name;
    if (auto error = entry.unescaped_key().get(name)) return input_.NotJson(error);
    const FieldInfo* field = info.Find(name);
    if (field == nullptr) return path.Invalid(UnknownMember(name, info));
    const JsonPath inner{&path, field->name};
    const std::uint64_t bit = std::uint64_t{1} << (field - info.fields.data());
    if (seen & bit) return inner.Invalid("the member stands here twice; keep one");
    seen |= bit;
    if (field->union_value >= 0) {
      if (chosen != nullptr)
        return path.Invalid("both `" + chosen->name + "` and `" + field->name +
                            "` are given; keep exactly one of " + UnionMembers(info));
      chosen = field;
      node.SetNumber(info.union_slot, 16, static_cast<std::uint64_t>(field->union_value));
    }
    if (auto parsed = ParseField(entry.value(), *field, node, inner); !parsed)
      return WithLaw(std::move(parsed).error(), *field, inner);
  }
  if (info.has_union && chosen == nullptr)
    return path.Invalid("expected exactly one of " + UnionMembers(info) + ", found none; add one");
  for (std::size_t i = 0; i < info.fields.size(); ++i)
    if (info.fields[i].required && !(seen >> i & 1) && info.fields[i].union_value < 0)
      return path.Invalid("required member `" + info.fields[i].name + "` is missing; add it" +
                          LawOf(info.fields[i]));
  return info.has_denominator ? CheckDenominators(info, node, path) : Result<void>();
}

Result<void> BodyParser::CheckDenominators(const StructInfo& info, const StructNode& node,
                                           const JsonPath& path) {
  for (const FieldInfo& field : info.fields) {
    if (field.divides.empty() || !IsZero(node.pointers[field.slot]) ||
        !SaysNumber(node.pointers[info.Find(field.divides)->slot]))
      continue;
    return JsonPath{&path, field.divides}.Invalid(
        "expected no number, for `" + field.name +
        "` is 0 and nothing can be assessed; leave it out, or state it as `missing`" +
        LawOf(field));
  }
  return {};
}

Result<void> BodyParser::ParseField(JsonValue value, const FieldInfo& field, StructNode& node,
                                    const JsonPath& path) {
  if (field.list) return ParseList(value, field, &node.pointers[field.slot], path);
  switch (field.kind) {
    case ValueKind::kText: return ParseText(value, field, &node.pointers[field.slot], path);
    case ValueKind::kSealed: return ParseSealed(value, field, &node.pointers[field.slot], path);
    case ValueKind::kStruct: return ParseStruct(value, field, &node.pointers[field.slot], path);
    case ValueKind::kGroup: return Parse(value, *field.structure, node, path);
    default: break;
  }
  std::uint64_t number = 0;
  SINETTI_TRY(ParseScalar(value, field, &number, path));
  if (field.kind != ValueKind::kVoid)
    node.SetNumber(field.slot, field.kind == ValueKind::kBool ? 1 : field.bits, number);
  return {};
}

Result<void> BodyParser::ParseScalar(JsonValue value, const FieldInfo& field, std::uint64_t* number,
                                     const JsonPath& path) {
  if (field.kind == ValueKind::kEnum) return ParseEnum(value, field, number, path);
  if (field.kind == ValueKind::kInteger || field.kind == ValueKind::kDecimal)
    return ParseNumber(value, field, number, path);
  JsonType type;
  if (auto error = value.type().get(type)) return input_.NotJson(error);
  bool flag = false;
  if (type != JsonType::boolean) return Unexpected(value, "true or false", path);
  if (value.get_bool().get(flag)) return input_.NotJson("expected `true` or `false`");
  if (field.kind == ValueKind::kVoid && !flag)
    return path.Invalid("expected true, found false; leave the member out");
  *number = flag;
  return {};
}

Result<void> BodyParser::ParseNumber(JsonValue value, const FieldInfo& field, std::uint64_t* number,
                                     const JsonPath& path) {
  const bool decimal = field.kind == ValueKind::kDecimal;
  const std::string decimals = std::to_string(field.decimals);
  JsonType type;
  if (auto error = value.type().get(type)) return input_.NotJson(error);
  std::string_view token;
  if (type == JsonType::number) {
    token = JsonInput::Token(value);
  } else if (decimal && type == JsonType::string) {
    SINETTI_ASSIGN(token, TextOf(value, "a number", true, path));
  } else {
    return Unexpected(value,
                      decimal ? "a number with at most " + decimals + " decimals"
                              : "a whole number from " + Range(field),
                      path);
  }
  const ScaledDecimal parsed = ParseDecimal(token, field.decimals);
  const std::string shown =
      token.size() > 40 ? std::string(token.substr(0, 40)) + "…" : std::string(token);
  switch (parsed.error) {
    case DecimalError::kSyntax:
      if (type == JsonType::number)
        return input_.NotJson("`" + shown + "` is no number", token.data());
      return path.Invalid("expected a number with at most " + decimals + " decimals, found " +
                          Shown(token) + "; correct the value");
    case DecimalError::kTooManyDecimals:
      return path.Invalid("expected " +
                          (decimal ? "at most " + decimals + " decimals" : "a whole number") +
                          ", found " + shown + "; round it yourself, the ledger never does");
    case DecimalError::kNone:
      if (Fits(parsed, field)) break;
      [[fallthrough]];
    case DecimalError::kOutOfRange:
      return path.Invalid("expected a number from " +
                          (decimal ? "-" + FormatDecimal(INT64_MAX, field.decimals) + " to " +
                                         FormatDecimal(INT64_MAX, field.decimals)
                                   : Range(field)) +
                          ", found " + shown + "; correct the value");
  }
  *number = parsed.negative ? 0 - parsed.magnitude : parsed.magnitude;
  return {};
}

Result<void> BodyParser::ParseEnum(JsonValue value, const FieldInfo& field, std::uint64_t* number,
                                   const JsonPath& path) {
  SINETTI_ASSIGN(const std::string_view text,
                 TextOf(value, "one of the texts that `sinetti types` lists", true, path));
  const auto& enumerants = field.enumeration->enumerants;
  for (std::size_t i = 0; i < enumerants.size(); ++i)
    if (enumerants[i].name == text) {
      if (field.required && i == 0 && text == "unspecified")
        return path.Invalid("a required value may not be `unspecified`; say which of " +
                            AllowedValues(*field.enumeration));
      if (field.only >= 0 && i != static_cast<std::size_t>(field.only))
        return path.Invalid("expected " + enumerants[static_cast<std::size_t>(field.only)].name +
                            ", found " + Shown(text) +
                            "; the act leaves no other: do it, then record it");
      *number = i;
      return {};
    }
  std::vector<std::string_view> names;
  for (const EnumerantInfo& enumerant : enumerants) names.push_back(enumerant.name);
  return path.Invalid("expected one of " + AllowedValues(*field.enumeration) + "; found " +
                      Shown(text) + DidYouMean(text, names));
}

Result<std::string_view> BodyParser::TextOf(JsonValue value, const char* expected, bool may_show,
                                            const JsonPath& path) {
  JsonType type;
  if (auto error = value.type().get(type)) return input_.NotJson(error);
  if (type != JsonType::string) return Unexpected(value, expected, path, may_show);
  std::string_view text;
  if (auto error = value.get_string().get(text)) return input_.NotJson(error);
  return text;
}

Result<void> BodyParser::ParseText(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                                   const JsonPath& path) {
  SINETTI_ASSIGN(const std::string_view text, TextOf(value, "a text", true, path));
  if (text.empty()) {
    if (field.required) return path.Invalid("a required text is empty; give it a value");
    return {};
  }
  if (std::string problem = TextProblem(text); !problem.empty()) return path.Invalid(problem);
  if (field.identifier != IdentifierKind::kNone)
    if (auto checked = CheckIdentifier(field.identifier, text, event_day_); !checked)
      return path.Invalid(checked.error().message);
  if (field.bought && (!event_day_ || *event_day_ >= kReservedFrom))
    if (const std::string_view reserved = ReservedServiceIn(text); !reserved.empty())
      return path.Invalid(Shown(reserved) +
                          " may not be bought from a private provider: the county provides it "
                          "itself; take it out of what is bought");
  *pointer = PointerNode::Text(draft_.arena.Copy(text));
  return {};
}

Result<void> BodyParser::ParseStruct(JsonValue value, const FieldInfo& field, PointerNode* pointer,
                                     const JsonPath& path) {
  auto* node = draft_.arena.Array<StructNode>(1);
  *node = StructNode::Make(*field.structure, draft_.arena);
  *pointer = PointerNode::Struct(node);
  return Parse(value, *field.structure, *node, path);
}

}  // namespace sinetti
