// See index_roots.h.
#include "ledger/index/index_roots.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "ledger/index/index_map.h"

namespace sinetti {
namespace {

// From version `at` on (an index into the sizes) a subtree has this hash.
struct Change {
  std::size_t at = 0;
  Hash hash;
  bool one_key = false;  // then the hash is the key's leaf, at whatever depth
};
using History = std::vector<Change>;  // rising by `at`; before the first the subtree is empty

Change Joined(std::size_t at, const Change& left, const Change& right) {
  const bool left_empty = left.hash == Hash{};
  const bool right_empty = right.hash == Hash{};
  if (left_empty && right.one_key) return {at, right.hash, true};
  if (right_empty && left.one_key) return {at, left.hash, true};
  return {at, MapNodeHash(left.hash, right.hash), false};
}

// The history of the subtree whose halves these are.
History Join(const History& left, const History& right) {
  History joined;
  joined.reserve(left.size() + right.size());
  Change left_now;
  Change right_now;
  for (auto l = left.begin(), r = right.begin(); l != left.end() || r != right.end();) {
    const std::size_t at =
        std::min(l != left.end() ? l->at : SIZE_MAX, r != right.end() ? r->at : SIZE_MAX);
    if (l != left.end() && l->at == at) left_now = *l++;
    if (r != right.end() && r->at == at) right_now = *r++;
    joined.push_back(Joined(at, left_now, right_now));
  }
  return joined;
}

// The subtrees to the left of the current key that wait for what stands beside them.
class Builder {
 public:
  // Keys rise.
  void Add(const Hash& key, History history) {
    if (!waiting_.empty()) {
      const std::size_t split = CommonBits(waiting_.back().key, key);
      while (!splits_.empty() && splits_.back() > split) JoinLast();
      splits_.push_back(split);
    }
    waiting_.push_back({key, kMapDepthMax, std::move(history)});
  }

  History Finish() {
    if (waiting_.empty()) return {};
    while (!splits_.empty()) JoinLast();
    Raise(waiting_.back(), 0);
    return std::move(waiting_.back().history);
  }

 private:
  struct Subtree {
    Hash key;  // the last one in it
    std::size_t depth = 0;
    History history;
  };

  void JoinLast() {
    const std::size_t depth = splits_.back();
    splits_.pop_back();
    Subtree right = std::move(waiting_.back());
    waiting_.pop_back();
    Subtree& left = waiting_.back();
    Raise(left, depth + 1);
    Raise(right, depth + 1);
    left = {right.key, depth, Join(left.history, right.history)};
  }

  // The same keys, seen from further up, with nothing beside them on the way.
  static void Raise(Subtree& subtree, std::size_t depth) {
    if (std::ranges::all_of(subtree.history, &Change::one_key)) subtree.depth = depth;
    while (subtree.depth > depth) {
      --subtree.depth;
      const bool right = KeyBit(subtree.key, subtree.depth);
      subtree.history = right ? Join({}, subtree.history) : Join(subtree.history, {});
    }
  }

  std::vector<Subtree> waiting_;
  std::vector<std::size_t>
      splits_;  // the bit at which waiting_[i + 1] leaves the way of waiting_[i]
};

// The history of one key, event by event.
class KeyHistory {
 public:
  explicit KeyHistory(const Hash& key) : key_(key) {}

  void Add(std::size_t at, const Hash& leaf) {
    if (at != at_) Close();
    at_ = at;
    state_ = state_.With(leaf);
  }
  History Finish() {
    Close();
    return std::move(history_);
  }

 private:
  void Close() {
    if (state_.count > 0) history_.push_back({at_, MapLeafHash({key_, state_}), true});
  }

  Hash key_;
  KeyState state_;
  std::size_t at_ = 0;
  History history_;
};

}  // namespace

Result<std::vector<Hash>> IndexRootsAt(KeyStream& keys, std::span<const TreeSize> sizes) {
  Builder builder;
  SINETTI_ASSIGN(bool more, keys.Next());
  while (more) {
    const Hash key = keys.key();
    KeyHistory history(key);
    for (; more && keys.key() == key;) {
      for (const KeyEvent& event : keys.events()) {
        const auto size =
            std::ranges::upper_bound(sizes, event.sequence.value, {}, &TreeSize::value);
        if (size == sizes.end()) break;
        history.Add(static_cast<std::size_t>(size - sizes.begin()), event.leaf);
      }
      SINETTI_ASSIGN(more, keys.Next());
    }
    History changes = history.Finish();
    if (!changes.empty()) builder.Add(key, std::move(changes));
  }
  const History changes = builder.Finish();
  std::vector<Hash> roots(sizes.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (i > 0) roots[i] = roots[i - 1];
    if (next < changes.size() && changes[next].at == i) roots[i] = changes[next++].hash;
  }
  return roots;
}

}  // namespace sinetti
