// The ledger under a disk that fails at every write and sync in turn, and under kill -9: nothing
// that was acknowledged is lost, nothing half is visible, and the ordinary open recovers.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/env.h>

#include "ledger/log/ledger.h"
#include "ledger/store/environment.h"
#include "tests/log/crash_file_system.h"
#include "tests/log/test_keys.h"
#include "tests/support/drafts.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::CrashFileSystem;
using testing_support::CrashPlan;
using testing_support::MakeDraft;
using testing_support::One;
using testing_support::TestSigner;

constexpr const char* kDir = "/ledger";
constexpr int kBatches = 24;
constexpr std::size_t kRunEvents = 40;  // so that sorted runs are written and ingested on the way

// Sizes 1 to 29: tiles become full in the middle of batches.
std::vector<EncodedDraft> BatchOf(int number) {
  std::vector<EncodedDraft> drafts;
  const int size = 1 + number * 13 % 29;
  for (int i = 0; i < size; ++i)
    drafts.push_back(MakeDraft("t", std::to_string(number) + "-" + std::to_string(i),
                               "s" + std::to_string((number + i) % 6)));
  return drafts;
}

std::uint64_t EventsOfAll() {
  std::uint64_t events = 0;
  for (int number = 0; number < kBatches; ++number) events += BatchOf(number).size();
  return events;
}

// What the script was told before the disk failed.
struct Told {
  bool created = false;
  std::vector<int> batches;
  std::optional<StoredCheckpoint> checkpoint;
};

