// A small ledger whose stored rows a test may change, and what the auditor says then.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ledger/log/keys.h"
#include "ledger/log/verify.h"
#include "tests/log/memory_ledger.h"
#include "tests/log/raw_rows.h"
#include "tests/log/test_keys.h"
#include "tests/support/drafts.h"
#include "tests/support/results.h"

namespace sinetti::testing_support {

inline FixedClock kClock(Timestamp{1'800'000'000'000'000}, 1'000'000);

inline void Fill(Ledger& ledger, int first, int count, const std::string& prefix = "") {
  std::vector<EncodedDraft> drafts;
  for (int i = first; i < first + count; ++i)
    drafts.push_back(MakeDraft("t", prefix + std::to_string(i), "s" + std::to_string(i % 5), "b"));
  ASSERT_OK(ledger.Append(std::move(drafts)));
}

inline StoredCheckpoint Sign(Ledger& ledger) {
  FileSigner signer = TestSigner();
  auto checkpoint = ledger.SignCheckpoint(signer, kClock);
  SINETTI_CHECK(checkpoint.has_value());
  return *checkpoint;
}

inline VerifyOptions WithKey() { return {.keys = {TestSigner().key()}}; }

inline VerifyReport Verify(const Snapshot& snapshot, const VerifyOptions& options = WithKey()) {
  auto report = VerifySnapshot(snapshot, options);
  SINETTI_CHECK(report.has_value());
  return *std::move(report);
}
inline VerifyReport Verify(Store& store, const VerifyOptions& options = WithKey()) {
  return Verify(*store.TakeSnapshot(), options);
}

inline Checkpoint Opened(const StoredCheckpoint& stored) {
  auto checkpoint = OpenCheckpoint(stored.note, TestSigner().key());
  SINETTI_CHECK(checkpoint.has_value());
  return *checkpoint;
}

inline std::string FirstMessage(const VerifyReport& report) {
  return report.findings.empty() ? "(nothing found)" : report.findings.front().message;
}

// The first bad position is `sequence`: exactly, or as a range that holds it.
inline void ExpectFound(const VerifyReport& report, std::uint64_t sequence) {
  ASSERT_FALSE(report.intact()) << "nothing found, expected entry " << sequence;
  EXPECT_LE(report.findings.front().first.value, sequence) << FirstMessage(report);
  EXPECT_GE(report.findings.front().last.value, sequence) << FirstMessage(report);
}

// A small ledger with everything in it: a full tile, a partial one, sorted runs, a tail,
// checkpoints.
class Tamper : public ::testing::Test {
 protected:
  Tamper() : ledger_(100) {
    Fill(*ledger_, 0, 120);
    Sign(*ledger_);
    Fill(*ledger_, 120, 130);
    Fill(*ledger_, 250, 30);
    last_ = Opened(Sign(*ledger_));
    store_ = ledger_.OpenStore();
    rows_ = RawRows::Of(*store_->TakeSnapshot());
    const VerifyReport report = Verify(*store_);
    SINETTI_CHECK(report.intact() && report.anchor->size.value == 280);
  }

  Bytes Record(std::uint64_t sequence) const {
    return rows_.rows.at({Family::kEntries, ToBytes(EntryKey(Sequence{sequence}))});
  }
  static Bytes ToBytes(ByteView view) { return {view.begin(), view.end()}; }

  MemoryLedger ledger_;
  std::unique_ptr<Store> store_;
  RawRows rows_;
  Checkpoint last_;
};

}  // namespace sinetti::testing_support
