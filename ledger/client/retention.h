// How long what is recorded of a client must be kept: retention classes with their act, and when a
// period ends (docs/reference/retention.md).  Sources: 703/2023 27 section and its annex, 1397/2016
// 124 section, 741/2023 12 section; periods in years are counted as 150/1930 3 section says.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ledger/base/date.h"
#include "ledger/base/language.h"

namespace sinetti {

// What begins a period.
enum class RetentionTrigger {
  kMatterClosed,   // matter.closed of the matter
  kEvent,          // the event itself
  kValidityEnded,  // the last day of its effectiveto, else the event itself
  kStated,  // a death, a birth, the end of a need: the ledger is told by retention.dueComputed
};

// Codes stand in the attribute `retention` of events.
struct RetentionClass {
  std::string_view code;
  std::string_view fi, sv, en;  // what it is for
  int years = 0;
  RetentionTrigger trigger = RetentionTrigger::kMatterClosed;
  std::string_view trigger_fi, trigger_sv, trigger_en;
  std::string_view basis;  // act and section

  std::string_view Name(Language language) const;
  std::string_view TriggerWords(Language language) const;
};

std::span<const RetentionClass> RetentionClasses();
const RetentionClass* FindRetentionClass(std::string_view code);

// The last day on which the documents must be kept: `years` after the day of the trigger.
Date RetentionEnds(const RetentionClass& retention, Date trigger);

}  // namespace sinetti
