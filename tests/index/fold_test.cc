// The index as it is folded, stored, dropped, rebuilt and audited, against its definition.
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>

#include "ledger/index/index_roots.h"
#include "ledger/index/prove_complete.h"
#include "ledger/index/verify_index.h"
#include "tests/index/indexed_ledger.h"
#include "tests/log/raw_rows.h"
#include "tests/support/drafts.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;

std::map<Bytes, Bytes> IndexRowsOf(Ledger& ledger) {
  std::map<Bytes, Bytes> rows;
  for (const auto& [key, value] : RawRows::Of(ledger.Read().snapshot()).rows)
    if (key.first == Family::kIndex) rows[key.second] = value;
  return rows;
}

TEST(KeyGather, GivesTheSameStreamWhateverFitsInMemory) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  for (const std::size_t memory : {std::size_t{1} << 30, std::size_t{20'000}, std::size_t{6'000}}) {
    std::mt19937_64 random(seed);
    std::map<Hash, std::vector<KeyEvent>> expected;
    KeyGather gather(memory);
    for (std::uint64_t i = 0; i < 5'000; ++i) {
      std::vector<Hash> keys = {IndexKeyHash("all:x")};
      for (std::uint64_t k = random() % 3; k > 0; --k)
        keys.push_back(IndexKeyHash(std::to_string(k) + std::to_string(random() % 700)));
      const KeyEvent event{Sequence{i}, IndexKeyHash(std::to_string(i))};
      for (const Hash& key : keys) expected[key].push_back(event);
      ASSERT_OK(gather.Add(event, keys));
    }
    auto stream = gather.Finish();
    ASSERT_OK(stream);
    std::map<Hash, std::vector<KeyEvent>> given;
    Hash last;
    while (true) {
      auto more = (*stream)->Next();
      ASSERT_OK(more);
      if (!*more) break;
      const Hash key = (*stream)->key();
      ASSERT_LE(last, key);
      last = key;
      const auto events = (*stream)->events();
      given[key].insert(given[key].end(), events.begin(), events.end());
    }
    EXPECT_TRUE(given == expected) << "memory " << memory;
  }
}

// Small memory makes it spill, small batches make it write sorted runs.
VerifiableIndex::Options Cramped() { return {.memory_bytes_max = 9'000, .batch_bytes_max = 5'000}; }

TEST(Fold, GivesTheRootOfTheDefinitionAtEveryCheckpoint) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  IndexedLedger test(seed);
  EXPECT_EQ(test.Sign()->index_root, Hash{}) << "no event";
  for (int round = 0; round < 25; ++round) {
    test.Append(1 + random() % (round % 5 == 4 ? 300 : 12));
    auto checkpoint = test.Sign(random() % 2 == 0 ? VerifiableIndex::Options() : Cramped());
    ASSERT_OK(checkpoint);
    ASSERT_TRUE(checkpoint->index_root);
    ASSERT_EQ(*checkpoint->index_root, test.NaiveRoot(checkpoint->size)) << "round " << round;
    if (round % 7 == 0) test.ledger.Reopen();
  }
  auto report = VerifyWithIndex(test.ledger->Read().snapshot(), {.keys = {test.signer.key()}},
                                test.registry, 9'000);
  ASSERT_OK(report);
  EXPECT_TRUE(report->intact()) << report->findings.front().message;
  EXPECT_EQ(report->index_roots, 26u);
}

TEST(Fold, ADroppedIndexIsMadeAnewToTheSameRows) {
  IndexedLedger test(5);
  for (int round = 0; round < 6; ++round) {
    test.Append(40);
    ASSERT_OK(test.Sign());
  }
  const auto rows = IndexRowsOf(*test.ledger);
  ASSERT_GT(rows.size(), 100u);
  ASSERT_OK(test.Sign({.rebuild = true}));
  EXPECT_TRUE(IndexRowsOf(*test.ledger) == rows);
  // Also without being told, and together with what came since.
  {
    auto store = test.ledger.OpenStore();
    ASSERT_OK(store->DropAll(Family::kIndex));
  }
  test.ledger.Reopen();
  EXPECT_FAILS(ProveComplete(test.ledger->Read(), {.key = "type:unit.registered"}),
               ErrorCode::kNotFound);
  test.Append(40);
  auto checkpoint = test.Sign(Cramped());
  ASSERT_OK(checkpoint);
  EXPECT_EQ(*checkpoint->index_root, test.NaiveRoot(checkpoint->size));
  auto now = IndexRowsOf(*test.ledger);
  for (const auto& [key, value] : rows) EXPECT_EQ(now[key], value);
}

