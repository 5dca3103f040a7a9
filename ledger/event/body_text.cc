// See body_text.h.
#include "ledger/event/body_text.h"

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"

namespace sinetti {

std::string_view BodyText(const Event& event, std::string_view name) {
  const StructInfo& info = *event.type_info().body;
  const FieldInfo* field = info.Find(name);
  if (field == nullptr || field->kind != ValueKind::kText || field->list) return {};
  const BodyStruct body(event.impl().body.getAs<capnp::AnyStruct>(), info);
  return body.Has(*field) ? body.Text(*field) : std::string_view();
}

}  // namespace sinetti
