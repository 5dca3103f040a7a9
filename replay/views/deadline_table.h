// The rows of V4 and how they begin, move and end; deadlines.cc says when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/event.h"
#include "replay/calendar/deadline.h"
#include "replay/fold/database.h"
#include "replay/views/columns.h"

namespace sinetti {

// What V13 groups handling times by.
struct MatterKind {
  std::string_view authority;
  std::string_view kind;
  std::string_view urgency;
};

// The same, read back from a row.
struct OwnMatterKind {
  std::string authority, kind, urgency;
};

struct Remedy {
  std::int64_t kind = 0;  // number of a RemedyKind
  bool social_services = false;
};

// Who owes what when a rule's time begins.
struct Limit {
  std::string_view subject;
  std::string_view rule;
  Date trigger;
  std::string_view duty;     // authority, provider, party
  std::string_view closing;  // event types that end it
  MatterKind kind;
};

// A statutory time as it was begun: what computing it anew needs.
struct BegunLimit {
  std::string trigger_ref;
  std::string trigger_type;
  std::string subject;
  Date trigger;
  std::optional<Date> closed_on;
  std::optional<std::int64_t> closed_seq;
  std::int64_t seq = 0;
};

// A decision that was sent, and is deemed notified by a rule.
struct SentNotice {
  std::string ref;
  Date sent;
  std::optional<Date> day;
};

// The trigger of a time whose notification nobody knows the day of.
inline constexpr Date kUnknownTrigger = kFirstDate;

class DeadlineTable {
 public:
  static Result<DeadlineTable> Open(Database& database);

  // A time that a statutory rule sets.  `deadline` null: no version is known to be in force, or an
  // earlier time is running; the row waits for a version that is recorded later.
  Result<void> Insert(const Event& trigger, const Limit& limit, const Deadline* deadline,
                      std::string_view basis);
  // Sets what `deadline` says in a row that Insert made; null as there.
  Result<void> SetLimit(const BegunLimit& begun, std::string_view rule, const Deadline* deadline,
                        std::string_view basis);
  // The same time under a local standard measured against the statutory rule.
  Result<void> AddLocal(const BegunLimit& begun, std::string_view statute,
                        const Deadline& deadline);
  // Removes the local standards beside a statutory time.
  Result<void> RemoveLocals(const BegunLimit& begun, std::string_view statute);
  // Statutory times of `rule` that began on or after `from` and before `to`, by day and trigger: at
  // most `most`, those behind `after` when it is given.
  Result<std::vector<BegunLimit>> Begun(std::string_view rule, Date from, Date to,
                                        const BegunLimit* after, std::size_t most);
  // A day that the act itself set.
  Result<void> InsertSet(const Event& trigger, std::string_view subject, std::string_view from,
                         std::string_view due, std::string_view duty, std::string_view closing);
  // Ends what waits for an event of this type on `subject`.
  Result<void> Close(const Event& act, std::string_view subject, std::string_view day);
  Result<void> Move(const Event& act, std::string_view subject, std::string_view due);
  // A statutory time is running on `subject`.
  Result<bool> HasOpen(std::string_view subject);
  Result<OwnMatterKind> KindOf(std::string_view subject);

  Result<void> RememberRemedy(const Event& decision, int kind, bool social_services);
  Result<std::optional<Remedy>> RemedyOf(std::string_view decision);

  // A notice by `rule` (may be empty) of what was sent.
  Result<void> RememberNotice(const Event& notified, std::string_view decision,
                              std::string_view rule, std::optional<Date> sent,
                              std::optional<Date> day);
  // Notices by `rule` of what was sent on or after `from` and before `to`.
  Result<std::vector<SentNotice>> NoticesBy(std::string_view rule, Date from, Date to);
  // Another day for a notice and for the times that it began; these are returned, with their rules,
  // for their limits to be set anew.
  Result<std::vector<std::pair<std::string, BegunLimit>>> MoveNotice(const SentNotice& notice,
                                                                     std::optional<Date> day);

  Result<void> RememberRequest(const Event& request, std::string_view decision);
  // The decision that the request is about; empty when the request is not known.
  Result<std::string> SettleRequest(const Event& settled, std::string_view request,
                                    std::string_view new_decision);
  // What settled the requests for correction of a decision.
  Result<std::vector<std::string>> SettledBy(std::string_view decision);

  Result<void> Link(const Event& event, std::string_view rests_on, std::string_view subject);
  Result<void> RememberAction(const Event& event, std::string_view action, std::string_view about);
  // Empty day: the evidence was not accepted.
  Result<void> Evidence(std::string_view action, std::string_view day);
  // A verified action ends its own limit, that of what it is about, and of what rests on that: on
  // the day of the evidence that was verified, else on the day of verification.
  Result<void> CloseByAction(const Event& verified, std::string_view action, std::string_view day);

 private:
  explicit DeadlineTable(Statements sql) : sql_(std::move(sql)) {}

  Statements sql_;
};

}  // namespace sinetti
