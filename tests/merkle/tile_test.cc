#include "ledger/merkle/tile.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/merkle/proof.h"
#include "ledger/merkle/tile_edge.h"
#include "tests/merkle/reference_tree.h"
#include "tests/support/memory_tree.h"

namespace sinetti {
namespace {

using testing_support::MemoryTiles;
using testing_support::MemoryTree;

// 66,000 leaves: level 0 fills 257 tiles, level 1 one, level 2 holds a single hash.
class LargeTree : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    leaves_ = new std::vector<Hash>(reference::SomeLeaves(66'000));
    tree_ = new MemoryTree;
    for (const Hash& leaf : *leaves_) tree_->Append(leaf);
  }
  static void TearDownTestSuite() {
    delete tree_;
    delete leaves_;
  }
  static reference::Leaves First(std::size_t count) { return {leaves_->data(), count}; }

  static std::vector<Hash>* leaves_;
  static MemoryTree* tree_;
};
std::vector<Hash>* LargeTree::leaves_ = nullptr;
MemoryTree* LargeTree::tree_ = nullptr;

TEST_F(LargeTree, StoresEachTileOnceWhenFull) {
  EXPECT_EQ(tree_->tiles().count(), 257u + 1u);
  EXPECT_EQ(tree_->edge().Partial(0).size(), 66'000u % 256);
  EXPECT_EQ(tree_->edge().Partial(1).size(), 1u);
  EXPECT_EQ(tree_->edge().Partial(2).size(), 1u);
  for (const auto& [id, hashes] : tree_->tiles().tiles()) {
    ASSERT_EQ(hashes.size(), kTileWidth);
    const std::size_t leaves_per_hash = std::size_t{1} << (8 * id.level);
    for (const std::size_t i : {0, 1, 100, 255}) {
      const std::size_t first = (id.index * kTileWidth + i) * leaves_per_hash;
      ASSERT_EQ(hashes[i], reference::Root({leaves_->data() + first, leaves_per_hash}));
    }
  }
}

TEST_F(LargeTree, GivesTheRootOfEveryEarlierSizeTried) {
  for (const std::size_t size : {0, 1, 2, 255, 256, 257, 511, 512, 1000, 4096, 65'535, 65'536,
                                 65'537, 65'791, 65'792, 65'793, 66'000})
    EXPECT_EQ(ReadRoot(TreeSize{size}, *tree_).value(), reference::Root(First(size))) << size;
  EXPECT_EQ(tree_->Root(), reference::Root(First(66'000)));
  EXPECT_EQ(ReadRoot(TreeSize{66'001}, *tree_).error().code, ErrorCode::kNotFound);
}

TEST_F(LargeTree, IsRebuiltFromFullTilesAndTheLastLeaves) {
  for (const std::size_t size : {0, 1, 255, 256, 257, 40'000, 65'535, 65'536, 65'537, 66'000}) {
    MemoryTree grown;
    for (std::size_t i = 0; i < size; ++i) grown.Append((*leaves_)[i]);
    const auto tail = First(size).subspan(size - size % kTileWidth);
    auto rebuilt = TileEdge::Rebuild(TreeSize{size}, tail, grown.tiles());
    ASSERT_TRUE(rebuilt) << rebuilt.error().message;
    EXPECT_EQ(rebuilt->Root(), grown.Root());
    for (std::uint8_t level = 0; level < kTileLevels; ++level)
      EXPECT_TRUE(std::ranges::equal(rebuilt->Partial(level), grown.edge().Partial(level)));
    // And it goes on as the original would.
    std::vector<Tile> full;
    for (std::size_t i = 0; i < 300; ++i) {
      rebuilt->Append((*leaves_)[i], full);
      grown.Append((*leaves_)[i]);
    }
    EXPECT_EQ(rebuilt->Root(), grown.Root());
  }
}

TEST_F(LargeTree, RebuildingNeedsTheRightTailAndEveryTile) {
  EXPECT_EQ(TileEdge::Rebuild(TreeSize{66'000}, First(1), tree_->tiles()).error().code,
            ErrorCode::kInvalid);
  MemoryTiles none;
  EXPECT_EQ(TileEdge::Rebuild(TreeSize{512}, {}, none).error().code, ErrorCode::kNotFound);
}

TEST_F(LargeTree, ProvesAcrossTileBorders) {
  const TreeSize size{66'000};
  for (const std::uint64_t sequence : {0, 1, 255, 256, 257, 32'768, 65'535, 65'536, 65'999}) {
    const auto proof = ProveInclusion(Sequence{sequence}, size, *tree_).value();
    EXPECT_EQ(proof, reference::Path(sequence, First(size.value)));
    EXPECT_TRUE(
        VerifyInclusion(Sequence{sequence}, size, (*leaves_)[sequence], proof, tree_->Root()));
  }
  for (const std::uint64_t old_size : {1, 255, 256, 257, 32'768, 65'535, 65'536, 65'537, 65'999}) {
    const auto proof = ProveConsistency(TreeSize{old_size}, size, *tree_).value();
    EXPECT_EQ(proof, reference::Subproof(old_size, First(size.value), true));
    EXPECT_TRUE(VerifyConsistency(TreeSize{old_size}, reference::Root(First(old_size)), size,
                                  tree_->Root(), proof));
  }
}

TEST(Tile, HasOneStoredForm) {
  const auto hashes = reference::SomeLeaves(3);
  const Bytes bytes = EncodeTile(hashes);
  EXPECT_EQ(HexEncode(bytes), hashes[0].hex() + hashes[1].hex() + hashes[2].hex());
  EXPECT_EQ(DecodeTile(bytes).value(), hashes);
  for (const std::size_t size : {0, 1, 31, 33, 8191, 8193, 8224})
    EXPECT_EQ(DecodeTile(Bytes(size)).error().code, ErrorCode::kCorrupt) << size;
  EXPECT_EQ(DecodeTile(Bytes(kTileBytes)).value().size(), kTileWidth);
}

TEST(Tile, CountsHashesAtEachLevel) {
  EXPECT_EQ(HashesAtTileLevel(TreeSize{66'000}, 0), 66'000u);
  EXPECT_EQ(HashesAtTileLevel(TreeSize{66'000}, 1), 257u);
  EXPECT_EQ(HashesAtTileLevel(TreeSize{66'000}, 2), 1u);
  EXPECT_EQ(HashesAtTileLevel(TreeSize{66'000}, 3), 0u);
  EXPECT_EQ(HashesAtTileLevel(TreeSize{~std::uint64_t{0}}, 200), 0u);
}

TEST(EdgeReader, SaysWhenTheTreeIsShorter) {
  MemoryTree tree;
  for (const Hash& leaf : reference::SomeLeaves(10)) tree.Append(leaf);
  EXPECT_TRUE(tree.ReadHashes(0, 8, 2));
  EXPECT_EQ(tree.ReadHashes(0, 8, 3).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(tree.ReadHashes(1, 0, 1).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace sinetti
