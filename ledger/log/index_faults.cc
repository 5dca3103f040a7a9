// The slow half of the index pass: finds where ids, versions and indexes go wrong, part by part of
// the space of hashes, so that memory stays small.
#include <algorithm>

#include "ledger/event/record.h"
#include "ledger/log/derived_index.h"
#include "ledger/log/index_pass.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

constexpr std::uint64_t kRowsAtOnce = 1'000'000;

// One event under one key of an index: id hash alone, or stream hash with the version.
struct KeyRow {
  Hash16 hash;
  StreamVersion version;  // 0 in an id row
  Sequence sequence;
  friend auto operator<=>(const KeyRow&, const KeyRow&) = default;
};

// The part of the hashes with these first bytes.
struct Part {
  unsigned first;
  unsigned last;
  bool Has(const Hash16& hash) const { return hash.bytes[0] >= first && hash.bytes[0] <= last; }
};

Bytes PartBegin(const Part& part) {
  if (part.first == 0) return {};
  return {static_cast<std::uint8_t>(part.first)};
}
Bytes PartEnd(const Part& part) {
  if (part.last == 255) return {};
  return {static_cast<std::uint8_t>(part.last + 1)};
}

void Add(FindingSink& sink, FindingKind kind, std::uint64_t sequence, std::string stated,
         std::string recomputed, std::string message) {
  // A damaged entry has no place in an index; that was said where it was found.
  if (sink.Concerns({sequence}, {sequence})) return;
  sink.Add(
      {kind, {sequence}, {sequence}, std::move(stated), std::move(recomputed), std::move(message)});
}

// Rows of the entries that fall into the part.  Unreadable records are left out.
Result<void> RowsOfEntries(const Snapshot& snapshot, const Part& part, std::vector<KeyRow>& ids,
                           std::vector<KeyRow>& streams) {
  Cursor cursor = snapshot.Scan(Family::kEntries, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const auto sequence = ReadKey8(cursor.key());
    const auto header = ReadRecordHeader(cursor.value());
    if (!sequence || !header) continue;
    const Hash16 id = IdHash(header->source, header->id);
    const Hash16 stream = StreamHash(header->stream);
    if (part.Has(id)) ids.push_back({id, {}, Sequence{*sequence}});
    if (part.Has(stream)) streams.push_back({stream, header->stream_version, Sequence{*sequence}});
  }
  return cursor.status();
}

void CheckUnique(const std::vector<KeyRow>& ids, FindingSink& sink) {
  for (std::size_t i = 1; i < ids.size(); ++i)
    if (ids[i].hash == ids[i - 1].hash)
      Add(sink, FindingKind::kRepeatedId, ids[i].sequence.value,
          std::to_string(ids[i - 1].sequence.value), "",
          EntryName(ids[i].sequence) + " has the same source and id as " +
              EntryName(ids[i - 1].sequence));
}

// `streams` is sorted by stream and sequence here.
void CheckVersions(const std::vector<KeyRow>& streams, FindingSink& sink) {
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const bool follows = i > 0 && streams[i].hash == streams[i - 1].hash;
    const std::uint64_t expected = follows ? streams[i - 1].version.value + 1 : 1;
    if (streams[i].version.value == expected) continue;
    Add(sink, FindingKind::kWrongVersion, streams[i].sequence.value,
        std::to_string(streams[i].version.value), std::to_string(expected),
        EntryName(streams[i].sequence) + ": stream version is " +
            std::to_string(streams[i].version.value) + ", the one that follows is " +
            std::to_string(expected));
  }
}

// Compares what entries say with what the index says; both sorted.
void CheckIndex(const char* name, const std::vector<KeyRow>& entries,
                const std::vector<KeyRow>& index, FindingSink& sink) {
  std::vector<KeyRow> missing;
  std::vector<KeyRow> extra;
  std::ranges::set_difference(entries, index, std::back_inserter(missing));
  std::ranges::set_difference(index, entries, std::back_inserter(extra));
  for (const KeyRow& row : missing)
    Add(sink, FindingKind::kWrongIndex, row.sequence.value, "", "",
        EntryName(row.sequence) + " is not in the derived index of " + name +
            ": rebuild it with `sinetti doctor --rebuild-index`");
  for (const KeyRow& row : extra)
    Add(sink, FindingKind::kWrongIndex, row.sequence.value, "", "",
        std::string("the derived index of ") + name + " leads from " + HexEncode(row.hash.view()) +
            " to " + EntryName(row.sequence) +
            ", which does not belong there: rebuild it with `sinetti doctor --rebuild-index`");
}

