// The store against the real engine, on disk where the disk matters and in memory elsewhere.
#include "ledger/store/store.h"

#include <filesystem>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <unistd.h>

#include "ledger/store/environment.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;

class StoreTest : public ::testing::Test {
 protected:
  StoreTest() : dir_(::testing::TempDir() + "sinetti_store_" + std::to_string(getpid())) {
    std::filesystem::remove_all(dir_);
  }
  ~StoreTest() override { std::filesystem::remove_all(dir_); }

  static void Put(Store& store, Family family, const std::string& key, const std::string& value) {
    Batch batch = store.NewBatch();
    batch.Put(family, AsBytes(key), AsBytes(value));
    ASSERT_TRUE(store.Commit(std::move(batch)));
  }
  static std::string Get(const Store& store, Family family, const std::string& key) {
    auto value = store.Get(family, AsBytes(key));
    if (!value) return "error: " + value.error().message;
    return *value ? std::string(AsText(**value)) : "(none)";
  }
  static std::string Keys(const Snapshot& snapshot, Family family, const std::string& first,
                          const std::string& end) {
    std::string keys;
    Cursor cursor = snapshot.Scan(family, AsBytes(first), AsBytes(end), ScanKind::kBulk);
    for (; cursor.Valid(); cursor.Next()) keys += std::string(AsText(cursor.key())) + " ";
    EXPECT_TRUE(cursor.status());
    return keys;
  }

  std::string dir_;
};

TEST_F(StoreTest, GivesBackWhatWasCommittedAfterReopening) {
  {
    auto store = Store::Create(dir_);
    ASSERT_TRUE(store) << store.error().message;
    Batch batch = (*store)->NewBatch();
    batch.Put(Family::kEntries, AsBytes("a"), AsBytes("1"));
    batch.Put(Family::kTiles, AsBytes("a"), AsBytes("2"));
    ASSERT_TRUE((*store)->Commit(std::move(batch)));
  }
  auto store = Store::Open(dir_, {.mode = StoreOptions::Mode::kWrite});
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(Get(**store, Family::kEntries, "a"), "1");
  EXPECT_EQ(Get(**store, Family::kTiles, "a"), "2");
  EXPECT_EQ(Get(**store, Family::kMeta, "a"), "(none)");
}

TEST_F(StoreTest, NamesTheProcessThatHoldsTheLock) {
  auto store = Store::Create(dir_);
  ASSERT_TRUE(store);
  auto second = Store::Open(dir_, {.mode = StoreOptions::Mode::kWrite});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_THAT(second.error().message, HasSubstr("process " + std::to_string(getpid())));
}

TEST_F(StoreTest, SaysHowToMakeALedgerWhereThereIsNone) {
  auto store = Store::Open(dir_, {});
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(store.error().message, HasSubstr("sinetti init"));
}

TEST_F(StoreTest, RefusesToMakeALedgerWhereOneIs) {
  ASSERT_TRUE(Store::Create(dir_));
  auto again = Store::Create(dir_);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
}

TEST_F(StoreTest, ReadsBesideAWriterAndSeesWhatWasCommittedBeforeItOpened) {
  auto store = Store::Create(dir_);
  ASSERT_TRUE(store);
  Put(**store, Family::kEntries, "a", "1");
  auto reader = Store::Open(dir_, {});
  ASSERT_TRUE(reader) << reader.error().message;
  Put(**store, Family::kEntries, "b", "2");
  EXPECT_EQ(Get(**reader, Family::kEntries, "a"), "1");
  EXPECT_EQ(Get(**reader, Family::kEntries, "b"), "(none)");
  EXPECT_EQ(Get(**store, Family::kEntries, "b"), "2");
}

