// See appender.h.
#include "ledger/log/appender.h"

#include <algorithm>

#include "ledger/event/record.h"
#include "ledger/log/chain.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

// A commit takes requests until it holds so many events: enough to make the sync cheap for each,
// few enough that the first caller does not wait for the last.
constexpr std::size_t kGroupEventsMax = 4096;

// What an entry takes in a batch beside its record: its key, its share of a tile, lengths.
constexpr std::size_t kRowBytes = 64;

Result<void> CheckSize(const EncodedDraft& draft) {
  if (draft.record.size() <= kRecordBytesMax) return {};
  return Error{ErrorCode::kInvalid, "event `" + draft.id + "` of source `" + draft.source +
                                        "` needs an entry of " +
                                        std::to_string(draft.record.size() + 32) +
                                        " bytes, at most " + std::to_string(kEntryBytesMax) +
                                        " fit: attach large content as a document, by its digest"};
}

Error Closed(const std::string& why) {
  return {
      ErrorCode::kClosed,
      "the ledger closed itself after a failed commit (" + why +
          "); whether its events are recorded shows when it is opened again: mend the cause, open "
          "it and append the same events again, each is recorded once"};
}

}  // namespace

// One caller's batch while it waits for its commit.  Once it has left the queue it is the leader's
// alone, until `done`: a caller that woke by chance in between must neither look nor go.
struct Appender::Request {
  std::vector<EncodedDraft> drafts;
  std::vector<Hash16> ids;
  std::vector<Hash16> streams;
  std::vector<Placement> placements;
  std::optional<std::size_t> refused;  // the draft that the outcome, an error, is about
  std::optional<Result<std::vector<Receipt>>> outcome;
  std::condition_variable wake;
  bool done = false;  // guarded by mutex_
};

Appender::Appender(Store& store, Clock& clock, LogState state, std::unique_ptr<DerivedIndex> index)
    : store_(store),
      clock_(clock),
      index_(std::move(index)),
      state_(std::make_shared<const LogState>(std::move(state))) {}

std::shared_ptr<const LogState> Appender::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

Result<std::vector<Receipt>> Appender::Append(std::vector<EncodedDraft> drafts,
                                              std::optional<std::size_t>* refused) {
  Request request;
  request.ids.reserve(drafts.size());
  request.streams.reserve(drafts.size());
  for (const EncodedDraft& draft : drafts) {
    if (auto fits = CheckSize(draft); !fits) {
      if (refused != nullptr) *refused = request.ids.size();
      return std::move(fits).error();
    }
    request.ids.push_back(IdHash(draft.source, draft.id));
    request.streams.push_back(StreamHash(draft.stream));
  }
  request.drafts = std::move(drafts);

  // Whoever finds no commit under way makes one, for all who wait.
  std::unique_lock lock(mutex_);
  queue_.push_back(&request);
  request.wake.wait(lock,
                    [&] { return request.done || (!committing_ && queue_.front() == &request); });
  if (!request.done) LeadCommit(request, lock);
  if (refused != nullptr) *refused = request.refused;
  return *std::move(request.outcome);
}

// Commits for everybody who waits, `own` first.
void Appender::LeadCommit(Request& own, std::unique_lock<std::mutex>& lock) {
  std::vector<Request*> group;
  for (std::size_t events = 0; !queue_.empty() && events < kGroupEventsMax; queue_.pop_front()) {
    group.push_back(queue_.front());
    events += queue_.front()->drafts.size();
  }
  committing_ = true;
  lock.unlock();
  CommitGroup(group);
  lock.lock();
  committing_ = false;
  for (Request* member : group) {
    member->done = true;
    if (member != &own) member->wake.notify_one();
  }
  if (!queue_.empty()) queue_.front()->wake.notify_one();
}

