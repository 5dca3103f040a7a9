// See entry_groups.h.
#include "ledger/log/entry_groups.h"

#include <algorithm>

#include "ledger/log/keys.h"

namespace sinetti {
namespace {

// Groups read ahead: enough that neither thread waits for the other's hiccups, at most 16 MiB each
// with records of the largest size.
constexpr std::size_t kAheadMax = 6;

}  // namespace

void EntryGroup::Reset(std::uint64_t first_sequence, std::size_t slot_count) {
  first = first_sequence;
  slots = slot_count;
  tile.reset();
  foreign_keys.clear();
  error.reset();
  nothing = false;
  bytes_.clear();
  rows_.fill({});
  records_ = 0;
  has_headers_ = false;
}

void EntryGroup::Put(std::size_t slot, ByteView record) {
  rows_[slot] = {bytes_.size(), record.size(), true};
  bytes_.insert(bytes_.end(), record.begin(), record.end());
  ++records_;
}

void EntryGroup::ReadHeaders(bool index_rows) {
  if (has_headers_) return;
  has_headers_ = true;
  for (std::size_t slot = 0; slot < slots; ++slot) {
    if (!present(slot)) continue;
    const auto header = ReadRecordHeader(record(slot));
    if (!header) continue;
    rows_[slot].readable = true;
    headers_[slot] = *header;
    if (index_rows)
      index_rows_[slot] = {IdHash(header->source, header->id), StreamHash(header->stream),
                           header->stream_version};
  }
}

EntryGroupReader::EntryGroupReader(const Snapshot& snapshot, Sequence first, TreeSize size,
                                   bool index_rows)
    : snapshot_(snapshot),
      size_(size),
      index_rows_(index_rows),
      thread_([this, first] { Run(first.value); }) {}

EntryGroupReader::~EntryGroupReader() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void EntryGroupReader::Run(std::uint64_t first) {
  // From the very beginning where nothing is to be left out: keys shorter than any stand there.
  const Key8 begin = EntryKey(Sequence{first});
  Cursor entries = snapshot_.Scan(Family::kEntries, first == 0 ? ByteView() : ByteView(begin), {},
                                  ScanKind::kBulk);
  Cursor tiles = snapshot_.Scan(Family::kTiles, {}, {}, ScanKind::kBulk);
  for (; first < size_.value; first += kTileWidth) {
    std::unique_ptr<EntryGroup> group = Fresh();
    group->Reset(first, std::min(kTileWidth, size_.value - first));
    const bool more = Fill(*group, entries, tiles);
    if (IsAhead()) group->ReadHeaders(index_rows_);
    if (!Push(std::move(group)) || !more) break;
  }
  const std::lock_guard lock(mutex_);
  done_ = true;
  changed_.notify_all();
}

// False when nothing may follow the group.
bool EntryGroupReader::Fill(EntryGroup& group, Cursor& entries, Cursor& tiles) {
  for (; entries.Valid(); entries.Next()) {
    const ByteView key = entries.key();
    const auto sequence = ReadEntryKey(key);
    if (!sequence) {
      group.foreign_keys.emplace_back(key.begin(), key.end());
      continue;
    }
    if (sequence->value >= group.first + group.slots) break;
    group.Put(sequence->value - group.first, entries.value());
  }
  if (auto status = entries.status(); !status) {
    group.error = std::move(status).error();
    return false;
  }
  if (group.slots == kTileWidth) {
    auto tile = FindTile(tiles, {0, group.first / kTileWidth});
    if (!tile) {
      group.error = std::move(tile).error();
      return false;
    }
    group.tile = *std::move(tile);
  }
  group.nothing = group.records_ == 0 && !group.tile;
  return !group.nothing;
}

// Tiles of the lowest level come first in their family, in the order of the groups.
Result<std::optional<Bytes>> EntryGroupReader::FindTile(Cursor& tiles, TileId id) {
  const TileKey wanted = MakeTileKey(id);
  std::optional<Bytes> tile;
  for (; tiles.Valid(); tiles.Next()) {
    const ByteView key = tiles.key();
    if (std::ranges::lexicographical_compare(wanted, key)) break;
    if (key.size() != wanted.size())
      foreign_tiles_.emplace_back(key.begin(), key.end());
    else if (std::ranges::equal(key, wanted))
      tile.emplace(tiles.value().begin(), tiles.value().end());
    last_tile_.emplace(key.begin(), key.end());
  }
  SINETTI_TRY(tiles.status());
  return tile;
}

std::unique_ptr<EntryGroup> EntryGroupReader::Fresh() {
  const std::lock_guard lock(mutex_);
  if (free_.empty()) return std::make_unique<EntryGroup>();
  std::unique_ptr<EntryGroup> group = std::move(free_.back());
  free_.pop_back();
  return group;
}

// The other thread has enough to do: what can be done here need not be done there.
bool EntryGroupReader::IsAhead() {
  const std::lock_guard lock(mutex_);
  return ready_.size() >= kAheadMax / 2;
}

bool EntryGroupReader::Push(std::unique_ptr<EntryGroup> group) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ready_.size() < kAheadMax || stopped_; });
  if (stopped_) return false;
  ready_.push_back(std::move(group));
  changed_.notify_all();
  return true;
}

std::unique_ptr<EntryGroup> EntryGroupReader::Next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !ready_.empty() || done_; });
  if (ready_.empty()) return nullptr;
  std::unique_ptr<EntryGroup> group = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  changed_.notify_all();
  group->ReadHeaders(index_rows_);
  return group;
}

void EntryGroupReader::Recycle(std::unique_ptr<EntryGroup> group) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(group));
}

}  // namespace sinetti
