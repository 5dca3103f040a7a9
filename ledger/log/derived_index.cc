// See derived_index.h.
#include "ledger/log/derived_index.h"

#include <algorithm>
#include <numeric>

#include "ledger/event/record.h"
#include "ledger/log/log_state.h"

namespace sinetti {
namespace {

constexpr std::size_t kRowsAtOnce = 4096;

Result<TreeSize> DecodeDerivedSize(const std::optional<Bytes>& value) {
  if (!value) return TreeSize{0};
  SINETTI_ASSIGN(const std::uint64_t size, ReadKey8(*value));
  return TreeSize{size};
}

// The positions 0 to rows-1 in the order of `less`.
template <typename Less>
std::vector<std::uint32_t> Ordered(std::size_t rows, Less less) {
  std::vector<std::uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), less);
  return order;
}

Result<void> FillIds(const IndexTail& tail, Store::RunWriter& run) {
  const std::vector<IndexRow>& rows = tail.rows();
  for (const std::uint32_t at : Ordered(
           rows.size(), [&](std::uint32_t a, std::uint32_t b) { return rows[a].id < rows[b].id; }))
    SINETTI_TRY(run.Add(rows[at].id.view(), MakeKey8(tail.first().value + at)));
  return {};
}

Result<void> FillStreams(const IndexTail& tail, Store::RunWriter& run) {
  const std::vector<IndexRow>& rows = tail.rows();
  // Rows of one stream stand in the order of their versions already.
  const std::vector<std::uint32_t> order =
      Ordered(rows.size(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(rows[a].stream, a) < std::tie(rows[b].stream, b);
      });
  for (std::size_t begin = 0; begin < order.size();) {
    const Hash16& stream = rows[order[begin]].stream;
    std::size_t end = begin;
    while (end < order.size() && rows[order[end]].stream == stream) ++end;
    const std::uint32_t newest = order[end - 1];
    const StreamHead head{rows[newest].version, Sequence{tail.first().value + newest}};
    SINETTI_TRY(run.Add(stream.view(), EncodeStreamHead(head)));
    for (; begin < end; ++begin)
      SINETTI_TRY(run.Add(MakeStreamKey(stream, rows[order[begin]].version),
                          MakeKey8(tail.first().value + order[begin])));
  }
  return {};
}

// Answers, from the runs, the keys whose answer is not known yet: `take(i, value)` for each hit.
template <typename Take>
Result<void> FindInRuns(const Store& store, Family family, std::span<const Hash16> keys,
                        std::vector<std::uint32_t> unknown, const Take& take) {
  std::sort(unknown.begin(), unknown.end(),
            [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  std::vector<ByteView> views;
  std::vector<std::uint32_t> view_of(unknown.size());
  views.reserve(unknown.size());
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (i == 0 || keys[unknown[i]] != keys[unknown[i - 1]])
      views.push_back(keys[unknown[i]].view());
    view_of[i] = static_cast<std::uint32_t>(views.size() - 1);
  }
  SINETTI_ASSIGN(const auto values, store.MultiGet(family, views));
  for (std::size_t i = 0; i < unknown.size(); ++i)
    if (values[view_of[i]]) SINETTI_TRY(take(unknown[i], *values[view_of[i]]));
  return {};
}

}  // namespace

std::optional<Sequence> IndexGenerations::FindId(const Hash16& id) const {
  for (const auto* tail : {&newer, &older})
    if (*tail != nullptr)
      if (const auto found = (*tail)->FindId(id)) return found;
  return std::nullopt;
}

std::optional<StreamHead> IndexGenerations::Head(const Hash16& stream) const {
  for (const auto* tail : {&newer, &older})
    if (*tail != nullptr)
      if (const auto found = (*tail)->Head(stream)) return found;
  return std::nullopt;
}

