// See verify.h.
#include "ledger/log/verify.h"

#include <algorithm>
#include <array>

#include "ledger/log/checkpoint_store.h"
#include "ledger/log/derived_index.h"
#include "ledger/log/entry_groups.h"
#include "ledger/log/entry_pass.h"
#include "ledger/log/index_pass.h"
#include "ledger/log/keys.h"
#include "ledger/log/metadata.h"
#include "ledger/log/note.h"
#include "ledger/log/timestamp_store.h"

namespace sinetti {
namespace {

// A checkpoint to be compared with the tree when the pass comes by its size.
struct Vouched {
  Checkpoint checkpoint;
  std::string name;
  bool is_signed = false;  // by a known key
};

void AddBad(FindingSink& sink, FindingKind kind, std::uint64_t position,
            const std::string& message) {
  sink.Add({.kind = kind, .first = {position}, .last = {position}, .message = message});
}

// The end of the entries, whatever stands behind them.
Result<TreeSize> EndOfEntries(const Snapshot& snapshot) {
  if (auto size = StoredSize(snapshot)) return size;
  TreeSize size;
  Cursor cursor = snapshot.Scan(Family::kEntries, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next())
    if (const auto sequence = ReadEntryKey(cursor.key())) size = SizeThrough(*sequence);
  SINETTI_TRY(cursor.status());
  return size;
}

// Every stored checkpoint: well-formed, in its place, of this ledger, signed.
Result<void> CheckCheckpoints(const Snapshot& snapshot, const LedgerInfo& info,
                              const VerifyOptions& options, std::vector<Vouched>& vouched,
                              VerifyReport& report, FindingSink& sink) {
  Cursor cursor = snapshot.Scan(Family::kCheckpoints, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    ++report.checkpoints;
    const auto key = ReadKey8(cursor.key());
    const std::uint64_t size = key ? *key : 0;
    const std::uint64_t position = size > 0 ? size - 1 : 0;
    const std::string name = key ? "the checkpoint of " + std::to_string(size) + " events"
                                 : "the checkpoint under the key " + HexEncode(cursor.key());
    const auto bad = [&](const std::string& what) {
      AddBad(sink, FindingKind::kBadCheckpoint, position, name + ": " + what);
    };
    if (!key) {
      bad("the key is no tree size");
      continue;
    }
    const auto note = ParseNote(AsText(cursor.value()));
    const auto checkpoint = note ? ParseCheckpoint(note->text) : Result<Checkpoint>(note.error());
    if (!checkpoint) {
      bad(checkpoint.error().message);
      continue;
    }
    if (checkpoint->size.value != size)
      bad("it is of " + std::to_string(checkpoint->size.value) + " events");
    if (checkpoint->origin != info.origin)
      bad("its origin is " + checkpoint->origin + ", the ledger's " + info.origin);
    if (const auto created = CreatedOf(*checkpoint); created != info.created)
      bad("it says the ledger was made " + (created ? FormatTimestamp(*created) : "at no time") +
          ", the ledger " + FormatTimestamp(info.created));
    bool is_signed = false;
    if (!options.keys.empty()) {
      const auto opened = OpenNote(AsText(cursor.value()), options.keys);
      is_signed = opened.has_value();
      if (!opened) bad(opened.error().message);
    }
    vouched.push_back({*checkpoint, name, is_signed});
  }
  return cursor.status();
}

// What the pass over the entries came by in the family of tiles.
struct PassedTiles {
  std::vector<Bytes> foreign;
  std::optional<Bytes> last;  // key
};

// The pass looks at the tiles of the lowest level; every other row of the family is looked at here.
Result<void> CheckOtherTiles(const Snapshot& snapshot, TreeSize size, const PassedTiles& passed,
                             FindingSink& sink) {
  const auto add_foreign = [&](ByteView key) {
    AddBad(sink, FindingKind::kForeignKey, size.value,
           "family tiles has the key " + HexEncode(key) + ", which is no tile level and index");
  };
  for (const Bytes& key : passed.foreign) add_foreign(key);
  std::array<bool, kTileLevels> told{};  // one row of each level tells that entries are gone
  Cursor cursor = snapshot.Scan(Family::kTiles, passed.last ? ByteView(*passed.last) : ByteView(),
                                {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const ByteView key = cursor.key();
    if (passed.last && std::ranges::equal(key, *passed.last)) continue;
    if (key.size() != sizeof(TileKey) || key[0] >= kTileLevels) {
      add_foreign(key);
      continue;
    }
    const std::uint8_t level = key[0];
    const std::uint64_t index = LoadBigEndian64(key.data() + 1);
    if (index < HashesAtTileLevel(size, level) / kTileWidth || told[level]) continue;
    told[level] = true;
    AddBad(sink, FindingKind::kTruncated, size.value,
           "tile " + HexEncode(key) +
               " (level, index) holds hashes of entries behind the "
               "last one, which is " +
               (size.value == 0 ? "none" : EntryName({size.value - 1})) +
               ": entries were removed from the end");
  }
  return cursor.status();
}

// Where the pass begins: the start of the tile in which `since` ends, with what stands before taken
// from the stored tiles; the root at `since` tells whether they can be believed.
struct Start {
  TileEdge edge;
  Hash last_leaf;
};
Result<Start> StartAt(const Snapshot& snapshot, TreeSize since) {
  Start start;
  const TreeSize aligned{since.value - since.value % kTileWidth};
  if (aligned.value == 0) return start;
  StoredTiles tiles(snapshot);
  SINETTI_ASSIGN(const auto leaves, tiles.ReadHashes(0, aligned.value - 1, 1));
  start.last_leaf = leaves.front();
  SINETTI_ASSIGN(start.edge, TileEdge::Rebuild(aligned, {}, tiles));
  return start;
}

PassedTiles RunEntryPass(const Snapshot& snapshot, TreeSize size, EntryPass& pass, bool index_rows,
                         const VerifyOptions& options) {
  const TreeSize start = pass.edge().size();
  EntryGroupReader reader(snapshot, start.NextSequence(), size, index_rows);
  std::unique_ptr<EntryGroup> group = reader.Next();
  std::uint64_t next_percent = 0;
  while (group != nullptr) {
    std::unique_ptr<EntryGroup> next = reader.Next();
    pass.Consume(*group, next.get());
    const std::uint64_t done = group->first + group->slots;
    const std::uint64_t percent = (done - start.value) * 100 / (size.value - start.value);
    if (options.progress && percent >= next_percent) {
      options.progress(TreeSize{done}, size);
      next_percent = percent + 1;
    }
    reader.Recycle(std::move(group));
    group = std::move(next);
  }
  return {reader.foreign_tiles(), reader.last_tile()};
}

}  // namespace

const char* FindingKindName(FindingKind kind) {
  switch (kind) {
    case FindingKind::kMissingEntry: return "missing entry";
    case FindingKind::kForeignKey: return "foreign key";
    case FindingKind::kUnreadable: return "unreadable";
    case FindingKind::kBadRecord: return "bad record";
    case FindingKind::kWrongSequence: return "wrong sequence";
    case FindingKind::kWrongTime: return "wrong time";
    case FindingKind::kWrongLeaf: return "wrong leaf";
    case FindingKind::kWrongTile: return "wrong tile";
    case FindingKind::kMissingTile: return "missing tile";
    case FindingKind::kTruncated: return "truncated";
    case FindingKind::kWrongRoot: return "wrong root";
    case FindingKind::kBadCheckpoint: return "bad checkpoint";
    case FindingKind::kWrongVersion: return "wrong version";
    case FindingKind::kRepeatedId: return "repeated id";
    case FindingKind::kWrongIndex: return "wrong index";
    case FindingKind::kWrongMetadata: return "wrong metadata";
    case FindingKind::kBadTimestamp: return "bad time-stamp";
    case FindingKind::kWrongIndexRoot: return "wrong index root";
  }
  return "unknown";
}

Result<VerifyReport> VerifySnapshot(const Snapshot& snapshot, const VerifyOptions& options) {
  VerifyReport report;
  FindingSink sink(options.findings_max);
  SINETTI_ASSIGN(report.size, EndOfEntries(snapshot));
  SINETTI_ASSIGN(const LedgerInfo info, CheckMetadata(snapshot, sink));

  std::vector<Vouched> vouched;
  SINETTI_TRY(CheckCheckpoints(snapshot, info, options, vouched, report, sink));
  SINETTI_TRY(CheckTimestampRows(snapshot, sink));
  if (options.since) vouched.push_back({*options.since, "the checkpoint to begin from", false});
  if (options.against) vouched.push_back({*options.against, "the checkpoint kept elsewhere", true});
  std::ranges::stable_sort(vouched, {}, [](const Vouched& v) { return v.checkpoint.size; });
  std::vector<RootCheck> checks;
  if (options.since) report.since = std::min(options.since->size, report.size);
  const std::uint64_t aligned = report.since.value - report.since.value % kTileWidth;
  std::vector<Vouched> compared;
  for (const Vouched& v : vouched) {
    const std::uint64_t size = v.checkpoint.size.value;
    if (size > report.size.value) {
      sink.Add({.kind = FindingKind::kTruncated,
                .first = {report.size.value},
                .last = {size - 1},
                .stated = std::to_string(size),
                .recomputed = std::to_string(report.size.value),
                .message = v.name + " vouches for " + std::to_string(size) +
                           " events, the ledger has " + std::to_string(report.size.value) +
                           ": the last ones are gone, or an old copy was put in its place"});
    } else if (size >= aligned) {
      checks.push_back({v.checkpoint.size, v.checkpoint.root, v.name});
      compared.push_back(v);
    }
  }

  SINETTI_ASSIGN(const auto derived, CheckDerivedSize(snapshot, report.size, sink));
  const bool indexes = options.indexes && !options.since && derived.has_value();
  SINETTI_ASSIGN(IndexPass index, IndexPass::Begin(snapshot, derived.value_or(TreeSize{0})));
  EntryPass::OnRow on_row;
  if (indexes) on_row = [&](const IndexRow& row, Sequence sequence) { index.Add(row, sequence); };
  auto start = StartAt(snapshot, report.since);
  if (!start) {
    sink.Add({.kind = FindingKind::kMissingTile,
              .first = {0},
              .last = {report.since.value},
              .message = "the tree before the checkpoint to begin from: " + start.error().message});
    start = Start{};
  }
  EntryPass pass(snapshot, std::move(start->edge), start->last_leaf, std::move(checks), sink,
                 std::move(on_row), options.on_header);
  const std::uint64_t found_before = sink.total();
  const PassedTiles passed = RunEntryPass(snapshot, report.size, pass, indexes, options);
  SINETTI_TRY(CheckOtherTiles(snapshot, report.size, passed, sink));
  // Indexes are judged by the entries; by damaged ones they would be judged wrongly.
  if (indexes && sink.total() == found_before) {
    SINETTI_TRY(index.Finish(report.size, sink));
    report.indexes = true;
  }

  for (std::size_t i = 0; i < compared.size(); ++i)
    if (pass.checks()[i].holds && compared[i].is_signed) report.anchor = compared[i].checkpoint;
  report.root = pass.edge().Root();
  report.findings_total = sink.total();
  report.findings = sink.Take();
  return report;
}

Result<VerifyReport> VerifyLedger(const std::string& dir, const VerifyOptions& options,
                                  const StoreEnvironment* environment) {
  SINETTI_ASSIGN(const auto store, Store::Open(dir, {.environment = environment}));
  return VerifySnapshot(*store->TakeSnapshot(), options);
}

}  // namespace sinetti
