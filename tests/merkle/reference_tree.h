// The definitions of RFC 6962, section 2.1, word for word and as slow as they are: what the real
// code is compared with.  Shares nothing with it but SHA-256.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/crypto/sha256.h"

namespace sinetti::reference {

using Leaves = std::span<const Hash>;

inline Hash Leaf(const std::string& entry) {
  return HashOf({AsBytes(std::string_view("\0", 1)), AsBytes(entry)});
}

inline std::size_t Split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

// MTH(D[n])
inline Hash Root(Leaves leaves) {
  if (leaves.empty()) return HashOf({});
  if (leaves.size() == 1) return leaves[0];
  const std::size_t k = Split(leaves.size());
  const Hash left = Root(leaves.first(k)), right = Root(leaves.subspan(k));
  return HashOf({AsBytes("\1"), left.view(), right.view()});
}

// PATH(m, D[n])
inline std::vector<Hash> Path(std::size_t m, Leaves leaves) {
  if (leaves.size() == 1) return {};
  const std::size_t k = Split(leaves.size());
  std::vector<Hash> path = m < k ? Path(m, leaves.first(k)) : Path(m - k, leaves.subspan(k));
  path.push_back(m < k ? Root(leaves.subspan(k)) : Root(leaves.first(k)));
  return path;
}

// SUBPROOF(m, D[n], b)
inline std::vector<Hash> Subproof(std::size_t m, Leaves leaves, bool complete) {
  if (m == leaves.size()) return complete ? std::vector<Hash>{} : std::vector<Hash>{Root(leaves)};
  const std::size_t k = Split(leaves.size());
  if (m <= k) {
    auto proof = Subproof(m, leaves.first(k), complete);
    proof.push_back(Root(leaves.subspan(k)));
    return proof;
  }
  auto proof = Subproof(m - k, leaves.subspan(k), false);
  proof.push_back(Root(leaves.first(k)));
  return proof;
}

// `count` different leaf hashes.
inline std::vector<Hash> SomeLeaves(std::size_t count) {
  std::vector<Hash> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(Leaf("entry " + std::to_string(i)));
  return leaves;
}

}  // namespace sinetti::reference
