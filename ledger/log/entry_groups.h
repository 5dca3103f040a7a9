// Reads the entries of a ledger in groups of one leaf tile each, on a thread of its own, so that
// the auditor hashes while the next groups are read; private to it (ledger/log/verify.h).
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "ledger/base/integers.h"
#include "ledger/merkle/tile.h"
#include "ledger/store/store.h"

namespace sinetti {

// What the store holds for the positions of one leaf tile.
struct EntryGroup {
  std::uint64_t first = 0;  // a multiple of 256
  std::size_t slots = 0;    // positions that the ledger has here
  std::optional<Bytes> tile;
  std::vector<Bytes> foreign_keys;  // keys that are no sequence
  std::optional<Error> error;  // reading failed behind the records that are here: the last group
  bool nothing = false;        // neither a record nor a tile: the last group

  bool present(std::size_t slot) const { return rows_[slot].present; }
  ByteView record(std::size_t slot) const {
    return ByteView(bytes_).subspan(rows_[slot].offset, rows_[slot].size);
  }
  bool complete() const { return records_ == slots; }

 private:
  friend class EntryGroupReader;
  struct Row {
    std::size_t offset = 0;
    std::size_t size = 0;
    bool present = false;
  };
  void Reset(std::uint64_t first_sequence, std::size_t slot_count);
  void Put(std::size_t slot, ByteView record);

  Bytes bytes_;
  std::array<Row, kTileWidth> rows_;
  std::size_t records_ = 0;
};

class EntryGroupReader {
 public:
  // From `first`, a multiple of 256, to `size`.
  EntryGroupReader(const Snapshot& snapshot, Sequence first, TreeSize size);
  ~EntryGroupReader();

  // Null at the end.  In order, without a gap.
  std::unique_ptr<EntryGroup> Next();
  // Gives a group back, for its memory to be used again.
  void Recycle(std::unique_ptr<EntryGroup> group);

 private:
  void Run(std::uint64_t first);
  bool Fill(EntryGroup& group, Cursor& cursor);
  std::unique_ptr<EntryGroup> Fresh();
  bool Push(std::unique_ptr<EntryGroup> group);

  const Snapshot& snapshot_;
  const TreeSize size_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<EntryGroup>> ready_;
  std::vector<std::unique_ptr<EntryGroup>> free_;
  bool done_ = false;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace sinetti