std::vector<Sequence> IndexGenerations::EventsOf(const Hash16& stream) const {
  std::vector<Sequence> events;
  for (const auto* tail : {&older, &newer}) {
    if (*tail == nullptr) continue;
    const std::vector<Sequence> part = (*tail)->EventsOf(stream);
    events.insert(events.end(), part.begin(), part.end());
  }
  return events;
}

Result<TreeSize> DerivedSize(const Snapshot& snapshot) {
  SINETTI_ASSIGN(const auto value, snapshot.Get(Family::kMeta, AsBytes(kMetaDerived)));
  return DecodeDerivedSize(value);
}

Result<void> ReadIndexRows(const Snapshot& snapshot, Sequence first, TreeSize end,
                           const std::function<Result<void>(std::span<const IndexRow>)>& take) {
  std::vector<IndexRow> rows;
  Cursor cursor = snapshot.Scan(Family::kEntries, EntryKey(first), EntryKey(end.NextSequence()),
                                ScanKind::kBulk);
  Sequence next = first;
  for (; cursor.Valid(); cursor.Next(), ++next.value) {
    auto header = ReadRecordHeader(cursor.value());
    if (!header) return std::move(header).error().Within("entry " + std::to_string(next.value));
    if (header->sequence != next)
      return Error{ErrorCode::kCorrupt,
                   "entry " + std::to_string(next.value) + ": its record says it is entry " +
                       std::to_string(header->sequence.value) + "; run `sinetti verify`"};
    rows.push_back(
        {IdHash(header->source, header->id), StreamHash(header->stream), header->stream_version});
    if (rows.size() < kRowsAtOnce) continue;
    SINETTI_TRY(take(rows));
    rows.clear();
  }
  SINETTI_TRY(cursor.status());
  return take(rows);
}

Result<IndexGenerations> BuildTail(const Snapshot& snapshot, TreeSize end) {
  SINETTI_ASSIGN(const TreeSize derived, DerivedSize(snapshot));
  auto tail = std::make_shared<IndexTail>(derived.NextSequence());
  const auto add = [&](std::span<const IndexRow> rows) { return tail->Add(rows); };
  SINETTI_TRY(ReadIndexRows(snapshot, derived.NextSequence(), end, add));
  return IndexGenerations{nullptr, std::move(tail)};
}

Result<TreeSize> RebuildDerivedIndex(Store& store, std::size_t run_events_max) {
  // First the claim, then what it claims: an interruption leaves an index that says too little.
  Batch batch = store.NewBatch();
  batch.Delete(Family::kMeta, AsBytes(kMetaDerived));
  SINETTI_TRY(store.Commit(std::move(batch)));
  SINETTI_TRY(store.Flush(Family::kMeta));
  SINETTI_TRY(store.DropAll(Family::kIds));
  SINETTI_TRY(store.DropAll(Family::kStreams));
  SINETTI_ASSIGN(const TreeSize size, StoredSize(*store.TakeSnapshot()));
  SINETTI_ASSIGN(auto index, DerivedIndex::Open(store, size, run_events_max));
  index.reset();  // the last run is written
  return DerivedSize(*store.TakeSnapshot());
}

DerivedIndex::DerivedIndex(Store& store, Sequence first, std::size_t run_events_max)
    : store_(store), run_events_max_(run_events_max), active_(std::make_shared<IndexTail>(first)) {}

DerivedIndex::~DerivedIndex() {
  if (writer_.joinable()) writer_.join();
}

