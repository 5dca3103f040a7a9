// Records a rule book into a ledger: what is new and what changed, in one commit; for `rules
// install` and for `init`.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/rule_statements.h"

namespace sinetti {

struct InstalledRules {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t only_in_ledger = 0;  // the book does not say them; they hold on
};

// kConflict: an id of the book names another event of the ledger.
Result<InstalledRules> InstallRules(Session& session, Ledger& ledger,
                                    const std::vector<RuleStatement>& book,
                                    const SigningArguments& signing);

std::string InstalledText(const InstalledRules& done);
std::string InstalledJson(const InstalledRules& done);

}  // namespace sinetti
