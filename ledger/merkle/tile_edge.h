// The part of the tree that is not stored yet: the partial tile of each level, and the frontier
// above them.  The writer appends to it and stores the tiles that become full; readers of the
// newest part of the tree read from it.  A value: copy it, append, commit, and keep the copy only
// when the commit held.
#pragma once

#include <array>
#include <vector>

#include "ledger/merkle/frontier.h"
#include "ledger/merkle/hash_reader.h"
#include "ledger/merkle/tile.h"

namespace sinetti {

class TileEdge {
 public:
  TileEdge() = default;

  // Rebuilds the edge of a tree of `size` from its last size % 256 leaf hashes and its full tiles,
  // reading at most 255 of them at each level.  kInvalid when `tail_leaves` is of another length;
  // errors of `full_tiles` pass through.  The caller compares Root() with what a checkpoint says.
  static Result<TileEdge> Rebuild(TreeSize size, std::span<const Hash> tail_leaves,
                                  HashReader& full_tiles);

  // Adds a leaf hash and appends the tiles it fills to `full`, lowest level first.
  void Append(const Hash& leaf, std::vector<Tile>& full);

  TreeSize size() const { return frontier_.size(); }
  Hash Root() const { return frontier_.Root(); }

  // The hashes of the last, partial tile of a level: 0 to 255 of them.
  std::span<const Hash> Partial(std::uint8_t tile_level) const;

 private:
  Frontier frontier_;
  std::array<std::vector<Hash>, kTileLevels> partial_;
};

// Reads full tiles from `stored` and the partial ones from `edge`; both must outlive it.
class EdgeReader final : public HashReader {
 public:
  EdgeReader(const TileEdge& edge, HashReader& stored) : edge_(edge), stored_(stored) {}

  Result<std::vector<Hash>> ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                       std::size_t count) override;

 private:
  const TileEdge& edge_;
  HashReader& stored_;
};

}  // namespace sinetti
