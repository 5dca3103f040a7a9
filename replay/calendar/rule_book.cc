#include "replay/calendar/rule_book.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "ledger/base/quote.h"
#include "replay/calendar/builtin_rules.h"

namespace sinetti {
namespace {

// More than any act asks for; keeps every computation inside the calendar.
int LargestAmount(LimitUnit unit) {
  switch (unit) {
    case LimitUnit::kDays: return 4000;
    case LimitUnit::kWeeks: return 500;
    case LimitUnit::kMonths: return 240;
    case LimitUnit::kYears: return 50;
    case LimitUnit::kWorkdays: return 1000;
    case LimitUnit::kSameOrNextWorkday: return 0;
    case LimitUnit::kFirstWorkdayOfMonth: return 24;
  }
  return 0;
}

bool MayBeZero(LimitUnit unit) {
  return unit == LimitUnit::kSameOrNextWorkday || unit == LimitUnit::kFirstWorkdayOfMonth;
}

Result<void> Validate(const Rule& rule) {
  const std::string name = "rule " + Quoted(rule.id) + " version " + Quoted(rule.version);
  if (rule.id.empty() || rule.version.empty())
    return Error{ErrorCode::kInvalid, name + ": id and version must not be empty"};
  if (std::abs(rule.amount) > LargestAmount(rule.unit))
    return Error{ErrorCode::kInvalid, name + ": amount " + std::to_string(rule.amount) +
                                          " is more than " +
                                          std::to_string(LargestAmount(rule.unit))};
  if (rule.amount == 0 && !MayBeZero(rule.unit))
    return Error{ErrorCode::kInvalid, name + ": amount 0 sets no time limit"};
  if (rule.valid_from >= rule.valid_to)
    return Error{ErrorCode::kInvalid, name + ": valid from " + FormatDate(rule.valid_from) +
                                          " but only until " + FormatDate(rule.valid_to)};
  return {};
}

}  // namespace

RuleBook RuleBook::BuiltIn() {
  RuleBook book;
  for (Rule& rule : BuiltInRules()) {
    const Result<void> added = book.Add(std::move(rule));
    SINETTI_CHECK(added);
  }
  return book;
}

Result<void> RuleBook::Add(Rule rule) {
  SINETTI_TRY(Validate(rule));
  const auto same = [&](const Rule& r) { return r.id == rule.id && r.version == rule.version; };
  rules_.erase(std::remove_if(rules_.begin(), rules_.end(), same), rules_.end());
  const auto order = [](const Rule& r) { return std::tie(r.id, r.valid_from, r.version); };
  const auto place =
      std::upper_bound(rules_.begin(), rules_.end(), rule,
                       [&](const Rule& a, const Rule& b) { return order(a) < order(b); });
  rules_.insert(place, std::move(rule));
  return {};
}

void RuleBook::Repeal(std::string_view rule_id, Date from) {
  for (Rule& rule : rules_) {
    if (rule.id == rule_id && rule.valid_from < from) rule.valid_to = std::min(rule.valid_to, from);
  }
}

Result<const Rule*> RuleBook::Find(std::string_view rule_id, Date trigger) const {
  const Rule* found = nullptr;
  std::string versions;
  for (const Rule& rule : rules_) {
    if (rule.id != rule_id) continue;
    versions +=
        (versions.empty() ? "" : ", ") + rule.version + " from " + FormatDate(rule.valid_from);
    if (trigger < rule.valid_from || trigger >= rule.valid_to) continue;
    if (found == nullptr || rule.recorded || !found->recorded) found = &rule;
  }
  if (found != nullptr) return found;
  if (versions.empty()) return Error{ErrorCode::kNotFound, "there is no rule " + Quoted(rule_id)};
  return Error{ErrorCode::kNotFound, "rule " + Quoted(rule_id) + " has no version in force on " +
                                         FormatDate(trigger) + " (known: " + versions + ")"};
}

}  // namespace sinetti
