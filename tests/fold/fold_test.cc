// Every path to a position gives equal views: in one go or in steps, in one thread or two, stopped
// and gone on with, killed and gone on with; and an earlier moment equals a ledger that ended
// there.
#include "replay/fold/fold.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "replay/controls/audit.h"
#include "replay/fold/event_feed.h"
#include "replay/fold/views.h"
#include "replay/region/region.h"
#include "replay/views/all_views.h"
#include "tests/support/results.h"
#include "tests/support/scenario_ledger.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using testing_support::ScenarioLedger;
using testing_support::TempDir;

// `fold.long` asks for 100,000.
std::uint64_t EventsAsked() {
  const char* asked = std::getenv("SINETTI_FOLD_EVENTS");
  return asked == nullptr ? 3'000 : std::strtoull(asked, nullptr, 10);
}
const std::uint64_t kEvents = EventsAsked();

Result<void> DeriveFindings(Database& views) { return StoreAudit(views, AllControls()); }

class FoldTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    ledger_ = new ScenarioLedger;
    FillLedger(*ledger_, kEvents);
  }
  static void TearDownTestSuite() { delete ledger_; }

  static void FillLedger(ScenarioLedger& ledger, std::uint64_t events) {
    RegionGenerator region(7, {.providers = 20, .events_per_year = 20'000});
    for (std::uint64_t i = 0; i < events; ++i) {
      ASSERT_NO_FATAL_FAILURE(ledger.Add(region.NextLine()));
    }
  }

  ViewsFile File(const TempDir& dir) const {
    return ViewsFile(dir / "", ledger_->ledger().info().origin, AllViews(), DeriveFindings);
  }
  FoldOptions Until(std::uint64_t size) const { return {.until = TreeSize{size}}; }

  Hash DigestOf(const ViewsFile& file) const {
    auto database = Database::Open(file.path(), Database::Mode::kReadOnly);
    EXPECT_OK(database);
    auto digests = DigestViews(**database, AllViews());
    EXPECT_OK(digests);
    return TotalDigest(*digests);
  }

  // Folded in one go, in one thread, into a file of its own.
  Hash FreshDigest(std::uint64_t size) const {
    const TempDir dir;
    const ViewsFile file = File(dir);
    FoldOptions options = Until(size);
    options.threaded = false;
    EXPECT_OK(file.CatchUp(ledger_->ledger().Read(), ledger_->registry(), options));
    return DigestOf(file);
  }

  static ScenarioLedger* ledger_;
};
ScenarioLedger* FoldTest::ledger_ = nullptr;

TEST_F(FoldTest, GivesTheSameRowsInOneThreadAndInTwo) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  ASSERT_OK(file.CatchUp(ledger_->ledger().Read(), ledger_->registry(), Until(kEvents)));
  EXPECT_EQ(DigestOf(file), FreshDigest(kEvents));
}

// Its thread is still reading, or waits for room, which nobody will make any more.
TEST_F(FoldTest, DropsAFeedAtAnyMoment) {
  const std::uint32_t seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const Reader reader = ledger_->ledger().Read();
  for (int round = 0; round < 100; ++round) {
    EventFeed feed(reader, ledger_->registry(), ChainPosition(), {.until = reader.size()});
    for (auto batches = random() % 3; batches != 0; --batches) {
      auto batch = feed.Next();
      ASSERT_OK(batch);
      if (random() % 2 == 0) feed.GiveBack(std::move(batch->events));
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
  }
}

TEST_F(FoldTest, GivesTheSameRowsInStepsOfAnySize) {
  const std::uint32_t seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const TempDir dir;
  const ViewsFile file = File(dir);
  for (std::uint64_t size = 0; size < kEvents;) {
    size = std::min<std::uint64_t>(kEvents, size + 1 + random() % (kEvents / 4));
    FoldOptions options = Until(size);
    options.events_per_transaction = 1 + random() % (kEvents / 10);
    auto folded = file.CatchUp(ledger_->ledger().Read(), ledger_->registry(), options);
    ASSERT_OK(folded);
    EXPECT_EQ(folded->to.value, size);
  }
  EXPECT_EQ(DigestOf(file), FreshDigest(kEvents));
}

TEST_F(FoldTest, GoesOnWithARebuildThatWasStopped) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  FoldOptions options = Until(kEvents);
  options.events_per_transaction = kEvents / 6;
  options.should_stop = [] { return true; };
  auto stopped = file.Rebuild(ledger_->ledger().Read(), ledger_->registry(), options, false);
  ASSERT_OK(stopped);
  EXPECT_LT(stopped->fold.to.value, kEvents);
  EXPECT_FALSE(file.exists());

  options.should_stop = nullptr;
  auto finished = file.Rebuild(ledger_->ledger().Read(), ledger_->registry(), options, false);
  ASSERT_OK(finished);
  EXPECT_GT(finished->fold.from.value, 0u);
  EXPECT_TRUE(finished->swapped);
  EXPECT_EQ(DigestOf(file), FreshDigest(kEvents));
}