void CheckForeign(const char* name, ByteView key, TreeSize size, FindingSink& sink) {
  Add(sink, FindingKind::kForeignKey, size.value, HexEncode(key), "",
      std::string("the derived index of ") + name + " has the row " + HexEncode(key) +
          ", which is none: rebuild it with `sinetti doctor --rebuild-index`");
}

Result<void> CheckIdPart(const Snapshot& snapshot, const Part& part, std::vector<KeyRow> ids,
                         TreeSize size, TreeSize derived, FindingSink& sink) {
  std::sort(ids.begin(), ids.end());
  CheckUnique(ids, sink);
  std::erase_if(ids, [&](const KeyRow& row) { return row.sequence.value >= derived.value; });
  std::vector<KeyRow> index;
  Cursor cursor = snapshot.Scan(Family::kIds, PartBegin(part), PartEnd(part), ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const auto sequence = ReadKey8(cursor.value());
    if (cursor.key().size() != 16 || !sequence) {
      CheckForeign("ids", cursor.key(), size, sink);
      continue;
    }
    KeyRow row{.hash = {}, .version = {}, .sequence = Sequence{*sequence}};
    std::ranges::copy(cursor.key(), row.hash.bytes.begin());
    index.push_back(row);
  }
  CheckIndex("ids", ids, index, sink);
  return cursor.status();
}

Result<void> CheckStreamPart(const Snapshot& snapshot, const Part& part,
                             std::vector<KeyRow> streams, TreeSize size, TreeSize derived,
                             FindingSink& sink) {
  std::sort(streams.begin(), streams.end(), [](const KeyRow& a, const KeyRow& b) {
    return std::tie(a.hash, a.sequence) < std::tie(b.hash, b.sequence);
  });
  CheckVersions(streams, sink);
  std::erase_if(streams, [&](const KeyRow& row) { return row.sequence.value >= derived.value; });
  std::sort(streams.begin(), streams.end());
  std::vector<KeyRow> index;
  std::vector<KeyRow> heads;
  Cursor cursor = snapshot.Scan(Family::kStreams, PartBegin(part), PartEnd(part), ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const ByteView key = cursor.key();
    KeyRow row;
    const auto head = DecodeStreamHead(cursor.value());
    const auto sequence = ReadKey8(cursor.value());
    if (key.size() == 16 && head) {
      std::ranges::copy(key, row.hash.bytes.begin());
      row.version = head->version;
      row.sequence = head->sequence;
      heads.push_back(row);
    } else if (key.size() == sizeof(StreamKey) && sequence) {
      std::ranges::copy(key.first(16), row.hash.bytes.begin());
      row.version.value = LoadBigEndian64(key.data() + 16);
      row.sequence.value = *sequence;
      index.push_back(row);
    } else {
      CheckForeign("streams", key, size, sink);
    }
  }
  SINETTI_TRY(cursor.status());
  CheckIndex("streams", streams, index, sink);
  std::vector<KeyRow> expected_heads;
  for (std::size_t i = 0; i < streams.size(); ++i)
    if (i + 1 == streams.size() || streams[i + 1].hash != streams[i].hash)
      expected_heads.push_back(streams[i]);
  std::sort(heads.begin(), heads.end());
  CheckIndex("streams (newest event of each)", expected_heads, heads, sink);
  return {};
}

}  // namespace

Result<void> FindIndexFaults(const Snapshot& snapshot, TreeSize size, TreeSize derived,
                             FindingSink& sink) {
  const std::uint64_t wanted = (size.value + kRowsAtOnce - 1) / kRowsAtOnce;
  const auto parts = static_cast<unsigned>(std::clamp<std::uint64_t>(wanted, 1, 256));
  for (unsigned i = 0; i < parts; ++i) {
    const Part part{i * 256 / parts, (i + 1) * 256 / parts - 1};
    std::vector<KeyRow> ids;
    std::vector<KeyRow> streams;
    SINETTI_TRY(RowsOfEntries(snapshot, part, ids, streams));
    SINETTI_TRY(CheckIdPart(snapshot, part, std::move(ids), size, derived, sink));
    SINETTI_TRY(CheckStreamPart(snapshot, part, std::move(streams), size, derived, sink));
  }
  return {};
}

}  // namespace sinetti
