#include "ledger/event/upcast.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace sinetti {

// No released type has changed yet.
std::span<const Upcast> ReleasedUpcasts() { return {}; }

std::uint16_t VersionsOf(std::string_view type, std::span<const Upcast> upcasts) {
  std::uint16_t versions = 1;
  for (;;) {
    const auto count = std::count_if(upcasts.begin(), upcasts.end(), [&](const Upcast& upcast) {
      return upcast.type == type && upcast.from == versions;
    });
    SINETTI_CHECK(count <= 1);
    if (count == 0) break;
    ++versions;
  }
  const auto all = std::count_if(upcasts.begin(), upcasts.end(),
                                 [&](const Upcast& upcast) { return upcast.type == type; });
  SINETTI_CHECK(all == versions - 1);
  return versions;
}

}  // namespace sinetti
