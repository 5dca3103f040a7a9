// Where the check of signatures reads entries: those of a ledger, and behind them drafts that are
// about to be recorded, so that what `verify` would find is refused beforehand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/event/codec.h"
#include "ledger/event/event.h"
#include "ledger/log/reader.h"

namespace sinetti {

// Must not outlive the ledger, nor what `pending` views.
class EntrySource {
 public:
  EntrySource(Reader reader, const TypeRegistry& registry)
      : reader_(std::move(reader)), registry_(registry) {}

  const Reader& reader() const { return reader_; }

  // Drafts that take the places behind the last entry, recorded from `now` on.
  void SetPending(std::span<const EncodedDraft> drafts, Timestamp now) {
    pending_ = drafts;
    now_ = now;
  }
  Timestamp PendingTime(std::size_t index) const;

  // Errors as those of the reader and of DecodeEvent.
  Result<Event> Read(Sequence sequence) const;

  // DraftRecordHash of `count` entries from `first` on; all of them must be there.
  Result<std::vector<Hash>> DraftHashes(Sequence first, std::uint64_t count) const;

 private:
  Result<Event> ReadPending(std::size_t index) const;

  Reader reader_;
  const TypeRegistry& registry_;
  std::span<const EncodedDraft> pending_;
  Timestamp now_;
};

}  // namespace sinetti
