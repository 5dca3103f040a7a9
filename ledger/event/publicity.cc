#include "ledger/event/publicity.h"

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"

namespace sinetti {
namespace {

bool AnyElement(const BodyStruct& body, const FieldInfo& field, std::string_view& why);

// The first reason that the struct or one below it gives.
bool Closed(const BodyStruct& body, std::string_view& why) {
  for (const FieldInfo& field : body.info().fields) {
    if (!body.IsActive(field)) continue;
    if (field.kind == ValueKind::kGroup) {
      if (Closed(body.Group(field), why)) return true;
      continue;
    }
    const bool pseudonym = field.identifier == IdentifierKind::kPseudonym;
    const bool sealed = field.kind == ValueKind::kSealed;
    const bool below = field.kind == ValueKind::kStruct;
    if ((!pseudonym && !sealed && !below) || !body.Has(field)) continue;
    if (pseudonym || sealed) {
      why = pseudonym ? "person" : "sealed";
      return true;
    }
    if (AnyElement(body, field, why)) return true;
  }
  return false;
}

bool AnyElement(const BodyStruct& body, const FieldInfo& field, std::string_view& why) {
  if (!field.list) return Closed(body.Struct(field), why);
  for (const auto element : BodyStruct::Elements(body.Pointer(field)))
    if (Closed({element, *field.structure}, why)) return true;
  return false;
}

}  // namespace

std::string_view WhyNotPublic(const Event& event) {
  const Envelope& envelope = event.envelope();
  if (envelope.publicity != Publicity::kUnspecified && envelope.publicity != Publicity::kOpen)
    return "publicity";
  if (!envelope.client.empty()) return "client";
  std::string_view why;
  Closed({event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body}, why);
  return why;
}

}  // namespace sinetti