// Steps 5 to 10 of docs/architecture.md, "Append".  Gives every request its outcome.
void Appender::CommitGroup(std::vector<Request*>& requests) {
  const auto fail_all = [&](const Error& error) {
    for (Request* request : requests)
      if (!request->outcome) request->outcome.emplace(error);
  };
  if (closed_) return fail_all(Closed(*closed_));
  if (auto room = index_->MakeRoom(); !room) return fail_all(room.error());
  auto facts = Gather(requests);
  if (!facts) return fail_all(facts.error());

  // A request that conflicts drops out; the others go on without it.
  PendingHead head{.size = state_->size(), .last_recorded_at = state_->last_recorded_at};
  head.ids.reserve(facts->size());
  head.streams.reserve(facts->size());
  const Timestamp now = clock_.Now();
  std::span<const DraftFacts> rest = *facts;
  for (Request* request : requests) {
    auto placements =
        AssignPositions(rest.first(request->drafts.size()), head, now, &request->refused);
    rest = rest.subspan(request->drafts.size());
    if (placements)
      request->placements = *std::move(placements);
    else
      request->outcome.emplace(std::move(placements).error());
  }

  auto next = std::make_shared<LogState>(*state_);
  std::size_t bytes = 0;
  for (const Request* request : requests)
    for (const EncodedDraft& draft : request->drafts) bytes += draft.record.size() + kRowBytes;
  Batch batch = store_.NewBatch(bytes);
  std::vector<IndexRow> rows;
  std::vector<Hash> leaves;
  std::vector<Tile> full_tiles;
  rows.reserve(facts->size());
  leaves.reserve(facts->size());
  for (Request* request : requests) {
    if (request->outcome) continue;
    for (std::size_t i = 0; i < request->drafts.size(); ++i) {
      const RecordedEvent& event = request->placements[i].event;
      if (request->placements[i].duplicate) continue;
      SINETTI_CHECK(event.sequence == next->size().NextSequence());
      Bytes& record = request->drafts[i].record;
      AssignPosition(record, event.sequence, event.stream_version, event.recorded_at,
                     event.draft_digest);
      next->last_leaf = EntryHash(next->last_leaf, record);
      next->last_recorded_at = event.recorded_at;
      next->edge.Append(next->last_leaf, full_tiles);
      batch.Put(Family::kEntries, EntryKey(event.sequence), record);
      leaves.push_back(next->last_leaf);
      rows.push_back({request->ids[i], request->streams[i], event.stream_version});
    }
  }
  for (const Tile& tile : full_tiles)
    batch.Put(Family::kTiles, MakeTileKey(tile.id), EncodeTile(tile.hashes));

  const std::uint64_t first_new = state_->size().value;
  if (!rows.empty()) {
    if (auto committed = store_.Commit(std::move(batch)); !committed) {
      // The batch may be on disk or not.  Going on from either guess could record two histories.
      const std::lock_guard lock(mutex_);
      closed_ = committed.error().message;
      return fail_all(Closed(*closed_));
    }
    // From here the events are durable.  Memory follows.
    index_->Add(rows);
    const std::lock_guard lock(mutex_);
    state_ = std::move(next);
  }

  StoredTiles stored(store_);
  EdgeReader hashes(state_->edge, stored);
  for (Request* request : requests) {
    if (request->outcome) continue;
    std::vector<Receipt> receipts;
    receipts.reserve(request->drafts.size());
    std::optional<Error> failed;
    for (const Placement& placement : request->placements) {
      const RecordedEvent& event = placement.event;
      Receipt receipt{.sequence = event.sequence,
                      .stream_version = event.stream_version,
                      .recorded_at = event.recorded_at,
                      .duplicate = placement.duplicate};
      if (event.sequence.value >= first_new) {
        receipt.leaf = leaves[event.sequence.value - first_new];
      } else if (auto leaf = ReadNode({0, event.sequence.value}, hashes)) {
        receipt.leaf = *leaf;
      } else {
        failed = leaf.error();
      }
      receipts.push_back(receipt);
    }
    if (failed)
      request->outcome.emplace(*std::move(failed));
    else
      request->outcome.emplace(std::move(receipts));
  }
}

Result<std::vector<DraftFacts>> Appender::Gather(const std::vector<Request*>& requests) const {
  std::vector<DraftFacts> facts;
  std::vector<Hash16> ids;
  std::vector<Hash16> streams;
  std::size_t drafts = 0;
  for (const Request* request : requests) drafts += request->ids.size();
  facts.reserve(drafts);
  ids.reserve(drafts);
  streams.reserve(drafts);
  for (const Request* request : requests) {
    ids.insert(ids.end(), request->ids.begin(), request->ids.end());
    streams.insert(streams.end(), request->streams.begin(), request->streams.end());
  }
  SINETTI_ASSIGN(const auto found, index_->LookUp(ids, streams));
  for (const Request* request : requests) {
    for (const EncodedDraft& draft : request->drafts) {
      const std::size_t i = facts.size();
      DraftFacts fact{
          .draft = &draft, .keys = {ids[i], streams[i]}, .stream_version = found[i].stream_version};
      if (found[i].same_id) {
        SINETTI_ASSIGN(fact.recorded, ReadRecorded(draft, *found[i].same_id));
      }
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

Result<RecordedEvent> Appender::ReadRecorded(const EncodedDraft& draft, Sequence sequence) const {
  const std::string name = "entry " + std::to_string(sequence.value);
  SINETTI_ASSIGN(const auto record, store_.Get(Family::kEntries, EntryKey(sequence)));
  if (!record) return Error{ErrorCode::kCorrupt, name + " is missing: run `sinetti verify`"};
  auto header = ReadRecordHeader(*record);
  if (!header) return std::move(header).error().Within(name);
  if (header->source != draft.source || header->id != draft.id)
    return Error{ErrorCode::kCorrupt, "the index leads from event `" + draft.id + "` of source `" +
                                          draft.source + "` to " + name + ", which is event `" +
                                          std::string(header->id) + "` of source `" +
                                          std::string(header->source) + "`: run `sinetti verify`"};
  return RecordedEvent{header->sequence, header->stream_version, header->recorded_at,
                       header->draft_digest};
}

}  // namespace sinetti
