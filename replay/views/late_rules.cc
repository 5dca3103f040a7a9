#include "replay/views/late_rules.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "replay/views/notification.h"

namespace sinetti {
namespace {

constexpr std::size_t kPage = 1000;  // rows in memory at a time

// Calls `visit` for each statutory time of `rule` in [from, to).
template <typename Visit>
Result<void> EachBegun(DeadlineTable& table, const ChangedLimits& changed, Visit visit) {
  std::vector<BegunLimit> page;
  do {
    const BegunLimit last = page.empty() ? BegunLimit{} : page.back();
    SINETTI_ASSIGN(page, table.Begun(changed.statute, changed.from, changed.to,
                                     page.empty() ? nullptr : &last, kPage));
    for (const BegunLimit& begun : page) SINETTI_TRY(visit(begun));
  } while (page.size() == kPage);
  return {};
}

// Deems notified anew what was sent while the rule was in force, and counts from there.
Result<void> NotifyAnew(const LedgerRules& rules, DeadlineTable& table,
                        const ChangedLimits& changed) {
  SINETTI_ASSIGN(const auto notices, table.NoticesBy(changed.statute, changed.from, changed.to));
  for (const SentNotice& notice : notices) {
    const auto day = DeemedBy(rules.book(), changed.statute, notice.sent);
    if (day == notice.day) continue;
    SINETTI_ASSIGN(const auto begun, table.MoveNotice(notice, day));
    for (const auto& [rule, limit] : begun) SINETTI_TRY(SetLimits(rules, table, limit, rule));
  }
  return {};
}

// A plan sets its time only when none was running, and whether one was running depends on the
// rules: every account of the rule is looked at, in the order of recording.
Result<void> ComputeAccountsAnew(const LedgerRules& rules, DeadlineTable& table) {
  std::vector<BegunLimit> all;
  const ChangedLimits always{std::string(kAccountRule), kFirstDate, kLastDate};
  SINETTI_TRY(EachBegun(table, always, [&](const BegunLimit& begun) -> Result<void> {
    all.push_back(begun);
    return {};
  }));
  std::sort(all.begin(), all.end(),
            [](const BegunLimit& a, const BegunLimit& b) { return a.seq < b.seq; });
  std::map<std::string, std::int64_t> running_until;  // by subject: seq of the closing act
  for (const BegunLimit& begun : all) {
    const auto running = running_until.find(begun.subject);
    const bool waits = begun.trigger_type != kAccountPublished && running != running_until.end() &&
                       begun.seq < running->second;
    if (waits) {
      SINETTI_TRY(table.RemoveLocals(begun, kAccountRule));
      SINETTI_TRY(table.SetLimit(begun, kAccountRule, nullptr, {}));
      continue;
    }
    SINETTI_TRY(SetLimits(rules, table, begun, kAccountRule));
    if (!Compute(rules.book(), kAccountRule, begun.trigger)) continue;
    std::int64_t& until = running_until[begun.subject];
    until = std::max(
        until, begun.closed_seq ? *begun.closed_seq : std::numeric_limits<std::int64_t>::max());
  }
  return {};
}

}  // namespace

Result<void> SetLimits(const LedgerRules& rules, DeadlineTable& table, const BegunLimit& begun,
                       std::string_view rule) {
  const auto deadline = Compute(rules.book(), rule, begun.trigger);
  SINETTI_TRY(table.SetLimit(begun, rule, deadline ? &*deadline : nullptr,
                             deadline ? rules.BasisOf(rule, begun.trigger) : std::string()));
  SINETTI_TRY(table.RemoveLocals(begun, rule));
  for (const std::string& local : rules.LocalAgainst(rule)) {
    if (const auto limit = Compute(rules.book(), local, begun.trigger))
      SINETTI_TRY(table.AddLocal(begun, rule, *limit));
  }
  return {};
}

Result<void> ComputeAnew(const LedgerRules& rules, DeadlineTable& table,
                         const std::vector<ChangedLimits>& changed) {
  for (const ChangedLimits& limits : changed) {
    if (limits.statute == kAccountRule) {
      SINETTI_TRY(ComputeAccountsAnew(rules, table));
      continue;
    }
    SINETTI_TRY(NotifyAnew(rules, table, limits));
    SINETTI_TRY(EachBegun(table, limits, [&](const BegunLimit& begun) {
      return SetLimits(rules, table, begun, limits.statute);
    }));
  }
  return {};
}

}  // namespace sinetti
