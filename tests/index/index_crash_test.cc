// The fold under a disk that fails at every write and sync in turn: the checkpoint and its index
// are there together or not at all, and the next one is right.
#include <gtest/gtest.h>

#include "ledger/index/prove_complete.h"
#include "ledger/index/verify_index.h"
#include "tests/index/indexed_ledger.h"
#include "tests/log/crash_file_system.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;

constexpr const char* kDir = "/ledger";

class Script {
 public:
  Script() : registry_(TypeRegistry::Builtin()) {
    RegionGenerator region(4, {.providers = 3});
    for (int i = 0; i < 120; ++i) {
      auto encoded = EncodeDraft(std::move(*ParseDraft(region.NextLine(), registry_)));
      SINETTI_CHECK(encoded.has_value());
      drafts_.push_back(std::move(*encoded));
    }
  }

  // Appends 40 events and signs, three times; the second time in sorted runs.  Gives what was
  // signed.
  std::vector<StoredCheckpoint> Run(const StoreEnvironment& environment) {
    std::vector<StoredCheckpoint> told;
    auto ledger =
        Ledger::Create(kDir, "ledger.example/test", clock_, {.environment = &environment});
    for (std::size_t part = 0; part < 3 && ledger; ++part) {
      const auto first = drafts_.begin() + static_cast<std::ptrdiff_t>(40 * part);
      if (!(*ledger)->Append({first, first + 40})) return told;
      VerifiableIndex index(registry_, Options(part));
      auto stored = (*ledger)->SignCheckpoint(signer_, clock_, &index);
      if (stored) told.push_back(*stored);
    }
    return told;
  }

  void CheckAfter(const StoreEnvironment& environment, const std::vector<StoredCheckpoint>& told) {
    auto ledger = Ledger::OpenForWriting(kDir, clock_, {.environment = &environment});
    if (!ledger) {
      ASSERT_EQ(ledger.error().code, ErrorCode::kNotFound) << ledger.error().message;
      ASSERT_TRUE(told.empty());
      return;
    }
    for (const StoredCheckpoint& one : told)
      ASSERT_EQ(*CheckpointAt((*ledger)->Read().snapshot(), one.size), one);
    CheckIndex(**ledger);
    ASSERT_OK((*ledger)->Append(drafts_));
    VerifiableIndex index(registry_);
    ASSERT_OK((*ledger)->SignCheckpoint(signer_, clock_, &index));
    CheckIndex(**ledger);
  }

 private:
  static VerifiableIndex::Options Options(std::size_t part) {
    VerifiableIndex::Options options;
    if (part == 1) options.batch_bytes_max = 4'000;
    return options;
  }

  // All checkpoints are right, and each answers.
  void CheckIndex(Ledger& ledger) {
    const Reader reader = ledger.Read();
    auto report = VerifyWithIndex(reader.snapshot(), {.keys = {signer_.key()}}, registry_);
    ASSERT_OK(report);
    ASSERT_TRUE(report->intact()) << report->findings.front().message;
    const auto checkpoints = ListCheckpoints(reader.snapshot());
    ASSERT_EQ(report->index_roots, checkpoints->size());
    for (const StoredCheckpoint& one : *checkpoints)
      ASSERT_OK(ProveComplete(reader, {.key = "type:unit.registered", .to = one.size}));
    auto newest = NewestMapVersion(reader.snapshot());
    ASSERT_OK(newest);
    ASSERT_EQ(newest->has_value(), !checkpoints->empty());
    if (*newest) {
      ASSERT_EQ((*newest)->size, checkpoints->back().size);
    }
  }

  TypeRegistry registry_;
  std::vector<EncodedDraft> drafts_;
  FileSigner signer_ = TestSigner();
  FixedClock clock_{Timestamp{1'767'225'600'000'000}, 1};
};

std::int64_t CrashAt(Script& script, const CrashPlan& plan) {
  const std::unique_ptr<rocksdb::Env> memory(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  std::vector<StoredCheckpoint> told;
  std::int64_t operations = 0;
  {
    const auto faulty = std::make_shared<CrashFileSystem>(memory->GetFileSystem(), plan);
    const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(faulty);
    told = script.Run({.env = env.get(), .on_disk = false});
    operations = faulty->operations();
  }
  script.CheckAfter({.env = memory.get(), .on_disk = false}, told);
  return operations;
}

class IndexCrash : public ::testing::TestWithParam<CrashPlan::Kind> {};

TEST_P(IndexCrash, LeavesCheckpointAndIndexTogetherOrNeither) {
  Script script;
  const std::int64_t operations = CrashAt(script, {.kind = GetParam(), .fail_at = -1});
  ASSERT_GT(operations, 50);
  for (std::int64_t n = 0; n < operations; ++n) {
    CrashAt(script, {.kind = GetParam(), .fail_at = n});
    if (HasFatalFailure()) FAIL() << "operation " << n << " of " << operations;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, IndexCrash,
                         ::testing::Values(CrashPlan::kLost, CrashPlan::kKept,
                                           CrashPlan::kKeptOnce));

}  // namespace
}  // namespace sinetti
