// Reads entries, verified, and gathers the keys of each (docs/format/index.md, "Keys of an event").
#pragma once

#include <functional>

#include "ledger/event/type_registry.h"
#include "ledger/index/key_gather.h"
#include "ledger/log/reader.h"

namespace sinetti {

using IndexProgress = std::function<void(TreeSize done, TreeSize total)>;

// Gathers entries `from` to `to` - 1, which must be exactly those of the tree of `to`.
// kUnsupported: the keys of an event cannot be known, because its type is newer than this program.
// kCorrupt: the entries are not those of the tree.
Result<void> GatherKeys(const Reader& reader, TreeSize from, TreeSize to,
                        const TypeRegistry& registry, KeyGather& gather,
                        const IndexProgress& progress);

}  // namespace sinetti
