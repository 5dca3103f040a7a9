// See index_map.h.
#include "ledger/index/index_map.h"

#include <algorithm>
#include <bit>
#include <string>

#include "ledger/crypto/sha256.h"

namespace sinetti {
namespace {

Error NotProved(const std::string& why) {
  return Error{ErrorCode::kCorrupt, "the map proof does not hold: " + why};
}

// The first of `entries`, which are alike in their first `depth` bits, whose next bit is set.
std::size_t FirstRight(std::span<const MapEntry> entries, std::size_t depth) {
  const auto right =
      std::partition_point(entries.begin(), entries.end(),
                           [depth](const MapEntry& entry) { return !KeyBit(entry.key, depth); });
  return static_cast<std::size_t>(right - entries.begin());
}

}  // namespace

Hash IndexKeyHash(std::string_view key) { return HashOf({AsBytes(key)}); }

KeyState KeyState::With(const Hash& leaf_hash) const {
  const std::uint8_t domain[] = {kHeadDomain};
  return {count + 1, HashOf({domain, head.view(), leaf_hash.view()})};
}

Hash MapLeafHash(const MapEntry& entry) {
  const std::uint8_t domain[] = {kMapLeafDomain};
  std::uint8_t count[8];
  StoreBigEndian64(entry.state.count, count);
  return HashOf({domain, entry.key.view(), count, entry.state.head.view()});
}

Hash MapNodeHash(const Hash& left, const Hash& right) {
  const std::uint8_t domain[] = {kMapNodeDomain};
  return HashOf({domain, left.view(), right.view()});
}

bool KeyBit(const Hash& key, std::size_t depth) {
  return (key.bytes[depth / 8] >> (7 - depth % 8) & 1) != 0;
}

std::size_t CommonBits(const Hash& a, const Hash& b) {
  for (std::size_t i = 0; i < a.bytes.size(); ++i) {
    const auto differ = static_cast<std::uint8_t>(a.bytes[i] ^ b.bytes[i]);
    if (differ != 0) return 8 * i + static_cast<std::size_t>(std::countl_zero(differ));
  }
  return kMapDepthMax;
}

Hash MapSubtreeHash(std::span<const MapEntry> entries, std::size_t depth) {
  if (entries.empty()) return {};
  if (entries.size() == 1) return MapLeafHash(entries.front());
  const std::size_t right = FirstRight(entries, depth);
  return MapNodeHash(MapSubtreeHash(entries.first(right), depth + 1),
                     MapSubtreeHash(entries.subspan(right), depth + 1));
}

KeyState WalkSubtree(std::span<const MapEntry> entries, const Hash& key, std::size_t depth,
                     MapProof& proof) {
  for (; entries.size() > 1; ++depth) {
    const std::size_t right = FirstRight(entries, depth);
    const bool go_right = KeyBit(key, depth);
    const auto beside = go_right ? entries.first(right) : entries.subspan(right);
    proof.siblings.push_back(MapSubtreeHash(beside, depth + 1));
    entries = go_right ? entries.subspan(right) : entries.first(right);
  }
  if (entries.empty()) return {};
  if (entries.front().key == key) return entries.front().state;
  proof.other = entries.front();
  return {};
}

Result<void> VerifyMapProof(const Hash& key, const KeyState& state, const MapProof& proof,
                            const Hash& root) {
  const std::size_t depth = proof.siblings.size();
  if (depth > kMapDepthMax) return NotProved(std::to_string(depth) + " steps are too many");
  // A leaf without neighbours, or nothing, would stand further up.
  if (depth > 0 && proof.siblings.front() == Hash{})
    return NotProved("nothing stands beside the end of the way");
  Hash hash;
  if (state.count > 0) {
    if (proof.other) return NotProved("another key stands where the key should");
    hash = MapLeafHash({key, state});
  } else {
    if (state.head != Hash{}) return NotProved("a key without events has a head of zeros");
    if (proof.other) {
      if (proof.other->key == key || proof.other->state.count == 0)
        return NotProved("the key that stands in its place is no other one");
      if (CommonBits(proof.other->key, key) < depth)
        return NotProved("the other key does not stand on the way of this one");
      hash = MapLeafHash(*proof.other);
    }
  }
  for (std::size_t i = 0; i < depth; ++i) {
    const Hash& sibling = proof.siblings[i];
    hash = KeyBit(key, depth - 1 - i) ? MapNodeHash(sibling, hash) : MapNodeHash(hash, sibling);
  }
  if (hash == root) return {};
  return NotProved("it leads to the root " + hash.hex() + ", the checkpoint's is " + root.hex());
}

}  // namespace sinetti
