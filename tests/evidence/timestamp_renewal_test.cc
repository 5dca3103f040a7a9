// Time-stamps of a ledger through thirty years, with everything that may happen to keys and hashes
// in between; and the tree that hashes the entries anew.
#include <gmock/gmock.h>

#include "ledger/evidence/entries_root.h"
#include "ledger/evidence/timestamp_chain.h"
#include "ledger/evidence/timestamp_keeping.h"
#include "ledger/log/timestamp_store.h"
#include "tests/evidence/stamping.h"
#include "tests/log/tampered_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing_support::Authority;
using testing_support::Day;
using testing_support::Fill;
using testing_support::MemoryLedger;
using testing_support::Opened;
using testing_support::Sign;
using testing_support::TimeAuthority;
using testing_support::TokenOf;

// RFC 6962, 2.1, as it is written there: by splitting.
Bytes RootBySplitting(const std::vector<Bytes>& entries, std::size_t from, std::size_t count) {
  const Bytes leaf = {0}, node = {1};
  if (count == 0) return DigestOf(DigestAlgorithm::kSha512, {});
  if (count == 1) return DigestOf(DigestAlgorithm::kSha512, {leaf, entries[from]});
  std::size_t half = 1;
  while (half * 2 < count) half *= 2;
  return DigestOf(DigestAlgorithm::kSha512, {node, RootBySplitting(entries, from, half),
                                             RootBySplitting(entries, from + half, count - half)});
}

TEST(EntriesRoots, AreTheTreeOfRfc6962WithAnotherHash) {
  MemoryLedger ledger;
  std::vector<Checkpoint> checkpoints = {Opened(Sign(*ledger))};
  for (const int more : {1, 1, 1, 4, 6}) {
    Fill(*ledger, static_cast<int>(ledger->Read().size().value), more);
    checkpoints.push_back(Opened(Sign(*ledger)));
  }
  std::vector<Bytes> entries;
  EntryCursor cursor = ledger->Read().Scan();
  while (cursor.Next()) {
    Bytes entry(cursor.entry().previous.bytes.begin(), cursor.entry().previous.bytes.end());
    entry.insert(entry.end(), cursor.entry().record.begin(), cursor.entry().record.end());
    entries.push_back(std::move(entry));
  }
  const auto roots = EntriesRoots(ledger->Read(), checkpoints, DigestAlgorithm::kSha512);
  ASSERT_OK(roots);
  ASSERT_EQ(roots->size(), 6u);
  for (std::size_t i = 0; i < checkpoints.size(); ++i)
    EXPECT_EQ((*roots)[i], RootBySplitting(entries, 0, checkpoints[i].size.value));
  checkpoints[3].root.bytes[0] ^= 1;
  EXPECT_FAILS(EntriesRoots(ledger->Read(), checkpoints, DigestAlgorithm::kSha512),
               ErrorCode::kCorrupt);
}

// A ledger, its keeper and a court, from 2026 to 2056.
class ThirtyYears : public testing::Test {
 protected:
  // The keeper asks, an authority answers, the keeper keeps.
  Result<void> Keep(const TimeAuthority& authority, const Imprint& imprint,
                    const std::string& day) {
    const Bytes token = TokenOf(authority, imprint, day);
    SINETTI_ASSIGN(const PlacedTimestamp placed, PlaceTimestamp(ledger_->Read(), token, imprint));
    return ledger_->KeepTimestamps(placed.record);
  }
  Result<void> Stamp(TreeSize size, const TimeAuthority& authority, const std::string& day) {
    SINETTI_ASSIGN(const Imprint imprint,
                   ImprintToStamp(ledger_->Read(), size, DigestAlgorithm::kSha256));
    return Keep(authority, imprint, day);
  }
  Result<void> Renew(TreeSize size, const TimeAuthority& authority, const std::string& day,
                     std::optional<DigestAlgorithm> algorithm = {}) {
    SINETTI_ASSIGN(const Imprint imprint, ImprintToRenew(ledger_->Read(), size, algorithm));
    return Keep(authority, imprint, day);
  }
  TimestampRecord RecordAt(TreeSize size) {
    return TimestampsAt(ledger_->Read().snapshot(), size).value().value();
  }
  std::string NoteAt(TreeSize size) {
    return CheckpointAt(ledger_->Read().snapshot(), size).value().note;
  }
  TimestampReport Ask(const TimestampRecord& record, const std::string& note,
                      const std::string& day) {
    std::string authorities;
    for (const TimeAuthority& one : authorities_) authorities += one.RootPem();
    return CheckTimestampRecord(record, note, {authorities, known_, Day(day)}).value();
  }

