// See map_rows.h.
#include "ledger/index/map_rows.h"

#include <algorithm>
#include <cstring>

namespace sinetti {
namespace {

constexpr std::size_t kEntryBytes = 32 + 8 + 32;
constexpr std::size_t kPlaceBytes = 8;
constexpr std::size_t kHash16Bytes = 16;

Error Damaged(const std::string& what) {
  return Error{ErrorCode::kCorrupt, "the stored index is damaged: " + what +
                                        "; it is derived and can be made anew: run `sinetti "
                                        "checkpoint --rebuild-index`"};
}

void AppendBigEndian(Bytes& to, std::uint64_t value) {
  to.resize(to.size() + 8);
  StoreBigEndian64(value, to.data() + to.size() - 8);
}

void Append(Bytes& to, ByteView bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

// The first bits of a key hash, `depth` of them, the others zero.
std::uint64_t Place(const Hash& key, std::size_t depth) {
  const std::uint64_t bits = LoadBigEndian64(key.bytes.data());
  return depth == 0 ? 0 : bits & ~std::uint64_t{0} << (64 - depth);
}

Result<std::vector<MapEntry>> DecodeBucket(ByteView value) {
  if (value.empty() || value.size() % kEntryBytes != 0) return Damaged("a bucket is cut");
  std::vector<MapEntry> entries(value.size() / kEntryBytes);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint8_t* at = value.data() + i * kEntryBytes;
    std::memcpy(entries[i].key.bytes.data(), at, 32);
    entries[i].state.count = LoadBigEndian64(at + 32);
    std::memcpy(entries[i].state.head.bytes.data(), at + 40, 32);
  }
  return entries;
}

// Rising, and all within the subtree: only then do they have a hash.
bool FormSubtree(std::span<const MapEntry> entries, const Hash& key, std::size_t depth) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (CommonBits(entries[i].key, key) < depth) return false;
    if (i > 0 && entries[i].key <= entries[i - 1].key) return false;
  }
  return true;
}

}  // namespace

Bytes RootRowKey(TreeSize size) {
  Bytes row{static_cast<std::uint8_t>(MapRowKind::kRoot)};
  AppendBigEndian(row, ~size.value);
  return row;
}

Bytes SubtreeRowKey(MapRowKind kind, const Hash& key, std::size_t depth, TreeSize size) {
  Bytes row{static_cast<std::uint8_t>(kind)};
  row.reserve(1 + kPlaceBytes + 1 + 8);
  AppendBigEndian(row, Place(key, depth));
  row.push_back(static_cast<std::uint8_t>(depth));
  AppendBigEndian(row, ~size.value);
  return row;
}

Bytes EventsRowKey(const Hash& key, TreeSize size, Sequence first) {
  Bytes row{static_cast<std::uint8_t>(MapRowKind::kEvents)};
  row.reserve(1 + kHash16Bytes + 16);
  Append(row, key.view().first(kHash16Bytes));
  AppendBigEndian(row, size.value);
  AppendBigEndian(row, first.value);
  return row;
}

Bytes EncodeBucket(std::span<const MapEntry> entries) {
  Bytes value;
  value.reserve(entries.size() * kEntryBytes);
  for (const MapEntry& entry : entries) {
    Append(value, entry.key.view());
    AppendBigEndian(value, entry.state.count);
    Append(value, entry.state.head.view());
  }
  return value;
}

Bytes EncodeNode(const Hash& left, const Hash& right) {
  Bytes value;
  value.reserve(64);
  Append(value, left.view());
  Append(value, right.view());
  return value;
}

Bytes EncodeSequences(std::span<const Sequence> sequences) {
  Bytes value;
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    std::uint64_t distance = i == 0 ? 0 : sequences[i].value - sequences[i - 1].value;
    for (; distance >= 0x80; distance >>= 7)
      value.push_back(static_cast<std::uint8_t>(distance | 0x80));
    value.push_back(static_cast<std::uint8_t>(distance));
  }
  return value;
}

Result<void> DecodeSequences(Sequence first, ByteView value, std::vector<Sequence>& sequences) {
  std::uint64_t sequence = first.value;
  for (std::size_t at = 0; at < value.size();) {
    std::uint64_t distance = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (at == value.size() || shift > 63) return Damaged("a list of events is cut");
      const std::uint8_t byte = value[at++];
      distance |= std::uint64_t{byte & 0x7fu} << shift;
      if ((byte & 0x80) == 0) break;
    }
    sequence += distance;
    sequences.push_back(Sequence{sequence});
  }
  return {};
}

