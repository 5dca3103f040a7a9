// Where an event says what was looked for: a few words around each place, taken from the event as
// the ledger holds it and not from the index.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ledger/event/event_texts.h"
#include "replay/fold/database.h"
#include "replay/search/search_query.h"

namespace sinetti {

struct Excerpt {
  std::size_t text = 0;  // which of the event's texts
  std::string words;     // on one line, matches between the marks
};

// Not thread-safe.
class Excerpts {
 public:
  // `before` and `after` mark a match, for a terminal or a page.
  static Result<Excerpts> Of(const SearchQuery& query, std::string before, std::string after);

  // At most `limit`, the most telling first.  None: the index named an event that says nothing of
  // the kind.
  Result<std::vector<Excerpt>> From(const std::vector<EventText>& texts, std::size_t limit);

 private:
  Excerpts(std::unique_ptr<Database> database, Statement clear, Statement add, Statement find);

  std::unique_ptr<Database> database_;
  Statement clear_, add_, find_;
  std::string mentions_, before_, after_;
};

}  // namespace sinetti
