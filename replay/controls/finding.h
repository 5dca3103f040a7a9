// A finding: something in the record that does not add up, derived from the views and never
// recorded by a source (docs/reference/controls.md).  It changes nothing; people answer it with
// events.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/integers.h"
#include "ledger/base/language.h"
#include "ledger/base/result.h"

namespace sinetti {

enum class FindingSeverity : std::uint8_t { kInfo, kLow, kMedium, kHigh };

const char* FindingSeverityName(FindingSeverity severity);  // info, low, medium, high

// What makes two findings of one code, subject and place the same finding, whatever is recorded
// later.
enum class FindingAbout : std::uint8_t {
  kStatement,  // one event says it: the first of `events`
  kThing,      // a body, a contract, a label: events come and go, it stays the same thing
};

struct AuditFinding {
  std::string id;    // f- and 16 hex digits: of code, subject, place and, for a statement, its
                     // event; RunControls sets it
  std::string code;  // R-SUM
  FindingSeverity severity = FindingSeverity::kInfo;
  std::string subject;  // of what: a project, a stream, a proposal
  std::string place;    // where in it: 2008/total
  // As people read numbers without a language: 100000.00.  Empty where there is nothing of the
  // kind.  Where both are numbers or days, `difference` is computed − stated (days for days);
  // R-KEY alone shows what is paid above the key, stated − computed, as V31 does.
  std::string stated, computed, difference;
  LocalText text;                // one sentence
  std::vector<Sequence> events;  // that it rests on, at least one
  FindingAbout about = FindingAbout::kStatement;
  std::string reading;  // of an unreadable value: the reading somebody chose
};

// Takes the findings one by one, so that nobody has to hold all of them.  An error ends the audit.
using TakeFinding = std::function<Result<void>(AuditFinding finding)>;

}  // namespace sinetti
