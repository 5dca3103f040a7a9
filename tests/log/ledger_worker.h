// What the worker processes of tests/log say on standard output, and the drafts that they share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/base/hash.h"
#include "tests/support/drafts.h"

namespace sinetti::testing_support {

inline constexpr int kRetriedBatches = 60;
inline constexpr int kRetriedBatchEvents = 7;
inline constexpr int kRetryingThreads = 8;

// `retry`: one event was acknowledged.
struct Acknowledged {
  std::uint64_t number = 0;  // of the draft: batch * kRetriedBatchEvents + place in it
  std::uint64_t sequence = 0;
  Hash leaf;
};

// `verify`: one verdict.
struct Verdict {
  std::uint64_t size = 0;
  std::uint64_t anchored = 0;
  std::uint64_t findings = 0;
  std::uint64_t first_bad = 0;  // where there are findings
};

// The same at every call.
inline std::vector<EncodedDraft> RetriedBatch(int batch) {
  std::vector<EncodedDraft> drafts;
  for (int i = 0; i < kRetriedBatchEvents; ++i)
    drafts.push_back(MakeDraft("t", std::to_string(batch * kRetriedBatchEvents + i),
                               "s" + std::to_string((batch + i) % 5)));
  return drafts;
}

}  // namespace sinetti::testing_support