TEST_F(StoreTest, KeepsASnapshotUnchangedWhileOthersCommitAndIngest) {
  auto store = Store::Create(dir_);
  ASSERT_TRUE(store);
  Put(**store, Family::kIds, "0123456789abcdef", "1");
  const auto before = (*store)->TakeSnapshot();
  Put(**store, Family::kIds, "0123456789abcdeg", "2");
  auto run = (*store)->NewRun(Family::kIds);
  ASSERT_TRUE(run);
  ASSERT_TRUE((*run)->Add(AsBytes("0123456789abcdeh"), AsBytes("3")));
  Store::RunWriter* const runs[] = {run->get()};
  ASSERT_TRUE((*store)->Ingest(runs));
  EXPECT_EQ(Keys(*before, Family::kIds, "", ""), "0123456789abcdef ");
  EXPECT_EQ(Keys(*(*store)->TakeSnapshot(), Family::kIds, "", ""),
            "0123456789abcdef 0123456789abcdeg 0123456789abcdeh ");
}

TEST_F(StoreTest, IngestsRunsOfSeveralFamiliesTogetherAndKeepsThemAfterReopening) {
  {
    auto store = Store::Create(dir_);
    ASSERT_TRUE(store);
    for (int round = 0; round < 3; ++round) {
      auto ids = (*store)->NewRun(Family::kIds);
      auto meta = (*store)->NewRun(Family::kMeta);
      ASSERT_TRUE((*ids)->Add(AsBytes("0123456789abcde" + std::to_string(round)), AsBytes("x")));
      ASSERT_TRUE((*meta)->Add(AsBytes("through"), AsBytes(std::to_string(round))));
      Store::RunWriter* const runs[] = {ids->get(), meta->get()};
      ASSERT_TRUE((*store)->Ingest(runs));
    }
  }
  auto store = Store::Open(dir_, {});
  ASSERT_TRUE(store);
  EXPECT_EQ(Get(**store, Family::kMeta, "through"), "2");
  const ByteView keys[] = {AsBytes("0123456789abcde0"), AsBytes("0123456789abcde2"),
                           AsBytes("0123456789abcde9")};
  auto found = (*store)->MultiGet(Family::kIds, keys);
  ASSERT_TRUE(found);
  EXPECT_TRUE((*found)[0].has_value());
  EXPECT_TRUE((*found)[1].has_value());
  EXPECT_FALSE((*found)[2].has_value());
}

// Many small runs, each overlapping all others, keep merges going all the time.
TEST_F(StoreTest, TakesInRunsWhileEarlierOnesAreMerged) {
  const std::unique_ptr<rocksdb::Env> env(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  const StoreEnvironment environment{.env = env.get(), .on_disk = false};
  auto store = Store::Create("/store", &environment);
  ASSERT_TRUE(store) << store.error().message;
  constexpr std::uint64_t kRuns = 500;
  constexpr std::uint64_t kRows = 4;
  const auto key = [](std::uint64_t row, std::uint64_t run) {
    Bytes bytes(16);
    StoreBigEndian64(row, bytes.data());
    StoreBigEndian64(run, bytes.data() + 8);
    return bytes;
  };
  for (std::uint64_t number = 0; number < kRuns; ++number) {
    auto ids = (*store)->NewRun(Family::kIds);
    auto streams = (*store)->NewRun(Family::kStreams);
    auto meta = (*store)->NewRun(Family::kMeta);
    ASSERT_TRUE(ids && streams && meta);
    for (std::uint64_t row = 0; row < kRows; ++row) {
      ASSERT_TRUE((*ids)->Add(key(row, number), AsBytes("v")));
      ASSERT_TRUE((*streams)->Add(key(row, number), AsBytes("v")));
    }
    ASSERT_TRUE((*meta)->Add(AsBytes("derived"), key(number, number)));
    Store::RunWriter* const runs[] = {ids->get(), streams->get(), meta->get()};
    auto ingested = (*store)->Ingest(runs);
    ASSERT_TRUE(ingested) << ingested.error().message;
  }
  for (std::uint64_t number = 0; number < kRuns; number += 7)
    for (std::uint64_t row = 0; row < kRows; ++row)
      ASSERT_EQ(Get(**store, Family::kIds, std::string(AsText(key(row, number)))), "v");
}

TEST_F(StoreTest, ScansARangeWithoutItsEnd) {
  auto store = Store::Create(dir_);
  ASSERT_TRUE(store);
  for (const char* key : {"a", "b", "c", "d"}) Put(**store, Family::kEntries, key, "");
  const auto snapshot = (*store)->TakeSnapshot();
  EXPECT_EQ(Keys(*snapshot, Family::kEntries, "b", "d"), "b c ");
  EXPECT_EQ(Keys(*snapshot, Family::kEntries, "c", ""), "c d ");
  EXPECT_EQ(AsText((*snapshot->Last(Family::kEntries))->first), "d");
  EXPECT_FALSE(snapshot->Last(Family::kTiles)->has_value());
}

TEST_F(StoreTest, RefusesAFamilyOfANewerProgram) {
  ASSERT_TRUE(Store::Create(dir_));
  rocksdb::Options options;
  std::vector<std::string> names;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(options, dir_ + "/store", &names).ok());
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const auto& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  ASSERT_TRUE(rocksdb::DB::Open(options, dir_ + "/store", families, &handles, &db).ok());
  rocksdb::ColumnFamilyHandle* added = nullptr;
  ASSERT_TRUE(db->CreateColumnFamily({}, "holograms", &added).ok());
  handles.push_back(added);
  for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
  delete db;
  auto store = Store::Open(dir_, {.mode = StoreOptions::Mode::kWrite});
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kUnsupported);
  EXPECT_THAT(store.error().message, HasSubstr("holograms"));
}

