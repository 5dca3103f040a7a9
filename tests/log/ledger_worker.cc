// A process of its own at work on a ledger, for tests of what processes do beside each other.
//   ledger_worker write DIR           two threads append and a third signs, until standard input
//   ends ledger_worker verify DIR ROUNDS   verifies again and again, giving each Verdict
//   ledger_worker retry DIR SEED      eight threads append the same batches, each in an order of
//   its
//                                     own, giving each Acknowledged event
#include "tests/log/ledger_worker.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <random>
#include <string_view>
#include <thread>

#include "ledger/log/ledger.h"
#include "tests/log/test_keys.h"

namespace sinetti {
namespace {

using testing_support::Acknowledged;
using testing_support::kRetriedBatches;
using testing_support::kRetriedBatchEvents;
using testing_support::kRetryingThreads;
using testing_support::MakeDraft;
using testing_support::RetriedBatch;
using testing_support::TestSigner;
using testing_support::Verdict;

// Shorter than PIPE_BUF, so never torn, whoever else writes.
template <typename T>
bool Tell(const T& what) {
  return write(STDOUT_FILENO, &what, sizeof what) == sizeof what;
}

int WriteUntilTold(const char* dir) {
  SystemClock clock;
  auto ledger = Ledger::OpenForWriting(dir, clock, {.run_events_max = 500});
  if (!ledger) return 3;
  std::atomic<bool> stop = false, failed = false;
  std::vector<std::thread> threads;
  for (int w = 0; w < 2; ++w)
    threads.emplace_back([&, w] {
      for (int batch = 0; !stop; ++batch) {
        std::vector<EncodedDraft> drafts;
        for (int i = 0; i < 20; ++i)
          drafts.push_back(MakeDraft("w" + std::to_string(w), std::to_string(batch * 20 + i),
                                     "s" + std::to_string((batch + i) % 9)));
        if (!(*ledger)->Append(std::move(drafts))) stop = failed = true;
        if (batch == 0 && w == 0 && !Tell('r')) stop = failed = true;
      }
    });
  threads.emplace_back([&] {
    FileSigner signer = TestSigner();
    while (!stop) {
      if (!(*ledger)->SignCheckpoint(signer, clock)) stop = failed = true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  });
  char ignored;
  while (read(STDIN_FILENO, &ignored, 1) > 0) continue;
  stop = true;
  for (std::thread& thread : threads) thread.join();
  return failed ? 4 : 0;
}

int VerifyAgain(const char* dir, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    const auto report = VerifyLedger(dir, {.keys = {TestSigner().key()}});
    if (!report) {
      std::fprintf(stderr, "round %d: %s\n", round, report.error().message.c_str());
      return 3;
    }
    if (!Tell(Verdict{.size = report->size.value,
                      .anchored = report->anchor ? report->anchor->size.value : 0,
                      .findings = report->findings_total,
                      .first_bad = report->intact() ? 0 : report->findings.front().first.value}))
      return 5;
  }
  return 0;
}

int Retry(const char* dir, unsigned seed) {
  SystemClock clock;
  auto ledger = Ledger::OpenForWriting(dir, clock, {.run_events_max = 100});
  if (!ledger) return 3;
  std::atomic<bool> failed = false;
  std::vector<std::thread> threads;
  for (int t = 0; t < kRetryingThreads; ++t)
    threads.emplace_back([&, t] {
      std::vector<int> batches(kRetriedBatches);
      std::iota(batches.begin(), batches.end(), 0);
      std::ranges::shuffle(batches, std::mt19937(seed + static_cast<unsigned>(t)));
      for (const int batch : batches) {
        const auto receipts = (*ledger)->Append(RetriedBatch(batch));
        if (!receipts) {
          failed = true;
          return;
        }
        for (int i = 0; i < kRetriedBatchEvents; ++i) {
          const Receipt& receipt = (*receipts)[static_cast<std::size_t>(i)];
          const int number = batch * kRetriedBatchEvents + i;
          if (!Tell(Acknowledged{static_cast<std::uint64_t>(number), receipt.sequence.value,
                                 receipt.leaf}))
            failed = true;
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  return failed ? 4 : 0;
}

}  // namespace
}  // namespace sinetti

int main(int count, char** arguments) {
  const std::string_view what = count > 2 ? arguments[1] : "";
  if (what == "write") return sinetti::WriteUntilTold(arguments[2]);
  if (what == "verify" && count > 3)
    return sinetti::VerifyAgain(arguments[2], std::atoi(arguments[3]));
  if (what == "retry" && count > 3)
    return sinetti::Retry(arguments[2],
                          static_cast<unsigned>(std::strtoul(arguments[3], nullptr, 10)));
  return 2;
}
