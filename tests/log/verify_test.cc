// The auditor on sound ledgers and on ledgers that somebody changed: every change is found, at its
// place.
#include "ledger/log/verify.h"

#include <cstdlib>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/log/tampered_ledger.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using namespace testing_support;

TEST(Verify, FindsNothingInASoundLedgerOfAnySize) {
  MemoryLedger ledger(100);
  int size = 0;
  for (int step : {0, 1, 1, 97, 150, 6, 1, 1, 254, 1, 200}) {
    if (step > 0) Fill(*ledger, size, step);
    size += step;
    const auto checkpoint = Sign(*ledger);
    auto report = ledger->Verify(WithKey());
    ASSERT_OK(report);
    EXPECT_TRUE(report->intact()) << FirstMessage(*report);
    EXPECT_EQ(report->size.value, static_cast<std::uint64_t>(size));
    EXPECT_EQ(report->root, *ledger->Read().Root());
    ASSERT_TRUE(report->anchor.has_value());
    EXPECT_EQ(report->anchor->size, report->size);
    EXPECT_TRUE(report->indexes);
  }
}

TEST(Verify, SaysHowFarACheckpointVouches) {
  MemoryLedger ledger;
  Fill(*ledger, 0, 300);
  Sign(*ledger);
  Fill(*ledger, 300, 20);
  auto report = ledger->Verify(WithKey());
  ASSERT_OK(report);
  EXPECT_EQ(report->size.value, 320u);
  EXPECT_EQ(report->anchor->size.value, 300u);
  auto keyless = ledger->Verify({});
  EXPECT_FALSE(keyless->anchor.has_value());
  EXPECT_TRUE(keyless->intact());
}

TEST(Verify, DoesNotBelieveACheckpointOfAnotherKey) {
  MemoryLedger ledger;
  Fill(*ledger, 0, 10);
  FileSigner wrong = TestSigner(99);
  ASSERT_OK(ledger->SignCheckpoint(wrong, kClock));
  auto report = ledger->Verify(WithKey());
  ExpectFound(*report, 9);
  EXPECT_EQ(report->findings.front().kind, FindingKind::kBadCheckpoint);
  EXPECT_FALSE(report->anchor.has_value());
}

TEST(Verify, BeginsAtACheckpoint) {
  MemoryLedger ledger;
  Fill(*ledger, 0, 700);
  const Checkpoint since = Opened(Sign(*ledger));
  Fill(*ledger, 700, 100);
  Sign(*ledger);
  auto store = ledger.OpenStore();
  VerifyOptions options = WithKey();
  options.since = since;
  const VerifyReport sound = Verify(*store, options);
  EXPECT_TRUE(sound.intact()) << FirstMessage(sound);
  EXPECT_EQ(sound.since.value, 700u);
  Bytes record = **store->Get(Family::kEntries, EntryKey(Sequence{750}));
  record[100] ^= 1;
  PutRow(*store, Family::kEntries, EntryKey(Sequence{750}), record);
  ExpectFound(Verify(*store, options), 750);
  // A tree that is not the one the checkpoint vouches for.
  options.since->root.bytes[0] ^= 1;
  EXPECT_FALSE(Verify(*store, options).intact());
}

TEST_F(Tamper, EveryFlippedByteOfEveryEntryIsFoundAtItsPlace) {
  for (const auto& [key, value] : rows_.rows) {
    if (key.first != Family::kEntries) continue;
    const std::uint64_t sequence = LoadBigEndian64(key.second.data());
    // All bytes of a few entries in the full tile and in the partial one, every 17th of the others.
    const bool all = sequence < 2 || sequence == 119 || sequence == 255 || sequence > 277;
    for (std::size_t at = all ? 0 : sequence % 17; at < value.size(); at += all ? 1 : 17) {
      Bytes flipped = value;
      flipped[at] ^= static_cast<std::uint8_t>(1u << (at % 8));
      PutRow(*store_, key.first, key.second, flipped);
      const VerifyReport report = Verify(*store_);
      SCOPED_TRACE("byte " + std::to_string(at) + " of entry " + std::to_string(sequence));
      ExpectFound(report, sequence);
      if (sequence < 256) {
        EXPECT_EQ(report.findings.front().first.value, sequence);
      }
      if (HasFatalFailure()) return;
    }
    PutRow(*store_, key.first, key.second, value);
  }
}

