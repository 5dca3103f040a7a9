// P1, P2 and P3: appending, against RocksDB writing the same bytes without us.
#include <atomic>
#include <mutex>
#include <thread>

#include "ledger/log/keys.h"
#include "tests/bench/spine_bench.h"
#include "tests/bench/spine_support.h"

namespace sinetti::bench {
namespace {

// The baseline: the same engine with the same options, records alone.
class RawStore {
 public:
  explicit RawStore(const std::string& dir) : store_(Must(Store::Create(dir))) {}

  void Write(std::vector<EncodedDraft> drafts) {
    Batch batch = store_->NewBatch();
    for (const EncodedDraft& draft : drafts)
      batch.Put(Family::kEntries, MakeKey8(next_++), draft.record);
    Must(store_->Commit(std::move(batch)));
  }

 private:
  std::unique_ptr<Store> store_;
  std::uint64_t next_ = 0;
};

}  // namespace

void BenchDurableAppend(const Scale& scale) {
  constexpr int kEvents = 500;
  const DraftFactory factory;
  SystemClock clock;
  RawStore raw(scale.dir + "/p1-raw");
  const auto ledger = Must(Ledger::Create(scale.dir + "/p1", "bench.example/p1", clock));
  Series ratio, rate, raw_rate;
  std::uint64_t next = 0;
  for (int round = 0; round < scale.rounds; ++round) {
    SayRound("P1: single events", round, scale.rounds);
    const std::uint64_t first = next;
    Timer raw_timer;
    for (int i = 0; i < kEvents; ++i) raw.Write(factory.MakeBatch(next++, 1));
    const double raw_seconds = raw_timer.Seconds();
    next = first;
    Timer timer;
    for (int i = 0; i < kEvents; ++i) {
      const auto receipts = Must(ledger->Append(factory.MakeBatch(next++, 1)));
      const Reader reader = ledger->Read();
      Must(reader.InclusionProof(receipts.front().sequence, reader.size()));
    }
    const double seconds = timer.Seconds();
    ratio.Add(raw_seconds / seconds);
    rate.Add(kEvents / seconds);
    raw_rate.Add(kEvents / raw_seconds);
  }
  PrintRatioRow({"P1",
                 "append one event, durable, with its inclusion proof",
                 Grouped(rate.median(), "events/s"),
                 Grouped(raw_rate.median(), "events/s (raw RocksDB Put, synced)"),
                 ratio,
                 "",
                 {}},
                0.8);
}

void BenchBulkAppend(const Scale& scale) {
  constexpr std::uint64_t kBatches = 300;
  const DraftFactory factory;
  SystemClock clock;
  RawStore raw(scale.dir + "/p2-raw");
  // Ids of earlier events in sorted runs, so that each new one is looked up among them.
  const auto ledger = Must(Ledger::OpenForWriting(LargeLedger(scale), clock));
  Series ratio, rate, raw_rate;
  std::uint64_t next = ledger->Read().size().value;
  for (int round = 0; round < scale.rounds; ++round) {
    SayRound("P2: batches of 1000", round, scale.rounds);
    std::vector<std::vector<EncodedDraft>> batches;
    for (std::uint64_t b = 0; b < kBatches; ++b)
      batches.push_back(factory.MakeBatch(next + b * 1000, 1000));
    auto copy = batches;
    Timer raw_timer;
    for (auto& batch : copy) raw.Write(std::move(batch));
    const double raw_seconds = raw_timer.Seconds();
    Timer timer;
    for (auto& batch : batches) Must(ledger->Append(std::move(batch)));
    const double seconds = timer.Seconds();
    next += kBatches * 1000;
    ratio.Add(raw_seconds / seconds);
    rate.Add(kBatches * 1000 / seconds);
    raw_rate.Add(kBatches * 1000 / raw_seconds);
  }
  PrintRatioRow({"P2",
                 "append batches of 1000, durable, exactly once beside " +
                     Grouped(static_cast<double>(scale.events), "earlier ids"),
                 Grouped(rate.median(), "events/s"),
                 Grouped(raw_rate.median(), "events/s (raw RocksDB WriteBatch, synced)"),
                 ratio,
                 "",
                 {}},
                0.5);
}

void BenchConcurrentAppend(const Scale& scale) {
  constexpr int kWriters = 64;
  constexpr int kEach = 60;
  constexpr int kAlone = 300;
  const DraftFactory factory;
  SystemClock clock;
  const auto ledger = Must(Ledger::Create(scale.dir + "/p3", "bench.example/p3", clock));
  Series ratio, tail, rate, alone_rates, slow, sync;
  std::uint64_t next = 0;
  for (int round = 0; round < scale.rounds; ++round) {
    SayRound("P3: 64 writers", round, scale.rounds);
    Series alone;
    Timer alone_timer;
    for (int i = 0; i < kAlone; ++i) {
      const Timer one;
      Must(ledger->Append(factory.MakeBatch(next++, 1)));
      alone.Add(one.Seconds());
    }
    const double alone_rate = kAlone / alone_timer.Seconds();
    Series latency;
    std::mutex mutex;
    std::atomic<std::uint64_t> number = next;
    Timer timer;
    std::vector<std::thread> writers;
    for (int w = 0; w < kWriters; ++w)
      writers.emplace_back([&] {
        for (int i = 0; i < kEach; ++i) {
          auto draft = factory.MakeBatch(number++, 1);
          const Timer one;
          Must(ledger->Append(std::move(draft)));
          const std::lock_guard lock(mutex);
          latency.Add(one.Seconds());
        }
      });
    for (std::thread& writer : writers) writer.join();
    rate.Add(kWriters * kEach / timer.Seconds());
    alone_rates.Add(alone_rate);
    ratio.Add(rate.newest() / alone_rate);
    slow.Add(latency.At(0.99) * 1e3);
    sync.Add(alone.median() * 1e3);
    tail.Add(slow.newest() / sync.newest());
    next = number;
  }
  PrintRatioRow({"P3",
                 "64 writers, one event each, durable",
                 Grouped(rate.median(), "events/s"),
                 Grouped(alone_rates.median(), "events/s (one writer)"),
                 ratio,
                 "",
                 {}},
                10);
  PrintBoundRow({"P3",
                 "their 99th percentile of latency",
                 Spread(slow, "ms"),
                 Spread(sync, "ms (one sync)"),
                 tail,
                 "",
                 {}},
                20);
}

}  // namespace sinetti::bench
