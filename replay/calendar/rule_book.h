// Time-limit rules with validity in time.  A deadline is computed from the version in force on the
// day of its trigger; versions come compiled in (builtin_rules.cc, shown in
// docs/reference/calendar.md) and from the ledger itself (rule.versionInForce).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/language.h"
#include "ledger/base/result.h"
#include "replay/calendar/workdays.h"

namespace sinetti {

enum class LimitUnit {
  kDays,                 // calendar days
  kWeeks,                // same weekday
  kMonths,               // same numbered day, or the last day of a shorter month
  kYears,                // same numbered day of the same month
  kWorkdays,             // counted under the rule's WorkdayPolicy
  kSameOrNextWorkday,    // the day of the trigger if it is a working day, else the next; amount 0
  kFirstWorkdayOfMonth,  // of the month `amount` months after the trigger's
};

// Whether the working days of the rule decide its last day.
constexpr bool LooksAtWorkdays(LimitUnit unit) {
  return unit == LimitUnit::kWorkdays || unit == LimitUnit::kSameOrNextWorkday ||
         unit == LimitUnit::kFirstWorkdayOfMonth;
}

struct Rule {
  std::string id;       // toimeentulotuki-kiireellinen
  std::string version;  // 2017
  LocalText title;
  LimitUnit unit = LimitUnit::kDays;
  int amount = 0;                 // negative: backwards from the trigger (150/1930 4 section)
  std::string trigger;            // event type that starts the time
  std::string closing;            // event type that must happen in time; may be empty
  bool exclude_first_day = true;  // 150/1930 2 section
  // 150/1930 5 section: a last day on a Saturday, Sunday, holiday or eve moves to the next working
  // day.  True for what a party does; false for an authority's duty (KHO 2012:26).  Never applied
  // backwards.
  bool rollover = false;
  WorkdayPolicy workdays;  // for kWorkdays, kSameOrNextWorkday and kFirstWorkdayOfMonth
  Date valid_from = kFirstDate;
  Date valid_to = kLastDate;  // first day after validity
  std::string act;            // 1412/1997
  std::string section;        // 14 b
  std::string note;           // what it rests on, doubts
  // The event of the ledger that recorded it; none: compiled in.
  std::optional<std::uint64_t> recorded;

  friend bool operator==(const Rule&, const Rule&) = default;
};

// A value: copy it, add to the copy.
class RuleBook {
 public:
  static RuleBook BuiltIn();

  // kInvalid for a rule that could never be applied.  A version that is already there under the
  // same id is replaced: what the ledger says goes before what is compiled in.
  Result<void> Add(Rule rule);

  // From `from` on no version of the rule that began before is in force.
  void Repeal(std::string_view rule_id, Date from);

  // The version in force on `trigger`; of several, the one that began last.  Where the ledger
  // records a version for that day, none that is compiled in is looked at
  // (docs/decisions/0065-the-ledgers-rules-go-first.md).  The pointer stays good until Add or
  // Repeal.  kNotFound says which versions there are.
  Result<const Rule*> Find(std::string_view rule_id, Date trigger) const;

  const std::vector<Rule>& rules() const { return rules_; }  // by id, then by first day

 private:
  std::vector<Rule> rules_;
};

}  // namespace sinetti