Result<std::optional<MapVersion>> NewestMapVersion(const Snapshot& snapshot) {
  const std::uint8_t behind[] = {static_cast<std::uint8_t>(MapRowKind::kRoot) + 1};
  Cursor cursor = snapshot.Scan(Family::kIndex, {}, behind, ScanKind::kPoint);
  if (!cursor.Valid()) {
    SINETTI_TRY(cursor.status());
    return std::optional<MapVersion>();
  }
  if (cursor.key().size() != 9) return Damaged("a root has no size");
  const TreeSize size{~LoadBigEndian64(cursor.key().data() + 1)};
  SINETTI_ASSIGN(const Hash root, Hash::From(cursor.value()));
  return std::optional(MapVersion{size, root});
}

Result<std::optional<Hash>> StoredMapRoot(const Snapshot& snapshot, TreeSize size) {
  SINETTI_ASSIGN(const auto value, snapshot.Get(Family::kIndex, RootRowKey(size)));
  if (!value) return std::optional<Hash>();
  SINETTI_ASSIGN(const Hash root, Hash::From(*value));
  return std::optional<Hash>(root);
}

Result<std::optional<Bytes>> StoredMap::Newest(MapRowKind kind, const Hash& key,
                                               std::size_t depth) const {
  // Newer sizes come first, so the first row from this size on is the one that held.
  const Bytes first = SubtreeRowKey(kind, key, depth, size_);
  Bytes end = SubtreeRowKey(kind, key, depth, TreeSize{0});
  end.push_back(0);
  Cursor cursor = snapshot_.Scan(Family::kIndex, first, end, ScanKind::kPoint);
  if (!cursor.Valid()) {
    SINETTI_TRY(cursor.status());
    return std::optional<Bytes>();
  }
  return std::optional(Bytes(cursor.value().begin(), cursor.value().end()));
}

Result<StoredSubtree> StoredMap::Load(const Hash& key, std::size_t depth,
                                      const Hash& expected) const {
  StoredSubtree subtree;
  Hash hash;
  // A subtree that has become a node never is a bucket again.
  SINETTI_ASSIGN(const auto node, Newest(MapRowKind::kNode, key, depth));
  if (node) {
    if (node->size() != 64) return Damaged("a node is cut");
    const ByteView view = *node;
    subtree.halves = {Hash::From(view.first(32)).value(), Hash::From(view.subspan(32)).value()};
    hash = MapNodeHash(subtree.halves->first, subtree.halves->second);
  } else {
    SINETTI_ASSIGN(const auto bucket, Newest(MapRowKind::kBucket, key, depth));
    if (!bucket) return Damaged("a subtree at depth " + std::to_string(depth) + " is missing");
    SINETTI_ASSIGN(subtree.entries, DecodeBucket(*bucket));
    if (!FormSubtree(subtree.entries, key, depth)) return Damaged("keys stand in a wrong bucket");
    hash = MapSubtreeHash(subtree.entries, depth);
  }
  if (hash != expected)
    return Damaged("a subtree at depth " + std::to_string(depth) + " has the hash " + hash.hex() +
                   ", above it stands " + expected.hex());
  return subtree;
}

Result<StoredMap::Found> StoredMap::Find(const Hash& key, const Hash& root) const {
  Found found;
  Hash hash = root;
  for (std::size_t depth = 0; hash != Hash{}; ++depth) {
    SINETTI_ASSIGN(const StoredSubtree subtree, Load(key, depth, hash));
    if (!subtree.halves) {
      found.state = WalkSubtree(subtree.entries, key, depth, found.proof);
      break;
    }
    const auto& [left, right] = *subtree.halves;
    const bool go_right = KeyBit(key, depth);
    found.proof.siblings.push_back(go_right ? left : right);
    hash = go_right ? right : left;
  }
  std::reverse(found.proof.siblings.begin(), found.proof.siblings.end());
  return found;
}

Result<std::vector<Sequence>> StoredEvents(const Snapshot& snapshot, const Hash& key, TreeSize from,
                                           TreeSize to) {
  std::vector<Sequence> sequences;
  const Bytes first = EventsRowKey(key, TreeSize{from.value + 1}, Sequence{0});
  const Bytes end = EventsRowKey(key, TreeSize{to.value + 1}, Sequence{0});
  Cursor cursor = snapshot.Scan(Family::kIndex, first, end, ScanKind::kPoint);
  for (; cursor.Valid(); cursor.Next()) {
    if (cursor.key().size() != first.size()) return Damaged("a list of events has a wrong name");
    const Sequence start{LoadBigEndian64(cursor.key().data() + first.size() - 8)};
    SINETTI_TRY(DecodeSequences(start, cursor.value(), sequences));
  }
  SINETTI_TRY(cursor.status());
  return sequences;
}

}  // namespace sinetti
