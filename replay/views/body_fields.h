// Fields of an event's body by their names, for views that are declared and not written type by
// type: a key may be the settlement of one type and the contract of another.  Only replay/views
// includes this header; it shows Cap'n Proto.
#pragma once

#include <string>
#include <string_view>

#include "ledger/event/event.h"

namespace sinetti {

// What the field holds, as a key: a text as it stands, an event reference with its source, a whole
// number in digits, an organisation by what it is found by (columns.h).  "@contract", "@matter",
// "@unit", "@client", "@actor": of the envelope.  "=": the event's own reference.  Empty when the
// event does not give it, or the type has no such field.
std::string FieldKey(const Event& event, std::string_view field);

// Keys of several fields, separated by spaces in `fields` and by "/" in the answer; empty when one
// of them is.
std::string FieldsKey(const Event& event, std::string_view fields);

}  // namespace sinetti
