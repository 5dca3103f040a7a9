// A Merkle tree whose full tiles are kept in memory: what a store does for the ledger, for tests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/merkle/tile_edge.h"

namespace sinetti::testing_support {

// Knows full tiles only, as a store does.
class MemoryTiles final : public HashReader {
 public:
  void Put(const Tile& tile) { tiles_[tile.id] = tile.hashes; }
  std::size_t count() const { return tiles_.size(); }
  std::map<TileId, std::vector<Hash>>& tiles() { return tiles_; }

  Result<std::vector<Hash>> ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                       std::size_t count) override {
    const auto found = tiles_.find({tile_level, first / kTileWidth});
    if (found == tiles_.end())
      return Error{ErrorCode::kNotFound, "no tile " + std::to_string(first / kTileWidth) +
                                             " of level " + std::to_string(tile_level)};
    const auto begin = found->second.begin() + static_cast<std::ptrdiff_t>(first % kTileWidth);
    return std::vector<Hash>(begin, begin + static_cast<std::ptrdiff_t>(count));
  }

 private:
  std::map<TileId, std::vector<Hash>> tiles_;
};

class MemoryTree final : public HashReader {
 public:
  void Append(const Hash& leaf) {
    std::vector<Tile> full;
    edge_.Append(leaf, full);
    for (const Tile& tile : full) tiles_.Put(tile);
  }
  TreeSize size() const { return edge_.size(); }
  Hash Root() const { return edge_.Root(); }
  const TileEdge& edge() const { return edge_; }
  MemoryTiles& tiles() { return tiles_; }

  Result<std::vector<Hash>> ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                       std::size_t count) override {
    return EdgeReader(edge_, tiles_).ReadHashes(tile_level, first, count);
  }

 private:
  TileEdge edge_;
  MemoryTiles tiles_;
};

}  // namespace sinetti::testing_support
