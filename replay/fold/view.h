// What a view is: tables, the event types it folds, and Apply.  A view sees events and nothing
// else: no clock, no randomness, no floating point, so that every path to a position gives equal
// rows.
//
// Rules that the digests rely on (docs/guide/add-a-view.md):
//  * every base table has a PRIMARY KEY and a `seq` column (the event a row came from);
//  * Apply depends on the event and on the view's own tables only;
//  * what follows from other rows or from the as-of day is computed in the SQL views, which may
//  read
//    every table and the one-row table `meta` (as_of yyyy-mm-dd, known_at, position, origin).
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"
#include "ledger/event/event.h"
#include "replay/fold/database.h"

namespace sinetti {

class View {
 public:
  virtual ~View() = default;
  // An error stops the replay: nothing of the current batch stays in the tables.
  virtual Result<void> Apply(const Event& event) = 0;

  // Called before each commit: a view that gathers counts in memory writes them here, and begins
  // the next transaction with nothing gathered.
  virtual Result<void> Flush() { return {}; }
};

struct ViewDefinition {
  std::string_view name;                 // "funding": names the pair of files
  int version = 1;                       // raise it when tables or Apply change: forces a rebuild
  std::vector<std::string_view> shows;   // SQL views it presents: "v30_funding", …
  std::vector<std::string_view> tables;  // base tables, digested in this order
  std::string_view schema;               // CREATE TABLE …; CREATE INDEX …; CREATE VIEW …
  std::vector<std::string_view> event_types;   // what Apply wants to see; empty: every type
  std::vector<std::string_view> lookups = {};  // indexes that Apply asks: there during a rebuild
  bool own_lane = false;  // writes a row for most events: a rebuild folds it beside the others
  std::function<Result<std::unique_ptr<View>>(Database&)> open;  // prepares the statements
  // Of event_types, those that also say what was the case before their day of effect (who held a
  // task until it moved): an as-of fold applies them too, whatever that day.  The SQL views compare
  // their days with meta.as_of.
  std::vector<std::string_view> tells_of_before = {};
};

}  // namespace sinetti
