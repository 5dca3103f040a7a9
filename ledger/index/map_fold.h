// The incremental fold: takes the map as it was signed last and the keys of what came since, gives
// the map's root now and the rows that change (docs/format/index.md, "Fold").  Touches each key
// once and each subtree above it once, whatever the number of events.
#pragma once

#include <deque>

#include "ledger/index/index_rows.h"
#include "ledger/index/key_gather.h"
#include "ledger/index/map_rows.h"

namespace sinetti {

class MapFold {
 public:
  // `base`: the map to fold onto, null for the empty one; every row that is read of it is checked
  // up to `base_root`.  `rows` takes what the map at `size` has that `base` has not.
  MapFold(const StoredMap* base, const Hash& base_root, KeyStream& keys, TreeSize size,
          IndexRows& rows)
      : base_(base), base_root_(base_root), keys_(keys), size_(size), rows_(rows) {}

  // Once.
  Result<Hash> Run();

 private:
  // A subtree: the bits that its keys share, in a key that has them.
  struct Subtree {
    Hash key;
    std::size_t depth = 0;

    bool Holds(const Hash& other) const { return CommonBits(key, other) >= depth; }
    Subtree Left() const { return Half(false); }
    Subtree Right() const { return Half(true); }
    Subtree Half(bool right) const;
  };

  Result<Hash> Update(const Subtree& at, const Hash& before);
  Result<Hash> UpdateHalf(const Subtree& at, const Hash& before);
  Result<Hash> Grow(const Subtree& at);
  Result<void> FillAhead(const Subtree& at, std::size_t keys);
  Result<MapEntry> TakeKey(KeyState state);
  Result<Hash> PutBucket(const Subtree& at, std::size_t keys);
  Result<Hash> PutNode(const Subtree& at, const Hash& left, const Hash& right);
  Result<void> PutEvents(const Hash& key);
  Result<void> Advance();

  const StoredMap* base_;
  const Hash base_root_;
  KeyStream& keys_;
  bool more_ = false;  // keys_ stands on a part
  TreeSize size_;
  IndexRows& rows_;

  // While a bucket grows: what it held, from `stored_next_` on not yet looked at, and the entries
  // that come next, old and new ones merged.
  std::vector<MapEntry> stored_;
  std::size_t stored_next_ = 0;
  std::deque<MapEntry> ahead_;
  Subtree growing_;

  std::vector<Sequence> sequences_;  // of the row of events being filled
};

}  // namespace sinetti
