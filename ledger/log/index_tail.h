// The newest part of the derived indexes, in memory: which event has an id, which events are in a
// stream (docs/format/store.md, "Derived families").  Covers a run of consecutive events.
#pragma once

#include <cstdint>
#include <optional>
#include <shared_mutex>
#include <span>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/log/keys.h"

namespace sinetti {

// What the indexes keep of one event.
struct IndexRow {
  Hash16 id;
  Hash16 stream;
  StreamVersion version;
};

// About 65 bytes an event.  Any number of threads may look up while one adds.
class IndexTail {
 public:
  explicit IndexTail(Sequence first) : first_(first) {}

  // The events behind those that are in it, in order.  kCorrupt, with nothing added from there on,
  // when an id is there already or a stream's version does not follow.
  Result<void> Add(std::span<const IndexRow> rows);

  std::optional<Sequence> FindId(const Hash16& id) const;
  std::optional<StreamHead> Head(const Hash16& stream) const;
  // All events of the stream here, oldest first.
  std::vector<Sequence> EventsOf(const Hash16& stream) const;

  Sequence first() const { return first_; }
  std::size_t size() const;
  // For writing a run: no Add may follow.
  const std::vector<IndexRow>& rows() const { return rows_; }

 private:
  // Open addressing over row numbers; keys are hashes already.  A slot holds row + 1, 0 is empty.
  class Table {
   public:
    // The slot of `key`, or the empty one where it would go.
    template <typename KeyOf>
    std::uint32_t& Slot(const Hash16& key, const KeyOf& key_of);
    template <typename KeyOf>
    std::uint32_t Find(const Hash16& key, const KeyOf& key_of) const;
    template <typename KeyOf>
    void Reserve(const KeyOf& key_of);
    void Added() { ++used_; }

   private:
    std::vector<std::uint32_t> slots_;
    std::size_t used_ = 0;
  };

  Result<void> AddOne(const IndexRow& row);

  mutable std::shared_mutex mutex_;
  Sequence first_;
  std::vector<IndexRow> rows_;
  std::vector<std::uint32_t> previous_in_stream_;  // row + 1, 0: first of its stream here
  Table ids_;
  Table streams_;  // newest row of each stream
};

}  // namespace sinetti