TEST_F(StoreTest, CopiesTheWholeStore) {
  auto store = Store::Create(dir_ + "/a");
  ASSERT_TRUE(store);
  Put(**store, Family::kEntries, "a", "1");
  ASSERT_TRUE((*store)->CopyTo(dir_ + "/b"));
  Put(**store, Family::kEntries, "a", "2");
  auto copy = Store::Open(dir_ + "/b", {});
  ASSERT_TRUE(copy) << copy.error().message;
  EXPECT_EQ(Get(**copy, Family::kEntries, "a"), "1");
}

TEST_F(StoreTest, WorksInMemoryForFastTests) {
  const std::unique_ptr<rocksdb::Env> memory(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  const StoreEnvironment environment{.env = memory.get(), .on_disk = false};
  {
    auto store = Store::Create("/ledger", &environment);
    ASSERT_TRUE(store) << store.error().message;
    Put(**store, Family::kMeta, "a", "1");
  }
  auto store = Store::Open("/ledger", {.environment = &environment});
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(Get(**store, Family::kMeta, "a"), "1");
  EXPECT_FALSE(std::filesystem::exists("/ledger"));
}

TEST_F(StoreTest, RefusesALogDamagedInTheMiddleUnlessTold) {
  {
    auto store = Store::Create(dir_);
    ASSERT_TRUE(store);
    for (int i = 0; i < 100; ++i)
      Put(**store, Family::kEntries, std::to_string(i), std::string(1000, 'x'));
  }
  std::filesystem::path log;
  for (const auto& file : std::filesystem::directory_iterator(dir_ + "/store"))
    if (file.path().extension() == ".log" && file.file_size() > 50'000) log = file.path();
  ASSERT_FALSE(log.empty());
  FILE* file = fopen(log.c_str(), "r+");
  ASSERT_NE(file, nullptr);
  fseek(file, 50'000, SEEK_SET);
  fputs("damage", file);
  fclose(file);
  auto store = Store::Open(dir_, {.mode = StoreOptions::Mode::kWrite});
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kCorrupt) << store.error().message;
  auto salvaged =
      Store::Open(dir_, {.mode = StoreOptions::Mode::kWrite, .accept_damaged_log = true});
  ASSERT_TRUE(salvaged) << salvaged.error().message;
  EXPECT_EQ(Get(**salvaged, Family::kEntries, "10").size(), 1000u);
  EXPECT_EQ(Get(**salvaged, Family::kEntries, "99"), "(none)");
}

}  // namespace
}  // namespace sinetti
