#include "replay/views/body_fields.h"

#include "ledger/event/body.h"
#include "replay/views/cells.h"
#include "replay/views/columns.h"

namespace sinetti {
namespace {

std::string_view OfEnvelope(const Envelope& envelope, std::string_view name) {
  if (name == "contract") return envelope.contract;
  if (name == "matter") return envelope.matter;
  if (name == "unit") return envelope.unit;
  if (name == "client") return envelope.client;
  if (name == "actor") return envelope.actor;
  SINETTI_CHECK(false);
  return {};
}

// Unsigned whole numbers only; canonical records drop trailing zeros.
std::string Digits(const capnp::Data::Reader& data, const FieldInfo& field) {
  const std::size_t bytes = field.bits / 8U;
  const std::size_t at = std::size_t{field.slot} * bytes;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes && at + i < data.size(); ++i)
    value |= std::uint64_t{data[at + i]} << (8 * i);
  return std::to_string(value);
}

std::string OfBody(const Event& event, const FieldInfo& field) {
  if (field.list) return {};
  const auto body = event.impl().body.getAs<capnp::AnyStruct>();
  if (field.kind == ValueKind::kInteger) return Digits(body.getDataSection(), field);
  const auto pointers = body.getPointerSection();
  if (field.slot >= pointers.size() || pointers[field.slot].isNull()) return {};
  if (field.kind == ValueKind::kText) {
    const std::string text(Text(pointers[field.slot].getAs<capnp::Text>()));
    if (text.empty() || field.identifier != IdentifierKind::kEventRef) return text;
    return ResolveRef(event, text);
  }
  if (field.kind == ValueKind::kStruct &&
      field.structure->schema_id == capnp::typeId<schema::OrgRef>())
    return std::string(OrgKey(pointers[field.slot].getAs<schema::OrgRef>()));
  return {};
}

}  // namespace

std::string FieldKey(const Event& event, std::string_view field) {
  if (field == "=") return EventRefOf(event);
  if (field.starts_with('@')) return std::string(OfEnvelope(event.envelope(), field.substr(1)));
  const FieldInfo* info = event.type_info().body->Find(field);
  return info == nullptr ? std::string() : OfBody(event, *info);
}

std::string FieldsKey(const Event& event, std::string_view fields) {
  std::string key;
  for (std::size_t at = 0; at < fields.size();) {
    const std::size_t end = std::min(fields.find(' ', at), fields.size());
    const std::string part = FieldKey(event, fields.substr(at, end - at));
    if (part.empty()) return {};
    key += (key.empty() ? "" : "/") + part;
    at = end + 1;
  }
  return key;
}

}  // namespace sinetti
