// Where the passes of the auditor put what they find; private to it (ledger/log/verify.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "ledger/log/verify.h"

namespace sinetti {

// Keeps the findings with the smallest positions, counts all.
class FindingSink {
 public:
  explicit FindingSink(std::size_t findings_max) : findings_max_(findings_max) {}

  void Add(LedgerFinding finding) {
    ++total_;
    // After equal positions, so that what was found first stays first.
    const auto place = std::upper_bound(
        findings_.begin(), findings_.end(), finding,
        [](const LedgerFinding& a, const LedgerFinding& b) { return a.first < b.first; });
    findings_.insert(place, std::move(finding));
    if (findings_.size() > findings_max_) findings_.pop_back();
  }

  // Something was found at one of these positions: what follows from it need not be told again.
  bool Concerns(Sequence first, Sequence last) const {
    return std::any_of(findings_.begin(), findings_.end(), [&](const LedgerFinding& finding) {
      return finding.first <= last && first <= finding.last;
    });
  }

  std::uint64_t total() const { return total_; }
  std::vector<LedgerFinding> Take() { return std::move(findings_); }

 private:
  std::size_t findings_max_;
  std::uint64_t total_ = 0;
  std::vector<LedgerFinding> findings_;
};

inline std::string EntryName(Sequence sequence) {
  return "entry " + std::to_string(sequence.value);
}
inline std::string RangeName(Sequence first, Sequence last) {
  if (first == last) return EntryName(first);
  return "entries " + std::to_string(first.value) + " to " + std::to_string(last.value);
}

}  // namespace sinetti
