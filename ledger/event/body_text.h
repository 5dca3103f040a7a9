// One text of an event's body by the name of its field, for whoever goes by a table instead of by
// generated readers.
#pragma once

#include <string_view>

#include "ledger/event/event.h"

namespace sinetti {

// The Text field `name` of the body itself; empty when it is empty, or no such field is there.
// Lives as long as the event.
std::string_view BodyText(const Event& event, std::string_view name);

}  // namespace sinetti
