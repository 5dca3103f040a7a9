// The rules of time limits as views know them, for whoever counts by hand what the views count.
#pragma once

#include "ledger/base/result.h"
#include "replay/calendar/rule_book.h"
#include "replay/fold/database.h"

namespace sinetti {

// The rules of the program, with those that the ledger recorded before them; `views` is an open
// database of views of any moment.  One thread at a time, as the database.
Result<RuleBook> RecordedRules(Database& views);

}  // namespace sinetti
