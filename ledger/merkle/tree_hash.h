// The hashes of an RFC 6962 Merkle tree (section 2.1).  The first byte tells leaf from node, so
// that no entry can be mistaken for an inner node.  Implements docs/format/hashing.md.
#pragma once

#include <compare>
#include <cstdint>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"

namespace sinetti {

inline constexpr std::uint8_t kLeafDomain = 0x00;
inline constexpr std::uint8_t kNodeDomain = 0x01;

// SHA-256(0x00 ‖ entry).
Hash LeafHash(ByteView entry);

// The same for an entry in two parts (previous ‖ record), without joining them.
Hash LeafHash(ByteView first, ByteView second);

// SHA-256(0x01 ‖ left ‖ right).
Hash NodeHash(const Hash& left, const Hash& right);

// The root of the tree without leaves: SHA-256 of nothing.
Hash EmptyRoot();

// A perfect subtree: `level` 0 is a leaf; the node covers the leaves from index << level on, 1 <<
// level of them.
struct NodeId {
  std::uint8_t level = 0;
  std::uint64_t index = 0;
  friend auto operator<=>(const NodeId&, const NodeId&) = default;
};

struct Node {
  NodeId id;
  Hash hash;
};

}  // namespace sinetti
