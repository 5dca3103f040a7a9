// What processes do beside each other and after each other's death: verification in processes of
// its own while another one appends (R10), and the same drafts again from many threads and after
// kill -9 (R3).
#include <array>
#include <map>
#include <random>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/log/keys.h"
#include "ledger/log/ledger.h"
#include "tests/log/ledger_worker.h"
#include "tests/log/raw_rows.h"
#include "tests/log/test_keys.h"
#include "tests/log/worker_process.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::Acknowledged;
using testing_support::kRetriedBatches;
using testing_support::kRetriedBatchEvents;
using testing_support::kRetryingThreads;
using testing_support::MakeDraft;
using testing_support::One;
using testing_support::PutRow;
using testing_support::RetriedBatch;
using testing_support::TempDir;
using testing_support::TestSigner;
using testing_support::Verdict;
using testing_support::WorkerProcess;

constexpr const char* kWorker = SINETTI_LEDGER_WORKER;

constexpr std::uint64_t kFirstEvents = 700;
constexpr int kReaders = 2;
constexpr int kVerdicts = 15;

// A ledger with some events, signed for.
void MakeLedger(const std::string& dir) {
  SystemClock clock;
  auto ledger = Ledger::Create(dir, "ledger.example/test", clock);
  ASSERT_OK(ledger);
  std::vector<EncodedDraft> drafts;
  for (std::uint64_t i = 0; i < kFirstEvents; ++i)
    drafts.push_back(MakeDraft("t", std::to_string(i), "s" + std::to_string(i % 5)));
  ASSERT_OK((*ledger)->Append(std::move(drafts)));
  FileSigner signer = TestSigner();
  ASSERT_OK((*ledger)->SignCheckpoint(signer, clock));
}

// What verifying processes say of the ledger while the worker appends to it, reader by reader.
std::vector<std::vector<Verdict>> VerdictsBesideAWriter(const std::string& dir) {
  WorkerProcess writer(kWorker, {"write", dir});
  char ready = 0;
  EXPECT_TRUE(writer.Read(ready));
  std::vector<std::unique_ptr<WorkerProcess>> readers;
  for (int i = 0; i < kReaders; ++i)
    readers.push_back(std::make_unique<WorkerProcess>(
        kWorker, std::vector<std::string>{"verify", dir, std::to_string(kVerdicts)}));
  std::vector<std::vector<Verdict>> told(kReaders);
  for (int i = 0; i < kReaders; ++i) {
    WorkerProcess& reader = *readers[static_cast<std::size_t>(i)];
    for (Verdict verdict; reader.Read(verdict);)
      told[static_cast<std::size_t>(i)].push_back(verdict);
    EXPECT_EQ(reader.Wait(), 0);
  }
  writer.CloseInput();
  EXPECT_EQ(writer.Wait(), 0);
  return told;
}

TEST(VerifyInOtherProcesses, RaisesNoFalseAlarmBesideAWriter) {
  const TempDir dir;
  ASSERT_NO_FATAL_FAILURE(MakeLedger(dir / "l"));
  for (const auto& verdicts : VerdictsBesideAWriter(dir / "l")) {
    ASSERT_EQ(verdicts.size(), static_cast<std::size_t>(kVerdicts));
    std::uint64_t size = kFirstEvents, anchored = kFirstEvents;
    for (const Verdict& verdict : verdicts) {
      EXPECT_EQ(verdict.findings, 0u) << "at entry " << verdict.first_bad;
      EXPECT_GE(verdict.size, size);
      EXPECT_GE(verdict.anchored, anchored);
      size = verdict.size;
      anchored = verdict.anchored;
    }
    EXPECT_GT(size, kFirstEvents) << "the writer stood still";
    EXPECT_GT(anchored, kFirstEvents) << "the signer stood still";
  }
}

// The twin: one byte of an old entry is another one, and the writer goes on without noticing.
TEST(VerifyInOtherProcesses, NeverPassesATamperedLedgerBesideAWriter) {
  constexpr std::uint64_t kTampered = 123;
  const TempDir dir;
  ASSERT_NO_FATAL_FAILURE(MakeLedger(dir / "l"));
  {
    auto store = Store::Open(dir / "l", {.mode = StoreOptions::Mode::kWrite});
    ASSERT_OK(store);
    const auto key = EntryKey(Sequence{kTampered});
    Bytes record = **(*store)->Get(Family::kEntries, key);
    record.back() ^= 1;
    PutRow(**store, Family::kEntries, key, record);
  }
  for (const auto& verdicts : VerdictsBesideAWriter(dir / "l")) {
    ASSERT_EQ(verdicts.size(), static_cast<std::size_t>(kVerdicts));
    for (const Verdict& verdict : verdicts) {
      EXPECT_GT(verdict.findings, 0u) << "passed at size " << verdict.size;
      EXPECT_EQ(verdict.first_bad, kTampered);
    }
    EXPECT_GT(verdicts.back().size, kFirstEvents) << "the writer stood still";
  }
}

