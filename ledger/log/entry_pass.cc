// See entry_pass.h.
#include "ledger/log/entry_pass.h"

#include <cstring>

#include "ledger/log/chain.h"
#include "ledger/log/keys.h"

namespace sinetti {
namespace {

Hash StoredLeaf(const Bytes& tile, std::size_t slot) {
  Hash leaf;
  std::memcpy(leaf.bytes.data(), tile.data() + slot * 32, 32);
  return leaf;
}

}  // namespace

EntryPass::EntryPass(const Snapshot& snapshot, TileEdge edge, const Hash& last_leaf,
                     std::vector<RootCheck> checks, FindingSink& sink, OnRow on_row,
                     OnHeader on_header)
    : snapshot_(snapshot),
      edge_(std::move(edge)),
      last_leaf_(last_leaf),
      checks_(std::move(checks)),
      good_until_(edge_.size().value),
      sink_(sink),
      on_row_(std::move(on_row)),
      on_header_(std::move(on_header)) {
  CheckRoots();
}

void EntryPass::Consume(const EntryGroup& group, const EntryGroup* next) {
  for (const Bytes& key : group.foreign_keys)
    sink_.Add({.kind = FindingKind::kForeignKey,
               .first = {group.first},
               .last = {group.first},
               .stated = HexEncode(key),
               .message = "family entries has the key " + HexEncode(key) +
                          ", which is no sequence (near entry " + std::to_string(group.first) +
                          ")"});
  if (group.tile && group.tile->size() != kTileBytes) {
    sink_.Add({.kind = FindingKind::kWrongTile,
               .first = {group.first},
               .last = {group.first + group.slots - 1},
               .stated = std::to_string(group.tile->size()) + " bytes",
               .recomputed = std::to_string(kTileBytes) + " bytes",
               .message = "the tile of leaf hashes of entries " + std::to_string(group.first) +
                          " to " + std::to_string(group.first + group.slots - 1) + " has " +
                          std::to_string(group.tile->size()) + " bytes, a full tile has " +
                          std::to_string(kTileBytes)});
    lost_ |= !group.complete();
  }
  if (!lost_) {
    Leaves leaves;
    if (HashAll(group, leaves) || FindDamage(group, next, leaves))
      Feed(group, leaves);
    else
      lost_ = true;
  }
  CheckHeaders(group);
}

void EntryPass::CheckHeaders(const EntryGroup& group) {
  for (std::size_t slot = 0; slot < group.slots; ++slot) {
    if (!group.present(slot)) continue;
    const Sequence sequence{group.first + slot};
    const auto add = [&](FindingKind kind, std::string stated, std::string recomputed,
                         const std::string& what) {
      sink_.Add({kind, sequence, sequence, std::move(stated), std::move(recomputed),
                 EntryName(sequence) + ": " + what});
    };
    const RecordHeader* header = group.header(slot);
    if (header == nullptr) {
      add(FindingKind::kBadRecord, "", "", ReadRecordHeader(group.record(slot)).error().message);
      continue;
    }
    if (header->sequence != sequence)
      add(FindingKind::kWrongSequence, std::to_string(header->sequence.value),
          std::to_string(sequence.value),
          "its record says that it is entry " + std::to_string(header->sequence.value));
    if (header->recorded_at <= last_recorded_at_) CheckTime(sequence, header->recorded_at);
    last_recorded_at_ = header->recorded_at;
    if (on_row_) on_row_(group.index_row(slot), sequence);
    if (on_header_) on_header_(*header, sequence);
  }
}

// One of two neighbours has the wrong time; where the tree tells which, that was said already.
void EntryPass::CheckTime(Sequence sequence, Timestamp recorded_at) {
  const Sequence before{sequence.value == 0 ? 0 : sequence.value - 1};
  if (sink_.Concerns(before, sequence)) return;
  sink_.Add({.kind = FindingKind::kWrongTime,
             .first = before,
             .last = sequence,
             .stated = FormatTimestamp(recorded_at),
             .recomputed = FormatTimestamp(last_recorded_at_),
             .message = EntryName(sequence) + ": recorded at " + FormatTimestamp(recorded_at) +
                        ", not after the entry before it (" + FormatTimestamp(last_recorded_at_) +
                        ")"});
}

// The ordinary case: all there, and the leaves are those of the stored tile.
bool EntryPass::HashAll(const EntryGroup& group, Leaves& leaves) const {
  if (!group.complete() || group.error) return false;
  if (group.slots == kTileWidth && (!group.tile || group.tile->size() != kTileBytes)) return false;
  Hash previous = last_leaf_;
  for (std::size_t slot = 0; slot < group.slots; ++slot)
    previous = leaves[slot] = EntryHash(previous, group.record(slot));
  return !group.tile || std::memcmp(leaves.data(), group.tile->data(), kTileBytes) == 0;
}

// Goes entry by entry and says which is wrong.  Gives the leaves that the tree most probably had,
// so that the entries behind are judged on their own.  False when that cannot be known.
bool EntryPass::FindDamage(const EntryGroup& group, const EntryGroup* next, Leaves& leaves) {
  static_assert(sizeof(Hash) == 32);
  const Bytes* tile = group.tile && group.tile->size() == kTileBytes ? &*group.tile : nullptr;
  const Sequence last{group.first + group.slots - 1};
  if (group.error) {
    sink_.Add({.kind = FindingKind::kUnreadable,
               .first = {group.first},
               .last = last,
               .message = RangeName({group.first}, last) +
                          " or their tile could not be read, nothing behind was looked at: " +
                          group.error->message});
    return false;
  }
  if (!group.tile && group.slots == kTileWidth && !group.nothing)
    sink_.Add({.kind = FindingKind::kMissingTile,
               .first = {group.first},
               .last = last,
               .message =
                   "the tile of leaf hashes of " + RangeName({group.first}, last) + " is missing"});
  Hash previous = last_leaf_;
  for (std::size_t slot = 0; slot < group.slots; ++slot) {
    if (!group.present(slot)) {
      std::size_t end = slot;
      while (end < group.slots && !group.present(end)) ++end;
      Missing({group.first + slot}, {group.first + end - 1});
      if (tile == nullptr) return false;
      for (; slot < end; ++slot) leaves[slot] = StoredLeaf(*tile, slot);
      previous = leaves[--slot];
      continue;
    }
    const Hash computed = EntryHash(previous, group.record(slot));
    leaves[slot] = computed;
    if (tile != nullptr && computed != StoredLeaf(*tile, slot)) {
      const Sequence sequence{group.first + slot};
      const Hash stored = StoredLeaf(*tile, slot);
      const bool tree_is_wrong = TreeIsWrong(group, next, slot, computed);
      if (!tree_is_wrong) leaves[slot] = stored;
      sink_.Add({.kind = tree_is_wrong ? FindingKind::kWrongTile : FindingKind::kWrongLeaf,
                 .first = sequence,
                 .last = sequence,
                 .stated = stored.hex(),
                 .recomputed = computed.hex(),
                 .message = EntryName(sequence) + ": leaf hash is " + stored.hex() +
                            " in the tree, recomputed " + computed.hex() +
                            (tree_is_wrong ? "; the next entry confirms the recomputed one, so the "
                                             "stored hash was changed, not the entry"
                                           : "; the entry is not the one that was recorded")});
    }
    previous = leaves[slot];
  }
  return true;
}

// The entry behind was hashed with the leaf of this one: does it agree with the recomputed leaf?
bool EntryPass::TreeIsWrong(const EntryGroup& group, const EntryGroup* next, std::size_t slot,
                            const Hash& computed) const {
  const EntryGroup* holder = &group;
  if (++slot == group.slots) {
    holder = next;
    slot = 0;
  }
  if (holder == nullptr || !holder->present(slot) || !holder->tile ||
      holder->tile->size() != kTileBytes)
    return false;
  return EntryHash(computed, holder->record(slot)) == StoredLeaf(*holder->tile, slot);
}

void EntryPass::Missing(Sequence first, Sequence last) {
  sink_.Add({.kind = FindingKind::kMissingEntry,
             .first = first,
             .last = last,
             .message = RangeName(first, last) + (first == last ? " is missing" : " are missing")});
}

void EntryPass::Feed(const EntryGroup& group, const Leaves& leaves) {
  std::vector<Tile> full;
  for (std::size_t slot = 0; slot < group.slots; ++slot) {
    edge_.Append(leaves[slot], full);
    CheckRoots();
  }
  last_leaf_ = leaves[group.slots - 1];
  for (const Tile& tile : full)
    if (tile.id.level > 0) CheckUpperTile(tile);
}

void EntryPass::CheckUpperTile(const Tile& tile) {
  const unsigned shift = 8u * tile.id.level;
  const auto range = [&](std::uint64_t from, std::uint64_t to) {
    const std::uint64_t base = tile.id.index * kTileWidth;
    return std::pair(Sequence{(base + from) << shift}, Sequence{((base + to) << shift) - 1});
  };
  const std::string name =
      "tile " + std::to_string(tile.id.index) + " of level " + std::to_string(tile.id.level);
  const auto stored = snapshot_.Get(Family::kTiles, MakeTileKey(tile.id));
  const auto [all_first, all_last] = range(0, kTileWidth);
  if (!stored || !*stored || (*stored)->size() != kTileBytes) {
    sink_.Add({.kind = stored ? FindingKind::kMissingTile : FindingKind::kUnreadable,
               .first = all_first,
               .last = all_last,
               .message = name + ", over " + RangeName(all_first, all_last) +
                          (stored ? ", is missing or not of full size"
                                  : ", could not be read: " + stored.error().message)});
    return;
  }
  for (std::size_t at = 0; at < kTileWidth; ++at) {
    const Hash hash = StoredLeaf(**stored, at);
    if (hash == tile.hashes[at]) continue;
    const auto [first, last] = range(at, at + 1);
    if (sink_.Concerns(first, last)) continue;
    sink_.Add({.kind = FindingKind::kWrongTile,
               .first = first,
               .last = last,
               .stated = hash.hex(),
               .recomputed = tile.hashes[at].hex(),
               .message = name + ": the hash over " + RangeName(first, last) + " is " + hash.hex() +
                          " in the tree, recomputed " + tile.hashes[at].hex()});
  }
}

void EntryPass::CheckRoots() {
  for (; next_check_ < checks_.size() && checks_[next_check_].size == edge_.size(); ++next_check_) {
    RootCheck& check = checks_[next_check_];
    const Hash root = edge_.Root();
    check.holds = root == check.root;
    if (check.holds) {
      good_until_ = check.size.value;
      continue;
    }
    // For the tree without entries there is no position: the first one stands for it.
    const Sequence last{check.size.value == 0 ? 0 : check.size.value - 1};
    const Sequence first{std::min(good_until_, last.value)};
    if (sink_.Concerns(first, last)) continue;
    sink_.Add({.kind = FindingKind::kWrongRoot,
               .first = first,
               .last = last,
               .stated = check.root.hex(),
               .recomputed = root.hex(),
               .message = check.name + " says the root is " + check.root.hex() + ", recomputed " +
                          root.hex() + ": what it vouches for is not what the ledger holds, from " +
                          RangeName(first, last) + " on one differs"});
  }
}

}  // namespace sinetti
