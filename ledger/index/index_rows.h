// Rows of the family `index` that become durable together with the checkpoint that they belong to,
// all or none.  Few rows are one synced batch; many go to sorted runs as they come.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/index/map_rows.h"
#include "ledger/store/store.h"

namespace sinetti {

class IndexRows {
 public:
  // So many bytes are one batch.
  static constexpr std::size_t kBatchBytesMax = 8 << 20;

  // `store` null: rows are counted and thrown away.
  explicit IndexRows(Store* store, std::size_t batch_bytes_max = kBatchBytesMax)
      : store_(store), batch_bytes_max_(batch_bytes_max) {}

  // Buckets and events in the rising order of their keys, each kind by itself; nodes in any.
  Result<void> Put(Bytes key, Bytes value);

  // The map at `size` has this root; with the checkpoint's note, where there is a new one.
  Result<void> Commit(TreeSize size, const Hash& root, std::optional<std::string> note);

 private:
  using Row = std::pair<Bytes, Bytes>;

  Result<void> BeginRuns();
  Result<void> CommitRuns(const Row& root, const std::optional<Row>& note);

  Store* store_;
  std::size_t batch_bytes_max_;
  std::size_t bytes_ = 0;
  std::array<std::vector<Row>, 4> waiting_;  // by kind
  std::array<std::unique_ptr<Store::RunWriter>, 4> runs_;
  bool in_runs_ = false;
};

}  // namespace sinetti
