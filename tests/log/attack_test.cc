// Ten thousand attacks on a ledger, by somebody with the disk, with the program, or with the
// signing key as well; and as many sound ledgers, on which there must be no alarm.  Each attack
// says what caught it; those that no look at the ledger alone can catch must be caught by a
// checkpoint that was kept elsewhere (docs/internals/threat-model.md).
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "ledger/log/keys.h"
#include "ledger/log/verify.h"
#include "tests/log/memory_ledger.h"
#include "tests/log/raw_rows.h"
#include "tests/log/test_keys.h"
#include "tests/support/drafts.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using testing_support::DeleteRow;
using testing_support::MakeDraft;
using testing_support::MemoryLedger;
using testing_support::One;
using testing_support::PutRow;
using testing_support::RawRows;
using testing_support::TestSigner;
using Random = std::mt19937_64;

constexpr int kFirstPart = 120;  // events under the first checkpoint
constexpr int kEvents = 280;
constexpr std::size_t kRunEvents = 100;

// Fewer with SINETTI_ATTACKS.
int AttackCount() {
  const char* wanted = std::getenv("SINETTI_ATTACKS");
  return wanted == nullptr ? 10'000 : std::atoi(wanted);
}

unsigned PrintedSeed() {
  const unsigned seed = std::random_device()();
  std::printf("seed %u\n", seed);
  return seed;
}

std::uint64_t Below(Random& random, std::uint64_t end) { return random() % end; }

void Fill(Ledger& ledger, int first, int end, const std::string& prefix = "") {
  std::vector<EncodedDraft> drafts;
  for (int i = first; i < end; ++i)
    drafts.push_back(MakeDraft("t", prefix + std::to_string(i), "s" + std::to_string(i % 5), "b"));
  ASSERT_OK(ledger.Append(std::move(drafts)));
}

