// Numbers as tables print them: with a decimal comma, and with spaces between thousands
// (docs/format/event.md, "Tables").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace sinetti {

// `text` as a JSON number.  `decimal` is the mark that the mapping names, '.' or ','; then the
// digits before it may stand in groups of three with a space, a no-break space, a narrow no-break
// space or a thin space between them, and the minus may be U+2212.  nullopt: the mapping names
// none, and only JSON's own form is taken.  kInvalid, with what to do.
Result<std::string> ReadTableNumber(std::string_view text, std::optional<char> decimal);

}  // namespace sinetti
