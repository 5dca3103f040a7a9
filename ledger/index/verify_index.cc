// See verify_index.h.
#include "ledger/index/verify_index.h"

#include <algorithm>

#include "ledger/index/event_keys.h"
#include "ledger/index/index_roots.h"
#include "ledger/index/map_rows.h"
#include "ledger/log/checkpoint_store.h"
#include "ledger/log/note.h"

namespace sinetti {
namespace {

struct Vouched {
  TreeSize size;
  Hash root;
  std::string name;
};

void Compare(const Vouched& vouched, const Hash& stated, const Hash& recomputed, FindingKind kind,
             const std::string& message, std::size_t findings_max, VerifyReport& report) {
  if (stated == recomputed) return;
  const Sequence last{vouched.size.value > 0 ? vouched.size.value - 1 : 0};
  if (++report.findings_total > findings_max) return;
  report.findings.push_back({.kind = kind,
                             .first = last,
                             .last = last,
                             .stated = stated.hex(),
                             .recomputed = recomputed.hex(),
                             .message = message});
}

// The checkpoints that carry an index root, by size; the ledger is intact, so each is well-formed.
Result<std::vector<Vouched>> RootsToCheck(const Snapshot& snapshot, const VerifyOptions& options) {
  std::vector<Vouched> vouched;
  SINETTI_ASSIGN(const auto stored, ListCheckpoints(snapshot));
  for (const StoredCheckpoint& one : stored) {
    SINETTI_ASSIGN(const Note note, ParseNote(one.note));
    SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(note.text));
    if (checkpoint.index_root)
      vouched.push_back({checkpoint.size, *checkpoint.index_root,
                         "the checkpoint of " + std::to_string(one.size.value) + " events"});
  }
  if (options.against && options.against->index_root)
    vouched.push_back({options.against->size, *options.against->index_root,
                       "the checkpoint kept elsewhere, of " +
                           std::to_string(options.against->size.value) + " events"});
  std::ranges::stable_sort(vouched, {}, &Vouched::size);
  return vouched;
}

Result<void> CheckRoots(const Snapshot& snapshot, const std::vector<Vouched>& vouched,
                        const TypeRegistry& registry, const VerifyOptions& options,
                        std::size_t memory_bytes_max, VerifyReport& report) {
  std::vector<TreeSize> sizes;
  for (const Vouched& one : vouched)
    if (sizes.empty() || sizes.back() < one.size) sizes.push_back(one.size);
  SINETTI_ASSIGN(LogState state, RecoverState(snapshot));
  // The snapshot is the caller's and outlives the reader.
  const Reader reader(std::shared_ptr<const Snapshot>(std::shared_ptr<void>(), &snapshot),
                      std::make_shared<const LogState>(std::move(state)),
                      std::make_shared<Reader::IndexSource>());
  KeyGather gather(memory_bytes_max);
  SINETTI_TRY(GatherKeys(reader, TreeSize{0}, sizes.back(), registry, gather, options.progress));
  SINETTI_ASSIGN(const auto keys, gather.Finish());
  SINETTI_ASSIGN(const std::vector<Hash> roots, IndexRootsAt(*keys, sizes));
  for (const Vouched& one : vouched) {
    const auto at = std::ranges::lower_bound(sizes, one.size) - sizes.begin();
    const Hash& root = roots[static_cast<std::size_t>(at)];
    Compare(one, one.root, root, FindingKind::kWrongIndexRoot,
            one.name + " carries the index root " + one.root.hex() +
                ", recomputed from the entries " + root.hex() +
                ": answers proved by it may leave events out",
            options.findings_max, report);
    SINETTI_ASSIGN(const auto stored, StoredMapRoot(snapshot, one.size));
    if (stored)
      Compare(one, *stored, root, FindingKind::kWrongIndex,
              "the index stored for " + one.name + " has root " + stored->hex() +
                  ", recomputed from the entries " + root.hex() +
                  ": run `sinetti checkpoint --rebuild-index`",
              options.findings_max, report);
  }
  report.index_roots = sizes.size();  // the one kept elsewhere may be among the stored
  return {};
}

}  // namespace

Result<VerifyReport> VerifyWithIndex(const Snapshot& snapshot, const VerifyOptions& options,
                                     const TypeRegistry& registry, std::size_t memory_bytes_max) {
  SINETTI_ASSIGN(VerifyReport report, VerifySnapshot(snapshot, options));
  if (!report.intact() || !options.indexes || options.since) return report;
  SINETTI_ASSIGN(const std::vector<Vouched> vouched, RootsToCheck(snapshot, options));
  if (vouched.empty()) return report;
  auto checked = CheckRoots(snapshot, vouched, registry, options, memory_bytes_max, report);
  if (checked) return report;
  if (checked.error().code != ErrorCode::kUnsupported) return std::move(checked).error();
  report.index_unknown = checked.error().message;
  return report;
}

Result<VerifyReport> VerifyLedgerWithIndex(const std::string& dir, const VerifyOptions& options,
                                           const TypeRegistry& registry,
                                           const StoreEnvironment* environment) {
  SINETTI_ASSIGN(const auto store, Store::Open(dir, {.environment = environment}));
  return VerifyWithIndex(*store->TakeSnapshot(), options, registry);
}

}  // namespace sinetti
