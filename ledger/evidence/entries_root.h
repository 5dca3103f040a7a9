// The tree over the entries with another hash than the ledger's: what hash-tree renewal puts a
// stamp on, so that nothing rests on SHA-256 any more.  Implements docs/format/timestamp.md,
// "Renewal".
#pragma once

#include <span>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/crypto/digest.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/reader.h"

namespace sinetti {

// The tree of RFC 6962 over the entries of each checkpoint, in one pass that recomputes the
// ledger's own tree beside it: kCorrupt when that is not what a checkpoint says.  Sizes rise, and
// none is larger than the reader's.
Result<std::vector<Bytes>> EntriesRoots(const Reader& reader,
                                        std::span<const Checkpoint> checkpoints,
                                        DigestAlgorithm algorithm);

}  // namespace sinetti
