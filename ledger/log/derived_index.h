// Finds events by id and by stream.  The newest events are in memory, older ones in sorted runs of
// the families `streams` and `ids`; both are derived from entries and can be rebuilt from them
// (docs/format/store.md, "Derived families"; docs/decisions, "Derived indexes as sorted runs").
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "ledger/log/index_tail.h"
#include "ledger/store/store.h"

namespace sinetti {

// The parts of the index that are in memory, older first; either may be null.  Together they cover
// all events from some sequence on, without a gap.
struct IndexGenerations {
  std::shared_ptr<const IndexTail> older;
  std::shared_ptr<const IndexTail> newer;

  std::optional<Sequence> FindId(const Hash16& id) const;
  std::optional<StreamHead> Head(const Hash16& stream) const;
  // Oldest first.
  std::vector<Sequence> EventsOf(const Hash16& stream) const;
};

// How many events the runs cover.
Result<TreeSize> DerivedSize(const Snapshot& snapshot);

// Reads entries [first, end) and hands their index rows to `take`, in order, in groups.
Result<void> ReadIndexRows(const Snapshot& snapshot, Sequence first, TreeSize end,
                           const std::function<Result<void>(std::span<const IndexRow>)>& take);

// The index of the events behind the runs, for a reader that has no writer to ask.
Result<IndexGenerations> BuildTail(const Snapshot& snapshot, TreeSize end);

// Forgets both families and writes them anew from the entries; returns how many events the runs
// cover now.  Safe to call again after it was interrupted.
Result<TreeSize> RebuildDerivedIndex(Store& store, std::size_t run_events_max);

// The writer's index.  LookUp and Generations from any thread; MakeRoom and Add from one at a time.
class DerivedIndex {
 public:
  // So many events are in memory before they become a run (a second such part is being written
  // meanwhile).
  static constexpr std::size_t kRunEventsMax = 262'144;

  // Brings the index up to `end` from the runs and the entries behind them.
  static Result<std::unique_ptr<DerivedIndex>> Open(Store& store, TreeSize end,
                                                    std::size_t run_events_max = kRunEventsMax);
  ~DerivedIndex();  // waits for the run being written

  struct Found {
    std::optional<Sequence> same_id;
    StreamVersion stream_version;  // 0: no such stream
  };
  // found[i] answers ids[i] and streams[i]; against all events ever.
  Result<std::vector<Found>> LookUp(std::span<const Hash16> ids,
                                    std::span<const Hash16> streams) const;

  // Before a commit: hands a full part over to be written, waiting for the one before.  An error (a
  // full disk, say) means that nothing may be added now.
  Result<void> MakeRoom();

  // After a commit.
  void Add(std::span<const IndexRow> rows);

  IndexGenerations Generations() const;

 private:
  DerivedIndex(Store& store, Sequence first, std::size_t run_events_max);
  Result<void> WriteRun(const IndexTail& tail);

  Store& store_;
  const std::size_t run_events_max_;
  mutable std::mutex mutex_;  // guards the pointers, not what they point at
  std::shared_ptr<IndexTail> sealed_;
  std::shared_ptr<IndexTail> active_;
  std::thread writer_;
  Result<void> writer_result_;  // of the last run; read after joining
};

}  // namespace sinetti
