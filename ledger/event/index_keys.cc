// Envelope parties and $index fields; a type without $index fields costs nothing beyond its
// envelope.
#include "ledger/event/index_keys.h"

#include <algorithm>
#include <string_view>

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"

namespace sinetti {
namespace {

void Add(std::vector<IndexKey>& keys, std::string_view kind, std::string_view value) {
  if (!value.empty()) keys.push_back({std::string(kind), std::string(value)});
}

void Collect(const BodyStruct& body, std::vector<IndexKey>& keys) {
  if (!body.info().has_index) return;
  for (const FieldInfo& field : body.info().fields) {
    if (!body.IsActive(field)) continue;
    if (field.kind == ValueKind::kGroup) {
      Collect(body.Group(field), keys);
    } else if (field.kind == ValueKind::kText && !field.index.empty() && body.Has(field)) {
      if (!field.list) {
        Add(keys, field.index, body.Text(field));
      } else {
        for (auto text : body.Pointer(field).getAs<capnp::List<capnp::Text>>())
          Add(keys, field.index, {text.cStr(), text.size()});
      }
    } else if (field.kind == ValueKind::kStruct && field.structure->has_index && body.Has(field)) {
      if (!field.list) {
        Collect(body.Struct(field), keys);
      } else {
        for (auto element : BodyStruct::Elements(body.Pointer(field)))
          Collect({element, *field.structure}, keys);
      }
    }
  }
}

}  // namespace

std::vector<IndexKey> IndexKeys(const Event& event) {
  std::vector<IndexKey> keys;
  Add(keys, "type", event.type());
  Add(keys, "stream", event.stream());
  const Envelope& envelope = event.envelope();
  Add(keys, "provider", envelope.provider);
  Add(keys, "unit", envelope.unit);
  Add(keys, "client", envelope.client);
  Add(keys, "matter", envelope.matter);
  Add(keys, "contract", envelope.contract);
  Collect({event.impl().body.getAs<capnp::AnyStruct>(), *event.type_info().body}, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace sinetti
