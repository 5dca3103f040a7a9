#include "replay/views/deadline_table.h"

#include <array>
#include <vector>

#include "replay/calendar/workdays.h"
#include "replay/views/cells.h"

namespace sinetti {
namespace {

enum Sql {
  kInsert,
  kFindOpen,
  kClose,
  kMove,
  kHasOpen,
  kKind,
  kRemedy,
  kRemedyOf,
  kLink,
  kLinks,
  kAction,
  kEvidence,
  kActionOf,
  kSqlCount
};

constexpr std::array<std::string_view, kSqlCount> kSql = {
    "INSERT OR REPLACE INTO deadline VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
    "?13, ?14, ?15, ?16, NULL, NULL, NULL, NULL, NULL, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
    "SELECT trigger_ref, rule, trigger_date, due FROM deadline WHERE subject = ?1 AND closed_on "
    "IS NULL AND instr(' ' || closing || ' ', ' ' || ?2 || ' ') > 0 ORDER BY trigger_ref, rule",
    "UPDATE deadline SET closed_on = ?3, closed_type = ?4, closed_seq = ?5, workdays_used = ?6, "
    "workdays_late = ?7 WHERE trigger_ref = ?1 AND rule = ?2",
    "UPDATE deadline SET rolled_from = due, due = ?2, seq = ?3 WHERE subject = ?1 AND closed_on IS "
    "NULL AND kind = 'set'",
    "SELECT 1 FROM deadline WHERE subject = ?1 AND closed_on IS NULL LIMIT 1",
    "SELECT authority, matter_kind, urgency FROM deadline WHERE subject = ?1 AND matter_kind IS "
    "NOT "
    "NULL ORDER BY seq LIMIT 1",
    "INSERT OR REPLACE INTO deadline_remedy VALUES (?1, ?2, ?3, ?4)",
    "SELECT remedy, social_services FROM deadline_remedy WHERE decision = ?1",
    "INSERT OR REPLACE INTO deadline_link VALUES (?1, ?2, ?3)",
    "SELECT subject FROM deadline_link WHERE rests_on = ?1 ORDER BY subject",
    "INSERT OR REPLACE INTO deadline_action VALUES (?1, ?2, NULL, ?3)",
    "UPDATE deadline_action SET evidence_on = ?2 WHERE action = ?1",
    "SELECT about, evidence_on FROM deadline_action WHERE action = ?1",
};

std::string_view MatterOf(const Event& event) {
  return event.envelope().matter.empty() ? event.stream() : event.envelope().matter;
}

}  // namespace

Result<DeadlineTable> DeadlineTable::Open(Database& database) {
  SINETTI_ASSIGN(Statements sql, Statements::Prepare(database, kSql));
  return DeadlineTable(std::move(sql));
}

Result<void> DeadlineTable::Insert(const Event& trigger, std::string_view subject,
                                   const Deadline& deadline, std::string_view basis,
                                   std::string_view against, std::string_view duty,
                                   std::string_view closing, const MatterKind& kind) {
  const Envelope& envelope = trigger.envelope();
  return sql_[kInsert].Run(
      EventRefOf(trigger), deadline.rule_id, subject, against.empty() ? "statute" : "local",
      Column(against), deadline.rule_version, Column(basis), trigger.type(), deadline.trigger,
      deadline.due, deadline.rolled_from, deadline.reason.fi, deadline.reason.sv,
      deadline.reason.en, duty, closing, MatterOf(trigger), Column(envelope.provider),
      Column(envelope.unit), Column(envelope.client), Column(kind.authority), Column(kind.kind),
      Column(kind.urgency), trigger.sequence());
}

Result<void> DeadlineTable::InsertSet(const Event& trigger, std::string_view subject,
                                      std::string_view from, std::string_view due,
                                      std::string_view duty, std::string_view closing) {
  const Envelope& envelope = trigger.envelope();
  return sql_[kInsert].Run(EventRefOf(trigger), "set", subject, "set", nullptr, nullptr, nullptr,
                           trigger.type(), from, due, nullptr, nullptr, nullptr, nullptr, duty,
                           closing, MatterOf(trigger), Column(envelope.provider),
                           Column(envelope.unit), Column(envelope.client), nullptr, nullptr,
                           nullptr, trigger.sequence());
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
    const auto due = ParseDate(row.due);
    if (closed && trigger && due) {
      used = *closed > *trigger ? CountWorkdays(AddDays(*trigger, 1), *closed) : 0;
      late = *closed > *due ? CountWorkdays(AddDays(*due, 1), *closed) : 0;
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
