// Finds the protected fields of an event, wherever its type has them.
#include <string>
#include <vector>

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"
#include "ledger/event/event_json.h"
#include "ledger/event/sealed_value.h"

namespace sinetti {
namespace {

void Collect(const BodyStruct& body, const std::string& path, std::vector<SealedField>& found) {
  if (!body.info().has_sealed) return;
  for (const FieldInfo& field : body.info().fields) {
    if (!body.IsActive(field)) continue;
    if (field.structure == nullptr ||
        (field.kind != ValueKind::kSealed && !field.structure->has_sealed))
      continue;
    const std::string inner = path + "." + field.name;
    if (field.kind == ValueKind::kGroup) {
      Collect(body.Group(field), inner, found);
    } else if (!body.Has(field)) {
      continue;
    } else if (field.list) {
      auto list = BodyStruct::Elements(body.Pointer(field));
      for (unsigned i = 0; i < list.size(); ++i) {
        const std::string element = inner + "[" + std::to_string(i) + "]";
        const BodyStruct item(list[i], *field.structure);
        if (field.kind == ValueKind::kSealed) {
          found.push_back(ReadSealed(item, element));
        } else {
          Collect(item, element, found);
        }
      }
    } else if (field.kind == ValueKind::kSealed) {
      found.push_back(ReadSealed(body.Struct(field), inner));
    } else {
      Collect(body.Struct(field), inner, found);
    }
  }
}

}  // namespace

std::vector<SealedField> SealedFields(const Event& event) {
  std::vector<SealedField> found;
  Collect({event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body}, "data", found);
  return found;
}

}  // namespace sinetti
