// The words of an event that anybody may read: what search looks in (docs/internals/search.md).
#pragma once

#include <string>
#include <vector>

#include "ledger/event/event.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

struct EventText {
  std::string path;  // data.reasons; type, sourcequote, stream, matter …: attributes
  std::string text;  // of an enumeration and of the type: its words in three languages
  const FieldInfo* field = nullptr;  // null: an attribute
};

// Every text that is not sealed, attributes first, then the body in the order of its schema.
std::vector<EventText> EventTexts(const Event& event);

}  // namespace sinetti
