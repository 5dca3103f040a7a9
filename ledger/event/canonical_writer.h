// Lays a tree of structs out as canonical Cap'n Proto (docs/format/event.md, "Record"): one
// segment, objects in the order of the pointers to them, every struct cut behind its last non-zero
// word.
#pragma once

#include "ledger/base/bytes.h"
#include "ledger/event/draft_tree.h"

namespace sinetti {

// The segment, without a segment table.  Empty when it would exceed `bytes_max`.
Bytes WriteCanonical(const StructNode& root, std::size_t bytes_max);

}  // namespace sinetti