// What a rebuild in work keeps: the file and its second lane.
std::vector<std::filesystem::path> RebuildFiles(const TempDir& dir) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(dir / "views"))
    if (!entry.path().string().ends_with("-journal")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// A kill between the commits of the two lanes leaves either of them ahead.
TEST_F(FoldTest, GoesOnWhenOneLaneIsAheadOfTheOther) {
  for (const std::size_t behind : {0, 1}) {
    const TempDir dir, kept;
    const ViewsFile file = File(dir);
    FoldOptions options = Until(kEvents);
    options.events_per_transaction = 500;
    options.should_stop = [] { return true; };
    const Reader reader = ledger_->ledger().Read();
    ASSERT_OK(file.Rebuild(reader, ledger_->registry(), options, false));
    const auto files = RebuildFiles(dir);
    ASSERT_EQ(files.size(), 2u);
    const std::filesystem::path older = kept / "older";
    std::filesystem::copy_file(files[behind], older);
    ASSERT_OK(file.Rebuild(reader, ledger_->registry(), options, false));
    std::filesystem::copy_file(older, files[behind],
                               std::filesystem::copy_options::overwrite_existing);

    options.should_stop = nullptr;
    auto finished = file.Rebuild(reader, ledger_->registry(), options, false);
    ASSERT_OK(finished);
    EXPECT_GT(finished->fold.from.value, 0u);
    EXPECT_LT(finished->fold.from.value, 1'000u);
    EXPECT_EQ(DigestOf(file), FreshDigest(kEvents));
  }
}

TEST_F(FoldTest, BeginsAnewWhenALaneIsMissing) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  FoldOptions options = Until(kEvents);
  options.events_per_transaction = 500;
  options.should_stop = [] { return true; };
  const Reader reader = ledger_->ledger().Read();
  ASSERT_OK(file.Rebuild(reader, ledger_->registry(), options, false));
  const auto files = RebuildFiles(dir);
  ASSERT_EQ(files.size(), 2u);
  std::filesystem::remove(files[1]);

  options.should_stop = nullptr;
  auto finished = file.Rebuild(reader, ledger_->registry(), options, false);
  ASSERT_OK(finished);
  EXPECT_EQ(finished->fold.from.value, 0u);
  EXPECT_EQ(DigestOf(file), FreshDigest(kEvents));
}

TEST_F(FoldTest, RemovesWhatAnotherRunOfTheMachineLeft) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  std::filesystem::create_directories(dir / "views");
  const std::string left = dir / "views/rebuild-00000000-of-another-run.sqlite";
  std::ofstream(left) << "torn";
  ASSERT_OK(file.Rebuild(ledger_->ledger().Read(), ledger_->registry(), Until(kEvents), false));
  EXPECT_FALSE(std::filesystem::exists(left));
  EXPECT_EQ(RebuildFiles(dir).size(), 1u);
}

TEST_F(FoldTest, LeavesEveryIndexAndNoTableOfItsOwn) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  ASSERT_OK(file.Rebuild(ledger_->ledger().Read(), ledger_->registry(), Until(kEvents), false));
  auto rebuilt = Database::Open(file.path(), Database::Mode::kReadOnly);
  auto empty = Database::InMemory();
  ASSERT_OK(CreateTables(**empty, AllViews(), {}));
  const std::string names =
      "SELECT group_concat(type || ' ' || name || ' ' || coalesce(sql, '')) "
      "FROM (SELECT * FROM sqlite_master ORDER BY type, name)";
  EXPECT_EQ((*rebuilt)->Scalar(names).value(), (*empty)->Scalar(names).value());
}

