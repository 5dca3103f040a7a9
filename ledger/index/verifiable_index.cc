// See verifiable_index.h.
#include "ledger/index/verifiable_index.h"

#include <algorithm>
#include <string>

#include "ledger/index/map_fold.h"

namespace sinetti {
namespace {

std::string Name(TreeSize size) {
  return "the checkpoint of " + std::to_string(size.value) + " events";
}

}  // namespace

// What is stored goes as far as some checkpoint that was signed, with the root that was signed.
Result<void> VerifiableIndex::CheckBase(const std::optional<MapVersion>& base,
                                        const std::vector<Signed>& checkpoints) const {
  if (!base) return {};
  const auto at = std::ranges::find(checkpoints, base->size, &Signed::size);
  const std::string next =
      "; the stored index is derived: run `sinetti checkpoint --rebuild-index`";
  if (at == checkpoints.end())
    return Error{ErrorCode::kCorrupt,
                 "the index is stored as of " + std::to_string(base->size.value) +
                     " events, and no checkpoint of that size carries one" + next};
  if (at->root != base->root)
    return Error{ErrorCode::kCorrupt, "the index stored for " + Name(base->size) + " has root " +
                                          base->root.hex() + ", signed is " + at->root.hex() +
                                          next};
  return {};
}

Result<Hash> VerifiableIndex::Fold(Store& store, std::shared_ptr<const Snapshot> snapshot,
                                   const LogState& state, const VerifierKey& key) {
  pending_.reset();
  if (options_.rebuild) SINETTI_TRY(store.DropAll(Family::kIndex));
  SINETTI_ASSIGN(auto base, NewestMapVersion(*store.TakeSnapshot()));
  SINETTI_ASSIGN(const auto stored, ListCheckpoints(*snapshot, base ? base->size : TreeSize{0}));
  std::vector<Signed> checkpoints;
  for (const StoredCheckpoint& one : stored) {
    auto opened = OpenCheckpoint(one.note, key);
    if (!opened) return std::move(opened).error().Within(Name(one.size));
    if (opened->index_root) checkpoints.push_back({opened->size, *opened->index_root});
  }
  SINETTI_TRY(CheckBase(base, checkpoints));

  const Reader reader(snapshot, std::make_shared<const LogState>(state),
                      std::make_shared<Reader::IndexSource>());
  for (const Signed& checkpoint : checkpoints) {
    if (base && checkpoint.size <= base->size) continue;
    SINETTI_ASSIGN(const Hash root, FoldTo(store, reader, base, checkpoint.size));
    if (root != checkpoint.root)
      return Error{ErrorCode::kCorrupt,
                   Name(checkpoint.size) + " carries the index root " + checkpoint.root.hex() +
                       ", recomputed from the entries " + root.hex() + ": run `sinetti verify`"};
    SINETTI_TRY(pending_->Commit(checkpoint.size, root, std::nullopt));
    pending_.reset();
    base = MapVersion{checkpoint.size, root};
  }
  if (base && base->size == state.size()) return base->root;
  SINETTI_ASSIGN(pending_root_, FoldTo(store, reader, base, state.size()));
  return pending_root_;
}

Result<Hash> VerifiableIndex::FoldTo(Store& store, const Reader& reader,
                                     std::optional<MapVersion>& base, TreeSize to) {
  const MapVersion from = base.value_or(MapVersion{});
  KeyGather gather(options_.memory_bytes_max);
  SINETTI_TRY(GatherKeys(reader, from.size, to, registry_, gather, options_.progress));
  SINETTI_ASSIGN(const auto keys, gather.Finish());
  const auto snapshot = store.TakeSnapshot();
  const StoredMap map(*snapshot, from.size);
  pending_ = std::make_unique<IndexRows>(&store, options_.batch_bytes_max);
  return MapFold(&map, from.root, *keys, to, *pending_).Run();
}

Result<void> VerifiableIndex::Commit(TreeSize size, const std::string& note) {
  SINETTI_CHECK(pending_ != nullptr);
  SINETTI_TRY(pending_->Commit(size, pending_root_, note));
  pending_.reset();
  return {};
}

}  // namespace sinetti
