// References of an event whose event must be in the ledger before it ($recorded in the schemas;
// docs/internals/invariants.md, rule 17).
#pragma once

#include <string_view>
#include <vector>

#include "ledger/event/event.h"

namespace sinetti {

struct RecordedRef {
  const FieldInfo* field = nullptr;
  std::string_view reference;  // as given: an id of the same source, or source#id
};

// Of the fields of the body itself that are not empty.  Views that live as long as the event.
std::vector<RecordedRef> RecordedRefs(const Event& event);

}  // namespace sinetti
