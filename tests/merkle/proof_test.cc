#include "ledger/merkle/proof.h"

#include <gtest/gtest.h>

#include "tests/merkle/reference_tree.h"
#include "tests/support/memory_tree.h"

namespace sinetti {
namespace {

using testing_support::MemoryTree;

constexpr std::size_t kSizeMax = 100;

class Proofs : public testing::Test {
 protected:
  Proofs() : leaves_(reference::SomeLeaves(kSizeMax)) {
    for (std::size_t size = 0; size <= kSizeMax; ++size)
      roots_.push_back(reference::Root(First(size)));
    for (const Hash& leaf : leaves_) tree_.Append(leaf);
  }
  reference::Leaves First(std::size_t count) const { return {leaves_.data(), count}; }

  std::vector<Hash> leaves_;
  std::vector<Hash> roots_;
  MemoryTree tree_;
};

// Calls `check` with every proof that differs from `proof` in one byte, or has one hash more or
// less.
template <typename Check>
void ForEachDamaged(const std::vector<Hash>& proof, Check check) {
  for (std::size_t i = 0; i < proof.size(); ++i) {
    for (std::size_t byte = 0; byte < 32; ++byte) {
      std::vector<Hash> damaged = proof;
      damaged[i].bytes[byte] ^= 0x01;
      check(damaged, "flipped byte");
    }
    std::vector<Hash> shorter = proof;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
    check(shorter, "removed hash");
    std::vector<Hash> longer = proof;
    longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(i), proof[i]);
    check(longer, "repeated hash");
  }
  std::vector<Hash> longer = proof;
  longer.push_back(Hash{});
  check(longer, "added hash");
}

TEST_F(Proofs, OfInclusionAreThoseOfTheRfcForEverySizeAndEntry) {
  for (std::size_t size = 1; size <= kSizeMax; ++size) {
    for (std::size_t sequence = 0; sequence < size; ++sequence) {
      const auto proof = ProveInclusion(Sequence{sequence}, TreeSize{size}, tree_);
      ASSERT_TRUE(proof);
      ASSERT_EQ(*proof, reference::Path(sequence, First(size)));
      ASSERT_TRUE(VerifyInclusion(Sequence{sequence}, TreeSize{size}, leaves_[sequence], *proof,
                                  roots_[size]));
    }
  }
}

TEST_F(Proofs, OfInclusionFailWhenAnythingIsDamaged) {
  for (std::size_t size = 1; size <= kSizeMax; ++size) {
    const TreeSize tree_size{size};
    for (std::size_t entry = 0; entry < size; ++entry) {
      const Sequence sequence{entry};
      const auto proof = reference::Path(entry, First(size));
      ForEachDamaged(proof, [&](const std::vector<Hash>& damaged, const char* how) {
        const auto result =
            VerifyInclusion(sequence, tree_size, leaves_[entry], damaged, roots_[size]);
        ASSERT_FALSE(result) << how << ", entry " << entry << " of " << size;
        ASSERT_EQ(result.error().code, ErrorCode::kCorrupt);
      });
      Hash other = leaves_[entry];
      other.bytes[31] ^= 0x80;
      ASSERT_FALSE(VerifyInclusion(sequence, tree_size, other, proof, roots_[size]));
      ASSERT_FALSE(VerifyInclusion(sequence, tree_size, leaves_[entry], proof, roots_[size - 1]));
      if (entry + 1 < size) {
        ASSERT_FALSE(
            VerifyInclusion(Sequence{entry + 1}, tree_size, leaves_[entry], proof, roots_[size]));
      }
    }
  }
}

TEST_F(Proofs, OfConsistencyAreThoseOfTheRfcForEveryPairOfSizes) {
  for (std::size_t new_size = 1; new_size <= kSizeMax; ++new_size) {
    for (std::size_t old_size = 1; old_size <= new_size; ++old_size) {
      const auto proof = ProveConsistency(TreeSize{old_size}, TreeSize{new_size}, tree_);
      ASSERT_TRUE(proof);
      ASSERT_EQ(*proof, reference::Subproof(old_size, First(new_size), true));
      ASSERT_TRUE(VerifyConsistency(TreeSize{old_size}, roots_[old_size], TreeSize{new_size},
                                    roots_[new_size], *proof));
    }
  }
}

TEST_F(Proofs, OfConsistencyFailWhenAnythingIsDamaged) {
  for (std::size_t size = 1; size <= kSizeMax; ++size) {
    for (std::size_t before = 1; before <= size; ++before) {
      const TreeSize old_size{before}, new_size{size};
      const auto proof = reference::Subproof(before, First(size), true);
      ForEachDamaged(proof, [&](const std::vector<Hash>& damaged, const char* how) {
        const auto result =
            VerifyConsistency(old_size, roots_[before], new_size, roots_[size], damaged);
        ASSERT_FALSE(result) << how << ", " << before << " and " << size;
        ASSERT_EQ(result.error().code, ErrorCode::kCorrupt);
      });
      Hash other = roots_[before];
      other.bytes[0] ^= 0x01;
      ASSERT_FALSE(VerifyConsistency(old_size, other, new_size, roots_[size], proof));
      other = roots_[size];
      other.bytes[0] ^= 0x01;
      ASSERT_FALSE(VerifyConsistency(old_size, roots_[before], new_size, other, proof));
    }
  }
}

TEST_F(Proofs, GiveTheRootOfEveryEarlierSize) {
  for (std::size_t size = 0; size <= kSizeMax; ++size)
    EXPECT_EQ(ReadRoot(TreeSize{size}, tree_).value(), roots_[size]);
}

TEST_F(Proofs, RefuseTheEmptyTree) {
  const auto has_code = [](const auto& result, ErrorCode code) {
    return !result && result.error().code == code;
  };
  EXPECT_TRUE(has_code(ProveInclusion(Sequence{0}, TreeSize{0}, tree_), ErrorCode::kInvalid));
  EXPECT_TRUE(has_code(VerifyInclusion(Sequence{0}, TreeSize{0}, leaves_[0], {}, EmptyRoot()),
                       ErrorCode::kInvalid));
  for (const std::uint64_t size : {0, 1, 5}) {
    EXPECT_TRUE(
        has_code(ProveConsistency(TreeSize{0}, TreeSize{size}, tree_), ErrorCode::kInvalid));
    EXPECT_TRUE(
        has_code(VerifyConsistency(TreeSize{0}, EmptyRoot(), TreeSize{size}, roots_[size], {}),
                 ErrorCode::kInvalid));
  }
}

TEST_F(Proofs, RefusePositionsOutsideTheTree) {
  EXPECT_EQ(ProveInclusion(Sequence{5}, TreeSize{5}, tree_).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(VerifyInclusion(Sequence{5}, TreeSize{5}, leaves_[0], {}, roots_[5]).error().code,
            ErrorCode::kInvalid);
  EXPECT_EQ(ProveConsistency(TreeSize{6}, TreeSize{5}, tree_).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(ProveInclusion(Sequence{5}, TreeSize{101}, tree_).error().code, ErrorCode::kNotFound);
}

TEST_F(Proofs, SayWhatWasStatedAndWhatWasComputed) {
  const auto proof = reference::Path(41, First(50));
  const auto result = VerifyInclusion(Sequence{41}, TreeSize{50}, leaves_[40], proof, roots_[50]);
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().message.find("entry 41 in a tree of 50"), std::string::npos);
  EXPECT_NE(result.error().message.find(roots_[50].hex()), std::string::npos);
}

}  // namespace
}  // namespace sinetti
