// The last resort for a ledger that does not open because its write-ahead log is damaged and of
// which no backup is as new (docs/guide/operator.md, "When something is wrong").
#pragma once

#include "cli/commands/commands.h"

namespace sinetti {

// Keeps the store as it is in DIR/store.damaged, then opens it up to the damage; what stood behind
// is lost.  Does nothing to a ledger that opens.  kConflict: a copy of an earlier salvage is still
// there.  kCorrupt: what is left contradicts the newest checkpoint, or the damage is elsewhere.
Result<ExitCode> Salvage(Session& session);

}  // namespace sinetti