// One life of a ledger: made, filled, signed, closed, opened, filled, signed.
Told RunScript(const StoreEnvironment& environment) {
  Told told;
  FixedClock clock(Timestamp{1'767'225'600'000'000}, 1);
  FileSigner signer = TestSigner();
  const Ledger::Options options{.environment = &environment, .run_events_max = kRunEvents};
  auto ledger = Ledger::Create(kDir, "ledger.example/test", clock, options);
  if (!ledger) return told;
  told.created = true;
  bool failed = false;
  for (int number = 0; number < kBatches; ++number) {
    if (number == kBatches / 2) {
      if (auto signed_one = (*ledger)->SignCheckpoint(signer, clock)) told.checkpoint = *signed_one;
      ledger->reset();
      ledger = Ledger::OpenForWriting(kDir, clock, options);
      if (!ledger) return told;
      failed = false;
    }
    auto receipts = (*ledger)->Append(BatchOf(number));
    if (receipts) {
      EXPECT_FALSE(failed) << "recorded after a failed commit without reopening";
      told.batches.push_back(number);
    } else {
      failed |= receipts.error().code == ErrorCode::kClosed;
    }
  }
  if (auto signed_one = (*ledger)->SignCheckpoint(signer, clock)) told.checkpoint = *signed_one;
  return told;
}

// Opens what is left, on a sound disk, and holds it against what was told.
void CheckAfterCrash(const StoreEnvironment& environment, const Told& told) {
  FixedClock clock(Timestamp{1'800'000'000'000'000}, 1);
  const Ledger::Options options{.environment = &environment, .run_events_max = kRunEvents};
  auto opened = Ledger::OpenForWriting(kDir, clock, options);
  if (!opened && !told.created) {
    ASSERT_EQ(opened.error().code, ErrorCode::kNotFound) << opened.error().message;
    return;
  }
  ASSERT_OK(opened);
  Ledger& ledger = **opened;
  const Reader reader = ledger.Read();
  for (int number = 0; number < kBatches; ++number) {
    const std::vector<EncodedDraft> batch = BatchOf(number);
    std::size_t found = 0;
    for (const EncodedDraft& draft : batch) {
      auto sequence = reader.Find(draft.source, draft.id);
      ASSERT_OK(sequence);
      found += sequence->has_value();
    }
    const bool was_told = std::ranges::find(told.batches, number) != told.batches.end();
    ASSERT_TRUE(found == batch.size() || (found == 0 && !was_told))
        << "batch " << number << (was_told ? ", acknowledged" : "") << ": " << found << " of "
        << batch.size() << " events";
  }
  if (told.checkpoint) {
    ASSERT_EQ(*CheckpointAt(reader.snapshot(), told.checkpoint->size), *told.checkpoint);
  }
  auto report = ledger.Verify({.keys = {TestSigner().key()}});
  ASSERT_OK(report);
  ASSERT_TRUE(report->intact()) << report->findings.front().message;

  // The retry records what is missing, once.
  for (int number = 0; number < kBatches; ++number) ASSERT_OK(ledger.Append(BatchOf(number)));
  ASSERT_EQ(ledger.Read().size().value, EventsOfAll());
  FileSigner signer = TestSigner();
  ASSERT_OK(ledger.SignCheckpoint(signer, clock));
  report = ledger.Verify({.keys = {signer.key()}});
  ASSERT_TRUE(report->intact()) << report->findings.front().message;
}

// The number of operations that the script needs; fails the n-th.
std::int64_t CrashAt(const CrashPlan& plan) {
  const std::unique_ptr<rocksdb::Env> memory(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  Told told;
  std::int64_t operations = 0;
  {
    const auto faulty = std::make_shared<CrashFileSystem>(memory->GetFileSystem(), plan);
    const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(faulty);
    told = RunScript({.env = env.get(), .on_disk = false});
    operations = faulty->operations();
  }
  CheckAfterCrash({.env = memory.get(), .on_disk = false}, told);
  return operations;
}

class Crash : public ::testing::TestWithParam<CrashPlan::Kind> {};

TEST_P(Crash, AtEveryWriteAndSyncLosesNothingAcknowledged) {
  const std::int64_t operations = CrashAt({.kind = GetParam(), .fail_at = -1});
  ASSERT_GT(operations, 100);
  for (std::int64_t n = 0; n < operations; ++n) {
    CrashAt({.kind = GetParam(), .fail_at = n});
    if (HasFatalFailure()) FAIL() << "operation " << n << " of " << operations;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, Crash,
                         ::testing::Values(CrashPlan::kLost, CrashPlan::kKept,
                                           CrashPlan::kKeptOnce),
                         [](const auto& kind) {
                           return std::string(kind.param == CrashPlan::kLost   ? "Lost"
                                              : kind.param == CrashPlan::kKept ? "Kept"
                                                                               : "KeptOnce");
                         });

TEST(FailedCommit, ClosesTheLedgerAndSaysWhatToDo) {
  const std::unique_ptr<rocksdb::Env> memory(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  FixedClock clock(Timestamp{1'767'225'600'000'000}, 1);
  {
    const StoreEnvironment environment{.env = memory.get(), .on_disk = false};
    ASSERT_OK(Ledger::Create(kDir, "ledger.example/test", clock, {.environment = &environment}));
  }
  // Finds the operation at which an append fails, then looks at how.
  for (std::int64_t n = 0;; ++n) {
    const auto faulty = std::make_shared<CrashFileSystem>(
        memory->GetFileSystem(),
        CrashPlan{.kind = CrashPlan::kKeptOnce, .fail_at = n, .disk_full = true});
    const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(faulty);
    const StoreEnvironment environment{.env = env.get(), .on_disk = false};
    auto ledger = Ledger::OpenForWriting(kDir, clock, {.environment = &environment});
    ASSERT_LT(n, 1000) << "no append failed";
    if (!ledger) continue;
    auto receipts = (*ledger)->Append(One(MakeDraft("t", std::to_string(n), "s")));
    if (receipts) continue;
    EXPECT_EQ(receipts.error().code, ErrorCode::kClosed);
    EXPECT_THAT(receipts.error().message, HasSubstr("disk is full"));
    EXPECT_THAT(receipts.error().message, HasSubstr("append the same events again"));
    // The disk works again, the ledger stays closed: it does not know where it stands.
    EXPECT_FAILS((*ledger)->Append(One(MakeDraft("t", "next", "s"))), ErrorCode::kClosed);
    ledger->reset();
    auto reopened = Ledger::OpenForWriting(kDir, clock, {.environment = &environment});
    ASSERT_OK(reopened);
    EXPECT_OK((*reopened)->Append(One(MakeDraft("t", std::to_string(n), "s"))));
    EXPECT_OK((*reopened)->Append(One(MakeDraft("t", "next", "s"))));
    break;
  }
}

// --- kill -9 -------------------------------------------------------------------------------------

constexpr int kKillBatch = 7;  // as in crash_writer.cc

// Starts crash_writer, which appends batches from `first` on and writes the number of each one that
// was acknowledged to the pipe.
pid_t StartWriter(const std::string& dir, int first, const int ends[2]) {
  const std::string number = std::to_string(first);
  const pid_t child = fork();
  if (child != 0) return child;
  dup2(ends[1], STDOUT_FILENO);
  close(ends[0]);
  close(ends[1]);
  execl(SINETTI_CRASH_WRITER, "crash_writer", dir.c_str(), number.c_str(), nullptr);
  _exit(127);
}

TEST(Kill, TwoHundredTimesUnderImportLosesNothingAcknowledged) {
  const unsigned seed = std::random_device()();
  std::printf("seed %u\n", seed);
  std::mt19937 random(seed);
  testing_support::TempDir dir;
  SystemClock clock;
  { ASSERT_OK(Ledger::Create(dir / "l", "ledger.example/test", clock)); }
  int next = 0;  // the first batch that nobody was told of
  for (int round = 0; round < 200; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = StartWriter(dir / "l", next, ends);
    ASSERT_GT(child, 0);
    close(ends[1]);
    // After a random number of acknowledgements, at a random moment within the next ones.
    int acknowledged = 0;
    const int until = static_cast<int>(random() % 12);
    while (acknowledged < until && read(ends[0], &next, sizeof next) == sizeof next) {
      ++acknowledged;
      ++next;
    }
    if (round % 10 == 0) {  // a reader beside the writer of another process
      auto beside = VerifyLedger(dir / "l", {});
      ASSERT_OK(beside);
      EXPECT_TRUE(beside->intact()) << beside->findings.front().message;
    }
    usleep(random() % 3000);
    kill(child, SIGKILL);
    while (read(ends[0], &next, sizeof next) == sizeof next) ++next;
    close(ends[0]);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << WEXITSTATUS(status);

    auto ledger = Ledger::OpenForReading(dir / "l");
    ASSERT_OK(ledger);
    const std::uint64_t size = (*ledger)->Read().size().value;
    ASSERT_EQ(size % kKillBatch, 0u) << "half a batch, round " << round;
    ASSERT_GE(size, static_cast<std::uint64_t>(next) * kKillBatch) << "round " << round;
    // At most the batch that was under way when the writer died, which the next round sends again.
    ASSERT_LE(size, static_cast<std::uint64_t>(next + 1) * kKillBatch) << "round " << round;
  }
  auto report = VerifyLedger(dir / "l", {});
  ASSERT_OK(report);
  EXPECT_TRUE(report->intact()) << report->findings.front().message;
  std::printf("%llu events\n", static_cast<unsigned long long>(report->size.value));
}

}  // namespace
}  // namespace sinetti
