// What a person looks for, as expressions of the full-text index (FTS5).
#pragma once

#include <string>
#include <vector>

#include "ledger/base/result.h"

namespace sinetti {

struct SearchWords {
  std::vector<std::string> words;    // a word, or a phrase when it has a space
  std::vector<std::string> without;  // events that have none of these
  bool any = false;                  // one of the words is enough
  bool whole = false;                // whole words only; otherwise a word also begins longer ones
};

struct SearchQuery {
  std::string events;    // the events that are asked for
  std::string mentions;  // where an event says one of the words
};

// kInvalid: nothing to look for, or a word without a letter or digit.
Result<SearchQuery> ParseSearch(const SearchWords& asked);

}  // namespace sinetti
