// The auditor's pass over the entries: every record, the chain, the tree at all its levels, and the
// root at every checkpoint; private to it (ledger/log/verify.h).
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/event/record.h"
#include "ledger/log/entry_groups.h"
#include "ledger/log/finding_sink.h"
#include "ledger/merkle/tile_edge.h"
#include "ledger/store/store.h"

namespace sinetti {

// A root that somebody vouches for.
struct RootCheck {
  TreeSize size;
  Hash root;
  std::string name;    // of the checkpoint, for messages
  bool holds = false;  // set by the pass
};

// Takes the groups in order.  A finding is made where the damage is, once: what follows from it is
// recognised and left out.
class EntryPass {
 public:
  // Called for every entry whose record could be read.
  using OnRow = std::function<void(const IndexRow& row, Sequence sequence)>;
  using OnHeader = std::function<void(const RecordHeader& header, Sequence sequence)>;

  // `edge` and `last_leaf` stand before the first group; `checks` in the order of their sizes.
  EntryPass(const Snapshot& snapshot, TileEdge edge, const Hash& last_leaf,
            std::vector<RootCheck> checks, FindingSink& sink, OnRow on_row,
            OnHeader on_header = {});

  // `next` is the group behind, if there is one: what stands in it tells a damaged tree hash from a
  // damaged record.
  void Consume(const EntryGroup& group, const EntryGroup* next);

  // The tree as far as it could be followed.
  const TileEdge& edge() const { return edge_; }
  const std::vector<RootCheck>& checks() const { return checks_; }

 private:
  using Leaves = std::array<Hash, kTileWidth>;

  void CheckHeaders(const EntryGroup& group);
  void CheckTime(Sequence sequence, Timestamp recorded_at);
  bool HashAll(const EntryGroup& group, Leaves& leaves) const;
  bool FindDamage(const EntryGroup& group, const EntryGroup* next, Leaves& leaves);
  bool TreeIsWrong(const EntryGroup& group, const EntryGroup* next, std::size_t slot,
                   const Hash& computed) const;
  void Missing(Sequence first, Sequence last);
  void Feed(const EntryGroup& group, const Leaves& leaves);
  void CheckUpperTile(const Tile& tile);
  void CheckRoots();

  const Snapshot& snapshot_;
  TileEdge edge_;
  Hash last_leaf_;
  Timestamp last_recorded_at_{INT64_MIN};
  std::vector<RootCheck> checks_;
  std::size_t next_check_ = 0;
  std::uint64_t good_until_ = 0;  // the size of the last root that held
  FindingSink& sink_;
  OnRow on_row_;
  OnHeader on_header_;
  bool lost_ = false;  // the tree cannot be followed any further
};

}  // namespace sinetti
