// Appending is binary addition: each carry joins two subtrees of equal size.
#include "ledger/merkle/frontier.h"

#include <algorithm>
#include <bit>
#include <string>

namespace sinetti {

Result<Frontier> Frontier::From(TreeSize size, std::span<const Hash> subtrees) {
  const auto expected = static_cast<std::size_t>(std::popcount(size.value));
  if (subtrees.size() != expected)
    return Error{ErrorCode::kInvalid, "a tree of " + std::to_string(size.value) + " leaves has " +
                                          std::to_string(expected) +
                                          " perfect subtrees, here are " +
                                          std::to_string(subtrees.size())};
  Frontier frontier;
  frontier.size_ = size;
  frontier.depth_ = expected;
  std::copy(subtrees.begin(), subtrees.end(), frontier.subtrees_.begin());
  return frontier;
}

std::span<const Node> Frontier::Append(const Hash& leaf) {
  Node node{{0, size_.value}, leaf};
  std::size_t count = 0;
  completed_[count++] = node;
  while ((size_.value >> node.id.level & 1) != 0) {
    node.hash = NodeHash(subtrees_[--depth_], node.hash);
    node.id = {static_cast<std::uint8_t>(node.id.level + 1), node.id.index >> 1};
    completed_[count++] = node;
  }
  subtrees_[depth_++] = node.hash;
  ++size_.value;
  return {completed_.data(), count};
}

Hash Frontier::Root() const {
  if (depth_ == 0) return EmptyRoot();
  Hash root = subtrees_[depth_ - 1];
  for (std::size_t i = depth_ - 1; i > 0; --i) root = NodeHash(subtrees_[i - 1], root);
  return root;
}

}  // namespace sinetti
