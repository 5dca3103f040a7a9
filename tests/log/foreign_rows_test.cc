// Rows that no ledger writes are found wherever they stand, also where no entry, tile or index
// would.
#include "ledger/log/timestamp_record.h"
#include "tests/log/tampered_ledger.h"

namespace sinetti {
namespace {

using testing_support::DeleteRow;
using testing_support::ExpectFound;
using testing_support::Fill;
using testing_support::MemoryLedger;
using testing_support::PutRow;
using testing_support::Tamper;
using testing_support::Verify;

TEST_F(Tamper, ForeignRowsAreFound) {
  const Bytes odd = {1, 2, 3};
  PutRow(*store_, Family::kEntries, odd, odd);
  EXPECT_EQ(Verify(*store_).findings.front().kind, FindingKind::kForeignKey);
  rows_.Restore(*store_);
  PutRow(*store_, Family::kEntries, Bytes(9, 0xff), odd);
  EXPECT_FALSE(Verify(*store_).intact());
  rows_.Restore(*store_);
  PutRow(*store_, Family::kEntries, EntryKey(Sequence{std::uint64_t{1} << 60}), Record(3));
  ExpectFound(Verify(*store_), 280);
  rows_.Restore(*store_);
  PutRow(*store_, Family::kMeta, odd, odd);
  EXPECT_EQ(Verify(*store_).findings.front().kind, FindingKind::kWrongMetadata);
  rows_.Restore(*store_);
  PutRow(*store_, Family::kTiles, MakeTileKey({0, 1}), Bytes(kTileBytes, 7));
  ExpectFound(Verify(*store_), 280);
}

TEST_F(Tamper, ForeignRowsAtTheEdgesAreFound) {
  const Bytes odd = {1};
  const std::pair<Family, Bytes> edges[] = {{Family::kEntries, {}},
                                            {Family::kEntries, Bytes(3, 0)},
                                            {Family::kEntries, Bytes(8, 0xff)},
                                            {Family::kTiles, {}},
                                            {Family::kTiles, Bytes(8, 0)},
                                            {Family::kTiles, Bytes(10, 0)},
                                            {Family::kTiles, {0, 0, 1}},
                                            {Family::kTiles, {1}},
                                            {Family::kTiles, Bytes(9, 0xff)},
                                            {Family::kTiles, {1, 0, 0, 0, 0, 0, 0, 0, 0}},
                                            {Family::kCheckpoints, {}},
                                            {Family::kCheckpoints, Bytes(9, 0xff)},
                                            {Family::kTimestamps, {}},
                                            {Family::kTimestamps, Bytes(8, 0)},
                                            {Family::kTimestamps, Bytes(9, 0xff)},
                                            {Family::kMeta, {}},
                                            {Family::kStreams, {}},
                                            {Family::kStreams, Bytes(40, 0xff)},
                                            {Family::kIds, {}},
                                            {Family::kIds, Bytes(40, 0xff)}};
  for (const auto& [family, key] : edges) {
    SCOPED_TRACE("family " + std::to_string(static_cast<int>(family)) + " key " + HexEncode(key));
    PutRow(*store_, family, key, odd);
    EXPECT_FALSE(Verify(*store_).intact());
    rows_.Restore(*store_);
  }
}

TEST_F(Tamper, TimestampsWithoutACheckpointAreFound) {
  const TimestampRecord stamps{TreeSize{120}, {{DigestAlgorithm::kSha256, {}, {{1}}}}};
  const std::string text = FormatTimestampRecord(stamps);
  PutRow(*store_, Family::kTimestamps, CheckpointKey(TreeSize{120}), AsBytes(text));
  EXPECT_TRUE(Verify(*store_).intact());
  for (const std::uint64_t other : {std::uint64_t{119}, std::uint64_t{280}}) {
    PutRow(*store_, Family::kTimestamps, CheckpointKey(TreeSize{other}), AsBytes(text));
    const VerifyReport report = Verify(*store_);
    EXPECT_EQ(report.findings_total, 1u);
    EXPECT_EQ(report.findings.front().kind, FindingKind::kBadTimestamp);
    DeleteRow(*store_, Family::kTimestamps, CheckpointKey(TreeSize{other}));
  }
  DeleteRow(*store_, Family::kCheckpoints, CheckpointKey(TreeSize{120}));
  EXPECT_EQ(Verify(*store_).findings.front().kind, FindingKind::kBadTimestamp);
}

// In a ledger that nobody signed for, no checkpoint misses the entries that the key hides.
TEST(Verify, IsNotMadeToSeeAnEmptyLedgerByTheGreatestKey) {
  MemoryLedger ledger;
  Fill(*ledger, 0, 10);
  auto store = ledger.OpenStore();
  PutRow(*store, Family::kEntries, Bytes(8, 0xff), Bytes(8, 1));
  const VerifyReport report = Verify(*store);
  EXPECT_EQ(report.size.value, 10u);
  EXPECT_FALSE(report.intact());
}

}  // namespace
}  // namespace sinetti