TEST_F(FoldTest, GoesOnAfterAKill) {
  const std::uint32_t seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const TempDir dir;
  const ViewsFile file = File(dir);
  const Reader reader = ledger_->ledger().Read();
  FoldOptions options = Until(kEvents);
  options.events_per_transaction = kEvents / 75;
  options.threaded = false;  // a forked child has one thread
  bool finished = false;
  for (int round = 0; round < 200 && !finished; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      const auto folded = file.CatchUp(reader, ledger_->registry(), options);
      _exit(folded && folded->to.value == kEvents ? 0 : 1);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + random() % (kEvents / 75)));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    finished = WIFEXITED(status);
    if (finished) {
      EXPECT_EQ(WEXITSTATUS(status), 0);
    }
  }
  if (!finished) ASSERT_OK(file.CatchUp(reader, ledger_->registry(), options));
  EXPECT_EQ(DigestOf(file), FreshDigest(kEvents));
}

TEST_F(FoldTest, ComparesARebuildWithTheViewsInPlaceAndSwaps) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  const Reader reader = ledger_->ledger().Read();
  ASSERT_OK(file.CatchUp(reader, ledger_->registry(), Until(kEvents)));
  auto rebuilt = file.Rebuild(reader, ledger_->registry(), Until(kEvents), false);
  ASSERT_OK(rebuilt);
  EXPECT_TRUE(rebuilt->compared);
  EXPECT_THAT(rebuilt->differs, ::testing::IsEmpty());
  EXPECT_TRUE(rebuilt->swapped);
}

TEST_F(FoldTest, LetsAReaderOfTheOldViewsReadOnThroughASwap) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  const Reader reader = ledger_->ledger().Read();
  ASSERT_OK(file.CatchUp(reader, ledger_->registry(), Until(1'000)));
  auto old = Database::Open(file.path(), Database::Mode::kReadOnly);
  ASSERT_OK(old);
  ASSERT_OK(file.Rebuild(reader, ledger_->registry(), Until(kEvents), false));
  const auto position = (*old)->Scalar("SELECT position FROM meta");
  ASSERT_OK(position);
  EXPECT_EQ(*position, "1000");
  const auto meta = file.Meta();
  ASSERT_OK(meta);
  EXPECT_EQ(meta->position.value, kEvents);
}

TEST_F(FoldTest, KnowsAtAMomentWhatALedgerKnewThatEndedThere) {
  const Reader reader = ledger_->ledger().Read();
  auto entry = reader.Read(Sequence{1'499});
  ASSERT_OK(entry);
  const Timestamp moment = ReadRecordHeader(entry->record)->recorded_at;
  EXPECT_EQ(SizeKnownAt(reader, moment)->value, 1'500u);

  const TempDir dir;
  auto snapshot =
      File(dir).SnapshotAt(reader, ledger_->registry(), Until(kEvents), std::nullopt, moment);
  ASSERT_OK(snapshot);
  EXPECT_EQ(TotalDigest(*DigestViews((*snapshot)->database(), AllViews())), FreshDigest(1'500));
}

TEST_F(FoldTest, WithholdsOnADayWhatTakesEffectLater) {
  const Reader reader = ledger_->ledger().Read();
  const TempDir dir;
  auto early = File(dir).SnapshotAt(reader, ledger_->registry(), Until(kEvents), DateOf(1990, 1, 1),
                                    std::nullopt);
  ASSERT_OK(early);
  EXPECT_EQ((*early)->outcome().applied, 0u);
  EXPECT_EQ((*early)->outcome().withheld, kEvents);
  EXPECT_EQ((*early)->database().Scalar("SELECT as_of FROM meta").value(), "1990-01-01");
}

TEST_F(FoldTest, RefusesAnAnchorThatTheLedgerDoesNotMeet) {
  const TempDir dir;
  FoldOptions options = Until(kEvents);
  options.anchor = Checkpoint{.origin = "x", .size = TreeSize{100}};
  EXPECT_FAILS(File(dir).CatchUp(ledger_->ledger().Read(), ledger_->registry(), options),
               ErrorCode::kCorrupt);
}

TEST_F(FoldTest, RefusesViewsOfAnotherHistory) {
  const TempDir dir;
  const ViewsFile file = File(dir);
  ASSERT_OK(file.CatchUp(ledger_->ledger().Read(), ledger_->registry(), Until(1'000)));
  {
    auto database = Database::Open(file.path(), Database::Mode::kReadWrite);
    ASSERT_OK((*database)->Execute("UPDATE meta SET root = '" + std::string(64, '0') + "'"));
  }
  EXPECT_FAILS(file.CatchUp(ledger_->ledger().Read(), ledger_->registry(), Until(kEvents)),
               ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace sinetti
