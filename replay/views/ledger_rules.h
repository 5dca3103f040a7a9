// The rule versions that the ledger itself records (rule.registered, rule.versionInForce,
// rule.repealed), beside
// the compiled-in ones: they go before those under the same id.  Local standards name the statutory
// rule they are measured against.  Kept in tables, so that a resumed replay knows what the first
// one knew.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/event.h"
#include "replay/calendar/rule_book.h"
#include "replay/fold/database.h"
#include "replay/views/columns.h"

namespace sinetti {

inline constexpr std::string_view kLedgerRulesSchema = R"sql(
CREATE TABLE ledger_rule (
  rule TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,            -- statute, local, contract, draft, unspecified
  owner TEXT,
  text TEXT,
  against TEXT,                  -- the statutory rule a local standard must not weaken
  title_sv TEXT,
  title_en TEXT,
  source TEXT,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE ledger_rule_version (
  rule TEXT NOT NULL,
  version TEXT NOT NULL,
  statute TEXT,
  unit TEXT NOT NULL,
  amount INTEGER,                -- the longest time allowed, thousandths
  shown TEXT NOT NULL,
  trigger TEXT,
  act TEXT,
  exclude_first_day INTEGER NOT NULL,
  rollover INTEGER NOT NULL,
  saturday INTEGER NOT NULL,
  eves INTEGER NOT NULL,         -- 1: Christmas and Midsummer Eve are working days
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  applies_to TEXT,
  text TEXT,
  note TEXT,
  statute_amount INTEGER,        -- of the rule it is measured against, on valid_from
  statute_version TEXT,
  verdict TEXT,                  -- weaker, equal, stronger, unknown; NULL: nothing to measure against
  seq INTEGER NOT NULL,
  PRIMARY KEY (rule, version)
) WITHOUT ROWID;

-- From `day` on no version that began before it is in force.
CREATE TABLE ledger_rule_repeal (
  rule TEXT NOT NULL,
  day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (rule, day)
) WITHOUT ROWID;

-- Local standards against the law in force when they began.
CREATE VIEW v16_local_standards AS
  SELECT r.title AS standard, coalesce(v.text, r.text) AS text, r.source, r.owner,
         r.against AS statute_rule, v.statute_version, v.amount / 1000 AS local_limit,
         v.statute_amount / 1000 AS statute_limit, v.unit, v.shown, v.verdict,
         v.valid_from AS since,
         coalesce((SELECT min(p.day) FROM ledger_rule_repeal p
                   WHERE p.rule = v.rule AND p.day > v.valid_from
                     AND (v.valid_to IS NULL OR p.day < v.valid_to)), v.valid_to) AS until, r.rule, v.version, v.seq
  FROM ledger_rule r JOIN ledger_rule_version v ON v.rule = r.rule
  WHERE r.kind = 'local' AND r.against IS NOT NULL
  ORDER BY r.rule, v.valid_from;
)sql";

// Triggers whose limits a recorded rule changes: those of a statutory rule that fall on or after
// `from` and before `to`.
struct ChangedLimits {
  std::string statute;
  Date from, to;
};

class LedgerRules {
 public:
  // Reads the tables back.
  static Result<LedgerRules> Open(Database& database);

  // All three say which limits to compute anew, for a rule may be recorded after the acts that it
  // governs.
  Result<std::vector<ChangedLimits>> ApplyRegistered(const Event& event);
  Result<std::vector<ChangedLimits>> ApplyVersion(const Event& event);
  Result<std::vector<ChangedLimits>> ApplyRepealed(const Event& event);

  const RuleBook& book() const { return book_; }

  // "1412/1997:14 b" of the version in force; empty where none is.
  std::string BasisOf(std::string_view rule, Date trigger) const;

  // Ids of the local standards measured against a statutory rule.
  std::vector<std::string> LocalAgainst(std::string_view rule) const;

 private:
  explicit LedgerRules(Statements sql) : sql_(std::move(sql)) {}

  // What the tables say, and nothing that an earlier event said and a later one replaced.
  Result<void> Reload();
  // Measures every version of every local standard against the statute in force when it began.
  Result<void> MeasureLocals();
  struct Validity {
    std::string version;
    Date from, to;
  };
  Result<std::vector<Validity>> ValidityOf(std::string_view rule);

  RuleBook book_;
  std::map<std::string, std::string, std::less<>> against_;  // local standard to statutory rule
  Statements sql_;
};

}  // namespace sinetti
