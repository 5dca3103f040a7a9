// See reader.h.
#include "ledger/log/reader.h"

#include <algorithm>
#include <string>

#include "ledger/event/record.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

Error Missing(Sequence sequence, std::uint64_t found) {
  return {ErrorCode::kCorrupt, "entry " + std::to_string(sequence.value) +
                                   " is missing, the next one stored is " + std::to_string(found) +
                                   ": run `sinetti verify`"};
}

}  // namespace

struct EntryCursor::Impl {
  std::shared_ptr<const Snapshot> snapshot;
  std::shared_ptr<const LogState> state;
  StoredTiles stored;
  EdgeReader hashes;
  Cursor cursor;
  Sequence next;
  TreeSize end;
  bool started = false;
  Entry entry;
  // Leaf hashes [leaves_first, leaves_first + leaves.size()): one tile, or the part of it there is.
  std::vector<Hash> leaves;
  std::uint64_t leaves_first = 0;
  Result<void> status;

  Impl(std::shared_ptr<const Snapshot> of, std::shared_ptr<const LogState> at, Sequence first,
       TreeSize until)
      : snapshot(std::move(of)),
        state(std::move(at)),
        stored(*snapshot),
        hashes(state->edge, stored),
        cursor(snapshot->Scan(Family::kEntries, EntryKey(first), EntryKey(until.NextSequence()),
                              ScanKind::kBulk)),
        next(first),
        end(until) {}

  Result<Hash> PreviousOf(Sequence sequence) {
    if (sequence.value == 0) return Hash{};
    const std::uint64_t leaf = sequence.value - 1;
    if (leaf < leaves_first || leaf >= leaves_first + leaves.size()) {
      leaves_first = leaf - leaf % kTileWidth;
      const std::uint64_t count = std::min(kTileWidth, state->size().value - leaves_first);
      SINETTI_ASSIGN(leaves, hashes.ReadHashes(0, leaves_first, count));
    }
    return leaves[leaf - leaves_first];
  }

  Result<void> Advance() {
    if (!cursor.Valid()) {
      SINETTI_TRY(cursor.status());
      return Error{ErrorCode::kCorrupt,
                   "entry " + std::to_string(next.value) + " is missing: run `sinetti verify`"};
    }
    SINETTI_ASSIGN(const std::uint64_t sequence, ReadKey8(cursor.key()));
    if (sequence != next.value) return Missing(next, sequence);
    entry.sequence = next;
    entry.record = cursor.value();
    SINETTI_ASSIGN(entry.previous, PreviousOf(next));
    return {};
  }
};

EntryCursor::EntryCursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EntryCursor::~EntryCursor() = default;
EntryCursor::EntryCursor(EntryCursor&&) noexcept = default;
EntryCursor& EntryCursor::operator=(EntryCursor&&) noexcept = default;

bool EntryCursor::Next() {
  Impl& impl = *impl_;
  if (!impl.status) return false;
  if (impl.started) {
    ++impl.next.value;
    if (impl.next.value < impl.end.value) impl.cursor.Next();
  }
  impl.started = true;
  if (impl.next.value >= impl.end.value) return false;
  impl.status = impl.Advance();
  return impl.status.has_value();
}

const Entry& EntryCursor::entry() const { return impl_->entry; }
const Result<void>& EntryCursor::status() const { return impl_->status; }

Reader::Reader(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const LogState> state,
               std::shared_ptr<IndexSource> index)
    : snapshot_(std::move(snapshot)), state_(std::move(state)), index_(std::move(index)) {}

EntryCursor Reader::Scan(Sequence first, TreeSize end) const {
  SINETTI_CHECK(first.value <= end.value && end <= size());
  return EntryCursor(std::make_unique<EntryCursor::Impl>(snapshot_, state_, first, end));
}

Result<StoredEntry> Reader::Read(Sequence sequence) const {
  const std::string name = "entry " + std::to_string(sequence.value);
  if (sequence.value >= size().value)
    return Error{ErrorCode::kNotFound, "there is no " + name + ": the ledger has " +
                                           std::to_string(size().value) + " events, from 0"};
  StoredEntry entry{.sequence = sequence};
  SINETTI_ASSIGN(std::optional<Bytes> record, snapshot_->Get(Family::kEntries, EntryKey(sequence)));
  if (!record) return Error{ErrorCode::kCorrupt, name + " is missing: run `sinetti verify`"};
  entry.record = std::move(*record);
  if (sequence.value % kTileWidth == 0) {
    if (sequence.value > 0) {
      SINETTI_ASSIGN(entry.previous, Leaf(Sequence{sequence.value - 1}));
    }
    SINETTI_ASSIGN(entry.leaf, Leaf(sequence));
    return entry;
  }
  // Both stand in one tile, which is larger than most entries: it is read once.
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  SINETTI_ASSIGN(const std::vector<Hash> leaves, hashes.ReadHashes(0, sequence.value - 1, 2));
  entry.previous = leaves[0];
  entry.leaf = leaves[1];
  return entry;
}

