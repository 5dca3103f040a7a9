// Reading the tree's stored hashes, and computing every other node and root from them.  The tree
// maths does no I/O: it takes a HashReader (docs/format/hashing.md, "Tiles").
#pragma once

#include <cstdint>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {

class HashReader {
 public:
  virtual ~HashReader() = default;

  // Hashes `first` to `first + count - 1` of tile level `tile_level`.  They all lie in one tile and
  // `count` is at least 1.  kNotFound when the tree does not reach so far, kCorrupt when the stored
  // tile is not what it should be; never fewer hashes than asked for.
  virtual Result<std::vector<Hash>> ReadHashes(std::uint8_t tile_level, std::uint64_t first,
                                               std::size_t count) = 0;
};

// The hash of a perfect subtree.  One read.
Result<Hash> ReadNode(NodeId id, HashReader& reader);

// The root of the leaves `begin` to `end - 1`, where `begin` is a multiple of the smallest power of
// two that is not less than end - begin, as in every subtree that RFC 6962 names.  One read for
// each bit set in end - begin.
Result<Hash> ReadRangeRoot(std::uint64_t begin, std::uint64_t end, HashReader& reader);

// The root of the tree as it was when it had `size` leaves; EmptyRoot() for none.
Result<Hash> ReadRoot(TreeSize size, HashReader& reader);

}  // namespace sinetti
