// Verified, decoded events for commands that look at the ledger directly rather than at the views.
#pragma once

#include <functional>

#include "cli/commands/session.h"
#include "ledger/log/read_event.h"

namespace sinetti {

// Sequences `first` to end - 1.
struct EventRange {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
};

// What to do with an event; false: enough seen.
using EventUse = std::function<Result<bool>(const Event&)>;

// The events of the range in order, the chain checked on the way, until `use` gives false or an
// error.
Result<void> ScanEvents(const Reader& reader, const TypeRegistry& registry, EventRange range,
                        const EventUse& use);

// The same with every event.
inline Result<void> ScanEvents(const Reader& reader, const TypeRegistry& registry,
                               const EventUse& use) {
  return ScanEvents(reader, registry, {0, reader.size().value}, use);
}

// The same as the first, newest first.
Result<void> ScanEventsBackwards(const Reader& reader, const TypeRegistry& registry,
                                 EventRange range, const EventUse& use);

// One line about an event: sequence, time, stream, type and label.
std::string EventLine(const Event& event, Language language);

// The sequence that "41", "#41", source#id or an event id (of any source) names; only the last
// needs a look at all events.
Result<Sequence> FindEvent(Session& session, const Reader& reader, const std::string& reference);

}  // namespace sinetti
