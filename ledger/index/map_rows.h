// How the map of all keys is kept in the family `index`, at every checkpoint that carries it: rows
// that are written once, each with the tree size from which on it holds (docs/format/index.md,
// "In the store").  What is read is checked against the hash above it, up to a signed root.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/integers.h"
#include "ledger/index/index_map.h"
#include "ledger/store/store.h"

namespace sinetti {

// A subtree of fewer keys is one row, a bucket; one of more is a row with the hashes of its halves.
inline constexpr std::size_t kBucketKeysMax = 15;
// Subtrees are not divided further in the store: it would take 16 keys with 64 bits in common.
inline constexpr std::size_t kStoredDepthMax = 64;

// The first byte of a row's key.  DO NOT CHANGE THESE VALUES: they are in stores.
enum class MapRowKind : std::uint8_t {
  kRoot = 0,    // size (newest first) -> root
  kBucket = 1,  // place, depth, size (newest first) -> entries
  kNode = 2,    // place, depth, size (newest first) -> hash of the left half, of the right half
  kEvents = 3,  // hash16 of the key, size, first sequence -> sequences
};

Bytes RootRowKey(TreeSize size);
// `key` is any key hash in the subtree.
Bytes SubtreeRowKey(MapRowKind kind, const Hash& key, std::size_t depth, TreeSize size);
Bytes EventsRowKey(const Hash& key, TreeSize size, Sequence first);

Bytes EncodeBucket(std::span<const MapEntry> entries);
Bytes EncodeNode(const Hash& left, const Hash& right);
// Distances of rising sequences from the one before, the first from `first`, in base 128.
Bytes EncodeSequences(std::span<const Sequence> sequences);
// Appends to `sequences`.  kCorrupt when the row is damaged.
Result<void> DecodeSequences(Sequence first, ByteView value, std::vector<Sequence>& sequences);

// The newest tree size of which the index is stored, with its root.
struct MapVersion {
  TreeSize size;
  Hash root;
};
Result<std::optional<MapVersion>> NewestMapVersion(const Snapshot& snapshot);
// nullopt: the index is not stored as of this size.
Result<std::optional<Hash>> StoredMapRoot(const Snapshot& snapshot, TreeSize size);

// The subtree in which a key would stand.
struct StoredSubtree {
  std::optional<std::pair<Hash, Hash>> halves;  // of a node; else a bucket
  std::vector<MapEntry> entries;
};

// Reads the map as it was at one tree size.  Cheap to make; one thread at a time.
class StoredMap {
 public:
  StoredMap(const Snapshot& snapshot, TreeSize size) : snapshot_(snapshot), size_(size) {}

  // The subtree at `depth` on the way of `key`, whose hash, not zeros, is known.  kCorrupt when
  // what is stored has another.
  Result<StoredSubtree> Load(const Hash& key, std::size_t depth, const Hash& expected) const;

  struct Found {
    KeyState state;
    MapProof proof;
  };
  // The state of `key` in the map with `root`, and the proof of it.
  Result<Found> Find(const Hash& key, const Hash& root) const;

 private:
  Result<std::optional<Bytes>> Newest(MapRowKind kind, const Hash& key, std::size_t depth) const;

  const Snapshot& snapshot_;
  TreeSize size_;
};

// The events of `key` that came between two stored sizes.
Result<std::vector<Sequence>> StoredEvents(const Snapshot& snapshot, const Hash& key, TreeSize from,
                                           TreeSize to);

}  // namespace sinetti