  MemoryLedger ledger_;
  // The authority changes its key five times; certificates overlap, as they do.
  std::array<TimeAuthority, 6> authorities_ = {
      Authority("Authority, key 1", "2025-01-01", "2033-01-01"),
      Authority("Authority, key 2", "2031-01-01", "2043-01-01"),
      Authority("Authority, key 3", "2038-01-01", "2050-01-01", true),
      Authority("Authority, key 4", "2044-01-01", "2052-01-01", true),
      Authority("Authority, key 5", "2048-01-01", "2060-01-01", true),
      Authority("Authority, key 6", "2054-01-01", "2064-01-01", true)};
  std::vector<Distrust> known_;  // what the court has learned
};

TEST_F(ThirtyYears, ThreeRenewalsFiveNewKeysAndOneStolenOne) {
  Fill(*ledger_, 0, 20);
  const TreeSize first = Sign(*ledger_).size;
  ASSERT_OK(Stamp(first, authorities_[0], "2026-03-02"));
  EXPECT_FAILS(Stamp(first, authorities_[0], "2026-03-03"), ErrorCode::kConflict);

  ASSERT_OK(Renew(first, authorities_[1], "2032-06-01"));
  Fill(*ledger_, 20, 30);
  const TreeSize second = Sign(*ledger_).size;
  ASSERT_OK(Stamp(second, authorities_[1], "2039-02-03"));

  // SHA-256 is about to fall for documents: everything is hashed anew.
  ASSERT_OK(Renew(first, authorities_[2], "2041-05-01", DigestAlgorithm::kSha512));
  // The second one is forgotten.  Then key 2 is stolen.
  known_.push_back({authorities_[1].Fingerprint(), Day("2042-01-15")});

  ASSERT_OK(Renew(first, authorities_[4], "2049-09-09"));
  const TreeSize third = [&] {
    Fill(*ledger_, 50, 5);
    return Sign(*ledger_).size;
  }();
  ASSERT_OK(Stamp(third, authorities_[5], "2055-01-02"));

  // The court, thirty years after.
  const TimestampReport report = Ask(RecordAt(first), NoteAt(first), "2056-03-02");
  EXPECT_TRUE(report.good());
  ASSERT_NE(report.Vouched(), nullptr);
  EXPECT_EQ(report.Vouched()->claims().time, Day("2026-03-02"));
  EXPECT_EQ(report.Vouched()->authority(), "CN=Authority\\, key 1");
  std::vector<std::string> judged;
  for (const StampVerdict& stamp : report.stamps)
    judged.push_back(FormatTimestamp(stamp.judged_at).substr(0, 4));
  EXPECT_THAT(judged, ElementsAre("2032", "2041", "2049", "2056"));
  const Checkpoint checkpoint =
      OpenCheckpoint(NoteAt(first), testing_support::TestSigner().key()).value();
  EXPECT_OK(CheckStampedEntries(ledger_->Read(), RecordAt(first), checkpoint));

  // What key 2 alone had stamped, and nobody renewed, is lost; the newest is young.
  EXPECT_EQ(Ask(RecordAt(second), NoteAt(second), "2056-03-02").Vouched(), nullptr);
  EXPECT_NE(Ask(RecordAt(second), NoteAt(second), "2042-01-01").Vouched(), nullptr);
  EXPECT_TRUE(Ask(RecordAt(third), NoteAt(third), "2056-03-02").good());

  // With SHA-256 broken since 2045 all of that still holds: it was hashed anew in 2041.
  known_.push_back({"sha256", Day("2045-01-01")});
  const TimestampReport anew = Ask(RecordAt(first), NoteAt(first), "2056-03-02");
  EXPECT_TRUE(anew.good());
  EXPECT_EQ(anew.Vouched()->claims().time, Day("2026-03-02"));
  // Not so what was stamped with it afterwards.
  EXPECT_EQ(Ask(RecordAt(third), NoteAt(third), "2056-03-02").Vouched(), nullptr);
}