// --- The same drafts again -----------------------------------------------------------------------

constexpr std::uint64_t kRetriedEvents =
    static_cast<std::uint64_t>(kRetriedBatches) * kRetriedBatchEvents;

// Every event stands once, where its writers were told.
void ExpectEachOnce(const std::string& dir, const std::map<std::uint64_t, Acknowledged>& told) {
  auto ledger = Ledger::OpenForReading(dir);
  ASSERT_OK(ledger);
  const Reader reader = (*ledger)->Read();
  EXPECT_EQ(reader.size().value, kRetriedEvents);
  EXPECT_EQ(told.size(), kRetriedEvents);
  for (const auto& [number, acknowledged] : told) {
    const auto found = reader.Find("t", std::to_string(number));
    ASSERT_OK(found);
    ASSERT_TRUE(found->has_value()) << number;
    EXPECT_EQ((*found)->value, acknowledged.sequence);
  }
  auto report = (*ledger)->Verify({});
  ASSERT_OK(report);
  EXPECT_TRUE(report->intact()) << report->findings.front().message;
}

TEST(SameDraftAgain, IsRecordedOnceThoughEightThreadsAreKilledOverAndOver) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const TempDir dir;
  SystemClock clock;
  { ASSERT_OK(Ledger::Create(dir / "l", "ledger.example/test", clock)); }
  std::map<std::uint64_t, Acknowledged> told;
  const auto note = [&](const Acknowledged& now) {
    const auto [before, first] = told.insert({now.number, now});
    EXPECT_EQ(now.sequence, before->second.sequence) << "draft " << now.number;
    EXPECT_EQ(now.leaf, before->second.leaf) << "draft " << now.number;
  };
  for (int round = 0; round < 40; ++round) {
    WorkerProcess worker(kWorker, {"retry", dir / "l", std::to_string(random())});
    Acknowledged now;
    for (unsigned left = random() % 200; left > 0 && worker.Read(now); --left) note(now);
    worker.Kill();
    while (worker.Read(now)) note(now);  // told before it died
    ASSERT_FALSE(HasFailure()) << "round " << round;
  }
  WorkerProcess last(kWorker, {"retry", dir / "l", std::to_string(random())});
  std::uint64_t acknowledgements = 0;
  for (Acknowledged now; last.Read(now); ++acknowledgements) note(now);
  EXPECT_EQ(last.Wait(), 0);
  EXPECT_EQ(acknowledgements, kRetryingThreads * kRetriedEvents);
  ExpectEachOnce(dir / "l", told);
}

TEST(SameDraftAgain, OfTwoContentsUnderOneIdOneWinsForEver) {
  const TempDir dir;
  SystemClock clock;
  auto ledger = Ledger::Create(dir / "l", "ledger.example/test", clock);
  ASSERT_OK(ledger);
  constexpr int kIds = 100;
  std::array<std::array<bool, kIds>, kRetryingThreads> taken{};
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kRetryingThreads; ++t)
    threads.emplace_back([&, t] {
      for (int id = 0; id < kIds; ++id) {
        const auto receipts = (*ledger)->Append(
            One(MakeDraft("t", std::to_string(id), "s", t % 2 == 0 ? "even" : "odd")));
        taken[t][static_cast<std::size_t>(id)] = receipts.has_value();
        if (!receipts) {
          EXPECT_EQ(receipts.error().code, ErrorCode::kConflict);
          EXPECT_THAT(receipts.error().message, HasSubstr(std::to_string(id)));
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ((*ledger)->Read().size().value, static_cast<std::uint64_t>(kIds));
  ledger->reset();
  ledger = Ledger::OpenForWriting(dir / "l", clock);
  ASSERT_OK(ledger);
  for (std::size_t id = 0; id < kIds; ++id) {
    for (std::size_t t = 2; t < kRetryingThreads; ++t)
      EXPECT_EQ(taken[t][id], taken[t % 2][id]) << id << ": writers of one content disagree";
    EXPECT_NE(taken[0][id], taken[1][id]) << id;
    for (const bool even : {true, false}) {
      const auto again =
          (*ledger)->Append(One(MakeDraft("t", std::to_string(id), "s", even ? "even" : "odd")));
      EXPECT_EQ(again.has_value(), taken[even ? 0 : 1][id]) << id;
      if (again) {
        EXPECT_TRUE(again->front().duplicate);
      }
    }
  }
}

}  // namespace
}  // namespace sinetti
