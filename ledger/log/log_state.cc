// See log_state.h.
#include "ledger/log/log_state.h"

#include <string>

#include "ledger/event/record.h"
#include "ledger/log/chain.h"
#include "ledger/log/keys.h"

namespace sinetti {

StoredTiles::StoredTiles(const Snapshot& snapshot)
    : get_([&snapshot](ByteView key) { return snapshot.Get(Family::kTiles, key); }) {}
StoredTiles::StoredTiles(const Store& store)
    : get_([&store](ByteView key) { return store.Get(Family::kTiles, key); }) {}

Result<std::vector<Hash>> StoredTiles::ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                                  std::size_t count) {
  const TileId id{tile_level, first / kTileWidth};
  const auto name = [&] {
    return "tile " + std::to_string(id.index) + " of level " + std::to_string(id.level);
  };
  SINETTI_ASSIGN(const std::optional<Bytes> bytes, get_(MakeTileKey(id)));
  if (!bytes) return Error{ErrorCode::kCorrupt, name() + " is missing: run `sinetti verify`"};
  if (bytes->size() != kTileBytes)
    return Error{ErrorCode::kCorrupt, name() + " has " + std::to_string(bytes->size()) +
                                          " bytes, a full tile has " + std::to_string(kTileBytes) +
                                          ": run `sinetti verify`"};
  const std::size_t begin = first % kTileWidth;
  return DecodeTile(ByteView(*bytes).subspan(begin * 32, count * 32));
}

Result<TreeSize> StoredSize(const Snapshot& snapshot) {
  SINETTI_ASSIGN(const auto last, snapshot.Last(Family::kEntries));
  if (!last) return TreeSize{0};
  SINETTI_ASSIGN(const Sequence sequence, ReadEntryKey(last->first));
  return SizeThrough(sequence);
}

Result<LogState> RecoverState(const Snapshot& snapshot) {
  SINETTI_ASSIGN(const TreeSize size, StoredSize(snapshot));
  LogState state;
  if (size.value == 0) return state;
  StoredTiles tiles(snapshot);
  const std::uint64_t tail_first = size.value - size.value % kTileWidth;
  if (tail_first > 0) {
    SINETTI_ASSIGN(const std::vector<Hash> last, tiles.ReadHashes(0, tail_first - 1, 1));
    state.last_leaf = last.front();
  }

  // The leaves of the partial tile are recomputed from their entries; the last entry gives the
  // time.
  std::vector<Hash> tail;
  std::uint64_t next = tail_first == size.value ? tail_first - 1 : tail_first;
  Cursor cursor = snapshot.Scan(Family::kEntries, EntryKey(Sequence{next}), {}, ScanKind::kPoint);
  for (; cursor.Valid(); cursor.Next(), ++next) {
    const std::string name = "entry " + std::to_string(next);
    SINETTI_ASSIGN(const std::uint64_t sequence, ReadKey8(cursor.key()));
    if (sequence != next)
      return Error{ErrorCode::kCorrupt, name + " is missing: run `sinetti verify`"};
    auto header = ReadRecordHeader(cursor.value());
    if (!header) return std::move(header).error().Within(name);
    state.last_recorded_at = header->recorded_at;
    if (next < tail_first) continue;
    state.last_leaf = EntryHash(state.last_leaf, cursor.value());
    tail.push_back(state.last_leaf);
  }
  SINETTI_TRY(cursor.status());
  if (next != size.value)
    return Error{ErrorCode::kCorrupt,
                 "entry " + std::to_string(next) + " is missing: run `sinetti verify`"};
  SINETTI_ASSIGN(state.edge, TileEdge::Rebuild(size, tail, tiles));
  return state;
}

}  // namespace sinetti
