#include "replay/views/deadline_table.h"

#include <array>
#include <vector>

#include "replay/calendar/workdays.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

enum Sql {
  kInsert,
  kSetLimit,
  kAddLocal,
  kRemoveLocals,
  kBegun,
  kFindOpen,
  kClose,
  kMove,
  kHasOpen,
  kKind,
  kRemedy,
  kRemedyOf,
  kNotice,
  kNoticesBy,
  kSetNotice,
  kBegunBy,
  kMoveTrigger,
  kRequest,
  kSettle,
  kRequestOf,
  kSettledBy,
  kLink,
  kLinks,
  kAction,
  kEvidence,
  kActionOf,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO deadline VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
    "?13, ?14, ?15, ?16, NULL, NULL, NULL, NULL, NULL, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, "
    "NULL, ?25)",
    "UPDATE deadline SET rule_version = ?3, basis = ?4, due = ?5, rolled_from = ?6, reason_fi = "
    "?7, reason_sv = ?8, reason_en = ?9, workdays_late = ?10, rule_seq = ?11 WHERE trigger_ref = "
    "?1 AND rule = ?2",
    "INSERT OR REPLACE INTO deadline SELECT trigger_ref, ?3, subject, 'local', ?2, ?4, NULL, "
    "trigger_type, trigger_date, ?5, ?6, ?7, ?8, ?9, duty, closing, closed_on, closed_type, "
    "closed_seq, workdays_used, ?10, matter, provider, unit, client, authority, matter_kind, "
    "urgency, seq, NULL, ?11 FROM deadline WHERE trigger_ref = ?1 AND rule = ?2",
    "DELETE FROM deadline WHERE trigger_ref = ?1 AND kind = 'local' AND against = ?2",
    "SELECT trigger_ref, trigger_type, subject, trigger_date, closed_on, closed_seq, seq FROM "
    "deadline WHERE kind = 'statute' AND rule = ?1 AND (trigger_date, trigger_ref) > (?2, ?3) AND "
    "trigger_date < ?4 ORDER BY trigger_date, trigger_ref LIMIT ?5",
    "SELECT trigger_ref, rule, trigger_date, due FROM deadline WHERE subject = ?1 AND closed_on "
    "IS NULL AND instr(' ' || closing || ' ', ' ' || ?2 || ' ') > 0 ORDER BY trigger_ref, rule",
    "UPDATE deadline SET closed_on = ?3, closed_type = ?4, closed_seq = ?5, workdays_used = ?6, "
    "workdays_late = ?7 WHERE trigger_ref = ?1 AND rule = ?2",
    "UPDATE deadline SET rolled_from = due, due = ?2, moved_seq = ?3 WHERE subject = ?1 AND "
    "closed_on IS "
    "NULL AND kind = 'set'",
    "SELECT 1 FROM deadline WHERE subject = ?1 AND closed_on IS NULL AND kind = 'statute' AND due "
    "IS NOT NULL LIMIT 1",
    "SELECT authority, matter_kind, urgency FROM deadline WHERE subject = ?1 AND matter_kind IS "
    "NOT "
    "NULL ORDER BY seq LIMIT 1",
    "INSERT OR REPLACE INTO deadline_remedy VALUES (?1, ?2, ?3, ?4)",
    "SELECT remedy, social_services FROM deadline_remedy WHERE decision = ?1",
    "INSERT OR REPLACE INTO deadline_notice VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "SELECT ref, sent_on, notified_on FROM deadline_notice WHERE rule = ?1 AND sent_on >= ?2 AND "
    "sent_on < ?3 ORDER BY sent_on, ref",
    "UPDATE deadline_notice SET notified_on = ?2 WHERE ref = ?1",
    "SELECT trigger_ref, trigger_type, subject, trigger_date, closed_on, closed_seq, seq, rule "
    "FROM "
    "deadline WHERE kind = 'statute' AND trigger_ref = ?1 ORDER BY rule",
    "UPDATE deadline SET trigger_date = ?2, workdays_used = ?3 WHERE trigger_ref = ?1 AND rule = "
    "?4",
    "INSERT OR REPLACE INTO deadline_request VALUES (?1, ?2, NULL, NULL, ?3)",
    "UPDATE deadline_request SET settled_by = ?2, new_decision = ?3, seq = ?4 WHERE request = ?1",
    "SELECT decision FROM deadline_request WHERE request = ?1",
    "SELECT settled_by, new_decision FROM deadline_request WHERE decision = ?1 AND settled_by IS "
    "NOT NULL ORDER BY request",
    "INSERT OR REPLACE INTO deadline_link VALUES (?1, ?2, ?3)",
    "SELECT subject FROM deadline_link WHERE rests_on = ?1 ORDER BY subject",
    "INSERT OR REPLACE INTO deadline_action VALUES (?1, ?2, NULL, ?3)",
    "UPDATE deadline_action SET evidence_on = ?2 WHERE action = ?1",
    "SELECT about, evidence_on FROM deadline_action WHERE action = ?1",
};

