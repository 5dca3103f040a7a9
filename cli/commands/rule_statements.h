// What a rule book and a ledger say of rules, statement by statement, and how the two differ
// (docs/format/rule-book.md).  A statement is a rule, a version of it, or its repeal.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands/session.h"
#include "replay/fold/database.h"

namespace sinetti {

struct RuleStatement {
  std::string type;  // rule.registered, rule.versionInForce, rule.repealed
  std::string rule;
  std::string part;  // version, or day of a repeal; empty for the rule itself
  std::vector<std::pair<std::string, std::string>> members;  // what it says: name and JSON

  std::string draft;                 // as JSON
  std::string reference;             // source#id
  std::optional<Sequence> sequence;  // where the ledger has it; none: from a book

  bool IsAbout(const RuleStatement& other) const {
    return type == other.type && rule == other.rule && part == other.part;
  }
  std::string Name() const { return part.empty() ? rule : rule + " " + part; }
};

// The statements of a book.  `file` empty: the program's own.  kInvalid, with the line: no draft of
// a rule, a rule that could never be applied, an unknown event type, or the same said twice.
Result<std::vector<RuleStatement>> ReadRuleBook(const Session& session, const std::string& file);

// Those of the ledger that hold now; `views` must be of its newest state.
Result<std::vector<RuleStatement>> RecordedStatements(const Session& session, const Ledger& ledger,
                                                      Database& views);

// One difference: only in the ledger (no `book`), only in the book (no `ledger`), or both.
struct RuleChange {
  const RuleStatement* book = nullptr;
  const RuleStatement* ledger = nullptr;
};

// In the order of the book; what only the ledger says comes last.
std::vector<RuleChange> CompareRules(const std::vector<RuleStatement>& book,
                                     const std::vector<RuleStatement>& ledger);

// The draft that records a change: that of the book, or, where the ledger says something else, one
// with an id of its own that corrects it.
Result<EncodedDraft> DraftOf(const Session& session, const RuleChange& change);

}  // namespace sinetti
