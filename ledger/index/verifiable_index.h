// The verifiable index of a ledger as a part of it: folded when a checkpoint is signed, stored with
// it, made anew from the entries when it was dropped (docs/format/index.md).
#pragma once

#include <memory>
#include <optional>

#include "ledger/index/event_keys.h"
#include "ledger/index/index_rows.h"
#include "ledger/log/checkpoint_store.h"

namespace sinetti {

// Give it to Ledger::SignCheckpoint.  One thread at a time; `registry` must outlive it.
class VerifiableIndex final : public CheckpointIndex {
 public:
  struct Options {
    std::size_t memory_bytes_max = KeyGather::kMemoryBytesMax;  // of the gather, before it spills
    std::size_t batch_bytes_max = IndexRows::kBatchBytesMax;
    IndexProgress progress;
    // Drops what is stored first, and makes it anew for each checkpoint that carries an index root.
    bool rebuild = false;
  };

  explicit VerifiableIndex(const TypeRegistry& registry) : VerifiableIndex(registry, Options()) {}
  VerifiableIndex(const TypeRegistry& registry, Options options)
      : registry_(registry), options_(std::move(options)) {}

  // Also stores what earlier checkpoints need and the store has not.  kCorrupt: an index root that
  // was signed is not the one that follows from the entries, or what is stored is damaged.
  Result<Hash> Fold(Store& store, std::shared_ptr<const Snapshot> snapshot, const LogState& state,
                    const VerifierKey& key) override;
  Result<void> Commit(TreeSize size, const std::string& note) override;

 private:
  struct Signed {
    TreeSize size;
    Hash root;
  };

  Result<void> CheckBase(const std::optional<MapVersion>& base,
                         const std::vector<Signed>& checkpoints) const;
  Result<Hash> FoldTo(Store& store, const Reader& reader, std::optional<MapVersion>& base,
                      TreeSize to);

  const TypeRegistry& registry_;
  Options options_;
  std::unique_ptr<IndexRows> pending_;
  Hash pending_root_;
};

}  // namespace sinetti
