// What is to happen in a made-up region, in the order of time; and a pool of the things that are
// under way, so that memory follows what is open and not what has been.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <vector>

namespace sinetti {

struct Task {
  std::int64_t at = 0;      // milliseconds since 1970
  std::uint64_t order = 0;  // of tasks at one moment
  std::uint32_t process = 0;
  std::uint32_t slot = 0;
};

class Agenda {
 public:
  void Add(std::int64_t at, std::uint32_t process, std::uint32_t slot) {
    heap_.push_back({at, ++order_, process, slot});
    std::push_heap(heap_.begin(), heap_.end(), Later);
  }

  // Before everything else, in the order of these calls: what belongs to one act.
  void AddNow(std::int64_t at, std::uint32_t process, std::uint32_t slot) {
    now_.push_back({at, ++order_, process, slot});
  }

  // There is always a next arrival, so it is never empty.
  Task Take() {
    if (!now_.empty()) {
      const Task task = now_.front();
      now_.pop_front();
      return task;
    }
    std::pop_heap(heap_.begin(), heap_.end(), Later);
    const Task task = heap_.back();
    heap_.pop_back();
    return task;
  }

 private:
  static bool Later(const Task& a, const Task& b) {
    return a.at != b.at ? a.at > b.at : a.order > b.order;
  }

  std::vector<Task> heap_;
  std::deque<Task> now_;
  std::uint64_t order_ = 0;
};

template <typename T>
class Pool {
 public:
  std::uint32_t Add(T thing) {
    if (free_.empty()) {
      things_.push_back(std::move(thing));
      return static_cast<std::uint32_t>(things_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    things_[slot] = std::move(thing);
    return slot;
  }
  void Remove(std::uint32_t slot) { free_.push_back(slot); }
  T& operator[](std::uint32_t slot) { return things_[slot]; }

 private:
  std::vector<T> things_;
  std::vector<std::uint32_t> free_;
};

}  // namespace sinetti
