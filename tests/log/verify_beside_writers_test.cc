// Verification while two writers append: it looks at a snapshot, so it neither cries wolf nor
// misses anything (R10).
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "ledger/log/ledger.h"
#include "ledger/log/verify.h"
#include "tests/log/test_keys.h"
#include "tests/support/drafts.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using testing_support::MakeDraft;
using testing_support::TestSigner;

std::string FirstMessage(const VerifyReport& report) {
  return report.findings.empty() ? "(nothing found)" : report.findings.front().message;
}

TEST(VerifyBesideWriters, RaisesNoFalseAlarmAndMissesNothing) {
  testing_support::TempDir dir;
  SystemClock clock;
  auto ledger = Ledger::Create(dir / "l", "ledger.example/test", clock, {.run_events_max = 500});
  ASSERT_OK(ledger);
  std::atomic<bool> stop = false;
  std::vector<std::jthread> writers;
  // Also when an expectation ends the test.
  const std::shared_ptr<void> stopped(nullptr, [&](void*) { stop = true; });
  for (int w = 0; w < 2; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; !stop; ++i) {
        std::vector<EncodedDraft> batch;
        for (int k = 0; k < 20; ++k)
          batch.push_back(MakeDraft("t", std::to_string(w) + "-" + std::to_string(i * 20 + k),
                                    "s" + std::to_string((i + k) % 9)));
        if (!(*ledger)->Append(std::move(batch))) stop = true;
      }
    });
  FileSigner signer = TestSigner();
  const VerifyOptions options{.keys = {signer.key()}};
  std::uint64_t last = 0;
  for (int round = 0; round < 60; ++round) {
    if (round % 5 == 0) {
      ASSERT_OK((*ledger)->SignCheckpoint(signer, clock));
    }
    auto report = (*ledger)->Verify(options);
    ASSERT_OK(report);
    EXPECT_TRUE(report->intact()) << FirstMessage(*report);
    EXPECT_GE(report->size.value, last);
    last = report->size.value;
    if (round % 20 == 0) {
      auto beside = VerifyLedger(dir / "l", options);
      ASSERT_OK(beside);
      EXPECT_TRUE(beside->intact()) << FirstMessage(*beside);
    }
  }
  EXPECT_FALSE(stop);
  stop = true;
  writers.clear();
  EXPECT_GT(last, 0u);
}

}  // namespace
}  // namespace sinetti
