// Gives drafts their place in the ledger: sequence, time, stream version; recognises what is
// recorded already.  Pure: what the ledger knows comes in as plain data (docs/architecture.md,
// "Append").
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/event/codec.h"

namespace sinetti {

// The parts of keys that a draft needs; see ledger/log/keys.h.
struct DraftKeys {
  Hash16 id;
  Hash16 stream;
};

// An event with the same source and id, as the ledger holds it.
struct RecordedEvent {
  Sequence sequence;
  StreamVersion stream_version;
  Timestamp recorded_at;
  Hash16 draft_digest;
};

// A draft with what the ledger knew of it before this commit.
struct DraftFacts {
  const EncodedDraft* draft = nullptr;
  DraftKeys keys;
  std::optional<RecordedEvent> recorded;
  StreamVersion stream_version;  // 0: the stream has no event
};

struct Placement {
  RecordedEvent event;
  bool duplicate = false;  // recorded earlier: nothing is to be written
};

struct Hash16Hasher {
  std::size_t operator()(const Hash16& hash) const {
    std::size_t value;
    std::memcpy(&value, hash.bytes.data(), sizeof value);
    return value;
  }
};

// Where the ledger will stand once the placements so far are committed.
struct PendingHead {
  TreeSize size;
  Timestamp last_recorded_at;
  // Streams and ids that this commit touches.
  std::unordered_map<Hash16, StreamVersion, Hash16Hasher> streams;
  std::unordered_map<Hash16, RecordedEvent, Hash16Hasher> ids;
};

// Places one batch, all of it or nothing: after an error `head` is what it was.
// recorded_at = max(now, last + 1 µs).  kConflict: a draft's expected version does not hold, or its
// id is taken by an event with another draft digest; `refused`, where given, gets its place in the
// batch.
Result<std::vector<Placement>> AssignPositions(std::span<const DraftFacts> drafts,
                                               PendingHead& head, Timestamp now,
                                               std::optional<std::size_t>* refused = nullptr);

}  // namespace sinetti
