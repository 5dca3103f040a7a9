// See map_fold.h.
#include "ledger/index/map_fold.h"

#include <algorithm>
#include <cstdint>

namespace sinetti {
namespace {

constexpr std::size_t kRowEventsMax = 65'536;

}  // namespace

MapFold::Subtree MapFold::Subtree::Half(bool right) const {
  Subtree half{key, depth + 1};
  const auto bit = static_cast<std::uint8_t>(0x80 >> depth % 8);
  if (right)
    half.key.bytes[depth / 8] |= bit;
  else
    half.key.bytes[depth / 8] &= static_cast<std::uint8_t>(~bit);
  return half;
}

Result<Hash> MapFold::Run() {
  SINETTI_TRY(Advance());
  if (!more_) return base_root_;
  SINETTI_ASSIGN(const Hash root, Update({}, base_root_));
  SINETTI_CHECK(!more_ && ahead_.empty());
  return root;
}

// Some key that changes is in the subtree.
Result<Hash> MapFold::Update(const Subtree& at, const Hash& before) {
  growing_ = at;
  stored_.clear();
  stored_next_ = 0;
  if (before == Hash{}) return Grow(at);
  SINETTI_ASSIGN(StoredSubtree stored, base_->Load(at.key, at.depth, before));
  if (!stored.halves) {
    stored_ = std::move(stored.entries);
    return Grow(at);
  }
  SINETTI_ASSIGN(const Hash left, UpdateHalf(at.Left(), stored.halves->first));
  SINETTI_ASSIGN(const Hash right, UpdateHalf(at.Right(), stored.halves->second));
  return PutNode(at, left, right);
}

Result<Hash> MapFold::UpdateHalf(const Subtree& at, const Hash& before) {
  if (!more_ || !at.Holds(keys_.key())) return before;
  return Update(at, before);
}

// All keys of the subtree are in stored_ and keys_, nothing of it is in rows of its own.
Result<Hash> MapFold::Grow(const Subtree& at) {
  const bool is_last = at.depth == kStoredDepthMax;
  SINETTI_TRY(FillAhead(is_last ? at : growing_, is_last ? SIZE_MAX : kBucketKeysMax + 1));
  std::size_t keys = 0;
  while (keys < ahead_.size() && at.Holds(ahead_[keys].key)) ++keys;
  if (keys <= kBucketKeysMax || is_last) return PutBucket(at, keys);
  SINETTI_ASSIGN(const Hash left, Grow(at.Left()));
  SINETTI_ASSIGN(const Hash right, Grow(at.Right()));
  return PutNode(at, left, right);
}

// At least `keys` entries ahead, or all there are in the subtree.
Result<void> MapFold::FillAhead(const Subtree& at, std::size_t keys) {
  while (ahead_.size() < keys) {
    const bool has_new = more_ && at.Holds(keys_.key());
    const bool has_stored = stored_next_ < stored_.size() && at.Holds(stored_[stored_next_].key);
    if (!has_new && !has_stored) return {};
    if (has_stored && (!has_new || stored_[stored_next_].key < keys_.key())) {
      ahead_.push_back(stored_[stored_next_++]);
      continue;
    }
    KeyState state;
    if (has_stored && stored_[stored_next_].key == keys_.key())
      state = stored_[stored_next_++].state;
    SINETTI_ASSIGN(const MapEntry entry, TakeKey(state));
    ahead_.push_back(entry);
  }
  return {};
}

// Folds all events of the key at which keys_ stands, and keeps where they are.
Result<MapEntry> MapFold::TakeKey(KeyState state) {
  const Hash key = keys_.key();
  sequences_.clear();
  while (more_ && keys_.key() == key) {
    for (const KeyEvent& event : keys_.events()) {
      state = state.With(event.leaf);
      sequences_.push_back(event.sequence);
      if (sequences_.size() == kRowEventsMax) SINETTI_TRY(PutEvents(key));
    }
    SINETTI_TRY(Advance());
  }
  if (!sequences_.empty()) SINETTI_TRY(PutEvents(key));
  return MapEntry{key, state};
}

Result<void> MapFold::PutEvents(const Hash& key) {
  SINETTI_TRY(rows_.Put(EventsRowKey(key, size_, sequences_.front()), EncodeSequences(sequences_)));
  sequences_.clear();
  return {};
}

Result<Hash> MapFold::PutBucket(const Subtree& at, std::size_t keys) {
  if (keys == 0) return Hash{};
  const auto end = ahead_.begin() + static_cast<std::ptrdiff_t>(keys);
  const std::vector<MapEntry> entries(ahead_.begin(), end);
  ahead_.erase(ahead_.begin(), end);
  SINETTI_TRY(rows_.Put(SubtreeRowKey(MapRowKind::kBucket, at.key, at.depth, size_),
                        EncodeBucket(entries)));
  return MapSubtreeHash(entries, at.depth);
}

Result<Hash> MapFold::PutNode(const Subtree& at, const Hash& left, const Hash& right) {
  SINETTI_TRY(rows_.Put(SubtreeRowKey(MapRowKind::kNode, at.key, at.depth, size_),
                        EncodeNode(left, right)));
  return MapNodeHash(left, right);
}

Result<void> MapFold::Advance() {
  SINETTI_ASSIGN(more_, keys_.Next());
  return {};
}

}  // namespace sinetti
