// The right edge of the tree as a stack of perfect subtrees, one for each bit set in the size: all
// that is needed to append leaves and to know the root.  A value: copy it to try an append that may
// fail.
#pragma once

#include <array>
#include <span>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/merkle/tree_hash.h"

namespace sinetti {

class Frontier {
 public:
  // No leaves.
  Frontier() = default;

  // The frontier of a tree of `size` whose perfect subtrees, largest first, are `subtrees`;
  // kInvalid when their number is not the number of bits set in `size`.
  static Result<Frontier> From(TreeSize size, std::span<const Hash> subtrees);

  // Adds `leaf` at position size() and returns the subtrees that it completes, the leaf itself
  // first, each the parent of the one before.  Amortised two hashes.  The span is valid until the
  // next Append.
  std::span<const Node> Append(const Hash& leaf);

  TreeSize size() const { return size_; }

  // The root of the tree so far.  At most 63 hashes.
  Hash Root() const;

  // The perfect subtrees, largest first.
  std::span<const Hash> subtrees() const { return {subtrees_.data(), depth_}; }

 private:
  TreeSize size_;
  std::size_t depth_ = 0;
  std::array<Hash, 64> subtrees_{};
  std::array<Node, 65> completed_{};
};

}  // namespace sinetti
