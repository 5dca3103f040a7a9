#include "replay/fold/event_feed.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sinetti {
namespace {

constexpr std::size_t kBatchEvents = 256;
constexpr std::size_t kQueuedBatches = 8;  // few, so that events are still in the cache

}  // namespace

// Make reads, checks and decodes; the queue carries what the thread made to Next.
struct EventFeed::Impl {
  Impl(const Reader& from, const TypeRegistry& types, ChainPosition start, FeedOptions how)
      : registry(types),
        options(std::move(how)),
        verifier(start),
        cursor(from.Scan(verifier.position().size().NextSequence(), options.until)) {
    if (options.threaded)
      thread = std::jthread([this](const std::stop_token& stop) { Produce(stop); });
  }

  Result<EventBatch> Make() {
    EventBatch batch;
    while (batch.events.size() < kBatchEvents) {
      if (!cursor.Next()) {
        SINETTI_TRY(cursor.status());
        break;
      }
      SINETTI_ASSIGN(const VerifiedEntry verified, verifier.Check(cursor.entry()));
      SINETTI_ASSIGN(Event event, DecodeEvent(verified, registry));
      batch.events.push_back(std::move(event));
      if (options.anchor && verifier.position().size() == options.anchor->size) {
        SINETTI_TRY(verifier.Finish(options.anchor->size, options.anchor->root));
      }
    }
    batch.after = verifier.position();
    return batch;
  }

  void Produce(const std::stop_token& stop) {
    bool last = false;
    std::vector<std::vector<Event>> spent;
    while (!last) {
      spent.clear();
      Result<EventBatch> batch = Make();
      last = !batch || batch->events.empty();
      std::unique_lock lock(mutex);
      spent.swap(applied);
      changed.wait(lock, stop, [&] { return queue.size() < kQueuedBatches; });
      if (stop.stop_requested()) return;
      queue.push_back(std::move(batch));
      changed.notify_all();
    }
  }

  Result<EventBatch> Take() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !queue.empty(); });
    Result<EventBatch> batch = std::move(queue.front());
    queue.pop_front();
    changed.notify_all();
    return batch;
  }

  const TypeRegistry& registry;
  FeedOptions options;
  ChainVerifier verifier;
  EntryCursor cursor;

  std::mutex mutex;
  std::condition_variable_any changed;  // wakes for a stop as well, which a plain one can miss
  std::deque<Result<EventBatch>> queue;
  std::vector<std::vector<Event>> applied;
  std::jthread thread;  // last: stopped before what it uses goes
};

EventFeed::EventFeed(const Reader& reader, const TypeRegistry& registry, ChainPosition start,
                     FeedOptions options)
    : impl_(std::make_unique<Impl>(reader, registry, std::move(start), std::move(options))) {}

EventFeed::~EventFeed() = default;

void EventFeed::GiveBack(std::vector<Event> events) {
  if (!impl_->options.threaded) return;
  const std::lock_guard lock(impl_->mutex);
  impl_->applied.push_back(std::move(events));
}

Result<EventBatch> EventFeed::Next() {
  return impl_->options.threaded ? impl_->Take() : impl_->Make();
}

}  // namespace sinetti
