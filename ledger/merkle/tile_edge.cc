// A node completed at level 8, 16, ... is a hash of the next tile level; the frontier computes it
// anyway.
#include "ledger/merkle/tile_edge.h"

#include <algorithm>
#include <bit>
#include <string>

#include "ledger/base/check.h"

namespace sinetti {
namespace {

// The perfect subtrees of a tree of `size`, largest first: the bits of each partial tile's length,
// from the highest tile level down.
std::vector<Hash> SubtreesOf(const std::array<std::vector<Hash>, kTileLevels>& partial) {
  std::vector<Hash> subtrees;
  for (std::size_t level = kTileLevels; level-- > 0;) {
    std::span<const Hash> rest = partial[level];
    while (!rest.empty()) {
      const std::size_t width = std::bit_floor(rest.size());
      subtrees.push_back(PerfectRoot(rest.first(width)));
      rest = rest.subspan(width);
    }
  }
  return subtrees;
}

}  // namespace

Result<TileEdge> TileEdge::Rebuild(TreeSize size, std::span<const Hash> tail_leaves,
                                   HashReader& full_tiles) {
  if (tail_leaves.size() != size.value % kTileWidth)
    return Error{ErrorCode::kInvalid, "the last tile of a tree of " + std::to_string(size.value) +
                                          " holds " + std::to_string(size.value % kTileWidth) +
                                          " leaf hashes, here are " +
                                          std::to_string(tail_leaves.size())};
  TileEdge edge;
  edge.partial_[0].assign(tail_leaves.begin(), tail_leaves.end());
  for (std::uint8_t level = 1; level < kTileLevels; ++level) {
    const std::uint64_t count = HashesAtTileLevel(size, level);
    for (std::uint64_t index = count - count % kTileWidth; index < count; ++index) {
      const auto below = static_cast<std::uint8_t>(level - 1);
      SINETTI_ASSIGN(const std::vector<Hash> tile,
                     full_tiles.ReadHashes(below, index * kTileWidth, kTileWidth));
      SINETTI_CHECK(tile.size() == kTileWidth);
      edge.partial_[level].push_back(PerfectRoot(tile));
    }
  }
  SINETTI_ASSIGN(edge.frontier_, Frontier::From(size, SubtreesOf(edge.partial_)));
  return edge;
}

void TileEdge::Append(const Hash& leaf, std::vector<Tile>& full) {
  for (const Node& node : frontier_.Append(leaf)) {
    if (node.id.level % kTileHeight != 0) continue;
    const auto level = static_cast<std::uint8_t>(node.id.level / kTileHeight);
    if (level == kTileLevels) continue;  // the root of 2^64 leaves: no tile holds it
    std::vector<Hash>& hashes = partial_[level];
    if (hashes.capacity() == 0) hashes.reserve(kTileWidth);
    hashes.push_back(node.hash);
    if (hashes.size() < kTileWidth) continue;
    full.push_back(Tile{{level, node.id.index / kTileWidth}, std::move(hashes)});
    hashes = {};
  }
}

std::span<const Hash> TileEdge::Partial(std::uint8_t tile_level) const {
  SINETTI_CHECK(tile_level < kTileLevels);
  return partial_[tile_level];
}

Result<std::vector<Hash>> EdgeReader::ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                                 std::size_t count) {
  SINETTI_CHECK(count > 0 && first / kTileWidth == (first + count - 1) / kTileWidth);
  const std::uint64_t held = HashesAtTileLevel(edge_.size(), tile_level);
  if (first + count > held)
    return Error{ErrorCode::kNotFound, "hash " + std::to_string(first + count - 1) +
                                           " of tile level " + std::to_string(tile_level) +
                                           ": a tree of " + std::to_string(edge_.size().value) +
                                           " has only " + std::to_string(held)};
  if (first / kTileWidth < held / kTileWidth) return stored_.ReadHashes(tile_level, first, count);
  const auto run = edge_.Partial(tile_level).subspan(first % kTileWidth, count);
  return std::vector<Hash>(run.begin(), run.end());
}

}  // namespace sinetti
