// What the rules about conditional fines (1113/1990) need to know of one supervision case: its
// fines, what became of them, which decisions are final, and which hearings were offered.  Folded
// from the events of the case's stream; plain data.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/event/event.h"

namespace sinetti {

struct CaseFine {
  std::string ref;         // source#id of fine.imposed
  std::string order;       // source#id of the order
  std::string obligation;  // as imposed
  std::string imposed_on, due;
  std::optional<std::int64_t> base_cents, additional_cents;  // of a running fine, where stated
  std::string dealt_by;  // fine.ordered, fine.reduced, fine.withdrawn or fine.lapsed; empty: open
};

struct FineCase {
  std::vector<CaseFine> fines;             // in the order of recording
  std::map<std::string, Date> final_on;    // of decisions, by source#id
  std::map<std::string, Date> hearing_on;  // the day a hearing was offered, by source#id

  // Takes the event in, if it is one of those.
  void Apply(const Event& event);

  // Null when the case has no such fine.
  const CaseFine* Find(std::string_view ref) const;
  // A fine that nothing has become of, for the same main obligation; null when there is none.
  const CaseFine* OpenFor(std::string_view obligation) const;

  // The last day to offer a hearing before the fine lapses (1113/1990 section 13): two years from
  // the later of the due day and finality; nullopt while finality is not known.
  std::optional<Date> LastDayToHear(const CaseFine& fine) const;
};

// Whether Apply wants an event of this type.
bool IsOfFineCase(std::string_view type);

// source#id of an event, and of a reference that stands in it.
std::string RefOf(const Event& event);
std::string RefIn(const Event& event, std::string_view reference);

}  // namespace sinetti
