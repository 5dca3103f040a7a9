// Computes the last day of a time limit and says why that day: act 150/1930, 2 to 5 section, with
// the rule version in force on the day of the trigger.  Pure; years 1900 to 2199.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/language.h"
#include "ledger/base/result.h"
#include "replay/calendar/rule_book.h"

namespace sinetti {

struct DeadlineStep {
  enum class Action {
    kTrigger,  // the day of the trigger itself
    kCounted,  // counted as day `number`
    kSkipped,  // passed over: no working day under the rule
    kReached,  // reached in one step (weeks, months, years)
    kRolled,   // last day that is no working day: the act may be done later
    kDue,      // the last day
  };
  Date date;
  Action action = Action::kCounted;
  int number = 0;  // kCounted
  Text3 day;       // name of the weekday, holiday or eve
};

struct Deadline {
  Date trigger;
  Date due;                         // the last day on which the act is in time
  std::optional<Date> rolled_from;  // the day it moved from
  LocalText reason;                 // one sentence
  std::vector<DeadlineStep> steps;  // every day counted or skipped, in order
  std::string rule_id;
  std::string rule_version;
  std::optional<std::uint64_t> rule_event;  // that recorded the version; none: it is compiled in
};

// kInvalid when `rule` was not in force on `trigger` or the limit leaves the calendar.
Result<Deadline> Compute(const Rule& rule, Date trigger);

// The due day alone, for folding many events: same errors, no steps.
Result<Date> DueDay(const Rule& rule, Date trigger);

// Find and Compute.
Result<Deadline> Compute(const RuleBook& book, std::string_view rule_id, Date trigger);

// How a decision is notified.
enum class NotificationMethod {
  kLetter,        // ordinary letter: rule tiedoksianto-kirje (434/2003 59 section)
  kElectronic,    // ordinary electronic message: tiedoksianto-sahkoinen (13/2003 19 section)
  kWebsite,       // minutes on the website: tiedoksianto-poytakirja (611/2021 145 section)
  kAcknowledged,  // proof of delivery, summons: the day received, by no rule
};
// The id of the rule that says when a party is deemed notified; empty for kAcknowledged.
std::string_view NotificationRule(NotificationMethod method);
// The day on which what was sent (or received) that day counts as notified, by the version of the
// book in force then.  kNotFound: none was.
Result<Date> DeemedNotified(const RuleBook& book, NotificationMethod method, Date sent_or_received);

// "7 working days": how long the rule lets one wait.
std::string LimitText(const Rule& rule, Language language);

// One line for each step: "14.4.2014 ...".
std::vector<std::string> ExplainSteps(const Deadline& deadline, Language language);

}  // namespace sinetti
