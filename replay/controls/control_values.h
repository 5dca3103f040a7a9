// The parameters of one control while an audit runs: tolerances, windows and thresholds, by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/check.h"

namespace sinetti {

class ControlValues {
 public:
  void Set(std::string_view name, std::int64_t value) {
    for (auto& [known, old] : named_) {
      if (std::string_view(known).substr(1) == name) {
        old = value;
        return;
      }
    }
    named_.emplace_back(":" + std::string(name), value);
  }

  // Asking for a parameter that the control does not declare is a bug of the control.
  std::int64_t Get(std::string_view name) const {
    for (const auto& [known, value] : named_)
      if (std::string_view(known).substr(1) == name) return value;
    SINETTI_CHECK(false);
    return 0;
  }

  // Under the names that SQL has for them: ":toleranceCents".
  const std::vector<std::pair<std::string, std::int64_t>>& named() const { return named_; }

 private:
  std::vector<std::pair<std::string, std::int64_t>> named_;
};

}  // namespace sinetti
