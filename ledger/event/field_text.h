// The fields of an event as a reader sees them, found by reflection: for views that show many types
// in one shape.  A sealed field has no text here, in whatever depth it stands
// (docs/format/event.md, "Data").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/event/event.h"

namespace sinetti {

struct FieldText {
  std::string_view name;  // as in JSON; lives as long as the type registry
  // Texts and enumerants as they are, numbers in digits, stated values as DisplayStated says, of
  // another struct its first text (an organisation's name, a document's title); of a list all,
  // ", " between.
  std::string text;
  std::optional<Date> first, last;  // of a When: the days that may be meant
  std::optional<std::int64_t> low;  // of a stated amount or a number, in its own units
};

// What the event gives, in the order of the schema: fields of the body itself, not below.
std::vector<FieldText> ReadFieldTexts(const Event& event);

}  // namespace sinetti
