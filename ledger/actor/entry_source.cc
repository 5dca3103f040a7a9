// See entry_source.h.
#include "ledger/actor/entry_source.h"

#include <algorithm>

#include "ledger/actor/batch_message.h"
#include "ledger/log/read_event.h"

namespace sinetti {

Timestamp EntrySource::PendingTime(std::size_t index) const {
  const std::int64_t last = reader_.last_recorded_at().micros;
  const std::int64_t first = std::max(now_.micros, last == INT64_MAX ? last : last + 1);
  return Timestamp{first + static_cast<std::int64_t>(index)};
}

Result<Event> EntrySource::Read(Sequence sequence) const {
  if (sequence.value >= reader_.size().value)
    return ReadPending(static_cast<std::size_t>(sequence.value - reader_.size().value));
  return ReadEvent(reader_, registry_, sequence);
}

Result<Event> EntrySource::ReadPending(std::size_t index) const {
  SINETTI_CHECK(index < pending_.size());
  return ReadDraft(pending_[index], registry_, Sequence{reader_.size().value + index},
                   PendingTime(index));
}

Result<std::vector<Hash>> EntrySource::DraftHashes(Sequence first, std::uint64_t count) const {
  std::vector<Hash> hashes;
  hashes.reserve(count);
  const std::uint64_t end = first.value + count;
  const std::uint64_t stored_end = std::min(end, reader_.size().value);
  if (first.value < stored_end) {
    EntryCursor cursor = reader_.Scan(first, TreeSize{stored_end});
    while (cursor.Next()) {
      const Entry& entry = cursor.entry();
      const auto header = ReadRecordHeader(entry.record);
      if (!header)
        return Error(header.error()).Within("entry " + std::to_string(entry.sequence.value));
      hashes.push_back(DraftRecordHash(entry.record));
    }
    SINETTI_TRY(cursor.status());
  }
  for (std::uint64_t at = std::max(first.value, reader_.size().value); at < end; ++at)
    hashes.push_back(DraftRecordHash(pending_[at - reader_.size().value].record));
  return hashes;
}

}  // namespace sinetti