Result<Hash> Reader::Leaf(Sequence sequence) const {
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  return ReadNode({0, sequence.value}, hashes);
}

Result<std::vector<Hash>> Reader::Leaves(std::span<const Sequence> sequences) const {
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  std::vector<Hash> leaves;
  leaves.reserve(sequences.size());
  std::vector<Hash> tile;
  std::uint64_t tile_first = 0;
  for (const Sequence sequence : sequences) {
    if (sequence.value >= size().value)
      return Error{ErrorCode::kCorrupt, "entry " + std::to_string(sequence.value) +
                                            " is named, and the ledger has " +
                                            std::to_string(size().value) + " events"};
    if (tile.empty() || sequence.value < tile_first || sequence.value >= tile_first + tile.size()) {
      tile_first = sequence.value - sequence.value % kTileWidth;
      const std::uint64_t count = std::min(kTileWidth, size().value - tile_first);
      SINETTI_ASSIGN(tile, hashes.ReadHashes(0, tile_first, count));
    }
    leaves.push_back(tile[sequence.value - tile_first]);
  }
  return leaves;
}

Result<Hash> Reader::Root(TreeSize size) const {
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  return ReadRoot(size, hashes);
}

Result<std::vector<Hash>> Reader::InclusionProof(Sequence sequence, TreeSize size) const {
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  return ProveInclusion(sequence, size, hashes);
}

Result<std::vector<Hash>> Reader::ConsistencyProof(TreeSize old_size, TreeSize new_size) const {
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  return ProveConsistency(old_size, new_size, hashes);
}

Result<ChainPosition> Reader::PositionAt(TreeSize at) const {
  if (at > size())
    return Error{ErrorCode::kNotFound, "the ledger has " + std::to_string(size().value) +
                                           " events, not " + std::to_string(at.value)};
  ChainPosition position;
  if (at.value == 0) return position;
  StoredTiles stored(*snapshot_);
  EdgeReader hashes(state_->edge, stored);
  std::vector<Hash> subtrees;
  std::uint64_t begin = 0;
  for (int level = 63; level >= 0; --level) {
    if ((at.value >> level & 1) == 0) continue;
    SINETTI_ASSIGN(const Hash subtree,
                   ReadNode({static_cast<std::uint8_t>(level), begin >> level}, hashes));
    subtrees.push_back(subtree);
    begin += std::uint64_t{1} << level;
  }
  SINETTI_ASSIGN(position.frontier, Frontier::From(at, subtrees));
  SINETTI_ASSIGN(const StoredEntry last, Read(Sequence{at.value - 1}));
  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(last.record));
  position.last_leaf = last.leaf;
  position.last_recorded_at = header.recorded_at;
  return position;
}

Result<IndexGenerations> Reader::IndexSource::Get(const Snapshot& snapshot, TreeSize size) {
  const std::lock_guard lock(mutex_);
  if (!generations_) {
    SINETTI_ASSIGN(generations_, BuildTail(snapshot, size));
  }
  return *generations_;
}

Result<std::vector<Sequence>> Reader::Stream(std::string_view stream) const {
  SINETTI_ASSIGN(const IndexGenerations memory, index_->Get(*snapshot_, size()));
  const Hash16 hash = StreamHash(stream);
  const std::vector<Sequence> newest = memory.EventsOf(hash);
  std::vector<Sequence> events;
  Cursor cursor = snapshot_->Scan(Family::kStreams, MakeStreamKey(hash, StreamVersion{0}),
                                  MakeStreamKey(hash, StreamVersion{UINT64_MAX}), ScanKind::kPoint);
  for (; cursor.Valid(); cursor.Next()) {
    SINETTI_ASSIGN(const std::uint64_t sequence, ReadKey8(cursor.value()));
    events.push_back(Sequence{sequence});
  }
  SINETTI_TRY(cursor.status());
  // A part may have become a run between the two looks; a writer may have gone on since.
  for (const Sequence sequence : newest)
    if (events.empty() || events.back() < sequence) events.push_back(sequence);
  while (!events.empty() && events.back().value >= size().value) events.pop_back();
  return events;
}

Result<std::optional<Sequence>> Reader::Find(std::string_view source, std::string_view id) const {
  SINETTI_ASSIGN(const IndexGenerations memory, index_->Get(*snapshot_, size()));
  const Hash16 hash = IdHash(source, id);
  std::optional<Sequence> found = memory.FindId(hash);
  if (!found) {
    SINETTI_ASSIGN(const auto value, snapshot_->Get(Family::kIds, hash.view()));
    if (value) {
      SINETTI_ASSIGN(const std::uint64_t sequence, ReadKey8(*value));
      found = Sequence{sequence};
    }
  }
  if (found && found->value >= size().value) found.reset();
  return found;
}

}  // namespace sinetti