TEST(Fold, EveryDamagedRowIsNoticedOrWithoutEffect) {
  IndexedLedger test(6);
  for (int round = 0; round < 3; ++round) {
    test.Append(30);
    ASSERT_OK(test.Sign());
  }
  test.Append(5);
  const auto size = test.ledger->Read().size();
  const Hash root = test.NaiveRoot(size);
  const auto rows = IndexRowsOf(*test.ledger);
  const RawRows all = RawRows::Of(test.ledger->Read().snapshot());
  std::mt19937_64 random(1);
  std::size_t noticed = 0;
  std::size_t number = 0;
  for (const auto& [key, value] : rows) {
    // All roots, buckets and nodes; of the many lists of events every eighth.
    if (key.front() == static_cast<std::uint8_t>(MapRowKind::kEvents) && number++ % 8 != 0)
      continue;
    {
      auto store = test.ledger.OpenStore();
      all.Restore(*store);
      Bytes changed = value;
      if (!changed.empty()) changed[random() % changed.size()] ^= 1;
      PutRow(*store, Family::kIndex, key, changed);
    }
    test.ledger.Reopen();
    const auto checkpoint = test.Sign();
    if (checkpoint) {
      ASSERT_EQ(*checkpoint->index_root, root);
    } else {
      ++noticed;
      ASSERT_EQ(checkpoint.error().code, ErrorCode::kCorrupt) << checkpoint.error().message;
    }
    const auto proof = ProveComplete(test.ledger->Read(), {.key = "type:unit.registered"});
    if (proof) {
      ASSERT_OK(CheckCompleteProof(FormatCompleteProof(*proof), test.signer.key()));
    }
  }
  EXPECT_GT(noticed, 3u);
  {
    auto store = test.ledger.OpenStore();
    all.Restore(*store);
  }
  test.ledger.Reopen();
  auto rebuilt = test.Sign({.rebuild = true});
  ASSERT_OK(rebuilt);
  EXPECT_EQ(*rebuilt->index_root, root);
}

TEST(Fold, EventsOfAnUnknownTypeMeanNoCheckpoint) {
  IndexedLedger test(7);
  test.Append(3);
  ASSERT_OK(test.ledger->Append(One(MakeDraft("t", "1", "s"))));
  auto checkpoint = test.Sign();
  EXPECT_FAILS(checkpoint, ErrorCode::kUnsupported);
  EXPECT_THAT(checkpoint.error().message, HasSubstr("test.happened"));
  EXPECT_FALSE(*NewestCheckpoint(test.ledger->Read().snapshot()));
  EXPECT_TRUE(IndexRowsOf(*test.ledger).empty());
}

TEST(Fold, CheckpointsWithoutAnIndexStayValidAndAreFollowedByOnesWithIt) {
  IndexedLedger test(8);
  test.Append(20);
  auto old = test.ledger->SignCheckpoint(test.signer, test.clock);
  ASSERT_OK(old);
  EXPECT_FALSE(OpenCheckpoint(old->note, test.signer.key())->index_root);
  EXPECT_FAILS(ProveComplete(test.ledger->Read(), {.key = "type:unit.registered"}),
               ErrorCode::kNotFound);
  auto report =
      VerifyWithIndex(test.ledger->Read().snapshot(), {.keys = {test.signer.key()}}, test.registry);
  ASSERT_OK(report);
  EXPECT_TRUE(report->intact());
  EXPECT_EQ(report->index_roots, 0u);

  test.Append(20);
  ASSERT_OK(test.ledger->SignCheckpoint(test.signer, test.clock));
  // The same tree again, now with the index.
  auto with = test.Sign();
  ASSERT_OK(with);
  EXPECT_EQ(*with->index_root, test.NaiveRoot(TreeSize{40}));
  EXPECT_EQ(ListCheckpoints(test.ledger->Read().snapshot())->size(), 2u);
  EXPECT_EQ(test.Sign()->time, with->time) << "nothing new, nothing signed";
}

