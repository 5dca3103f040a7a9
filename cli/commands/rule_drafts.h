// The rules that are compiled in, as the rule book that the program ships: drafts that a ledger can
// record (docs/format/rule-book.md).  rules/suomi.ndjson is this text, and a test demands it.
#pragma once

#include <string>
#include <vector>

#include "replay/calendar/rule_book.h"

namespace sinetti {

// One draft for each rule, before those of its versions; in the order of the book.
std::vector<std::string> RuleDrafts(const RuleBook& book);

// The same as a file: one draft a line.
std::string RuleBookText(const RuleBook& book);

}  // namespace sinetti
