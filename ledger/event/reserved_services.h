// Services that a wellbeing services county may not buy from a private provider (612/2021 section
// 12 subsection 2): the use of public power, social work for a client, the social emergency
// service, urgent care round the clock.  What may not be bought is refused before it is recorded
// (docs/internals/invariants.md, rule 9).
#pragma once

#include <string_view>

#include "ledger/base/date.h"

namespace sinetti {

// The counties began; earlier purchases were made by municipalities, under other acts.
inline constexpr Date kReservedFrom{19'358};  // 2023-01-01

// The part of `services` that names a reserved service and nothing else, or an empty view.  Parts
// stand between commas, semicolons and slashes; letter case and spaces do not matter.  A service
// described in other words is not known here: it is for the audit of people.
std::string_view ReservedServiceIn(std::string_view services);

}  // namespace sinetti
