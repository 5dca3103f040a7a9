// See metadata.h.
#include "ledger/log/metadata.h"

#include "ledger/log/derived_index.h"
#include "ledger/log/finding_sink.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

constexpr std::string_view kCreatedPrefix = "created ";

Result<std::string> Read(const Snapshot& snapshot, std::string_view name, const std::string& dir) {
  SINETTI_ASSIGN(const auto value, snapshot.Get(Family::kMeta, AsBytes(name)));
  if (!value)
    return Error{ErrorCode::kNotFound,
                 "the ledger in " + dir + " has no `" + std::string(name) +
                     "`: its making was interrupted; remove the folder and run `sinetti init`"};
  return std::string(AsText(*value));
}

void AddWrong(FindingSink& sink, const std::string& what) {
  sink.Add({.kind = FindingKind::kWrongMetadata, .message = "metadata: " + what});
}

}  // namespace

void PutMetadata(Batch& batch, const LedgerInfo& info) {
  batch.Put(Family::kMeta, AsBytes(kMetaFormat), AsBytes(std::to_string(info.format)));
  batch.Put(Family::kMeta, AsBytes(kMetaOrigin), AsBytes(info.origin));
  batch.Put(Family::kMeta, AsBytes(kMetaAlgorithm), AsBytes(info.algorithm));
  batch.Put(Family::kMeta, AsBytes(kMetaCreated), AsBytes(FormatTimestamp(info.created)));
}

Result<LedgerInfo> ReadMetadata(const Snapshot& snapshot, const std::string& dir) {
  LedgerInfo info;
  SINETTI_ASSIGN(const std::string format, Read(snapshot, kMetaFormat, dir));
  if (format != std::to_string(kLedgerFormat))
    return Error{ErrorCode::kUnsupported,
                 "the ledger in " + dir + " has format " + format + ", this program reads " +
                     std::to_string(kLedgerFormat) + ": use a newer sinetti"};
  SINETTI_ASSIGN(info.origin, Read(snapshot, kMetaOrigin, dir));
  SINETTI_ASSIGN(info.algorithm, Read(snapshot, kMetaAlgorithm, dir));
  if (info.algorithm != kLedgerAlgorithm)
    return Error{ErrorCode::kUnsupported, "the ledger in " + dir + " hashes with " +
                                              info.algorithm + ", this program with " +
                                              std::string(kLedgerAlgorithm) +
                                              ": use a newer sinetti"};
  SINETTI_ASSIGN(const std::string created, Read(snapshot, kMetaCreated, dir));
  SINETTI_ASSIGN(info.created, ParseTimestamp(created));
  return info;
}

std::string CreatedExtension(const LedgerInfo& info) {
  return std::string(kCreatedPrefix) + FormatTimestamp(info.created);
}

std::optional<Timestamp> CreatedOf(const Checkpoint& checkpoint) {
  for (const std::string& line : checkpoint.extensions)
    if (line.starts_with(kCreatedPrefix))
      if (const auto created = ParseTimestamp(std::string_view(line).substr(kCreatedPrefix.size())))
        return *created;
  return std::nullopt;
}

Result<LedgerInfo> CheckMetadata(const Snapshot& snapshot, FindingSink& sink) {
  LedgerInfo info;
  bool format = false;
  bool created = false;
  Cursor cursor = snapshot.Scan(Family::kMeta, {}, {}, ScanKind::kPoint);
  for (; cursor.Valid(); cursor.Next()) {
    const std::string_view name = AsText(cursor.key());
    const std::string value(AsText(cursor.value()));
    if (name == kMetaFormat) {
      format = value == std::to_string(kLedgerFormat);
    } else if (name == kMetaOrigin) {
      info.origin = value;
    } else if (name == kMetaAlgorithm) {
      info.algorithm = value;
    } else if (name == kMetaCreated) {
      const auto time = ParseTimestamp(value);
      created = time && FormatTimestamp(*time) == value;
      if (created) info.created = *time;
    } else if (name != kMetaDerived) {
      AddWrong(sink, "`" + HexEncode(cursor.key()) + "` (hex) is no name that a ledger writes");
    }
  }
  SINETTI_TRY(cursor.status());
  if (!format) AddWrong(sink, "the format is not " + std::to_string(kLedgerFormat));
  if (info.origin.empty()) AddWrong(sink, "the origin is missing");
  if (info.algorithm != kLedgerAlgorithm)
    AddWrong(sink,
             "the algorithm is `" + info.algorithm + "`, not " + std::string(kLedgerAlgorithm));
  if (!created) AddWrong(sink, "the time at which the ledger was made is missing or malformed");
  return info;
}

Result<std::optional<TreeSize>> CheckDerivedSize(const Snapshot& snapshot, TreeSize size,
                                                 FindingSink& sink) {
  const auto derived = DerivedSize(snapshot);
  if (derived && *derived <= size) return std::optional(*derived);
  if (!derived && derived.error().code != ErrorCode::kCorrupt) return derived.error();
  sink.Add({.kind = FindingKind::kWrongIndex,
            .first = size.NextSequence(),
            .last = size.NextSequence(),
            .message = derived ? "the derived indexes cover " + std::to_string(derived->value) +
                                     " events, the ledger has " + std::to_string(size.value)
                               : "the extent of the derived indexes is unreadable: " +
                                     derived.error().message});
  return std::optional<TreeSize>();
}

}  // namespace sinetti
