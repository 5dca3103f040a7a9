// The schemas of event types as text: what stands where in a record, and what it is called in
// Finnish, Swedish and English, so that a record can be read when no program knows its type any
// more.  Implements docs/format/evidence-pack.md, "Schema".
#pragma once

#include <string>
#include <vector>

#include "ledger/event/event.h"

namespace sinetti {

// Of the record itself and of the types of the events, each once, by name.
std::string SchemaText(const TypeRegistry& registry, const std::vector<Event>& events);

}  // namespace sinetti
