// Nodes between two tile levels are not stored: each is the perfect root of a run in one tile.
#include "ledger/merkle/hash_reader.h"

#include <bit>

#include "ledger/base/check.h"
#include "ledger/merkle/tile.h"

namespace sinetti {

Result<Hash> ReadNode(NodeId id, HashReader& reader) {
  SINETTI_CHECK(id.level < 64);
  const auto tile_level = static_cast<std::uint8_t>(id.level / kTileHeight);
  const unsigned height = id.level % kTileHeight;
  const std::size_t count = std::size_t{1} << height;
  SINETTI_ASSIGN(const std::vector<Hash> hashes,
                 reader.ReadHashes(tile_level, id.index << height, count));
  SINETTI_CHECK(hashes.size() == count);
  return PerfectRoot(hashes);
}

Result<Hash> ReadRangeRoot(std::uint64_t begin, std::uint64_t end, HashReader& reader) {
  SINETTI_CHECK(begin < end && begin % std::bit_floor(end - begin) == 0);
  // Right to left, from the smallest perfect subtree to the largest.
  std::uint64_t rest = end - begin;
  Hash root;
  for (bool first = true; rest != 0; first = false) {
    const auto level = static_cast<std::uint8_t>(std::countr_zero(rest));
    rest &= rest - 1;
    SINETTI_ASSIGN(const Hash node, ReadNode({level, (begin + rest) >> level}, reader));
    root = first ? node : NodeHash(node, root);
  }
  return root;
}

Result<Hash> ReadRoot(TreeSize size, HashReader& reader) {
  if (size.value == 0) return EmptyRoot();
  return ReadRangeRoot(0, size.value, reader);
}

}  // namespace sinetti
