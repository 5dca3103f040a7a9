// See lane.h.
#include "replay/fold/lane.h"

#include <string>

#include "replay/fold/effective_day.h"

namespace sinetti {
namespace {

constexpr std::size_t kQueuedBatches = 16;

Result<void> CheckTree(const Reader& reader, const ViewsMeta& meta) {
  if (meta.position > reader.size()) return {};  // Fold refuses it
  SINETTI_ASSIGN(const ChainPosition at, reader.PositionAt(meta.position));
  const Hash root = at.frontier.Root();
  if (root == meta.root) return {};
  return Error{ErrorCode::kCorrupt, "the views were folded from a tree of size " +
                                        std::to_string(meta.position.value) + " with root " +
                                        meta.root.hex() + ", the ledger has " + root.hex() +
                                        " there; next: sinetti verify"};
}

}  // namespace

Result<std::unique_ptr<Lane>> Lane::Open(const FoldLane& of, const Reader& reader,
                                         const TypeRegistry& registry) {
  std::unique_ptr<Lane> lane(new Lane(*of.database));
  SINETTI_ASSIGN(lane->committed_, ReadMeta(*of.database));
  SINETTI_TRY(CheckTree(reader, lane->committed_));
  lane->meta_ = lane->committed_;
  lane->from_ = lane->committed_.position;
  SINETTI_TRY(lane->OpenViews(of.views, registry));
  return lane;
}

Lane::~Lane() {
  if (open_) (void)database_.Execute("ROLLBACK");
}

Result<void> Lane::OpenViews(const std::vector<const ViewDefinition*>& views,
                             const TypeRegistry& registry) {
  for (const ViewDefinition* definition : views) {
    const std::string name = "view " + std::string(definition->name);
    auto view = definition->open(database_);
    if (!view) return std::move(view).error().Within(name);
    const Opened opened{definition, view->get()};
    if (definition->event_types.empty()) {
      for (const TypeInfo& type : registry.types()) by_type_[&type].push_back(opened);
    }
    for (const std::string_view type_name : definition->event_types) {
      const TypeInfo* type = registry.Find(type_name);
      if (type == nullptr) {
        return Error{ErrorCode::kUnsupported,
                     name + " folds the unknown event type " + std::string(type_name)};
      }
      by_type_[type].push_back(opened);
    }
    for (const std::string_view type_name : definition->tells_of_before)
      of_before_[registry.Find(type_name)].push_back(opened);
    views_.push_back(std::move(view).value());
  }
  return {};
}

Result<void> Lane::ApplyTo(const ByType& by_type, const Event& event) {
  const auto wanted = by_type.find(&event.type_info());
  if (wanted == by_type.end()) return {};
  for (const Opened& opened : wanted->second) {
    if (auto applied = opened.view->Apply(event); !applied) {
      return std::move(applied).error().Within(
          "view " + std::string(opened.definition->name) + " at event " +
          std::to_string(event.sequence().value) + " (" + std::string(event.type()) + ")");
    }
  }
  return {};
}

Result<void> Lane::Take(const EventBatch& batch) {
  const TreeSize seen = meta_.position;
  if (batch.after.size() <= seen) return {};
  if (!open_) SINETTI_TRY(database_.Execute("BEGIN IMMEDIATE"));
  open_ = true;
  for (const Event& event : batch.events) {
    if (event.sequence().value < seen.value) continue;
    if (meta_.as_of && EffectiveDay(event) > *meta_.as_of) {
      ++withheld_;
      SINETTI_TRY(ApplyTo(of_before_, event));
      continue;
    }
    SINETTI_TRY(ApplyTo(by_type_, event));
    ++applied_;
  }
  meta_.position = batch.after.size();
  meta_.root = batch.after.frontier.Root();
  meta_.recorded_at = batch.after.last_recorded_at;
  return {};
}

Result<void> Lane::Commit() {
  if (!open_) return {};
  for (const auto& view : views_) SINETTI_TRY(view->Flush());
  SINETTI_TRY(WriteMeta(database_, meta_));
  SINETTI_TRY(database_.Execute("COMMIT"));
  // From here on these rows and their position are in the file together.
  open_ = false;
  committed_ = meta_;
  return {};
}

LaneThread::LaneThread(Lane& lane)
    : lane_(lane), thread_([this](const std::stop_token& stop) { Run(stop); }) {}

LaneThread::~LaneThread() { thread_.request_stop(); }

void LaneThread::Take(std::shared_ptr<const EventBatch> batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return queue_.size() < kQueuedBatches || !outcome_; });
  if (!outcome_) return;
  queue_.push_back(std::move(batch));
  changed_.notify_all();
}

Result<void> LaneThread::Wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return (queue_.empty() && !busy_) || !outcome_; });
  return outcome_;
}

void LaneThread::Run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [&] { return !queue_.empty(); })) {
    if (stop.stop_requested()) return;
    std::shared_ptr<const EventBatch> batch = std::move(queue_.front());
    queue_.pop_front();
    busy_ = true;
    lock.unlock();
    Result<void> done = batch ? lane_.Take(*batch) : lane_.Commit();
    batch.reset();
    lock.lock();
    busy_ = false;
    changed_.notify_all();
    if (!done) {
      outcome_ = std::move(done);
      queue_.clear();
      return;
    }
  }
}

}  // namespace sinetti
