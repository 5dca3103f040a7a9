// Indexes that wait until a rebuild has written every row: sorting a column once costs a fraction
// of keeping its index in order through millions of inserts (docs/decisions/0036).  Which ones wait
// stands in the file itself, so a killed rebuild knows them.
#pragma once

#include <vector>

#include "ledger/base/result.h"
#include "replay/fold/view.h"

namespace sinetti {

// Drops every index of the (empty) tables but those that a view's Apply asks, and remembers how
// they are made.  In the caller's transaction.
Result<void> SetIndexesAside(Database& database, const std::vector<const ViewDefinition*>& views);

// Makes what SetIndexesAside dropped; nothing where nothing waits.  A transaction of its own.
Result<void> MakeIndexes(Database& database);

}  // namespace sinetti
