// One event read, checked and decoded: what everybody does who wants a single event of a ledger.
#pragma once

#include "ledger/event/codec.h"
#include "ledger/event/event.h"
#include "ledger/log/reader.h"

namespace sinetti {

// The event, checked against the leaf hash that the tree holds.  kNotFound behind the end; kCorrupt
// when the entry is missing or another; kUnsupported when its type is newer.  `registry` must
// outlive the event.
Result<Event> ReadEvent(const Reader& reader, const TypeRegistry& registry, Sequence sequence);

// A draft as it would be read, were it recorded there and then; its version of the stream is 1, its
// leaf hash that of an entry with nothing before it.
Result<Event> ReadDraft(const EncodedDraft& draft, const TypeRegistry& registry, Sequence sequence,
                        Timestamp recorded_at);

}  // namespace sinetti
