// The rows of V4 and how they begin, move and end; deadlines.cc says when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

class DeadlineTable {
 public:
  static Result<DeadlineTable> Open(Database& database);

  // A limit that a rule sets.  `against`: empty for a statutory rule.
  Result<void> Insert(const Event& trigger, std::string_view subject, const Deadline& deadline,
                      std::string_view basis, std::string_view against, std::string_view duty,
                      std::string_view closing, const MatterKind& kind);
  // A day that the act itself set.
  Result<void> InsertSet(const Event& trigger, std::string_view subject, std::string_view from,
                         std::string_view due, std::string_view duty, std::string_view closing);
  // Ends what waits for an event of this type on `subject`.
  Result<void> Close(const Event& act, std::string_view subject, std::string_view day);
  Result<void> Move(const Event& act, std::string_view subject, std::string_view due);
  Result<bool> HasOpen(std::string_view subject);
  Result<OwnMatterKind> KindOf(std::string_view subject);

  Result<void> RememberRemedy(const Event& decision, int kind, bool social_services);
  Result<std::optional<Remedy>> RemedyOf(std::string_view decision);

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
