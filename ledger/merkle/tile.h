// Tiles (C2SP tlog-tiles): the tree is stored as runs of 256 hashes.  Tile level 0 holds leaf
// hashes; a hash of tile level L + 1 is the root of one full tile of level L, which is the tree's
// node of level 8 * (L + 1).  A tile is written once, when full.  Implements
// docs/format/hashing.md, "Tiles".
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"

namespace sinetti {

inline constexpr std::uint8_t kTileHeight = 8;
inline constexpr std::size_t kTileWidth = 256;
inline constexpr std::size_t kTileBytes = kTileWidth * 32;
inline constexpr std::uint8_t kTileLevels = 8;  // enough for 2^64 leaves

struct TileId {
  std::uint8_t level = 0;   // of tiles: 0 holds leaves
  std::uint64_t index = 0;  // from the left
  friend auto operator<=>(const TileId&, const TileId&) = default;
};

struct Tile {
  TileId id;
  std::vector<Hash> hashes;  // kTileWidth when full
};

// How many hashes tile level `level` of a tree of `size` holds, over all its tiles, the last one
// partial.
std::uint64_t HashesAtTileLevel(TreeSize size, std::uint8_t level);

// The root of a perfect tree over `hashes`, whose number is a power of two.
Hash PerfectRoot(std::span<const Hash> hashes);

// The hashes joined, 32 bytes each.
Bytes EncodeTile(std::span<const Hash> hashes);

// kCorrupt unless `bytes` is 1 to 256 hashes of 32 bytes.
Result<std::vector<Hash>> DecodeTile(ByteView bytes);

}  // namespace sinetti
