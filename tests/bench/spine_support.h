// What the spine benchmarks share: events of a realistic size, and ledgers of many of them.
#pragma once

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "ledger/crypto/sha256.h"
#include "ledger/log/ledger.h"
#include "tests/bench/measure.h"
#include "tests/support/drafts.h"

namespace sinetti::bench {

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

inline void Fill(Ledger& ledger, const DraftFactory& factory, std::uint64_t first,
                 std::uint64_t count) {
  for (std::uint64_t done = 0; done < count; done += 1000)
    Must(ledger.Append(factory.MakeBatch(
        first + done, static_cast<std::size_t>(std::min<std::uint64_t>(1000, count - done)))));
}

}  // namespace sinetti::bench
