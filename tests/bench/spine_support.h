// What the spine benchmarks share: events of a realistic size, ledgers of many of them, ratios.
#pragma once

#include <algorithm>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "ledger/crypto/sha256.h"
#include "ledger/log/ledger.h"
#include "tests/support/drafts.h"

namespace sinetti::bench {

class Timer {
 public:
  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Minimum, median and maximum of what was measured.
class Series {
 public:
  void Add(double value) { values_.push_back(value); }
  double At(double quantile) const {
    std::vector<double> sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(quantile * static_cast<double>(sorted.size() - 1) +
                                           0.5)];
  }
  double min() const { return At(0); }
  double median() const { return At(0.5); }
  double max() const { return At(1); }

 private:
  std::vector<double> values_;
};

inline void PrintRatio(const char* name, const char* what, const Series& ratio, const char* goal) {
  std::printf("%-4s %-58s ratio %6.2f / %6.2f / %6.2f  (min/median/max)  goal %s\n", name, what,
              ratio.min(), ratio.median(), ratio.max(), goal);
  std::fflush(stdout);
}

// Makes drafts of about 400 bytes by writing numbers into a template: as fast as a generator must
// be that feeds a writer of a million events a second.  Ten events a stream.
class DraftFactory {
 public:
  DraftFactory()
      : template_(testing_support::MakeDraft("https://registry.example/north", "event-000000000000",
                                             "matter-000000000000", std::string(190, 'b'))),
        id_at_(Find("event-") + 6),
        stream_at_(Find("matter-") + 7) {}

  EncodedDraft Make(std::uint64_t number) const {
    EncodedDraft draft = template_;
    char digits[32];
    std::snprintf(digits, sizeof digits, "%012" PRIu64, number);
    std::memcpy(draft.record.data() + id_at_, digits, 12);
    std::memcpy(draft.id.data() + 6, digits, 12);
    std::snprintf(digits, sizeof digits, "%012" PRIu64, number / 100 * 10 + number % 10);
    std::memcpy(draft.record.data() + stream_at_, digits, 12);
    std::memcpy(draft.stream.data() + 7, digits, 12);
    draft.digest = Hash16::Of(HashOf({draft.record}));
    return draft;
  }

  std::vector<EncodedDraft> MakeBatch(std::uint64_t first, std::size_t count) const {
    std::vector<EncodedDraft> drafts;
    drafts.reserve(count);
    for (std::size_t i = 0; i < count; ++i) drafts.push_back(Make(first + i));
    return drafts;
  }

  std::size_t record_bytes() const { return template_.record.size(); }

 private:
  std::size_t Find(std::string_view text) const { return AsText(template_.record).find(text); }

  EncodedDraft template_;
  std::size_t id_at_;
  std::size_t stream_at_;
};

template <typename T>
T Must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "benchmark: %s\n", result.error().message.c_str());
    std::exit(3);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

inline void Fill(Ledger& ledger, const DraftFactory& factory, std::uint64_t first,
                 std::uint64_t count) {
  for (std::uint64_t done = 0; done < count; done += 1000)
    Must(ledger.Append(factory.MakeBatch(
        first + done, static_cast<std::size_t>(std::min<std::uint64_t>(1000, count - done)))));
}

}  // namespace sinetti::bench
