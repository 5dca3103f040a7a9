// What every event about access to protected data has in common: one subject, whose log it is for
// (703/2023 10 section; docs/format/sealing.md, "Opening", and docs/format/disclosure.md).
#pragma once

#include <string>
#include <string_view>

#include "ledger/client/own_event.h"

namespace sinetti {

// What stands before the stream's name in the subject of confidential values.
inline constexpr std::string_view kStreamSubject = "stream:";

// An event of `type` about `subject`, in the stream that holds its log; a person is its client.
// `what` begins its id; `actor` and `role` may be empty.
Result<OwnEvent> NewAccessEvent(std::string_view type, std::string_view what,
                                const std::string& subject, const std::string& actor,
                                const std::string& role);

}  // namespace sinetti
