// See event_keys.h.  Reading and verifying run on the calling thread, decoding and gathering beside
// it on another: together they are most of what a fold of many events costs.
#include "ledger/index/event_keys.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "ledger/crypto/sha256.h"
#include "ledger/event/index_keys.h"
#include "ledger/log/chain.h"

namespace sinetti {
namespace {

constexpr std::size_t kBatchEvents = 512;
constexpr std::size_t kBatchesWaiting = 4;

// Entries with bytes of their own.
struct EntryBatch {
  std::vector<Bytes> records;
  std::vector<VerifiedEntry> entries;  // views of records
};

Result<void> AddKeys(const EntryBatch& batch, const TypeRegistry& registry, KeyGather& gather) {
  std::vector<Hash> hashes;
  for (const VerifiedEntry& entry : batch.entries) {
    SINETTI_ASSIGN(const Event event, DecodeEvent(entry, registry));
    hashes.clear();
    for (const IndexKey& key : IndexKeys(event))
      hashes.push_back(HashOf({AsBytes(key.kind), AsBytes(":"), AsBytes(key.value)}));
    SINETTI_TRY(gather.Add({entry.sequence(), entry.leaf()}, hashes));
  }
  return {};
}

// The thread that decodes and gathers.
class Worker {
 public:
  Worker(const TypeRegistry& registry, KeyGather& gather)
      : registry_(registry), gather_(gather), thread_([this] { Run(); }) {}
  ~Worker() { Stop(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // False: it has failed, and takes no more; Finish says why.
  bool Take(EntryBatch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < kBatchesWaiting || failed_; });
    if (failed_) return false;
    waiting_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
  }

  // When everything is gathered.
  Result<void> Finish() {
    Stop();
    return std::move(result_);
  }

 private:
  void Stop() {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  void Run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return !waiting_.empty() || ended_; });
      if (waiting_.empty()) return;
      const EntryBatch batch = std::move(waiting_.front());
      waiting_.pop_front();
      changed_.notify_all();
      lock.unlock();
      auto added = AddKeys(batch, registry_, gather_);
      lock.lock();
      if (added) continue;
      result_ = std::move(added);
      failed_ = true;
      changed_.notify_all();
      return;
    }
  }

  const TypeRegistry& registry_;
  KeyGather& gather_;
  std::mutex mutex_;  // guards what follows, but for thread_
  std::condition_variable changed_;
  std::deque<EntryBatch> waiting_;
  bool ended_ = false;
  bool failed_ = false;
  Result<void> result_;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace

Result<void> GatherKeys(const Reader& reader, TreeSize from, TreeSize to,
                        const TypeRegistry& registry, KeyGather& gather,
                        const IndexProgress& progress) {
  SINETTI_ASSIGN(ChainPosition start, reader.PositionAt(from));
  ChainVerifier chain(start);
  EntryCursor cursor = reader.Scan(from.NextSequence(), to);
  Worker worker(registry, gather);
  EntryBatch batch;
  const auto hand_over = [&] {
    if (batch.entries.empty()) return true;
    if (progress) progress(chain.position().size(), to);
    return worker.Take(std::exchange(batch, {}));
  };
  bool taken = true;
  while (taken && cursor.Next()) {
    const Entry& entry = cursor.entry();
    batch.records.emplace_back(entry.record.begin(), entry.record.end());
    SINETTI_ASSIGN(const VerifiedEntry verified,
                   chain.Check({entry.sequence, entry.previous, batch.records.back()}));
    batch.entries.push_back(verified);
    if (batch.entries.size() == kBatchEvents) taken = hand_over();
  }
  if (taken) hand_over();
  SINETTI_TRY(worker.Finish());
  SINETTI_TRY(cursor.status());
  SINETTI_ASSIGN(const Hash root, reader.Root(to));
  return chain.Finish(to, root);
}

}  // namespace sinetti
