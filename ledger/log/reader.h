// Reads the ledger as it was at one moment, whatever is appended meanwhile: entries in order, by
// stream, by id, and every hash of the tree.  What it hands out is as stored: verify it with
// ChainVerifier.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/event/entry.h"
#include "ledger/log/chain.h"
#include "ledger/log/derived_index.h"
#include "ledger/log/log_state.h"
#include "ledger/merkle/proof.h"

namespace sinetti {

// Entries one after the other.  Usage: `while (cursor.Next()) Use(cursor.entry());` then check
// status(). One thread at a time; must not outlive the Reader that made it.
class EntryCursor {
 public:
  ~EntryCursor();
  EntryCursor(EntryCursor&&) noexcept;
  EntryCursor& operator=(EntryCursor&&) noexcept;

  // False at the end, and at an error.
  bool Next();
  // Its record is a view that lives until the next Next.
  const Entry& entry() const;
  // kCorrupt when an entry or a tile was missing.
  const Result<void>& status() const;

 private:
  friend class Reader;
  struct Impl;
  explicit EntryCursor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// One entry with bytes of its own.
struct StoredEntry {
  Sequence sequence;
  Hash previous;
  Hash leaf;  // as the tree has it
  Bytes record;

  // Lives as long as this.
  Entry entry() const { return {sequence, previous, record}; }
};

// Cheap to copy.  Any number of threads may use one at once.  Must not outlive its Ledger.
class Reader {
 public:
  // Index parts in memory, from the writer or built at the first question.
  class IndexSource;

  Reader(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const LogState> state,
         std::shared_ptr<IndexSource> index);

  TreeSize size() const { return state_->size(); }
  // Of the last entry; INT64_MIN in an empty ledger.
  Timestamp last_recorded_at() const { return state_->last_recorded_at; }

  // Entries `first` to end - 1; `end` at most size(), `first` at most `end`.
  EntryCursor Scan(Sequence first, TreeSize end) const;
  EntryCursor Scan() const { return Scan(Sequence{0}, size()); }

  // kNotFound behind the end; kCorrupt when it should be there.
  Result<StoredEntry> Read(Sequence sequence) const;

  // Where the chain stands behind its first `size` entries, from the stored tiles: to go on
  // verifying from there.  Trust it once its root equals one that is vouched for.
  Result<ChainPosition> PositionAt(TreeSize size) const;

  // Of the first `size` entries; size at most size().
  Result<Hash> Root(TreeSize size) const;
  Result<Hash> Root() const { return Root(size()); }
  Result<Hash> Leaf(Sequence sequence) const;
  // Of many entries, rising: each tile is read once.
  Result<std::vector<Hash>> Leaves(std::span<const Sequence> sequences) const;
  Result<std::vector<Hash>> InclusionProof(Sequence sequence, TreeSize size) const;
  Result<std::vector<Hash>> ConsistencyProof(TreeSize old_size, TreeSize new_size) const;

  // The events of a stream, oldest first; empty when there is none.
  Result<std::vector<Sequence>> Stream(std::string_view stream) const;
  // nullopt: no event has this source and id.
  Result<std::optional<Sequence>> Find(std::string_view source, std::string_view id) const;

  const Snapshot& snapshot() const { return *snapshot_; }

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  std::shared_ptr<const LogState> state_;
  std::shared_ptr<IndexSource> index_;
};

class Reader::IndexSource {
 public:
  IndexSource() = default;  // built when first asked
  explicit IndexSource(IndexGenerations generations) : generations_(std::move(generations)) {}

  Result<IndexGenerations> Get(const Snapshot& snapshot, TreeSize size);

 private:
  std::mutex mutex_;
  std::optional<IndexGenerations> generations_;
};

}  // namespace sinetti
