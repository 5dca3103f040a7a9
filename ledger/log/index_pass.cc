// See index_pass.h.
#include "ledger/log/index_pass.h"

#include <algorithm>
#include <thread>

#include "ledger/log/keys.h"

namespace sinetti {
namespace {

std::uint64_t High(ByteView hash) { return LoadBigEndian64(hash.data()); }
std::uint64_t Low(ByteView hash) { return LoadBigEndian64(hash.data() + 8); }

constexpr std::size_t kHashBytes = 16;

}  // namespace

IndexPass::IndexPass(const Snapshot& snapshot, TreeSize derived, const MultisetPoints& points)
    : snapshot_(&snapshot),
      derived_(derived),
      points_(std::make_unique<MultisetPoints>(points)),
      ids_(*points_),
      streams_(*points_) {}

Result<IndexPass> IndexPass::Begin(const Snapshot& snapshot, TreeSize derived) {
  SINETTI_ASSIGN(const MultisetPoints points, MultisetPoints::Random());
  return IndexPass(snapshot, derived, points);
}

void IndexPass::Add(const IndexRow& row, Sequence sequence) {
  if (sequence.value < derived_.value) {
    const std::uint64_t id[] = {High(row.id.view()), Low(row.id.view()), sequence.value};
    const std::uint64_t stream[] = {High(row.stream.view()), Low(row.stream.view()),
                                    row.version.value, sequence.value};
    ids_.Add(id);
    streams_.Add(stream);
  } else if (tail_.size() < kTailMax) {
    tail_ids_.push_back(row.id);
    tail_.push_back({row.stream, sequence, row.version});
  } else {
    tail_too_long_ = true;
  }
}

Result<void> IndexPass::Finish(TreeSize size, FindingSink& sink) {
  bool agree = !tail_too_long_;
  if (agree) {
    Result<bool> ids(false);
    std::thread beside([&] { ids = IdsAgree(); });
    const Result<bool> streams = StreamsAgree();
    beside.join();
    SINETTI_TRY(ids);
    SINETTI_TRY(streams);
    agree = *ids && *streams;
  }
  tail_ids_ = {};
  tail_ = {};
  if (agree) return {};
  const std::uint64_t found_before = sink.total();
  SINETTI_TRY(FindIndexFaults(*snapshot_, size, derived_, sink));
  if (sink.total() == found_before && !tail_too_long_)
    sink.Add({.kind = FindingKind::kWrongIndex,
              .first = {size.value},
              .last = {size.value},
              .message = "the derived indexes are not those of the entries, nowhere in "
                         "particular: rebuild them with `sinetti doctor --rebuild-index`"});
  return {};
}

// Walks the ids of the runs and of the tail together, in the order of the hashes.
Result<bool> IndexPass::IdsAgree() {
  std::sort(tail_ids_.begin(), tail_ids_.end());
  if (std::adjacent_find(tail_ids_.begin(), tail_ids_.end()) != tail_ids_.end()) return false;

  MultisetDigest stored(*points_);
  auto tail = tail_ids_.begin();
  Cursor cursor = snapshot_->Scan(Family::kIds, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const ByteView key = cursor.key();
    const auto sequence = ReadKey8(cursor.value());
    if (key.size() != kHashBytes || !sequence) return false;
    const std::uint64_t element[] = {High(key), Low(key), *sequence};
    stored.Add(element);
    while (tail != tail_ids_.end() && std::ranges::lexicographical_compare(tail->bytes, key))
      ++tail;
    if (tail != tail_ids_.end() && std::ranges::equal(tail->bytes, key)) return false;
  }
  SINETTI_TRY(cursor.status());
  return stored == ids_;
}

// The same for streams: versions 1, 2, 3 with rising sequences, first in the runs, then in the
// tail, and the head of each stream tells its last version in the runs.
Result<bool> IndexPass::StreamsAgree() {
  std::sort(tail_.begin(), tail_.end(), [](const TailRow& a, const TailRow& b) {
    return std::tie(a.stream, a.sequence) < std::tie(b.stream, b.sequence);
  });
  MultisetDigest stored(*points_);
  auto tail = tail_.begin();
  Hash16 stream;
  StreamHead head;  // as the index says
  StreamHead last;  // as the rows say
  bool any = false;
  // The tail rows of streams before `until`, each continuing from `last` if it is the current
  // stream.
  const auto take_tail = [&](const Hash16* until) {
    while (tail != tail_.end() && (until == nullptr || tail->stream < *until)) {
      const bool current = any && tail->stream == stream;
      const std::uint64_t before = current ? last.version.value : 0;
      if (tail->version.value != before + 1) return false;
      any = true;
      stream = tail->stream;
      head = last = {tail->version, tail->sequence};
      ++tail;
    }
    return true;
  };
  Cursor cursor = snapshot_->Scan(Family::kStreams, {}, {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    const ByteView key = cursor.key();
    if (key.size() == kHashBytes) {
      if (any && head != last) return false;
      const auto stated = DecodeStreamHead(cursor.value());
      if (!stated) return false;
      Hash16 next;
      std::copy(key.begin(), key.end(), next.bytes.begin());
      if (!take_tail(&next)) return false;
      stream = next;
      head = *stated;
      last = {};
      any = true;
      continue;
    }
    const auto sequence = ReadKey8(cursor.value());
    if (key.size() != sizeof(StreamKey) || !sequence || !any ||
        !std::ranges::equal(stream.bytes, key.first(kHashBytes)))
      return false;
    const StreamVersion version{LoadBigEndian64(key.data() + kHashBytes)};
    if (version.value != last.version.value + 1 ||
        (last.version.value != 0 && *sequence <= last.sequence.value))
      return false;
    last = {version, Sequence{*sequence}};
    const std::uint64_t element[] = {High(key), Low(key), version.value, *sequence};
    stored.Add(element);
  }
  SINETTI_TRY(cursor.status());
  if (any && head != last) return false;
  return take_tail(nullptr) && stored == streams_;
}

}  // namespace sinetti
