// The keys under which an event can be found and counted completely (docs/format/index.md): its
// type and stream, the parties in its envelope, and the body fields with $index.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "ledger/event/event.h"

namespace sinetti {

struct IndexKey {
  std::string kind;  // type, stream, provider, unit, client, matter, contract
  std::string value;
  friend auto operator<=>(const IndexKey&, const IndexKey&) = default;
};

// Sorted, each key once.
std::vector<IndexKey> IndexKeys(const Event& event);

}  // namespace sinetti
