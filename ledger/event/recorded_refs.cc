// See recorded_refs.h.
#include "ledger/event/recorded_refs.h"

#include "ledger/event/body.h"
#include "ledger/event/body_struct.h"

namespace sinetti {

std::vector<RecordedRef> RecordedRefs(const Event& event) {
  std::vector<RecordedRef> refs;
  const StructInfo& info = *event.type_info().body;
  if (!info.has_recorded) return refs;
  const BodyStruct body(event.impl().body.getAs<capnp::AnyStruct>(), info);
  for (const FieldInfo& field : info.fields)
    if (field.recorded && body.Has(field)) refs.push_back({&field, body.Text(field)});
  return refs;
}

}  // namespace sinetti
