// The one loop: verified events in, rows out (docs/architecture.md, Replay).  Reading, hashing and
// decoding run on a thread of their own beside applying; every lane of views sees every event in
// the ledger's order.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ledger/log/checkpoint.h"
#include "ledger/log/reader.h"
#include "replay/fold/meta.h"
#include "replay/fold/view.h"

namespace sinetti {

struct FoldOptions {
  TreeSize until;                               // fold up to here; must be in the reader's snapshot
  std::optional<Checkpoint> anchor;             // its root must be met on the way, or nothing lands
  std::size_t events_per_transaction = 50'000;  // what a kill can cost
  bool threaded = true;                         // false: one thread, same rows
  std::function<void(TreeSize done)> progress;  // after each transaction
  std::function<bool()> should_stop;            // asked after each transaction; true: stop there
};

struct FoldOutcome {
  TreeSize from;               // where it started
  TreeSize to;                 // where it ended; less than `until` when asked to stop
  std::uint64_t applied = 0;   // events that views saw
  std::uint64_t withheld = 0;  // events not effective yet on the as-of day
  ViewsMeta meta;              // as written
};

// Views and the database that holds their tables.  Views know nothing of one another, so lanes are
// folded side by side.
struct FoldLane {
  Database* database = nullptr;
  std::vector<const ViewDefinition*> views;
};

// Brings the tables of the lanes' databases (made by CreateTables, of this ledger) from their
// position to `until`.  Every transaction holds rows and position together, so a kill leaves a
// consistent prefix of each lane that the next call goes on from.  kCorrupt, naming the position,
// when an event does not verify, when the tree at the stored position is not the one that was
// folded, or when the anchor is not met; rows of earlier transactions stay, the position says how
// far they reach.
Result<FoldOutcome> Fold(const std::vector<FoldLane>& lanes, const Reader& reader,
                         const TypeRegistry& registry, const FoldOptions& options);

// The number of events recorded at or before `moment`.
Result<TreeSize> SizeKnownAt(const Reader& reader, Timestamp moment);

}  // namespace sinetti