TEST_F(Tamper, EveryFlippedByteOfTheTreeIsFoundAtItsPlace) {
  for (const auto& [key, value] : rows_.rows) {
    if (key.first != Family::kTiles) continue;
    for (std::size_t at = 0; at < value.size(); at += 3) {  // 32 and 3 share no factor
      Bytes flipped = value;
      flipped[at] ^= 0x10;
      PutRow(*store_, key.first, key.second, flipped);
      const VerifyReport report = Verify(*store_);
      ExpectFound(report, at / 32);
      // Only the last leaf of the last full tile cannot be told from its entry.
      if (at / 32 != 255) {
        EXPECT_EQ(report.findings.front().kind, FindingKind::kWrongTile);
      }
      if (HasFailure()) return;
    }
    PutRow(*store_, key.first, key.second, value);
  }
}

TEST_F(Tamper, EveryFlippedByteOfCheckpointsMetadataAndIndexesIsFound) {
  std::size_t row = 0;
  for (const auto& [key, value] : rows_.rows) {
    if (key.first == Family::kEntries || key.first == Family::kTiles) continue;
    // Rows of the indexes are alike: one byte of each, all bytes over all of them.
    const bool index = key.first == Family::kIds || key.first == Family::kStreams;
    for (std::size_t at = index ? row++ % value.size() : 0; at < value.size();
         at += index ? value.size() : 1) {
      Bytes flipped = value;
      flipped[at] ^= 0x01;
      PutRow(*store_, key.first, key.second, flipped);
      EXPECT_FALSE(Verify(*store_).intact()) << "family " << static_cast<int>(key.first) << " key "
                                             << HexEncode(key.second) << " byte " << at;
    }
    PutRow(*store_, key.first, key.second, value);
  }
  EXPECT_TRUE(Verify(*store_).intact());
}

TEST_F(Tamper, EveryRemovedRowIsFound) {
  for (const auto& [key, value] : rows_.rows) {
    // A checkpoint that is gone is told only by who kept a copy of it.
    if (key.first == Family::kCheckpoints) continue;
    DeleteRow(*store_, key.first, key.second);
    const VerifyReport report = Verify(*store_);
    EXPECT_FALSE(report.intact()) << HexEncode(key.second);
    if (key.first == Family::kEntries) ExpectFound(report, LoadBigEndian64(key.second.data()));
    PutRow(*store_, key.first, key.second, value);
  }
}

TEST_F(Tamper, DamagedIndexesAreMadeAnewFromTheEntries) {
  for (const auto& [key, value] : rows_.rows) {
    if (key.first != Family::kIds && key.first != Family::kStreams) continue;
    if (key.second.back() % 16 != 0) continue;  // some of them
    DeleteRow(*store_, key.first, key.second);
  }
  PutRow(*store_, Family::kIds, Bytes(16, 0xee), Bytes(8, 0));
  PutRow(*store_, Family::kStreams, Bytes(3, 0xee), Bytes(8, 0));
  const VerifyReport damaged = Verify(*store_);
  ASSERT_FALSE(damaged.intact());
  EXPECT_THAT(FirstMessage(damaged), HasSubstr("sinetti doctor --rebuild-index"));
  const auto covered = RebuildDerivedIndex(*store_, 100);
  ASSERT_OK(covered);
  EXPECT_EQ(covered->value, 200u);
  EXPECT_TRUE(Verify(*store_).intact()) << FirstMessage(Verify(*store_));
  // And again, as after an interruption.
  ASSERT_OK(RebuildDerivedIndex(*store_, 100));
  const VerifyReport report = Verify(*store_);
  EXPECT_TRUE(report.intact()) << FirstMessage(report);
  EXPECT_TRUE(report.indexes);
}

TEST_F(Tamper, SwappedEntriesAreFound) {
  for (const auto& [a, b] : {std::pair{3, 4}, {0, 255}, {256, 279}, {100, 270}}) {
    PutRow(*store_, Family::kEntries, EntryKey(Sequence{static_cast<std::uint64_t>(a)}), Record(b));
    PutRow(*store_, Family::kEntries, EntryKey(Sequence{static_cast<std::uint64_t>(b)}), Record(a));
    ExpectFound(Verify(*store_), a);
    rows_.Restore(*store_);
  }
}

TEST_F(Tamper, AnInsertedEntryIsFound) {
  for (std::uint64_t at : {0u, 100u, 255u, 256u, 279u}) {
    for (std::uint64_t i = 280; i > at; --i) {
      Bytes record = Record(i - 1);
      StoreLittleEndian64(i, record.data() + 8);
      PutRow(*store_, Family::kEntries, EntryKey(Sequence{i}), record);
    }
    ExpectFound(Verify(*store_), at + 1);
    rows_.Restore(*store_);
  }
}

TEST_F(Tamper, AnEntryDroppedWithTheOthersMovedUpIsFound) {
  for (std::uint64_t i = 100; i < 279; ++i) {
    Bytes record = Record(i + 1);
    StoreLittleEndian64(i, record.data() + 8);
    PutRow(*store_, Family::kEntries, EntryKey(Sequence{i}), record);
  }
  DeleteRow(*store_, Family::kEntries, EntryKey(Sequence{279}));
  ExpectFound(Verify(*store_), 100);
}

