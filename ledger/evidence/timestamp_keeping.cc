// See timestamp_keeping.h.
#include "ledger/evidence/timestamp_keeping.h"

#include "ledger/evidence/entries_root.h"
#include "ledger/evidence/timestamp_chain.h"
#include "ledger/log/note.h"
#include "ledger/log/timestamp_store.h"

namespace sinetti {
namespace {

Result<Checkpoint> Unopened(const std::string& note) {
  SINETTI_ASSIGN(const Note parsed, ParseNote(note));
  return ParseCheckpoint(parsed.text);
}

// The newest first: that is the one which somebody waits for.
Result<std::optional<PlacedTimestamp>> PlaceCheaply(const Reader& reader, ByteView token,
                                                    const Imprint& imprint) {
  SINETTI_ASSIGN(const auto checkpoints, ListCheckpoints(reader.snapshot()));
  for (std::size_t i = checkpoints.size(); i-- > 0;) {
    const StoredCheckpoint& stored = checkpoints[i];
    SINETTI_ASSIGN(auto record, TimestampsAt(reader.snapshot(), stored.size));
    if (!record) {
      SINETTI_ASSIGN(const Imprint first, FirstImprint(stored.note, imprint.algorithm));
      if (first != imprint) continue;
      record = TimestampRecord{stored.size, {{imprint.algorithm, {}, {}}}};
    } else if (RenewalImprint(*record) != imprint) {
      continue;
    }
    record->chains.back().tokens.emplace_back(token.begin(), token.end());
    return std::optional(PlacedTimestamp{*std::move(record), stored.note});
  }
  return std::optional<PlacedTimestamp>();
}

Result<std::optional<PlacedTimestamp>> PlaceByEntries(const Reader& reader, ByteView token,
                                                      const Imprint& imprint) {
  SINETTI_ASSIGN(auto records, ListTimestamps(reader.snapshot()));
  std::vector<std::string> notes;
  std::vector<Checkpoint> checkpoints;
  for (const TimestampRecord& record : records) {
    SINETTI_ASSIGN(StoredCheckpoint stored, CheckpointAt(reader.snapshot(), record.size));
    SINETTI_ASSIGN(Checkpoint checkpoint, Unopened(stored.note));
    notes.push_back(std::move(stored.note));
    checkpoints.push_back(std::move(checkpoint));
  }
  SINETTI_ASSIGN(const auto roots, EntriesRoots(reader, checkpoints, imprint.algorithm));
  for (std::size_t i = 0; i < records.size(); ++i) {
    SINETTI_ASSIGN(const Imprint expected,
                   RehashImprint(records[i], notes[i], imprint.algorithm, roots[i]));
    if (expected != imprint) continue;
    records[i].chains.push_back({imprint.algorithm, roots[i], {Bytes(token.begin(), token.end())}});
    return std::optional(PlacedTimestamp{std::move(records[i]), std::move(notes[i])});
  }
  return std::optional<PlacedTimestamp>();
}

}  // namespace

Result<Imprint> ImprintToStamp(const Reader& reader, TreeSize size, DigestAlgorithm algorithm) {
  SINETTI_ASSIGN(const StoredCheckpoint stored, CheckpointAt(reader.snapshot(), size));
  SINETTI_ASSIGN(const auto record, TimestampsAt(reader.snapshot(), size));
  if (record)
    return Error{ErrorCode::kConflict,
                 "the checkpoint of " + std::to_string(size.value) +
                     " events is stamped already; to stamp it once more: sinetti timestamp renew " +
                     std::to_string(size.value)};
  return FirstImprint(stored.note, algorithm);
}

Result<Imprint> ImprintToRenew(const Reader& reader, TreeSize size,
                               std::optional<DigestAlgorithm> algorithm) {
  SINETTI_ASSIGN(const StoredCheckpoint stored, CheckpointAt(reader.snapshot(), size));
  SINETTI_ASSIGN(const auto record, TimestampsAt(reader.snapshot(), size));
  if (!record)
    return Error{ErrorCode::kNotFound,
                 "the checkpoint of " + std::to_string(size.value) +
                     " events is not stamped yet: sinetti timestamp request " +
                     std::to_string(size.value)};
  if (!algorithm || *algorithm == record->chains.back().algorithm) return RenewalImprint(*record);
  SINETTI_ASSIGN(const Checkpoint checkpoint, Unopened(stored.note));
  SINETTI_ASSIGN(const auto roots, EntriesRoots(reader, std::span(&checkpoint, 1), *algorithm));
  return RehashImprint(*record, stored.note, *algorithm, roots.front());
}

Result<PlacedTimestamp> PlaceTimestamp(const Reader& reader, ByteView token,
                                       const Imprint& imprint) {
  SINETTI_ASSIGN(auto placed, PlaceCheaply(reader, token, imprint));
  if (!placed) {
    SINETTI_ASSIGN(placed, PlaceByEntries(reader, token, imprint));
  }
  if (placed) return *std::move(placed);
  return Error{ErrorCode::kNotFound,
               "the time-stamp is of " + imprint.Words() +
                   ", which is no checkpoint of this ledger, and no stamp that it keeps"};
}

Result<void> CheckStampedEntries(const Reader& reader, const TimestampRecord& record,
                                 const Checkpoint& checkpoint) {
  for (const TimestampChain& chain : record.chains) {
    if (chain.entries_root.empty()) continue;
    SINETTI_ASSIGN(const auto roots,
                   EntriesRoots(reader, std::span(&checkpoint, 1), chain.algorithm));
    if (roots.front() != chain.entries_root)
      return Error{ErrorCode::kCorrupt, "the root of the entries that was stamped is " +
                                            std::string(DigestName(chain.algorithm)) + " " +
                                            HexEncode(chain.entries_root) +
                                            ", recomputed from the ledger " +
                                            HexEncode(roots.front())};
  }
  return {};
}

}  // namespace sinetti
