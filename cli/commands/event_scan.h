// Verified, decoded events for commands that look at the ledger directly rather than at the views.
#pragma once

#include <functional>

#include "cli/commands/session.h"
#include "ledger/event/event.h"

namespace sinetti {

// One event, checked against the leaf hash that the tree holds.
Result<Event> ReadEvent(const Reader& reader, const TypeRegistry& registry, Sequence sequence);

// Every event in order, the chain checked on the way, until the callback gives false or an error.
Result<void> ScanEvents(const Reader& reader, const TypeRegistry& registry,
                        const std::function<Result<bool>(const Event&)>& use);

// One line about an event: sequence, time, stream, type and label.
std::string EventLine(const Event& event, Language language);

// The sequence that "#41", an event id (of any source) or source#id names.
Result<Sequence> FindEvent(const Reader& reader, const TypeRegistry& registry,
                           const std::string& reference);

}  // namespace sinetti
