#include "replay/controls/sql_controls.h"

#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace sinetti {
namespace {

constexpr int kColumns = 10;  // the chosen reading may follow

Error Broken(const SqlControl& control, const std::string& why) {
  return Error{ErrorCode::kUnsupported, "control " + std::string(control.code) + ": " + why};
}

Result<FindingSeverity> SeverityOf(const SqlControl& control, std::string_view name) {
  for (const auto severity : {FindingSeverity::kInfo, FindingSeverity::kLow,
                              FindingSeverity::kMedium, FindingSeverity::kHigh})
    if (name == FindingSeverityName(severity)) return severity;
  return Broken(control, "unknown severity " + std::string(name));
}

Result<std::vector<Sequence>> EventsOf(const SqlControl& control, std::string_view text) {
  std::vector<Sequence> events;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    Sequence sequence;
    const auto read = std::from_chars(at, end, sequence.value);
    if (read.ec != std::errc()) return Broken(control, "events are " + std::string(text));
    events.push_back(sequence);
    at = read.ptr;
    while (at < end && (*at == ' ' || *at == ',')) ++at;
  }
  if (events.empty()) return Broken(control, "a finding without events");
  return events;
}

}  // namespace

const char* FindingSeverityName(FindingSeverity severity) {
  switch (severity) {
    case FindingSeverity::kInfo: return "info";
    case FindingSeverity::kLow: return "low";
    case FindingSeverity::kMedium: return "medium";
    case FindingSeverity::kHigh: return "high";
  }
  return "info";
}

Result<void> RunSqlControl(Database& database, const SqlControl& control, const TakeFinding& take,
                           const ControlValues& values) {
  auto query = database.Prepare(control.sql);
  if (!query) return std::move(query).error().Within("control " + std::string(control.code));
  if (query->columns() < kColumns) return Broken(control, "its query has too few columns");
  for (query->StartNamed(values.named());;) {
    SINETTI_ASSIGN(const bool more, query->Step());
    if (!more) return {};
    AuditFinding finding;
    finding.code = control.code;
    finding.about = control.about;
    SINETTI_ASSIGN(finding.severity, SeverityOf(control, query->Text(0)));
    finding.subject = query->Text(1);
    finding.place = query->Text(2);
    finding.stated = query->Text(3);
    finding.computed = query->Text(4);
    finding.difference = query->Text(5);
    finding.text = {std::string(query->Text(6)), std::string(query->Text(7)),
                    std::string(query->Text(8))};
    SINETTI_ASSIGN(finding.events, EventsOf(control, query->Text(9)));
    if (query->columns() > kColumns) finding.reading = query->Text(kColumns);
    SINETTI_TRY(take(std::move(finding)));
  }
}

}  // namespace sinetti
