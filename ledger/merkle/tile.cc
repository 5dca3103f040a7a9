// Tile arithmetic and the stored form of a tile.
#include "ledger/merkle/tile.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "ledger/base/check.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {

static_assert(sizeof(Hash) == 32, "a tile is an array of hashes in memory as on disk");

std::uint64_t HashesAtTileLevel(TreeSize size, std::uint8_t level) {
  return level < kTileLevels ? size.value >> (level * kTileHeight) : 0;
}

Hash PerfectRoot(std::span<const Hash> hashes) {
  SINETTI_CHECK(std::has_single_bit(hashes.size()));
  if (hashes.size() == 1) return hashes.front();
  std::vector<Hash> row(hashes.size() / 2);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = NodeHash(hashes[2 * i], hashes[2 * i + 1]);
  for (std::size_t width = row.size() / 2; width > 0; width /= 2)
    for (std::size_t i = 0; i < width; ++i) row[i] = NodeHash(row[2 * i], row[2 * i + 1]);
  return row.front();
}

Bytes EncodeTile(std::span<const Hash> hashes) {
  Bytes bytes(hashes.size() * sizeof(Hash));
  if (!bytes.empty()) std::memcpy(bytes.data(), hashes.data(), bytes.size());
  return bytes;
}

Result<std::vector<Hash>> DecodeTile(ByteView bytes) {
  if (bytes.empty() || bytes.size() > kTileBytes || bytes.size() % sizeof(Hash) != 0)
    return Error{ErrorCode::kCorrupt, "a tile has 1 to 256 hashes of 32 bytes, here are " +
                                          std::to_string(bytes.size()) + " bytes"};
  std::vector<Hash> hashes(bytes.size() / sizeof(Hash));
  std::memcpy(hashes.data(), bytes.data(), bytes.size());
  return hashes;
}

}  // namespace sinetti