StoredCheckpoint Sign(Ledger& ledger, std::uint8_t seed = 7) {
  FixedClock clock(Timestamp{1'800'000'000'000'000}, 1'000'000);
  FileSigner signer = TestSigner(seed);
  auto checkpoint = ledger.SignCheckpoint(signer, clock);
  SINETTI_CHECK(checkpoint.has_value());
  return *checkpoint;
}

VerifyReport Verify(Store& store, std::optional<Checkpoint> against = {}) {
  auto report = VerifySnapshot(*store.TakeSnapshot(),
                               {.keys = {TestSigner().key()}, .against = std::move(against)});
  SINETTI_CHECK(report.has_value());
  return *std::move(report);
}

// The ledger that is attacked, and what attackers start from.
class Victim {
 public:
  Victim() : ledger_(kRunEvents) {
    Fill(*ledger_, 0, kFirstPart);
    Sign(*ledger_);
    Fill(*ledger_, kFirstPart, kEvents);
    auto newest = OpenCheckpoint(Sign(*ledger_).note, TestSigner().key());
    SINETTI_CHECK(newest.has_value());
    kept_ = *newest;
    store_ = ledger_.OpenStore();
    rows_ = RawRows::Of(*store_->TakeSnapshot());
    for (const auto& [key, value] : rows_.rows) keys_.push_back(key);
  }

  Store& store() { return *store_; }
  const Checkpoint& kept() const { return kept_; }
  void Restore() { rows_.Restore(*store_); }
  // What was added, for the message of a failure.
  std::string Changes() const {
    std::string text;
    for (const auto& [key, value] : RawRows::Of(*store_->TakeSnapshot()).rows)
      if (!rows_.rows.contains(key))
        text += "; row " + HexEncode(key.second) + " in family " +
                std::to_string(static_cast<int>(key.first));
    return text;
  }

  using Key = std::pair<Family, Bytes>;
  const Key& AnyKey(Random& random) const { return keys_[Below(random, keys_.size())]; }
  const Bytes& At(const Key& key) const { return rows_.rows.at(key); }
  void Put(const Key& key, ByteView value) { PutRow(*store_, key.first, key.second, value); }

  static Key Entry(std::uint64_t sequence) {
    const Key8 key = EntryKey(Sequence{sequence});
    return {Family::kEntries, Bytes(key.begin(), key.end())};
  }
  static Key CheckpointOf(std::uint64_t size) {
    const Key8 key = CheckpointKey(TreeSize{size});
    return {Family::kCheckpoints, Bytes(key.begin(), key.end())};
  }

  // Puts another ledger in the place of this one; `keep` says which of our rows stay.
  void ReplaceBy(MemoryLedger& forged, const std::function<bool(Family)>& keep) {
    const auto store = forged.OpenStore();
    RawRows rows = RawRows::Of(*store->TakeSnapshot());
    std::erase_if(rows.rows, [&](const auto& row) { return keep(row.first.first); });
    for (const auto& row : rows_.rows)
      if (keep(row.first.first)) rows.rows.insert(row);
    rows.Restore(*store_);
  }

 private:
  MemoryLedger ledger_;
  std::unique_ptr<Store> store_;
  RawRows rows_;
  std::vector<Key> keys_;
  Checkpoint kept_;
};

// Records the history anew with the event at `at` changed.
void FillForged(MemoryLedger& forged, std::uint64_t at) {
  const int place = static_cast<int>(at);
  if (place > 0) Fill(*forged, 0, place);
  ASSERT_OK(forged->Append(One(
      MakeDraft("t", std::to_string(place), "s" + std::to_string(place % 5), "other content"))));
  if (place + 1 < kEvents) Fill(*forged, place + 1, kEvents);
}

bool IsOurs(Family family) { return family == Family::kCheckpoints || family == Family::kMeta; }
bool Nothing(Family) { return false; }

// --- With the disk
// ---------------------------------------------------------------------------------

void FlipBit(Victim& victim, Random& random) {
  const auto& key = victim.AnyKey(random);
  Bytes value = victim.At(key);
  value[Below(random, value.size())] ^= static_cast<std::uint8_t>(1u << Below(random, 8));
  victim.Put(key, value);
}

void CutValue(Victim& victim, Random& random) {
  const auto& key = victim.AnyKey(random);
  Bytes value = victim.At(key);
  value.resize(Below(random, value.size()));
  victim.Put(key, value);
}

void LengthenValue(Victim& victim, Random& random) {
  const auto& key = victim.AnyKey(random);
  Bytes value = victim.At(key);
  for (std::uint64_t more = 1 + Below(random, 16); more > 0; --more)
    value.push_back(static_cast<std::uint8_t>(random()));
  victim.Put(key, value);
}

// A checkpoint taken out changes nothing that is recorded; see ACheckpointTakenOut below.
void DeleteAnyRow(Victim& victim, Random& random) {
  auto key = victim.AnyKey(random);
  while (key.first == Family::kCheckpoints) key = victim.AnyKey(random);
  DeleteRow(victim.store(), key.first, key.second);
}

void AddForeignRow(Victim& victim, Random& random) {
  Bytes key(1 + Below(random, 40));
  for (std::uint8_t& byte : key) byte = static_cast<std::uint8_t>(random());
  // The verifiable index is no matter of the log: ledger/index/verify_index.h.
  auto family = Family::kIndex;
  while (family == Family::kIndex) family = static_cast<Family>(Below(random, kFamilyCount));
  PutRow(victim.store(), family, key, key);
}

void SwapEntries(Victim& victim, Random& random) {
  const std::uint64_t a = Below(random, kEvents);
  const std::uint64_t b = (a + 1 + Below(random, kEvents - 1)) % kEvents;
  victim.Put(Victim::Entry(a), victim.At(Victim::Entry(b)));
  victim.Put(Victim::Entry(b), victim.At(Victim::Entry(a)));
}

// Moves entries, telling each record its new place.
void MoveEntry(Victim& victim, std::uint64_t from, std::uint64_t to) {
  Bytes record = victim.At(Victim::Entry(from));
  StoreLittleEndian64(to, record.data() + 8);
  victim.Put(Victim::Entry(to), record);
}

void InsertEntry(Victim& victim, Random& random) {
  const std::uint64_t at = Below(random, kEvents);
  for (std::uint64_t i = kEvents; i > at; --i) MoveEntry(victim, i - 1, i);
}

void DropEntry(Victim& victim, Random& random) {
  const std::uint64_t at = Below(random, kEvents);
  for (std::uint64_t i = at; i + 1 < kEvents; ++i) MoveEntry(victim, i + 1, i);
  DeleteRow(victim.store(), Family::kEntries, EntryKey(Sequence{kEvents - 1}));
}

void CutTail(Victim& victim, Random& random) {
  for (std::uint64_t i = Below(random, kEvents); i < kEvents; ++i)
    DeleteRow(victim.store(), Family::kEntries, EntryKey(Sequence{i}));
}

void MoveTimeBack(Victim& victim, Random& random) {
  const auto key = Victim::Entry(Below(random, kEvents));
  Bytes record = victim.At(key);
  constexpr std::size_t kRecordedAt = 24;  // docs/format/event.md, "Header"
  StoreLittleEndian64(LoadLittleEndian64(record.data() + kRecordedAt) - 1 - Below(random, 1u << 30),
                      record.data() + kRecordedAt);
  victim.Put(key, record);
}

void SwapCheckpoints(Victim& victim, Random&) {
  victim.Put(Victim::CheckpointOf(kEvents), victim.At(Victim::CheckpointOf(kFirstPart)));
}

// --- With the program, without the key
// -------------------------------------------------------------

void EditAndRehash(Victim& victim, Random& random) {
  MemoryLedger forged(kRunEvents);
  FillForged(forged, Below(random, kEvents));
  victim.ReplaceBy(forged, IsOurs);
}

void EditRehashAndSignWithAnotherKey(Victim& victim, Random& random) {
  MemoryLedger forged(kRunEvents);
  FillForged(forged, Below(random, kEvents));
  Sign(*forged, static_cast<std::uint8_t>(8 + Below(random, 200)));
  victim.ReplaceBy(forged, Nothing);
}

// --- With the key, or with an old copy: only an anchor outside tells
// -------------------------------

void RestoreOldCopy(Victim& victim, Random& random) {
  MemoryLedger old(kRunEvents);
  Fill(*old, 0, kFirstPart);
  Sign(*old);
  if (Below(random, 2) == 0) Fill(*old, kFirstPart, kFirstPart + 1 + Below(random, 100));
  victim.ReplaceBy(old, Nothing);
}

void EditRehashAndSign(Victim& victim, Random& random) {
  MemoryLedger forged(kRunEvents);
  FillForged(forged, Below(random, kEvents));
  Sign(*forged);
  victim.ReplaceBy(forged, Nothing);
}

void ShowAnotherForkToThisReader(Victim& victim, Random& random) {
  MemoryLedger fork(kRunEvents);
  Fill(*fork, 0, kFirstPart);
  Sign(*fork);
  Fill(*fork, kFirstPart, kEvents + static_cast<int>(Below(random, 100)), "fork-");
  Sign(*fork);
  victim.ReplaceBy(fork, Nothing);
}

void ReplaceTheWholeLedger(Victim& victim, Random& random) {
  MemoryLedger other(kRunEvents);
  Fill(*other, 0, 1 + static_cast<int>(Below(random, 400)), "other-");
  Sign(*other);
  victim.ReplaceBy(other, Nothing);
}

struct Attack {
  const char* name;
  void (*make)(Victim&, Random&);
  bool needs_anchor;  // the changed ledger is whole in itself
  int weight;         // dear ones are made less often
};
constexpr Attack kAttacks[] = {
    {"flip a bit", FlipBit, false, 20},
    {"cut a value", CutValue, false, 10},
    {"lengthen a value", LengthenValue, false, 10},
    {"delete a row", DeleteAnyRow, false, 10},
    {"add a foreign row", AddForeignRow, false, 10},
    {"swap entries", SwapEntries, false, 10},
    {"insert an entry", InsertEntry, false, 3},
    {"drop an entry", DropEntry, false, 3},
    {"cut the tail", CutTail, false, 5},
    {"move time back", MoveTimeBack, false, 5},
    {"swap checkpoints", SwapCheckpoints, false, 1},
    {"edit and rehash", EditAndRehash, false, 3},
    {"edit, rehash, sign with another key", EditRehashAndSignWithAnotherKey, false, 3},
    {"restore an old copy", RestoreOldCopy, true, 3},
    {"edit, rehash, sign with the ledger's key", EditRehashAndSign, true, 3},
    {"show another fork", ShowAnotherForkToThisReader, true, 3},
    {"replace the whole ledger", ReplaceTheWholeLedger, true, 3},
};

const Attack& AnyAttack(Random& random) {
  int total = 0;
  for (const Attack& attack : kAttacks) total += attack.weight;
  int at = static_cast<int>(Below(random, total));
  for (const Attack& attack : kAttacks)
    if ((at -= attack.weight) < 0) return attack;
  return kAttacks[0];
}

TEST(Attacks, AreAllCaughtAndEachSaysByWhat) {
  const unsigned seed = PrintedSeed();
  Random random(seed);
  Victim victim;
  ASSERT_TRUE(Verify(victim.store()).intact());
  std::map<std::pair<std::string, std::string>, int> caught;
  const int attacks = AttackCount();
  for (int number = 0; number < attacks; ++number) {
    const Attack& attack = AnyAttack(random);
    attack.make(victim, random);
    const std::string where =
        "seed " + std::to_string(seed) + ", attack " + std::to_string(number) + ": " + attack.name;
    const VerifyReport alone = Verify(victim.store());
    ASSERT_EQ(alone.intact(), attack.needs_anchor)
        << where << victim.Changes()
        << (alone.intact() ? "" : ": " + alone.findings.front().message);
    const VerifyReport anchored = Verify(victim.store(), victim.kept());
    ASSERT_FALSE(anchored.intact()) << where;
    ASSERT_FALSE(anchored.findings.front().message.empty()) << where;
    ++caught[{attack.name, std::string(attack.needs_anchor ? "checkpoint kept elsewhere: " : "") +
                               FindingKindName(anchored.findings.front().kind)}];
    victim.Restore();
  }
  EXPECT_TRUE(Verify(victim.store(), victim.kept()).intact());
  for (const auto& [attack, count] : caught)
    std::printf("%6d  %-42s %s\n", count, attack.first.c_str(), attack.second.c_str());
}

// Nobody can tell a checkpoint that was taken out from one that was never signed.  It harms no
// event: what it vouched for is not anchored here any more, and whoever kept it anchors it again.
TEST(ACheckpointTakenOut, LeavesLessAnchoredAndTheOneKeptElsewhereAnchorsItAgain) {
  Victim victim;
  const auto newest = Victim::CheckpointOf(kEvents);
  DeleteRow(victim.store(), newest.first, newest.second);
  const VerifyReport alone = Verify(victim.store());
  EXPECT_TRUE(alone.intact());
  ASSERT_TRUE(alone.anchor);
  EXPECT_EQ(alone.anchor->size.value, static_cast<std::uint64_t>(kFirstPart));
  const VerifyReport anchored = Verify(victim.store(), victim.kept());
  EXPECT_TRUE(anchored.intact());
  ASSERT_TRUE(anchored.anchor);
  EXPECT_EQ(anchored.anchor->size.value, static_cast<std::uint64_t>(kEvents));
}

TEST(SoundLedgers, RaiseNoAlarm) {
  const unsigned seed = PrintedSeed();
  Random random(seed);
  const int ledgers = AttackCount();
  for (int number = 0; number < ledgers; ++number) {
    MemoryLedger ledger(1 + Below(random, 40));
    std::optional<StoredCheckpoint> newest;
    int size = 0;
    for (std::uint64_t batch = Below(random, 6); batch > 0; --batch) {
      const int more = 1 + static_cast<int>(Below(random, batch == 1 ? 300 : 30));
      Fill(*ledger, size, size + more);
      size += more;
      if (Below(random, 2) == 0) newest = Sign(*ledger);
      if (Below(random, 4) == 0) ledger.Reopen();
    }
    std::optional<Checkpoint> kept;
    if (newest) kept = OpenCheckpoint(newest->note, TestSigner().key()).value();
    const auto store = ledger.OpenStore();
    const VerifyReport report = Verify(*store, kept);
    ASSERT_TRUE(report.intact()) << "seed " << seed << ", ledger " << number << ": "
                                 << report.findings.front().message;
    ASSERT_EQ(report.size.value, static_cast<std::uint64_t>(size));
    ASSERT_EQ(report.anchor.has_value(), newest.has_value());
    if (newest) ASSERT_EQ(report.anchor->size, newest->size);
  }
}

}  // namespace
}  // namespace sinetti
