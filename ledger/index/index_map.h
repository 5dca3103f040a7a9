// The maths of the verifiable index: what a key has at one moment (how many events, and a head that
// stands for exactly those), and the Merkle map of all keys with its proofs.  Pure: reads no store.
// Implements docs/format/index.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/result.h"

namespace sinetti {

inline constexpr std::uint8_t kHeadDomain = 0x03;
inline constexpr std::uint8_t kMapNodeDomain = 0x05;
inline constexpr std::uint8_t kMapLeafDomain = 0x06;

// A way through the map never has more steps than a key hash has bits.
inline constexpr std::size_t kMapDepthMax = 256;

// Where a key stands in the map: SHA-256 of the text `kind:value`.
Hash IndexKeyHash(std::string_view key);

// What the map says of a key.  Default: no event.
struct KeyState {
  std::uint64_t count = 0;
  Hash head;  // zeros for no event

  // The state with one more event: count + 1, SHA-256(0x03 ‖ head ‖ leaf hash).
  KeyState With(const Hash& leaf_hash) const;

  friend bool operator==(const KeyState&, const KeyState&) = default;
};

// A key that is in the map: state.count > 0.
struct MapEntry {
  Hash key;
  KeyState state;

  friend bool operator==(const MapEntry&, const MapEntry&) = default;
};

// SHA-256(0x06 ‖ key hash ‖ count, 8 bytes big-endian ‖ head).
Hash MapLeafHash(const MapEntry& entry);
// SHA-256(0x05 ‖ left ‖ right).
Hash MapNodeHash(const Hash& left, const Hash& right);

// Bit `depth` of a key hash, the most significant of the first byte being bit 0; false is left.
bool KeyBit(const Hash& key, std::size_t depth);
// How many bits two key hashes have in common from the front.
std::size_t CommonBits(const Hash& a, const Hash& b);

// The hash of the subtree at `depth` that holds exactly `entries`: rising by key, all the same in
// their first `depth` bits.  Zeros for none, the leaf for one, else the node over both halves.
Hash MapSubtreeHash(std::span<const MapEntry> entries, std::size_t depth = 0);

// The way from the root to the place of a key.
struct MapProof {
  // Hashes beside the way, the deepest first.
  std::vector<Hash> siblings;
  // Who stands at the end of the way, when it is another key: then the key itself is nowhere.
  std::optional<MapEntry> other;

  friend bool operator==(const MapProof&, const MapProof&) = default;
};

// Appends the way of `key` within the subtree at `depth` to `proof`, whose siblings still stand in
// the order from the root down; gives the state of the key there.
KeyState WalkSubtree(std::span<const MapEntry> entries, const Hash& key, std::size_t depth,
                     MapProof& proof);

// Proves that the map with `root` says `state` of `key`; count 0: that the key is not in it.
// kCorrupt when the proof does not.
Result<void> VerifyMapProof(const Hash& key, const KeyState& state, const MapProof& proof,
                            const Hash& root);

}  // namespace sinetti
