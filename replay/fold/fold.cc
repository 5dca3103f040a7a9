#include "replay/fold/fold.h"

#include <algorithm>
#include <memory>
#include <string>

#include "replay/fold/event_feed.h"
#include "replay/fold/lane.h"

namespace sinetti {
namespace {

using Lanes = std::vector<std::unique_ptr<Lane>>;

Result<Lanes> OpenLanes(const std::vector<FoldLane>& databases, const Reader& reader,
                        const TypeRegistry& registry, TreeSize until) {
  Lanes lanes;
  for (const FoldLane& one : databases) {
    SINETTI_ASSIGN(std::unique_ptr<Lane> lane, Lane::Open(one, reader, registry));
    if (const TreeSize at = lane->from(); until < at) {
      return Error{ErrorCode::kInvalid,
                   "the views stand at " + std::to_string(at.value) + " events, past " +
                       std::to_string(until.value) +
                       "; next: sinetti replay --until into a file of its own"};
    }
    lanes.push_back(std::move(lane));
  }
  return lanes;
}

// A kill between two commits leaves lanes apart: the one behind says how far all of them are.
const Lane& Behind(const Lanes& lanes) {
  return **std::min_element(lanes.begin(), lanes.end(), [](const auto& a, const auto& b) {
    return a->committed().position < b->committed().position;
  });
}

// Moves all lanes: the first on the caller's thread, the others beside it where threads are wanted.
class Crew {
 public:
  Crew(const Lanes& lanes, bool threaded) : lanes_(lanes), here_(threaded ? 1 : lanes.size()) {
    for (std::size_t i = here_; i < lanes.size(); ++i)
      threads_.push_back(std::make_unique<LaneThread>(*lanes[i]));
  }

  Result<void> Take(const std::shared_ptr<const EventBatch>& batch) {
    for (const auto& thread : threads_) thread->Take(batch);
    for (std::size_t i = 0; i < here_; ++i) SINETTI_TRY(lanes_[i]->Take(*batch));
    return {};
  }

  Result<void> Commit() {
    for (const auto& thread : threads_) thread->Commit();
    for (std::size_t i = 0; i < here_; ++i) SINETTI_TRY(lanes_[i]->Commit());
    for (const auto& thread : threads_) SINETTI_TRY(thread->Wait());
    return {};
  }

 private:
  const Lanes& lanes_;
  std::size_t here_;
  std::vector<std::unique_ptr<LaneThread>> threads_;
};

// Whoever is the last to have applied a batch hands its events back.
std::shared_ptr<const EventBatch> Share(EventBatch batch, EventFeed& feed) {
  return std::shared_ptr<const EventBatch>(new EventBatch(std::move(batch)),
                                           [&feed](EventBatch* spent) {
                                             feed.GiveBack(std::move(spent->events));
                                             delete spent;
                                           });
}

}  // namespace

Result<FoldOutcome> Fold(const std::vector<FoldLane>& databases, const Reader& reader,
                         const TypeRegistry& registry, const FoldOptions& options) {
  if (options.until > reader.size()) {
    return Error{ErrorCode::kInvalid, "the ledger has " + std::to_string(reader.size().value) +
                                          " events, fewer than the " +
                                          std::to_string(options.until.value) + " asked for"};
  }
  SINETTI_ASSIGN(const Lanes lanes, OpenLanes(databases, reader, registry, options.until));
  const Lane& slowest = Behind(lanes);  // at the start: the one that sees all that is to be seen
  SINETTI_ASSIGN(const ChainPosition start, reader.PositionAt(slowest.from()));
  EventFeed feed(reader, registry, start,
                 {.until = options.until, .anchor = options.anchor, .threaded = options.threaded});
  Crew crew(lanes, options.threaded);

  FoldOutcome outcome{.from = slowest.from(), .to = slowest.from(), .meta = slowest.committed()};
  for (bool at_end = false; !at_end;) {
    for (std::size_t seen = 0; seen < options.events_per_transaction;) {
      SINETTI_ASSIGN(EventBatch batch, feed.Next());
      at_end = batch.events.empty();
      if (at_end) break;
      seen += batch.events.size();
      SINETTI_TRY(crew.Take(Share(std::move(batch), feed)));
    }
    SINETTI_TRY(crew.Commit());
    outcome.meta = Behind(lanes).committed();
    outcome.to = outcome.meta.position;
    outcome.applied = slowest.applied();
    outcome.withheld = slowest.withheld();
    if (options.progress) options.progress(outcome.to);
    if (!at_end && options.should_stop && options.should_stop()) break;
  }
  return outcome;
}

Result<TreeSize> SizeKnownAt(const Reader& reader, Timestamp moment) {
  std::uint64_t known = 0;
  std::uint64_t unknown = reader.size().value;
  while (known < unknown) {
    const std::uint64_t middle = known + (unknown - known) / 2;
    SINETTI_ASSIGN(const StoredEntry entry, reader.Read(Sequence{middle}));
    SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(entry.record));
    if (header.recorded_at <= moment) {
      known = middle + 1;
    } else {
      unknown = middle;
    }
  }
  return TreeSize{known};
}

}  // namespace sinetti
