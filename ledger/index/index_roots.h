// The roots that the index had at many tree sizes, from the entries alone and without a store: what
// an auditor computes (docs/format/index.md, "Map").  Shares with the incremental fold only the
// maths.
#pragma once

#include <span>
#include <vector>

#include "ledger/index/key_gather.h"

namespace sinetti {

// root i is that of the map over the events before sizes[i]; sizes rise.  `keys` holds the events
// from 0 on.  Memory: for each subtree on the way to the current key, its changes between the
// sizes.
Result<std::vector<Hash>> IndexRootsAt(KeyStream& keys, std::span<const TreeSize> sizes);

}  // namespace sinetti
