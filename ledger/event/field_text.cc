#include "ledger/event/field_text.h"

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"
#include "ledger/event/decimal.h"
#include "ledger/event/stated_value.h"

namespace sinetti {
namespace {

std::string NumberText(std::uint64_t number, const FieldInfo& field) {
  switch (field.kind) {
    case ValueKind::kVoid: return "true";
    case ValueKind::kBool: return number != 0 ? "true" : "";
    case ValueKind::kEnum:
      return number < field.enumeration->enumerants.size()
                 ? field.enumeration->enumerants[number].name
                 : std::string();
    case ValueKind::kDecimal:
      return DecimalText(static_cast<std::int64_t>(number), field.decimals, true);
    default:
      return field.is_signed ? std::to_string(static_cast<std::int64_t>(number))
                             : std::to_string(number);
  }
}

// The first text that the struct gives, of its own or of a struct in it; never a sealed one.
std::string FirstText(const BodyStruct& body) {
  for (const FieldInfo& field : body.info().fields) {
    if (field.list || !body.IsActive(field)) continue;
    if (field.kind == ValueKind::kText && body.Has(field)) return std::string(body.Text(field));
  }
  return {};
}

std::string ListText(const BodyStruct& body, const FieldInfo& field) {
  const auto pointer = body.Pointer(field);
  std::string joined;
  const auto add = [&joined](const std::string& text) {
    if (!joined.empty() && !text.empty()) joined += ", ";
    joined += text;
  };
  if (field.kind == ValueKind::kText) {
    for (const auto text : pointer.getAs<capnp::List<capnp::Text>>())
      add(std::string(text.begin(), text.size()));
  } else if (field.kind == ValueKind::kStruct) {
    for (const auto element : BodyStruct::Elements(pointer))
      add(FirstText({element, *field.structure}));
  } else if (field.kind == ValueKind::kEnum) {
    for (const std::uint16_t number : pointer.getAs<capnp::List<std::uint16_t>>())
      add(NumberText(number, field));
  }
  return joined;
}

// Nothing where the event does not give the field.
std::optional<std::string> TextOf(const BodyStruct& body, const FieldInfo& field) {
  if (field.list) return body.Has(field) ? std::optional(ListText(body, field)) : std::nullopt;
  switch (field.kind) {
    case ValueKind::kText:
      if (!body.Has(field)) return std::nullopt;
      return std::string(body.Text(field));
    case ValueKind::kStruct:
      if (!body.Has(field)) return std::nullopt;
      return FirstText(body.Struct(field));
    case ValueKind::kBool:
    case ValueKind::kEnum:
    case ValueKind::kInteger:
    case ValueKind::kDecimal:
      if (!field.required && body.Number(field) == 0) return std::nullopt;
      return NumberText(body.Number(field), field);
    default: return std::nullopt;  // sealed, bytes, groups
  }
}

}  // namespace

std::vector<FieldText> ReadFieldTexts(const Event& event) {
  const BodyStruct body(event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body);
  StatedValueReader reader;
  const std::vector<StatedValue> stated = reader.Read(event);
  std::vector<FieldText> fields;
  for (const FieldInfo& field : body.info().fields) {
    if (!body.IsActive(field)) continue;
    if (const StatedValue* value = FindStated(stated, field.name)) {
      fields.push_back({field.name, DisplayStated(*value), value->first, value->last, value->low});
      continue;
    }
    std::optional<std::string> text = TextOf(body, field);
    if (!text) continue;
    FieldText one{.name = field.name, .text = *std::move(text), .first = {}, .last = {}, .low = {}};
    if (!field.list && field.kind == ValueKind::kInteger)
      one.low = static_cast<std::int64_t>(body.Number(field));
    fields.push_back(std::move(one));
  }
  return fields;
}

}  // namespace sinetti
