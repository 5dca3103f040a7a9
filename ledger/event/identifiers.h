// Checks the identifiers that schemas annotate with $identifier: form, check digit, existence on a
// day.  A wrong identifier is refused before it is recorded, for it could never be corrected in
// place.  docs/format/event.md, "Identifiers".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/date.h"
#include "ledger/base/result.h"
#include "ledger/event/personal_code.h"
#include "ledger/event/type_registry.h"

namespace sinetti {

// kInvalid names the kind, the text and what is wrong with it.  `as_of`: the day the event speaks
// of; a municipality must have been in force then (the day of a merger allows both sides).  Without
// it any municipality since 2001 passes.  An empty text is never valid: leave optional fields out.
Result<void> CheckIdentifier(IdentifierKind kind, std::string_view text,
                             std::optional<Date> as_of = std::nullopt);

// Y-tunnus (288/2001 3 section): seven digits, hyphen, check digit with weights 7 9 10 5 8 4 2,
// modulo 11; a remainder of 1 is never given out.
bool IsBusinessId(std::string_view text);

// The object identifier of an organisation: 0204819-8 <-> 1.2.246.10.2048198 (leading zeros and
// hyphen dropped).  `business_id` must be valid.
std::string OidOfBusinessId(std::string_view business_id);

// Also for arcs below it (units, 1.2.246.10.2048198.10.5); nullopt when the text is not below
// 1.2.246.10 or the digits are no valid business id.
std::optional<std::string> BusinessIdOfOid(std::string_view oid);

}  // namespace sinetti
