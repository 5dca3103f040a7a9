// The provers walk down the recursion of RFC 6962; the verifiers climb up as RFC 9162,
// sections 2.1.3.2 and 2.1.4.2, describe, which is the same proof read from the other end.
#include "ledger/merkle/proof.h"

#include <algorithm>
#include <bit>
#include <string>

namespace sinetti {
namespace {

struct Range {
  std::uint64_t begin;
  std::uint64_t end;
};

// The largest power of two smaller than `count`, which is at least 2.
std::uint64_t SplitPoint(std::uint64_t count) { return std::bit_floor(count - 1); }

Result<std::vector<Hash>> ReadRanges(const std::vector<Range>& ranges, HashReader& reader) {
  std::vector<Hash> hashes;
  hashes.reserve(ranges.size());
  for (const Range& range : ranges) {
    SINETTI_ASSIGN(const Hash hash, ReadRangeRoot(range.begin, range.end, reader));
    hashes.push_back(hash);
  }
  return hashes;
}

std::string InclusionName(Sequence sequence, TreeSize size) {
  return "inclusion of entry " + std::to_string(sequence.value) + " in a tree of " +
         std::to_string(size.value);
}

std::string ConsistencyName(TreeSize old_size, TreeSize new_size) {
  return "consistency of size " + std::to_string(old_size.value) + " with size " +
         std::to_string(new_size.value);
}

Result<void> CheckInclusionRange(Sequence sequence, TreeSize size) {
  if (sequence.value < size.value) return {};
  return Error{ErrorCode::kInvalid, InclusionName(sequence, size) + ": the tree has no such entry"};
}

Result<void> CheckConsistencyRange(TreeSize old_size, TreeSize new_size) {
  const auto name = [&] { return ConsistencyName(old_size, new_size); };
  if (old_size.value == 0)
    return Error{ErrorCode::kInvalid,
                 name() + ": every tree extends the empty one, so there is nothing to prove"};
  if (old_size > new_size)
    return Error{ErrorCode::kInvalid, name() + ": the old size is the greater one; swap them"};
  return {};
}

Error WrongLength(const std::string& name, std::size_t size) {
  return Error{ErrorCode::kCorrupt,
               name + ": a proof of " + std::to_string(size) + " hashes has the wrong length"};
}

Error WrongRoot(const std::string& name, const char* which, const Hash& stated,
                const Hash& computed) {
  return Error{ErrorCode::kCorrupt,
               name + ": " + which + " root is " + stated.hex() + ", recomputed " + computed.hex()};
}

}  // namespace

Result<std::vector<Hash>> ProveInclusion(Sequence sequence, TreeSize size, HashReader& reader) {
  SINETTI_TRY(CheckInclusionRange(sequence, size));
  std::vector<Range> siblings;
  Range tree{0, size.value};
  while (tree.end - tree.begin > 1) {
    const std::uint64_t middle = tree.begin + SplitPoint(tree.end - tree.begin);
    if (sequence.value < middle) {
      siblings.push_back({middle, tree.end});
      tree.end = middle;
    } else {
      siblings.push_back({tree.begin, middle});
      tree.begin = middle;
    }
  }
  std::reverse(siblings.begin(), siblings.end());
  return ReadRanges(siblings, reader);
}

Result<std::vector<Hash>> ProveConsistency(TreeSize old_size, TreeSize new_size,
                                           HashReader& reader) {
  SINETTI_TRY(CheckConsistencyRange(old_size, new_size));
  // Down to the subtree that ends where the old tree ends.
  std::vector<Range> ranges;
  Range tree{0, new_size.value};
  while (tree.end != old_size.value) {
    const std::uint64_t middle = tree.begin + SplitPoint(tree.end - tree.begin);
    if (old_size.value <= middle) {
      ranges.push_back({middle, tree.end});
      tree.end = middle;
    } else {
      ranges.push_back({tree.begin, middle});
      tree.begin = middle;
    }
  }
  // When that subtree is the whole old tree, the verifier has its root already.
  if (tree.begin != 0) ranges.push_back(tree);
  std::reverse(ranges.begin(), ranges.end());
  return ReadRanges(ranges, reader);
}

Result<void> VerifyInclusion(Sequence sequence, TreeSize size, const Hash& leaf,
                             std::span<const Hash> proof, const Hash& root) {
  SINETTI_TRY(CheckInclusionRange(sequence, size));
  const auto name = [&] { return InclusionName(sequence, size); };
  std::uint64_t index = sequence.value;
  std::uint64_t last = size.value - 1;
  Hash computed = leaf;
  for (const Hash& sibling : proof) {
    if (last == 0) return WrongLength(name(), proof.size());
    const bool sibling_is_left = index % 2 == 1 || index == last;
    computed = sibling_is_left ? NodeHash(sibling, computed) : NodeHash(computed, sibling);
    if (sibling_is_left) {
      // A last node without a right neighbour moves up unchanged until it has a left one.
      const int unpaired = std::countr_zero(index);
      index >>= unpaired;
      last >>= unpaired;
    }
    index >>= 1;
    last >>= 1;
  }
  if (last != 0) return WrongLength(name(), proof.size());
  if (computed != root) return WrongRoot(name(), "the tree's", root, computed);
  return {};
}

Result<void> VerifyConsistency(TreeSize old_size, const Hash& old_root, TreeSize new_size,
                               const Hash& new_root, std::span<const Hash> proof) {
  SINETTI_TRY(CheckConsistencyRange(old_size, new_size));
  const auto name = [&] { return ConsistencyName(old_size, new_size); };
  if (old_size == new_size) {
    if (!proof.empty()) return WrongLength(name(), proof.size());
    if (old_root != new_root) return WrongRoot(name(), "the old", old_root, new_root);
    return {};
  }

  // Starts at the largest perfect subtree that ends where the old tree ends.
  const int perfect = std::countr_zero(old_size.value);
  std::uint64_t index = (old_size.value - 1) >> perfect;
  std::uint64_t last = (new_size.value - 1) >> perfect;
  std::span<const Hash> rest = proof;
  Hash old_computed = old_root;
  if (index != 0) {
    if (rest.empty()) return WrongLength(name(), proof.size());
    old_computed = rest.front();
    rest = rest.subspan(1);
  }
  Hash new_computed = old_computed;
  for (const Hash& sibling : rest) {
    if (last == 0) return WrongLength(name(), proof.size());
    if (index % 2 == 1 || index == last) {
      old_computed = NodeHash(sibling, old_computed);
      new_computed = NodeHash(sibling, new_computed);
      const int unpaired = std::countr_zero(index);
      index >>= unpaired;
      last >>= unpaired;
    } else {
      new_computed = NodeHash(new_computed, sibling);
    }
    index >>= 1;
    last >>= 1;
  }
  if (last != 0) return WrongLength(name(), proof.size());
  if (old_computed != old_root) return WrongRoot(name(), "the old", old_root, old_computed);
  if (new_computed != new_root) return WrongRoot(name(), "the new", new_root, new_computed);
  return {};
}

}  // namespace sinetti