Result<std::unique_ptr<DerivedIndex>> DerivedIndex::Open(Store& store, TreeSize end,
                                                         std::size_t run_events_max) {
  const auto snapshot = store.TakeSnapshot();
  SINETTI_ASSIGN(const TreeSize derived, DerivedSize(*snapshot));
  if (derived > end)
    return Error{ErrorCode::kCorrupt, "the indexes cover " + std::to_string(derived.value) +
                                          " events, the ledger has " + std::to_string(end.value) +
                                          ": run `sinetti verify`"};
  std::unique_ptr<DerivedIndex> index(
      new DerivedIndex(store, derived.NextSequence(), run_events_max));
  const auto add = [&](std::span<const IndexRow> rows) -> Result<void> {
    while (!rows.empty()) {
      const std::size_t some = std::min(rows.size(), run_events_max);
      SINETTI_TRY(index->MakeRoom());
      SINETTI_TRY(index->active_->Add(rows.first(some)));
      rows = rows.subspan(some);
    }
    return {};
  };
  SINETTI_TRY(ReadIndexRows(*snapshot, derived.NextSequence(), end, add));
  return index;
}

Result<std::vector<DerivedIndex::Found>> DerivedIndex::LookUp(
    std::span<const Hash16> ids, std::span<const Hash16> streams) const {
  SINETTI_CHECK(ids.size() == streams.size());
  std::vector<Found> found(ids.size());
  std::vector<std::uint32_t> unknown_ids;
  std::vector<std::uint32_t> unknown_streams;
  // Memory first: a part leaves it only once its run is in place.
  const IndexGenerations generations = Generations();
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    found[i].same_id = generations.FindId(ids[i]);
    if (!found[i].same_id) unknown_ids.push_back(i);
    if (const auto head = generations.Head(streams[i]))
      found[i].stream_version = head->version;
    else
      unknown_streams.push_back(i);
  }
  if (generations.newer->first().value == 0 ||
      (generations.older && generations.older->first().value == 0))
    return found;  // nothing has become a run yet
  SINETTI_TRY(FindInRuns(store_, Family::kIds, ids, std::move(unknown_ids),
                         [&](std::uint32_t i, const Bytes& value) -> Result<void> {
                           SINETTI_ASSIGN(const std::uint64_t sequence, ReadKey8(value));
                           found[i].same_id = Sequence{sequence};
                           return {};
                         }));
  SINETTI_TRY(FindInRuns(store_, Family::kStreams, streams, std::move(unknown_streams),
                         [&](std::uint32_t i, const Bytes& value) -> Result<void> {
                           SINETTI_ASSIGN(const StreamHead head, DecodeStreamHead(value));
                           found[i].stream_version = head.version;
                           return {};
                         }));
  return found;
}

Result<void> DerivedIndex::MakeRoom() {
  if (active_->size() < run_events_max_) return {};
  if (writer_.joinable()) writer_.join();
  SINETTI_TRY(writer_result_);
  const std::lock_guard lock(mutex_);
  sealed_ = std::move(active_);
  active_ = std::make_shared<IndexTail>(Sequence{sealed_->first().value + sealed_->size()});
  writer_ = std::thread([this, tail = sealed_] { writer_result_ = WriteRun(*tail); });
  return {};
}

Result<void> DerivedIndex::WriteRun(const IndexTail& tail) {
  SINETTI_ASSIGN(const auto ids, store_.NewRun(Family::kIds));
  SINETTI_ASSIGN(const auto streams, store_.NewRun(Family::kStreams));
  SINETTI_ASSIGN(const auto meta, store_.NewRun(Family::kMeta));
  SINETTI_TRY(FillIds(tail, *ids));
  SINETTI_TRY(FillStreams(tail, *streams));
  SINETTI_TRY(meta->Add(AsBytes(kMetaDerived), MakeKey8(tail.first().value + tail.size())));
  Store::RunWriter* const runs[] = {ids.get(), streams.get(), meta.get()};
  SINETTI_TRY(store_.Ingest(runs));
  const std::lock_guard lock(mutex_);
  sealed_.reset();
  return {};
}

void DerivedIndex::Add(std::span<const IndexRow> rows) {
  // LookUp found none of them, so a contradiction would be ours.
  SINETTI_CHECK(active_->Add(rows).has_value());
}

IndexGenerations DerivedIndex::Generations() const {
  const std::lock_guard lock(mutex_);
  return {sealed_, active_};
}

}  // namespace sinetti