TEST(Fold, AStoreWithoutTheFamilyIsReadAsEmptyAndGainsIt) {
  IndexedLedger test(9);
  test.Append(20);
  ASSERT_OK(test.ledger->SignCheckpoint(test.signer, test.clock));
  test.ledger.Close();
  test.ledger.DropFamily("index");
  {
    auto reading = test.ledger.OpenForReading();
    ASSERT_OK(reading);
    EXPECT_TRUE(IndexRowsOf(**reading).empty());
    EXPECT_FAILS(ProveComplete((*reading)->Read(), {.key = "type:unit.registered"}),
                 ErrorCode::kNotFound);
    auto report = (*reading)->Verify({.keys = {test.signer.key()}});
    ASSERT_OK(report);
    EXPECT_TRUE(report->intact());
  }
  test.ledger.Reopen();
  auto checkpoint = test.Sign();
  ASSERT_OK(checkpoint);
  EXPECT_EQ(*checkpoint->index_root, test.NaiveRoot(TreeSize{20}));
  EXPECT_OK(ProveComplete(test.ledger->Read(), {.key = "type:unit.registered"}));
}

TEST(Verify, NamesTheFirstCheckpointWhoseIndexRootIsWrong) {
  IndexedLedger test(10);
  std::vector<Checkpoint> checkpoints;
  for (int round = 0; round < 4; ++round) {
    test.Append(10);
    checkpoints.push_back(*test.Sign());
  }
  const auto verify = [&] {
    return VerifyWithIndex(test.ledger->Read().snapshot(), {.keys = {test.signer.key()}},
                           test.registry);
  };
  ASSERT_TRUE(verify()->intact());
  // Whoever has the signing key may sign an index that leaves an event out.
  {
    auto store = test.ledger.OpenStore();
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
      Checkpoint forged = checkpoints[i];
      forged.index_root->bytes[0] ^= 1;
      const std::string note = *SignCheckpoint(forged, test.signer);
      Bytes key(8);
      StoreBigEndian64(forged.size.value, key.data());
      PutRow(*store, Family::kCheckpoints, key, AsBytes(note));
    }
  }
  test.ledger.Reopen();
  auto report = verify();
  ASSERT_OK(report);
  ASSERT_EQ(report->findings_total, 2u);
  EXPECT_EQ(report->findings[0].kind, FindingKind::kWrongIndexRoot);
  EXPECT_EQ(report->findings[0].first, Sequence{19});
  EXPECT_EQ(report->findings[0].recomputed, test.NaiveRoot(TreeSize{20}).hex());
  EXPECT_FAILS(test.Sign({.rebuild = true}), ErrorCode::kCorrupt);
}

TEST(Verify, SaysWhenTheStoredIndexIsNotTheSignedOne) {
  IndexedLedger test(11);
  test.Append(10);
  const Checkpoint checkpoint = *test.Sign();
  {
    auto store = test.ledger.OpenStore();
    PutRow(*store, Family::kIndex, RootRowKey(checkpoint.size), Bytes(32, 1));
  }
  test.ledger.Reopen();
  auto report =
      VerifyWithIndex(test.ledger->Read().snapshot(), {.keys = {test.signer.key()}}, test.registry);
  ASSERT_OK(report);
  ASSERT_EQ(report->findings_total, 1u);
  EXPECT_EQ(report->findings[0].kind, FindingKind::kWrongIndex);
  test.Append(1);
  EXPECT_FAILS(test.Sign(), ErrorCode::kCorrupt);
  EXPECT_OK(test.Sign({.rebuild = true}));
}

}  // namespace
}  // namespace sinetti
