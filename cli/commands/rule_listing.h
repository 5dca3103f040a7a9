// Which rules of time limits hold, and how commands show them: those that the ledger records before
// those of the program.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/session.h"
#include "replay/calendar/rule_book.h"

namespace sinetti {

// The rules of the program, with those of the ledger before them; one needs no ledger to ask.
Result<RuleBook> RulesFor(Session& session, bool built_in, const std::string& known_at);

// A table, or JSON.
void PrintRules(Session& session, const std::vector<Rule>& rules);
std::string RuleJson(const Rule& rule);

// "1412/1997 14 b §", in English "1412/1997 section 14 b"; "version 2017, event 41" or "version
// 2017, of the program".  JSON says the statute as its publisher does, in every language.
std::string BasisText(const Rule& rule, Language language);
std::string VersionText(const Rule& rule, Language language);

// What to say of a rule that is none: what is near, and where they are listed.
std::string NearRules(const RuleBook& book, const std::string& id);

}  // namespace sinetti
