#include "ledger/merkle/tree_hash.h"

#include <gtest/gtest.h>

#include "ledger/merkle/frontier.h"
#include "tests/merkle/reference_tree.h"

namespace sinetti {
namespace {

// The leaves and roots that the Certificate Transparency implementations test with.
constexpr const char* kCtLeaves[] = {"",
                                     "00",
                                     "10",
                                     "2021",
                                     "3031",
                                     "40414243",
                                     "5051525354555657",
                                     "606162636465666768696a6b6c6d6e6f"};
constexpr const char* kCtRoots[] = {
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST(Frontier, GivesTheKnownCertificateTransparencyRoots) {
  Frontier frontier;
  EXPECT_EQ(frontier.Root(), EmptyRoot());
  for (int i = 0; i < 8; ++i) {
    frontier.Append(LeafHash(HexDecode(kCtLeaves[i]).value()));
    EXPECT_EQ(frontier.Root().hex(), kCtRoots[i]) << "size " << i + 1;
    EXPECT_EQ(frontier.size(), TreeSize{static_cast<std::uint64_t>(i) + 1});
  }
}

TEST(TreeHash, TellsLeavesFromNodes) {
  const Hash a = LeafHash(AsBytes("a")), b = LeafHash(AsBytes("b"));
  Bytes joined(a.bytes.begin(), a.bytes.end());
  joined.insert(joined.end(), b.bytes.begin(), b.bytes.end());
  EXPECT_NE(NodeHash(a, b), LeafHash(joined));
  EXPECT_NE(NodeHash(a, b), NodeHash(b, a));
  EXPECT_EQ(LeafHash(a.view(), b.view()), LeafHash(joined));
}

TEST(Frontier, CompletesExactlyThePerfectSubtrees) {
  const auto leaves = reference::SomeLeaves(300);
  Frontier frontier;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto completed = frontier.Append(leaves[i]);
    std::size_t expected_count = 1;
    for (std::size_t n = i + 1; n % 2 == 0; n /= 2) ++expected_count;
    ASSERT_EQ(completed.size(), expected_count);
    for (std::size_t level = 0; level < completed.size(); ++level) {
      const NodeId id = completed[level].id;
      ASSERT_EQ(id, (NodeId{static_cast<std::uint8_t>(level), i >> level}));
      const reference::Leaves covered(leaves.data() + (id.index << level), std::size_t{1} << level);
      ASSERT_EQ(completed[level].hash, reference::Root(covered));
    }
    ASSERT_EQ(frontier.Root(), reference::Root({leaves.data(), i + 1}));
  }
}

TEST(Frontier, ContinuesFromItsSubtrees) {
  const auto leaves = reference::SomeLeaves(40);
  Frontier whole;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    auto continued = Frontier::From(whole.size(), whole.subtrees());
    ASSERT_TRUE(continued);
    whole.Append(leaves[i]);
    continued->Append(leaves[i]);
    ASSERT_EQ(continued->Root(), whole.Root());
  }
  EXPECT_EQ(Frontier::From(TreeSize{7}, whole.subtrees()).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace sinetti