TEST_F(Tamper, ATruncatedTailIsFoundByTheCheckpoint) {
  for (std::uint64_t keep : {279u, 256u, 255u, 120u, 119u, 1u, 0u}) {
    for (std::uint64_t i = keep; i < 280; ++i)
      DeleteRow(*store_, Family::kEntries, EntryKey(Sequence{i}));
    ExpectFound(Verify(*store_), keep);
    rows_.Restore(*store_);
  }
}

TEST_F(Tamper, ATailCutOffTogetherWithItsCheckpointIsFoundByTheOneKeptElsewhere) {
  MemoryLedger other(100);  // as it was at 120 events: a rollback to an old copy
  Fill(*other, 0, 120);
  Sign(*other);
  auto store = other.OpenStore();
  EXPECT_TRUE(Verify(*store).intact());
  VerifyOptions options = WithKey();
  options.against = last_;
  const VerifyReport report = Verify(*store, options);
  ExpectFound(report, 120);
  EXPECT_EQ(report.findings.front().kind, FindingKind::kTruncated);
  EXPECT_THAT(FirstMessage(report), HasSubstr("280"));
}

TEST_F(Tamper, AForkIsFoundByTheCheckpointKeptElsewhere) {
  MemoryLedger other(100);
  Fill(*other, 0, 120);
  Sign(*other);
  Fill(*other, 120, 180, "forged-");
  Sign(*other);
  auto store = other.OpenStore();
  EXPECT_TRUE(Verify(*store).intact());
  VerifyOptions options = WithKey();
  options.against = last_;
  const VerifyReport report = Verify(*store, options);
  ExpectFound(report, 120);
  EXPECT_EQ(report.findings.front().kind, FindingKind::kWrongRoot);
  EXPECT_EQ(report.findings.front().first.value, 120u);  // up to there the signed root held
}

TEST_F(Tamper, AHistoryRewrittenThroughoutIsFoundByItsCheckpoints) {
  // Somebody with the program, but without the key, records the history anew with one event changed
  // and keeps the signed checkpoints.
  MemoryLedger forged(100);
  Fill(*forged, 0, 50);
  ASSERT_OK(forged->Append(One(MakeDraft("t", "50", "s0", "other content"))));
  Fill(*forged, 51, 229);
  auto store = forged.OpenStore();
  for (const auto& [key, value] : rows_.rows)
    if (key.first == Family::kCheckpoints || key.first == Family::kMeta)
      PutRow(*store, key.first, key.second, value);
  const VerifyReport report = Verify(*store);
  ExpectFound(report, 50);
  EXPECT_EQ(report.findings.front().kind, FindingKind::kWrongRoot);
}

// 10,000 attacks are made with SINETTI_ATTACKS=10000; fewer here, to keep the suite quick.
int AttackCount() {
  const char* wanted = std::getenv("SINETTI_ATTACKS");
  return wanted == nullptr ? 1'000 : std::atoi(wanted);
}

TEST_F(Tamper, SeededAttacksAreAllFound) {
  const unsigned seed = std::random_device()();
  RecordProperty("seed", std::to_string(seed));
  std::printf("seed %u\n", seed);
  std::mt19937_64 random(seed);
  std::vector<std::pair<Family, Bytes>> keys;
  for (const auto& [key, value] : rows_.rows) keys.push_back(key);
  for (int attack = 0; attack < AttackCount(); ++attack) {
    const auto& key = keys[random() % keys.size()];
    const Bytes& value = rows_.rows.at(key);
    Bytes changed = value;
    std::string what;
    switch (random() % 4) {
      case 0:
        what = "flip a bit";
        changed[random() % changed.size()] ^= static_cast<std::uint8_t>(1u << random() % 8);
        break;
      case 1:
        what = "cut";
        changed.resize(random() % changed.size());
        break;
      case 2:
        what = "append";
        changed.push_back(static_cast<std::uint8_t>(random()));
        break;
      default: {
        what = "put another row's value";
        changed = rows_.rows.at(keys[random() % keys.size()]);
        break;
      }
    }
    if (changed == value) continue;
    PutRow(*store_, key.first, key.second, changed);
    ASSERT_FALSE(Verify(*store_).intact())
        << "seed " << seed << " attack " << attack << ": " << what << " in family "
        << static_cast<int>(key.first) << " at " << HexEncode(key.second);
    PutRow(*store_, key.first, key.second, value);
  }
  EXPECT_TRUE(Verify(*store_).intact());
}

}  // namespace
}  // namespace sinetti
