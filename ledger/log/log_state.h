// Where the log stands behind its last entry: what the writer appends to and what readers of the
// newest entries need.  Rebuilt from the store by one function, whoever opens it and however it was
// left (docs/format/store.md, "Recovery").
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "ledger/base/clock.h"
#include "ledger/base/hash.h"
#include "ledger/merkle/tile_edge.h"
#include "ledger/store/store.h"

namespace sinetti {

struct LogState {
  TileEdge edge;
  Hash last_leaf;  // zeros for the empty ledger
  Timestamp last_recorded_at{INT64_MIN};

  TreeSize size() const { return edge.size(); }
};

// Reads full tiles from the store.  One thread at a time.
class StoredTiles final : public HashReader {
 public:
  explicit StoredTiles(const Snapshot& snapshot);
  explicit StoredTiles(const Store& store);  // the newest state

  Result<std::vector<Hash>> ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                       std::size_t count) override;

 private:
  std::function<Result<std::optional<Bytes>>(ByteView key)> get_;
};

// The number of entries, from the greatest key.
Result<TreeSize> StoredSize(const Snapshot& snapshot);

// Reads at most 255 entries and 255 tiles of each level.  kCorrupt when an entry or a tile that
// must be there is not; does not compare with checkpoints.
Result<LogState> RecoverState(const Snapshot& snapshot);

}  // namespace sinetti
