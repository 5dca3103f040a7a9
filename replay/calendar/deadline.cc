#include "replay/calendar/deadline.h"

#include <cstdlib>

#include "replay/calendar/deadline_text.h"
#include "replay/calendar/holidays.h"

namespace sinetti {
namespace {

using Action = DeadlineStep::Action;

// Keeps the steps, or nothing when only the day is asked for.
class Trace {
 public:
  explicit Trace(std::vector<DeadlineStep>* steps) : steps_(steps) {}
  void Add(Date date, Action action, int number = 0) {
    if (steps_ != nullptr) steps_->push_back({date, action, number, DayName(date)});
  }

 private:
  std::vector<DeadlineStep>* steps_;
};

int Sign(int amount) { return amount < 0 ? -1 : 1; }

// 2 section: `amount` days after (before) the trigger, which is not counted unless the rule says
// so.
Date CountDays(const Rule& rule, Date trigger, Trace& trace) {
  const int step = Sign(rule.amount);
  Date day = rule.exclude_first_day ? AddDays(trigger, step) : trigger;
  for (int number = 1;; ++number, day = AddDays(day, step)) {
    trace.Add(day, Action::kCounted, number);
    if (number == std::abs(rule.amount)) return day;
  }
}

Date CountWorkingDays(const Rule& rule, Date trigger, Trace& trace) {
  const int step = Sign(rule.amount);
  Date day = rule.exclude_first_day ? AddDays(trigger, step) : trigger;
  for (int number = 0;; day = AddDays(day, step)) {
    if (!IsWorkday(day, rule.workdays)) {
      trace.Add(day, Action::kSkipped);
      continue;
    }
    trace.Add(day, Action::kCounted, ++number);
    if (number == std::abs(rule.amount)) return day;
  }
}

// 3 and 4 section: the same named or numbered day.
Date JumpTo(const Rule& rule, Date target, Trace& trace) {
  if (!rule.exclude_first_day) target = AddDays(target, -Sign(rule.amount));
  trace.Add(target, Action::kReached);
  return target;
}

// `day` itself when it is a working day of the rule, else the first one after it.
Date WorkdayFrom(const Rule& rule, Date day, Trace& trace) {
  while (!IsWorkday(day, rule.workdays)) {
    trace.Add(day, Action::kSkipped);
    day = AddDays(day, 1);
  }
  trace.Add(day, Action::kReached);
  return day;
}

Date FirstOfMonth(Date date, int months_later) {
  const CivilDay civil = CivilOf(AddMonths(date, months_later));
  return DateOf(civil.year, civil.month, 1);
}

Date LastDayOf(const Rule& rule, Date trigger, Trace& trace) {
  switch (rule.unit) {
    case LimitUnit::kDays: return CountDays(rule, trigger, trace);
    case LimitUnit::kWorkdays: return CountWorkingDays(rule, trigger, trace);
    case LimitUnit::kWeeks: return JumpTo(rule, AddDays(trigger, 7 * rule.amount), trace);
    case LimitUnit::kMonths: return JumpTo(rule, AddMonths(trigger, rule.amount), trace);
    case LimitUnit::kYears: return JumpTo(rule, AddMonths(trigger, 12 * rule.amount), trace);
    case LimitUnit::kSameOrNextWorkday: return WorkdayFrom(rule, trigger, trace);
    case LimitUnit::kFirstWorkdayOfMonth:
      return WorkdayFrom(rule, FirstOfMonth(trigger, rule.amount), trace);
  }
  return trigger;
}

// 5 section: Saturday, Sunday, holiday or eve moves on, whatever counts as a working day elsewhere.
Date RollOver(Date day, Trace& trace) {
  while (!IsWorkday(day)) {
    trace.Add(day, Action::kRolled);
    day = AddDays(day, 1);
  }
  return day;
}

// Room for the longest limit that RuleBook takes.
bool FitsCalendar(const Rule& rule, Date trigger) {
  constexpr int kYearsOfRoom = 51;
  const int year = CivilOf(trigger).year;
  if (year < kFirstCalendarYear || year > kLastCalendarYear) return false;
  return rule.amount < 0 ? year >= kFirstCalendarYear + kYearsOfRoom
                         : year <= kLastCalendarYear - kYearsOfRoom;
}

Result<void> CheckApplies(const Rule& rule, Date trigger) {
  const std::string name = "rule " + rule.id + " version " + rule.version;
  if (trigger < rule.valid_from || trigger >= rule.valid_to)
    return Error{ErrorCode::kInvalid, name + " was not in force on " + FormatDate(trigger) +
                                          " (from " + FormatDate(rule.valid_from) + ", until " +
                                          FormatDate(rule.valid_to) + ")"};
  if (!FitsCalendar(rule, trigger))
    return Error{ErrorCode::kInvalid, name + ": a limit from " + FormatDate(trigger) +
                                          " leaves the calendar of 1900 to 2199"};
  return {};
}

struct LastDay {
  Date due;
  std::optional<Date> rolled_from;
};

LastDay Count(const Rule& rule, Date trigger, Trace& trace) {
  trace.Add(trigger, Action::kTrigger);
  LastDay last{LastDayOf(rule, trigger, trace), std::nullopt};
  if (rule.rollover && rule.amount > 0) {
    const Date moved = RollOver(last.due, trace);
    if (moved != last.due) last.rolled_from = last.due;
    last.due = moved;
  }
  trace.Add(last.due, Action::kDue);
  return last;
}

}  // namespace

Result<Deadline> Compute(const Rule& rule, Date trigger) {
  SINETTI_TRY(CheckApplies(rule, trigger));
  Deadline deadline;
  deadline.trigger = trigger;
  deadline.rule_id = rule.id;
  deadline.rule_version = rule.version;
  deadline.rule_event = rule.recorded;
  Trace trace(&deadline.steps);
  const LastDay last = Count(rule, trigger, trace);
  deadline.due = last.due;
  deadline.rolled_from = last.rolled_from;
  deadline.reason = ReasonOf(rule, deadline);
  return deadline;
}

Result<Date> DueDay(const Rule& rule, Date trigger) {
  SINETTI_TRY(CheckApplies(rule, trigger));
  Trace trace(nullptr);
  return Count(rule, trigger, trace).due;
}

Result<Deadline> Compute(const RuleBook& book, std::string_view rule_id, Date trigger) {
  SINETTI_ASSIGN(const Rule* rule, book.Find(rule_id, trigger));
  return Compute(*rule, trigger);
}

std::string_view NotificationRule(NotificationMethod method) {
  switch (method) {
    case NotificationMethod::kLetter: return "tiedoksianto-kirje";
    case NotificationMethod::kElectronic: return "tiedoksianto-sahkoinen";
    case NotificationMethod::kWebsite: return "tiedoksianto-poytakirja";
    case NotificationMethod::kAcknowledged: break;
  }
  return {};
}

Result<Date> DeemedNotified(const RuleBook& book, NotificationMethod method,
                            Date sent_or_received) {
  const std::string_view rule_id = NotificationRule(method);
  if (rule_id.empty()) return sent_or_received;
  SINETTI_ASSIGN(const Rule* rule, book.Find(rule_id, sent_or_received));
  return DueDay(*rule, sent_or_received);
}

}  // namespace sinetti
