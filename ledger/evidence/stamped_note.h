// What a time-stamp of a checkpoint is of: the note as the log signed it first, so that lines that
// come later, of witnesses or of a new key of the log, change nothing.  Implements
// docs/format/timestamp.md, "What is stamped".
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace sinetti {

// The text and the first signature line whose key name is the origin.  kInvalid: no checkpoint, or
// no such line.  Checks no signature.
Result<std::string> StampedNote(std::string_view note);

}  // namespace sinetti
