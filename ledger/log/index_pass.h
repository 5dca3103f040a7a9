// The auditor's look at the derived indexes: they hold exactly what the entries say, ids are
// unique, and stream versions have no gap.  Private to it (ledger/log/verify.h).
#pragma once

#include <vector>

#include "ledger/log/finding_sink.h"
#include "ledger/log/index_tail.h"
#include "ledger/log/multiset_digest.h"
#include "ledger/store/store.h"

namespace sinetti {

// Takes the index row of every entry in order.  The part of the entries that the sorted runs cover
// is compared with them by multiset digests, in no memory to speak of: the runs are sorted, so
// uniqueness and gaps show in them.  Only when that fails are the entries read again to say where.
class IndexPass {
 public:
  // More entries behind the runs than this are checked by reading the entries again.
  static constexpr std::size_t kTailMax = 1'000'000;

  static Result<IndexPass> Begin(const Snapshot& snapshot, TreeSize derived);

  void Add(const IndexRow& row, Sequence sequence);

  // Adds to `sink` what is wrong.  `size` is that of the ledger.
  Result<void> Finish(TreeSize size, FindingSink& sink);

 private:
  struct TailRow {
    Hash16 stream;
    Sequence sequence;
    StreamVersion version;
  };

  IndexPass(const Snapshot& snapshot, TreeSize derived, const MultisetPoints& points);
  Result<bool> IdsAgree();  // these two may run at the same time
  Result<bool> StreamsAgree();

  const Snapshot* snapshot_;
  TreeSize derived_;
  std::unique_ptr<MultisetPoints> points_;
  MultisetDigest ids_;
  MultisetDigest streams_;
  std::vector<Hash16> tail_ids_;
  std::vector<TailRow> tail_;
  bool tail_too_long_ = false;
};

// Reads the entries again, in as many passes as keep memory small, and names each position at which
// an id repeats, a version does not follow, or an index disagrees.
Result<void> FindIndexFaults(const Snapshot& snapshot, TreeSize size, TreeSize derived,
                             FindingSink& sink);

}  // namespace sinetti
