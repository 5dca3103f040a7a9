// The rules of time limits as views know them, for whoever counts by hand what the views count.
#pragma once

#include <vector>

#include "ledger/base/result.h"
#include "ledger/event/event.h"
#include "replay/calendar/rule_book.h"
#include "replay/fold/database.h"

namespace sinetti {

// The rules of the program, with those that the ledger recorded before them; `views` is an open
// database of views of any moment.  One thread at a time, as the database.
Result<RuleBook> RecordedRules(Database& views);

// The events that say what the ledger's rules are now, in order: the newest of each rule, of each
// version and of each repeal.
Result<std::vector<Sequence>> RuleEvents(Database& views);

// kInvalid when the version sets a time limit that could never be applied.  `version` is a
// rule.versionInForce.
Result<void> CheckRuleVersion(const Event& version);

}  // namespace sinetti