std::string_view MatterOf(const Event& event) {
  return event.envelope().matter.empty() ? event.stream() : event.envelope().matter;
}

// The columns that follow from a rule version; all empty without one.
struct Shown {
  explicit Shown(const Deadline* deadline) {
    if (deadline == nullptr) return;
    version = deadline->rule_version;
    if (deadline->rule_event) seq = static_cast<std::int64_t>(*deadline->rule_event);
    due = deadline->due;
    rolled_from = deadline->rolled_from;
    fi = deadline->reason.fi;
    sv = deadline->reason.sv;
    en = deadline->reason.en;
  }

  std::optional<std::string_view> version, fi, sv, en;
  std::optional<Date> due, rolled_from;
  std::optional<std::int64_t> seq;  // the event that recorded the version
};

std::optional<int> WorkdaysUsed(std::optional<Date> closed, Date trigger) {
  if (!closed || trigger == kUnknownTrigger) return std::nullopt;
  return *closed > trigger ? CountWorkdays(AddDays(trigger, 1), *closed) : 0;
}

std::optional<int> WorkdaysLate(std::optional<Date> closed, std::optional<Date> due) {
  if (!closed || !due) return std::nullopt;
  return *closed > *due ? CountWorkdays(AddDays(*due, 1), *closed) : 0;
}

// The first seven columns of a row.
Result<BegunLimit> ReadBegun(Statement& find) {
  BegunLimit begun;
  begun.trigger_ref = find.Text(0);
  begun.trigger_type = find.Text(1);
  begun.subject = find.Text(2);
  SINETTI_ASSIGN(begun.trigger, ParseDate(find.Text(3)));
  if (const auto closed = ParseDate(find.Text(4))) begun.closed_on = *closed;
  if (!find.IsNull(5)) begun.closed_seq = find.Integer(5);
  begun.seq = find.Integer(6);
  return begun;
}

}  // namespace

Result<DeadlineTable> DeadlineTable::Open(Database& database) {
  SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
  return DeadlineTable(std::move(sql));
}

Result<void> DeadlineTable::Insert(const Event& trigger, const Limit& limit,
                                   const Deadline* deadline, std::string_view basis) {
  const Envelope& envelope = trigger.envelope();
  const Shown shown(deadline);
  return sql_[kInsert].Run(
      EventRefOf(trigger), limit.rule, limit.subject, "statute", nullptr, shown.version,
      Column(basis), trigger.type(), limit.trigger, shown.due, shown.rolled_from, shown.fi,
      shown.sv, shown.en, limit.duty, limit.closing, MatterOf(trigger), Column(envelope.provider),
      Column(envelope.unit), Column(envelope.client), Column(limit.kind.authority),
      Column(limit.kind.kind), Column(limit.kind.urgency), trigger.sequence(), shown.seq);
}

Result<void> DeadlineTable::SetLimit(const BegunLimit& begun, std::string_view rule,
                                     const Deadline* deadline, std::string_view basis) {
  const Shown shown(deadline);
  return sql_[kSetLimit].Run(begun.trigger_ref, rule, shown.version, Column(basis), shown.due,
                             shown.rolled_from, shown.fi, shown.sv, shown.en,
                             WorkdaysLate(begun.closed_on, shown.due), shown.seq);
}

Result<void> DeadlineTable::AddLocal(const BegunLimit& begun, std::string_view statute,
                                     const Deadline& deadline) {
  const Shown shown(&deadline);
  return sql_[kAddLocal].Run(begun.trigger_ref, statute, deadline.rule_id, shown.version, shown.due,
                             shown.rolled_from, shown.fi, shown.sv, shown.en,
                             WorkdaysLate(begun.closed_on, shown.due), shown.seq);
}

