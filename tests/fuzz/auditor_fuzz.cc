// The auditor on a store that somebody edited: however rows are changed, added, moved or taken out,
// it must come to a verdict, and the verdict must be that the ledger is not intact.  The input is a
// list of edits: what to do, which row, how many bytes follow, those bytes.
#include <cstdio>

#include "ledger/base/check.h"
#include "ledger/log/ledger.h"
#include "tests/fuzz/fuzz.h"
#include "tests/log/memory_ledger.h"
#include "tests/log/raw_rows.h"
#include "tests/log/test_keys.h"
#include "tests/support/drafts.h"

namespace sinetti::fuzz {
namespace {

using testing_support::MakeDraft;
using testing_support::MemoryLedger;
using testing_support::RawRows;
using testing_support::TestSigner;

// A ledger of 270 events, one full tile, two checkpoints, one sorted run; the same in every
// process.
class Victim {
 public:
  Victim() : ledger_(200) {
    FixedClock clock(Timestamp{1'800'000'000'000'000}, 1'000'000);
    FileSigner signer = TestSigner();
    for (int first = 0; first < 270; first += 135) {
      std::vector<EncodedDraft> drafts;
      for (int i = first; i < first + 135; ++i)
        drafts.push_back(MakeDraft("t", std::to_string(i), "s" + std::to_string(i % 5)));
      SINETTI_CHECK(ledger_->Append(std::move(drafts)).has_value());
      newest_ = ledger_->SignCheckpoint(signer, clock).value();
    }
    store_ = ledger_.OpenStore();
    sound_ = RawRows::Of(*store_->TakeSnapshot());
  }

  const RawRows& sound() const { return sound_; }

  void Judge(const RawRows& rows) {
    rows.Restore(*store_);
    const VerifierKey key = TestSigner().key();
    const Result<VerifyReport> report =
        VerifySnapshot(*store_->TakeSnapshot(),
                       {.keys = {key}, .against = OpenCheckpoint(newest_.note, key).value()});
    SINETTI_CHECK(report.has_value());
    for (const LedgerFinding& finding : report->findings)
      SINETTI_CHECK(!finding.message.empty() && finding.first <= finding.last);
    if (report->intact() == OnlyLacksCheckpoints(rows)) return;
    TellDifference(rows);
    SINETTI_CHECK(!"the auditor found something in a sound ledger, or nothing in a changed one");
  }

 private:
  // That a checkpoint was taken out shows nowhere: nothing in the ledger says how many there are.
  bool OnlyLacksCheckpoints(const RawRows& rows) const {
    for (const auto& [key, value] : sound_.rows) {
      const auto found = rows.rows.find(key);
      if (found == rows.rows.end() ? key.first != Family::kCheckpoints : found->second != value)
        return false;
    }
    return rows.rows.size() <= sound_.rows.size();
  }

  void TellDifference(const RawRows& rows) const {
    const auto tell = [](const char* what, const auto& row) {
      std::fprintf(stderr, "%s: family %d, key %s, value %s\n", what,
                   static_cast<int>(row.first.first), HexEncode(row.first.second).c_str(),
                   HexEncode(row.second).c_str());
    };
    for (const auto& row : sound_.rows) {
      const auto found = rows.rows.find(row.first);
      if (found == rows.rows.end() || found->second != row.second) tell("was", row);
    }
    for (const auto& row : rows.rows) {
      const auto found = sound_.rows.find(row.first);
      if (found == sound_.rows.end() || found->second != row.second) tell("is", row);
    }
  }

  MemoryLedger ledger_;
  StoredCheckpoint newest_;
  std::unique_ptr<Store> store_;
  RawRows sound_;
};

class Edits {
 public:
  explicit Edits(std::string_view input) : input_(input) {}
  bool done() const { return input_.empty(); }
  std::uint8_t Byte() {
    if (input_.empty()) return 0;
    const std::uint8_t byte = static_cast<std::uint8_t>(input_.front());
    input_.remove_prefix(1);
    return byte;
  }
  std::size_t Below(std::size_t limit) { return (Byte() * 256u + Byte()) % limit; }
  Bytes Some() {
    const ByteView some = AsBytes(input_.substr(0, Byte()));
    input_.remove_prefix(some.size());
    return {some.begin(), some.end()};
  }

 private:
  std::string_view input_;
};

void Edit(RawRows& rows, Edits& edits) {
  const std::uint8_t what = edits.Byte();
  if (rows.rows.empty()) return;
  const auto row = std::next(rows.rows.begin(), static_cast<long>(edits.Below(rows.rows.size())));
  const auto other = std::next(rows.rows.begin(), static_cast<long>(edits.Below(rows.rows.size())));
  Bytes& value = row->second;
  switch (what % 7) {
    case 0:
      if (!value.empty()) value[edits.Below(value.size())] ^= edits.Byte();
      break;
    case 1: value = edits.Some(); break;
    case 2: value.resize(edits.Below(value.size() + 8)); break;
    case 3: std::swap(value, other->second); break;
    case 4: rows.rows[{row->first.first, edits.Some()}] = value; break;
    case 5: rows.rows[{other->first.first, row->first.second}] = value; break;
    default: rows.rows.erase(row); break;
  }
}

}  // namespace

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds{std::string(1, '\0')};
  for (char what = 0; what < 7; ++what) {
    const std::string edit = std::string(1, what) + std::string("\1\7\0\3\0\4abcd", 9);
    seeds.push_back(edit);
    seeds.push_back(edit + edit);
  }
  return seeds;
}

void Eat(std::string_view input) {
  static Victim victim;
  RawRows rows = victim.sound();
  Edits edits(input);
  for (int i = 0; i < 8 && !edits.done(); ++i) Edit(rows, edits);
  victim.Judge(rows);
}

}  // namespace sinetti::fuzz
