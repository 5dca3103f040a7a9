// Time-stamps of a ledger's own checkpoints: what to ask an authority for next, where its answer
// belongs, and whether the entries are those that were stamped.  Implements
// docs/format/timestamp.md, "Keeping".
#pragma once

#include <optional>
#include <string>

#include "ledger/crypto/timestamp.h"
#include "ledger/log/checkpoint_store.h"
#include "ledger/log/reader.h"
#include "ledger/log/timestamp_record.h"

namespace sinetti {

// The first stamp of a checkpoint, which the ledger keeps.  kConflict: it is stamped already.
Result<Imprint> ImprintToStamp(const Reader& reader, TreeSize size, DigestAlgorithm algorithm);

// The next stamp over those that the ledger keeps: with the hash of the newest one (time-stamp
// renewal, nothing), or with another (hash-tree renewal, which reads every entry of the
// checkpoint).  kNotFound: it is not stamped yet.
Result<Imprint> ImprintToRenew(const Reader& reader, TreeSize size,
                               std::optional<DigestAlgorithm> algorithm);

struct PlacedTimestamp {
  TimestampRecord record;  // with the token at its end
  std::string note;
};

// The checkpoint that a token with this imprint is of, found among all that the ledger keeps; reads
// the entries only where no cheaper meaning fits.  Nothing is kept or believed yet.  kNotFound: it
// is of none.
Result<PlacedTimestamp> PlaceTimestamp(const Reader& reader, ByteView token,
                                       const Imprint& imprint);

// The roots of the entries in a record are those of the stored entries; reads them all where there
// are such roots.  kCorrupt, with both values.
Result<void> CheckStampedEntries(const Reader& reader, const TimestampRecord& record,
                                 const Checkpoint& checkpoint);

}  // namespace sinetti