// Who has stolen key 2 in 2042 rewrites the ledger, and dates it back.
TEST_F(ThirtyYears, AForgerWithTheStolenKeyDeceivesNobody) {
  Fill(*ledger_, 0, 20);
  const TreeSize size = Sign(*ledger_).size;
  ASSERT_OK(Stamp(size, authorities_[0], "2026-03-02"));
  ASSERT_OK(Renew(size, authorities_[1], "2032-06-01"));
  ASSERT_OK(Renew(size, authorities_[2], "2041-05-01"));
  known_.push_back({authorities_[1].Fingerprint(), Day("2042-01-15")});

  MemoryLedger forged;
  Fill(*forged, 0, 20, "forged ");
  const std::string note = Sign(*forged).note;
  TimestampRecord dated_back{size, {{}}};
  dated_back.chains[0].tokens.push_back(
      TokenOf(authorities_[1], FirstImprint(note, DigestAlgorithm::kSha256).value(), "2032-05-01"));
  EXPECT_EQ(Ask(dated_back, note, "2042-02-01").Vouched(), nullptr);
  // An honest authority stamps it today: it existed today, and not before.
  dated_back.chains[0].tokens.push_back(
      TokenOf(authorities_[2], RenewalImprint(dated_back), "2042-02-02"));
  const TimestampReport today = Ask(dated_back, note, "2042-02-03");
  ASSERT_NE(today.Vouched(), nullptr);
  EXPECT_EQ(today.Vouched()->claims().time, Day("2042-02-02"));
  EXPECT_FALSE(today.good());
  // The stamps of the true checkpoint do not fit the forged one, and stand.
  EXPECT_EQ(Ask(RecordAt(size), note, "2042-02-03").Vouched(), nullptr);
  EXPECT_TRUE(Ask(RecordAt(size), NoteAt(size), "2042-02-03").good());
}

TEST_F(ThirtyYears, OnlyWhatBelongsToTheLedgerIsKeptAndNothingGetsLost) {
  Fill(*ledger_, 0, 20);
  const TreeSize size = Sign(*ledger_).size;
  EXPECT_FAILS(ImprintToRenew(ledger_->Read(), size, {}), ErrorCode::kNotFound);
  EXPECT_FAILS(ImprintToStamp(ledger_->Read(), TreeSize{7}, DigestAlgorithm::kSha256),
               ErrorCode::kNotFound);
  EXPECT_FAILS(
      Keep(authorities_[0], ImprintOf(DigestAlgorithm::kSha256, AsBytes("x")), "2026-03-02"),
      ErrorCode::kNotFound);
  ASSERT_OK(Stamp(size, authorities_[0], "2026-03-02"));
  const TimestampRecord kept = RecordAt(size);
  TimestampRecord other = kept;
  other.chains[0].tokens[0][40] ^= 1;
  EXPECT_FAILS(ledger_->KeepTimestamps(other), ErrorCode::kConflict);
  other.size = TreeSize{21};
  EXPECT_FAILS(ledger_->KeepTimestamps(other), ErrorCode::kNotFound);
  EXPECT_EQ(RecordAt(size), kept);

  // Entries that are not those of the checkpoint are never hashed anew.
  const TimestampRecord rehashed{size,
                                 {kept.chains[0], {DigestAlgorithm::kSha512, Bytes(64, 1), {{1}}}}};
  const Checkpoint checkpoint =
      OpenCheckpoint(NoteAt(size), testing_support::TestSigner().key()).value();
  const auto wrong = CheckStampedEntries(ledger_->Read(), rehashed, checkpoint);
  EXPECT_FAILS(wrong, ErrorCode::kCorrupt);
  EXPECT_THAT(wrong.error().message, HasSubstr("sha512 0101"));
}

}  // namespace
}  // namespace sinetti
