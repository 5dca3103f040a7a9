// The one row that says what a views file is: of which ledger, folded to where, seen from when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/date.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "replay/fold/view.h"

namespace sinetti {

struct ViewsMeta {
  std::string origin;                 // the ledger's origin
  TreeSize position;                  // every event before it has been seen
  TreeSize derived;                   // the position that the derived tables (findings) belong to
  Hash root;                          // root of the tree of that size
  Timestamp recorded_at;              // of the last event seen; 0 when none
  std::optional<Date> as_of;          // only events effective on or before that day were applied
  std::optional<Timestamp> known_at;  // only events recorded at or before that moment were seen

  // The day that "today" means in the views: the as-of day, else the Helsinki day of known_at, else
  // of recorded_at.  Views never ask a clock.
  Date Today() const;
};

// Creates `meta`, `view_version` and the tables of the views in an empty database.
Result<void> CreateTables(Database& database, const std::vector<const ViewDefinition*>& views,
                          const ViewsMeta& meta);

Result<ViewsMeta> ReadMeta(Database& database);
Result<void> WriteMeta(Database& database, const ViewsMeta& meta);

// Names of views whose tables in the file are of another version, or which are missing or unknown:
// such a file must be rebuilt.
Result<std::vector<std::string>> OutdatedViews(Database& database,
                                               const std::vector<const ViewDefinition*>& views);

}  // namespace sinetti
