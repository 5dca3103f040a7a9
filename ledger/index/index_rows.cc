// See index_rows.h.
#include "ledger/index/index_rows.h"

#include <algorithm>

#include "ledger/log/keys.h"

namespace sinetti {
namespace {

constexpr auto kBucket = static_cast<std::size_t>(MapRowKind::kBucket);
constexpr auto kNode = static_cast<std::size_t>(MapRowKind::kNode);
constexpr auto kEvents = static_cast<std::size_t>(MapRowKind::kEvents);

}  // namespace

Result<void> IndexRows::Put(Bytes key, Bytes value) {
  if (store_ == nullptr) return {};
  const std::size_t kind = key.front();
  if (in_runs_ && kind != kNode) return runs_[kind]->Add(key, value);
  bytes_ += key.size() + value.size();
  waiting_[kind].emplace_back(std::move(key), std::move(value));
  if (!in_runs_ && bytes_ > batch_bytes_max_) return BeginRuns();
  return {};
}

Result<void> IndexRows::BeginRuns() {
  in_runs_ = true;
  for (const std::size_t kind : {kBucket, kEvents}) {
    SINETTI_ASSIGN(runs_[kind], store_->NewRun(Family::kIndex));
    for (const Row& row : waiting_[kind]) SINETTI_TRY(runs_[kind]->Add(row.first, row.second));
    waiting_[kind] = {};
  }
  return {};
}

Result<void> IndexRows::Commit(TreeSize size, const Hash& root, std::optional<std::string> note) {
  if (store_ == nullptr) return {};
  const Row root_row(RootRowKey(size), Bytes(root.bytes.begin(), root.bytes.end()));
  std::optional<Row> note_row;
  if (note) {
    const Key8 key = CheckpointKey(size);
    const ByteView text = AsBytes(*note);
    note_row.emplace(Bytes(key.begin(), key.end()), Bytes(text.begin(), text.end()));
  }
  if (in_runs_) return CommitRuns(root_row, note_row);
  Batch batch = store_->NewBatch(bytes_ + bytes_ / 8);
  for (const auto& rows : waiting_)
    for (const Row& row : rows) batch.Put(Family::kIndex, row.first, row.second);
  batch.Put(Family::kIndex, root_row.first, root_row.second);
  if (note_row) batch.Put(Family::kCheckpoints, note_row->first, note_row->second);
  return store_->Commit(std::move(batch));
}

Result<void> IndexRows::CommitRuns(const Row& root, const std::optional<Row>& note) {
  std::ranges::sort(waiting_[kNode], {}, &Row::first);
  std::vector<std::unique_ptr<Store::RunWriter>> more;
  const auto add = [&](Family family, const Row* rows, std::size_t count) -> Result<void> {
    if (count == 0) return {};
    SINETTI_ASSIGN(auto run, store_->NewRun(family));
    for (std::size_t i = 0; i < count; ++i) SINETTI_TRY(run->Add(rows[i].first, rows[i].second));
    more.push_back(std::move(run));
    return {};
  };
  SINETTI_TRY(add(Family::kIndex, &root, 1));
  SINETTI_TRY(add(Family::kIndex, waiting_[kNode].data(), waiting_[kNode].size()));
  if (note) SINETTI_TRY(add(Family::kCheckpoints, &*note, 1));
  std::vector<Store::RunWriter*> all = {runs_[kBucket].get(), runs_[kEvents].get()};
  for (const auto& run : more) all.push_back(run.get());
  return store_->Ingest(all);
}

}  // namespace sinetti
