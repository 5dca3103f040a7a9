// See timestamp_store.h.
#include "ledger/log/timestamp_store.h"

#include "ledger/log/checkpoint_store.h"
#include "ledger/log/finding_sink.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

std::string NameOf(std::uint64_t size) {
  return "the time-stamps of the checkpoint of " + std::to_string(size) + " events";
}

Result<TimestampRecord> FromRow(ByteView key, ByteView value) {
  SINETTI_ASSIGN(const std::uint64_t size, ReadKey8(key));
  auto record = ParseTimestampRecord(AsText(value));
  if (!record)
    return Error{ErrorCode::kCorrupt, std::move(record).error().Within(NameOf(size)).message +
                                          ": run `sinetti verify`, restore a backup"};
  if (record->size.value != size)
    return Error{ErrorCode::kCorrupt,
                 NameOf(size) + " are of " + std::to_string(record->size.value) + " events"};
  return record;
}

}  // namespace

Result<std::optional<TimestampRecord>> TimestampsAt(const Snapshot& snapshot, TreeSize size) {
  SINETTI_ASSIGN(const auto value, snapshot.Get(Family::kTimestamps, CheckpointKey(size)));
  if (!value) return std::optional<TimestampRecord>();
  SINETTI_ASSIGN(TimestampRecord record, FromRow(CheckpointKey(size), *value));
  return std::optional(std::move(record));
}

Result<std::vector<TimestampRecord>> ListTimestamps(const Snapshot& snapshot) {
  std::vector<TimestampRecord> records;
  Cursor cursor = snapshot.Scan(Family::kTimestamps, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    SINETTI_ASSIGN(TimestampRecord record, FromRow(cursor.key(), cursor.value()));
    records.push_back(std::move(record));
  }
  SINETTI_TRY(cursor.status());
  return records;
}

Result<void> PutTimestamps(Store& store, const TimestampRecord& record) {
  const auto snapshot = store.TakeSnapshot();
  SINETTI_TRY(CheckpointAt(*snapshot, record.size));
  const std::string text = FormatTimestampRecord(record);
  SINETTI_ASSIGN(const auto kept, TimestampsAt(*snapshot, record.size));
  // A stamp, or a chain with its stamp, is added as lines behind those that are there.
  if (kept && !text.starts_with(FormatTimestampRecord(*kept)))
    return Error{ErrorCode::kConflict,
                 NameOf(record.size.value) + " were renewed meanwhile: run the command again"};
  SINETTI_TRY(ParseTimestampRecord(text));  // within the limits still
  Batch batch = store.NewBatch();
  batch.Put(Family::kTimestamps, CheckpointKey(record.size), AsBytes(text));
  return store.Commit(std::move(batch));
}

Result<void> CheckTimestampRows(const Snapshot& snapshot, FindingSink& sink) {
  Cursor cursor = snapshot.Scan(Family::kTimestamps, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const auto size = ReadKey8(cursor.key());
    const std::uint64_t position = size && *size > 0 ? *size - 1 : 0;
    const auto bad = [&](std::string message) {
      sink.Add({.kind = FindingKind::kBadTimestamp,
                .first = {position},
                .last = {position},
                .message = std::move(message)});
    };
    if (!size) {
      bad("time-stamps stand under the key " + HexEncode(cursor.key()) + ", which is no tree size");
      continue;
    }
    if (auto record = FromRow(cursor.key(), cursor.value()); !record)
      bad(record.error().message);
    else if (auto checkpoint = CheckpointAt(snapshot, TreeSize{*size}); !checkpoint)
      bad(NameOf(*size) + ": the checkpoint is gone");
  }
  return cursor.status();
}

}  // namespace sinetti
