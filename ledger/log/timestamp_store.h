// The time-stamps that the ledger keeps beside its checkpoints (docs/format/store.md, "Families").
#pragma once

#include <optional>
#include <vector>

#include "ledger/log/timestamp_record.h"
#include "ledger/store/store.h"

namespace sinetti {

class FindingSink;  // ledger/log/finding_sink.h

// Of the checkpoint of that size.  kCorrupt when what is stored is no record of it.
Result<std::optional<TimestampRecord>> TimestampsAt(const Snapshot& snapshot, TreeSize size);

// All of them, smallest checkpoint first.
Result<std::vector<TimestampRecord>> ListTimestamps(const Snapshot& snapshot);

// Keeps the record under its size, in place of the one before, which it must contain: kConflict
// when a stamp that is kept would get lost.  kNotFound: there is no such checkpoint.  One caller at
// a time.
Result<void> PutTimestamps(Store& store, const TimestampRecord& record);

// For the auditor: every row is a record of a checkpoint that is there.  What the tokens say is not
// looked at; that needs to know whom to trust.
Result<void> CheckTimestampRows(const Snapshot& snapshot, FindingSink& sink);

}  // namespace sinetti