Result<void> DeadlineTable::RemoveLocals(const BegunLimit& begun, std::string_view statute) {
  return sql_[kRemoveLocals].Run(begun.trigger_ref, statute);
}

Result<std::vector<BegunLimit>> DeadlineTable::Begun(std::string_view rule, Date from, Date to,
                                                     const BegunLimit* after, std::size_t most) {
  std::vector<BegunLimit> found;
  Statement& find = sql_[kBegun];
  // Nothing is smaller than an empty reference: without `after` the first day itself is included.
  find.Start(rule, after ? after->trigger : from, after ? after->trigger_ref : std::string(), to,
             most);
  for (;;) {
    SINETTI_ASSIGN(const bool more, find.Step());
    if (!more) return found;
    SINETTI_ASSIGN(BegunLimit begun, ReadBegun(find));
    found.push_back(std::move(begun));
  }
}

Result<void> DeadlineTable::InsertSet(const Event& trigger, std::string_view subject,
                                      std::string_view from, std::string_view due,
                                      std::string_view duty, std::string_view closing) {
  const Envelope& envelope = trigger.envelope();
  return sql_[kInsert].Run(EventRefOf(trigger), "set", subject, "set", nullptr, nullptr, nullptr,
                           trigger.type(), from, due, nullptr, nullptr, nullptr, nullptr, duty,
                           closing, MatterOf(trigger), Column(envelope.provider),
                           Column(envelope.unit), Column(envelope.client), nullptr, nullptr,
                           nullptr, trigger.sequence(), nullptr);
}

Result<void> DeadlineTable::Close(const Event& act, std::string_view subject,
                                  std::string_view day) {
  struct Open {
    std::string trigger_ref, rule, trigger_date, due;
  };
  std::vector<Open> open;
  Statement& find = sql_[kFindOpen];
  for (find.Start(subject, act.type());;) {
    SINETTI_ASSIGN(const bool more, find.Step());
    if (!more) break;
    open.push_back({std::string(find.Text(0)), std::string(find.Text(1)), std::string(find.Text(2)),
                    std::string(find.Text(3))});
  }
  const auto closed = ParseDate(day);
  for (const Open& row : open) {
    std::optional<int> used, late;
    const auto trigger = ParseDate(row.trigger_date);
    if (closed && trigger) {
      used = WorkdaysUsed(*closed, *trigger);
      if (const auto due = ParseDate(row.due)) late = WorkdaysLate(*closed, *due);
    }
    SINETTI_TRY(
        sql_[kClose].Run(row.trigger_ref, row.rule, day, act.type(), act.sequence(), used, late));
  }
  return {};
}

Result<void> DeadlineTable::Move(const Event& act, std::string_view subject, std::string_view due) {
  return sql_[kMove].Run(subject, due, act.sequence());
}

Result<bool> DeadlineTable::HasOpen(std::string_view subject) {
  sql_[kHasOpen].Start(subject);
  return sql_[kHasOpen].Step();
}

Result<OwnMatterKind> DeadlineTable::KindOf(std::string_view subject) {
  Statement& find = sql_[kKind];
  find.Start(subject);
  SINETTI_ASSIGN(const bool found, find.Step());
  if (!found) return OwnMatterKind{};
  return OwnMatterKind{std::string(find.Text(0)), std::string(find.Text(1)),
                       std::string(find.Text(2))};
}

Result<void> DeadlineTable::RememberRemedy(const Event& decision, int kind, bool social_services) {
  return sql_[kRemedy].Run(EventRefOf(decision), kind, social_services, decision.sequence());
}

Result<std::optional<Remedy>> DeadlineTable::RemedyOf(std::string_view decision) {
  Statement& find = sql_[kRemedyOf];
  find.Start(decision);
  SINETTI_ASSIGN(const bool found, find.Step());
  if (!found) return std::optional<Remedy>();
  return std::optional<Remedy>(Remedy{find.Integer(0), find.Integer(1) != 0});
}

Result<void> DeadlineTable::RememberNotice(const Event& notified, std::string_view decision,
                                           std::string_view rule, std::optional<Date> sent,
                                           std::optional<Date> day) {
  return sql_[kNotice].Run(EventRefOf(notified), decision, Column(rule), sent, day,
                           notified.sequence());
}

