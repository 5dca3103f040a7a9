// Times as tables write them, to RFC 3339 or to a day.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace sinetti {

// `format`: yyyy, mm, dd, HH, MM and SS stand for digits (one or two for all but the year),
// anything else for itself.  Behind it may stand a fraction of the second (at most six digits) and
// an offset (Z, +02:00, +0200).  Without an offset `zone` gives it: "Europe/Helsinki" or an offset;
// empty: it must stand in the text.  A format without HH gives a day.  kInvalid says what does not
// fit.
Result<std::string> ReadTableTime(std::string_view text, std::string_view format,
                                  std::string_view zone);

// "yyyy-mm-dd HH:MM:SS", with a T or a space, down to the day.
Result<std::string> ReadTableTime(std::string_view text, std::string_view zone);

// Empty, "Europe/Helsinki" or an offset.
Result<void> CheckZone(std::string_view zone);

}  // namespace sinetti
