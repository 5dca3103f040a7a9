// Tiles and proofs of the tree as a stranger may hand them over: any bytes are refused or prove
// what is true.  The first bytes choose a tree of up to 600 leaves, two sizes and what to damage.
#include <map>

#include "ledger/base/check.h"
#include "ledger/merkle/proof.h"
#include "ledger/merkle/tile_edge.h"
#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {
namespace {

constexpr std::uint64_t kLeavesMax = 600;

// The full tiles and the edge of one tree whose leaf i begins with the number i.
class Tree final : public HashReader {
 public:
  Tree() {
    for (std::uint64_t i = 0; i < kLeavesMax; ++i) {
      roots_.push_back(edge_.Root());
      std::vector<Tile> full;
      edge_.Append(Leaf(i), full);
      for (Tile& tile : full) tiles_[tile.id] = std::move(tile.hashes);
    }
    roots_.push_back(edge_.Root());
  }

  static Hash Leaf(std::uint64_t number) {
    Hash leaf;
    StoreBigEndian64(number, leaf.bytes.data());
    return leaf;
  }
  const Hash& Root(std::uint64_t size) const { return roots_[size]; }

  Result<std::vector<Hash>> ReadHashes(std::uint8_t level, std::uint64_t first,
                                       std::size_t count) override {
    const auto tile = tiles_.find({level, first / kTileWidth});
    const std::span<const Hash> hashes =
        tile == tiles_.end() ? edge_.Partial(level) : std::span<const Hash>(tile->second);
    const std::size_t at = first % kTileWidth;
    if (at + count > hashes.size()) return Error{ErrorCode::kNotFound, "no such hash"};
    return std::vector<Hash>(hashes.begin() + at, hashes.begin() + at + count);
  }

 private:
  TileEdge edge_;
  std::map<TileId, std::vector<Hash>> tiles_;
  std::vector<Hash> roots_;
};

std::uint64_t Number(std::string_view& input) {
  std::uint8_t bytes[8] = {};
  const std::size_t taken = std::min<std::size_t>(input.size(), 2);
  for (std::size_t i = 0; i < taken; ++i) bytes[6 + i] = static_cast<std::uint8_t>(input[i]);
  input.remove_prefix(taken);
  return LoadBigEndian64(bytes);
}

// The hashes with what is left of the input laid over them, byte by byte; more of it makes more.
std::vector<Hash> Overlaid(const std::vector<Hash>& hashes, std::string_view input) {
  Bytes bytes = EncodeTile(hashes);
  const std::size_t at = Number(input);
  for (std::size_t i = 0; i < input.size(); ++i) {
    if (at + i >= bytes.size()) bytes.resize(bytes.size() + 32);
    if (at + i < bytes.size()) bytes[at + i] ^= static_cast<std::uint8_t>(input[i]);
  }
  const Result<std::vector<Hash>> decoded = DecodeTile(bytes);
  return decoded ? *decoded : std::vector<Hash>();
}

}  // namespace

std::vector<std::string> Seeds() {
  return {std::string("\x00\x05\x01\x2c\x00\x07", 6),
          std::string("\x01\x00\x02\x57\x00\x00\x01", 7), std::string("\x00\x01\x00\x01", 4),
          std::string("\x00\xff\x01\x01\x00\x20\x80\x40", 8)};
}

void Eat(std::string_view input) {
  static Tree tree;
  const Result<std::vector<Hash>> tile = DecodeTile(AsBytes(input));
  if (tile) SINETTI_CHECK(AsText(EncodeTile(*tile)) == input);

  const std::uint64_t at = Number(input) % kLeavesMax;
  const std::uint64_t size = 1 + Number(input) % kLeavesMax;
  const Result<std::vector<Hash>> inclusion = ProveInclusion(Sequence{at}, TreeSize{size}, tree);
  SINETTI_CHECK(inclusion.has_value() == (at < size));
  if (inclusion) {
    const std::vector<Hash> damaged = Overlaid(*inclusion, input);
    const bool holds =
        VerifyInclusion(Sequence{at}, TreeSize{size}, Tree::Leaf(at), damaged, tree.Root(size))
            .has_value();
    SINETTI_CHECK(holds == (damaged == *inclusion));
  }
  const Result<std::vector<Hash>> consistency =
      ProveConsistency(TreeSize{at}, TreeSize{size}, tree);
  SINETTI_CHECK(consistency.has_value() == (at > 0 && at <= size));
  if (consistency) {
    const std::vector<Hash> damaged = Overlaid(*consistency, input);
    const bool holds =
        VerifyConsistency(TreeSize{at}, tree.Root(at), TreeSize{size}, tree.Root(size), damaged)
            .has_value();
    SINETTI_CHECK(holds == (damaged == *consistency));
  }
}

}  // namespace sinetti::fuzz