Result<std::vector<SentNotice>> DeadlineTable::NoticesBy(std::string_view rule, Date from,
                                                         Date to) {
  std::vector<SentNotice> notices;
  Statement& find = sql_[kNoticesBy];
  for (find.Start(rule, from, to);;) {
    SINETTI_ASSIGN(const bool more, find.Step());
    if (!more) return notices;
    SentNotice notice{std::string(find.Text(0)), {}, {}};
    SINETTI_ASSIGN(notice.sent, ParseDate(find.Text(1)));
    if (const auto day = ParseDate(find.Text(2))) notice.day = *day;
    notices.push_back(std::move(notice));
  }
}

Result<std::vector<std::pair<std::string, BegunLimit>>> DeadlineTable::MoveNotice(
    const SentNotice& notice, std::optional<Date> day) {
  SINETTI_TRY(sql_[kSetNotice].Run(notice.ref, day));
  std::vector<std::pair<std::string, BegunLimit>> begun;
  Statement& find = sql_[kBegunBy];
  for (find.Start(notice.ref);;) {
    SINETTI_ASSIGN(const bool more, find.Step());
    if (!more) break;
    SINETTI_ASSIGN(BegunLimit limit, ReadBegun(find));
    begun.emplace_back(find.Text(7), std::move(limit));
  }
  for (auto& [rule, limit] : begun) {
    limit.trigger = day.value_or(kUnknownTrigger);
    SINETTI_TRY(sql_[kMoveTrigger].Run(notice.ref, limit.trigger,
                                       WorkdaysUsed(limit.closed_on, limit.trigger), rule));
  }
  return begun;
}

Result<void> DeadlineTable::RememberRequest(const Event& request, std::string_view decision) {
  return sql_[kRequest].Run(EventRefOf(request), decision, request.sequence());
}

Result<std::string> DeadlineTable::SettleRequest(const Event& settled, std::string_view request,
                                                 std::string_view new_decision) {
  SINETTI_TRY(
      sql_[kSettle].Run(request, EventRefOf(settled), Column(new_decision), settled.sequence()));
  Statement& find = sql_[kRequestOf];
  find.Start(request);
  SINETTI_ASSIGN(const bool found, find.Step());
  return found ? std::string(find.Text(0)) : std::string();
}

Result<std::vector<std::string>> DeadlineTable::SettledBy(std::string_view decision) {
  std::vector<std::string> settled;
  Statement& find = sql_[kSettledBy];
  for (find.Start(decision);;) {
    SINETTI_ASSIGN(const bool more, find.Step());
    if (!more) return settled;
    settled.emplace_back(find.Text(0));
    if (!find.IsNull(1)) settled.emplace_back(find.Text(1));
  }
}

Result<void> DeadlineTable::Link(const Event& event, std::string_view rests_on,
                                 std::string_view subject) {
  return sql_[kLink].Run(rests_on, subject, event.sequence());
}

Result<void> DeadlineTable::RememberAction(const Event& event, std::string_view action,
                                           std::string_view about) {
  return sql_[kAction].Run(action, about, event.sequence());
}

Result<void> DeadlineTable::Evidence(std::string_view action, std::string_view day) {
  return sql_[kEvidence].Run(action, Column(day));
}

Result<void> DeadlineTable::CloseByAction(const Event& verified, std::string_view action,
                                          std::string_view day) {
  sql_[kActionOf].Start(action);
  SINETTI_ASSIGN(const bool found, sql_[kActionOf].Step());
  if (!found) return {};
  std::vector<std::string> subjects = {std::string(action), std::string(sql_[kActionOf].Text(0))};
  const std::string met(sql_[kActionOf].IsNull(1) ? day : sql_[kActionOf].Text(1));

  // A finding, the orders that rest on it, and the fines that rest on those: three steps down.
  std::size_t begin = 1;
  for (int depth = 0; depth < 3; ++depth) {
    const std::size_t end = subjects.size();
    for (std::size_t at = begin; at < end; ++at) {
      Statement& links = sql_[kLinks];
      for (links.Start(subjects[at]);;) {
        SINETTI_ASSIGN(const bool more, links.Step());
        if (!more) break;
        subjects.emplace_back(links.Text(0));
      }
    }
    begin = end;
  }
  for (const std::string& subject : subjects) SINETTI_TRY(Close(verified, subject, met));
  return {};
}

}  // namespace sinetti
