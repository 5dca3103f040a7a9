// Reads the entries of a ledger in groups of one leaf tile each, on a thread of its own, so that
// the auditor hashes while the next groups are read; private to it (ledger/log/verify.h).  What
// each record says of itself is read by whichever of the two threads has time for it.
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
#include "ledger/event/record.h"
#include "ledger/log/index_tail.h"
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

  // Null: the record has none that can be read.
  const RecordHeader* header(std::size_t slot) const {
    return rows_[slot].readable ? &headers_[slot] : nullptr;
  }
  // Of a record with a header; only where the reader was asked for index rows.
  const IndexRow& index_row(std::size_t slot) const { return index_rows_[slot]; }

 private:
  friend class EntryGroupReader;
  struct Row {
    std::size_t offset = 0;
    std::size_t size = 0;
    bool present = false;
    bool readable = false;
  };
  void Reset(std::uint64_t first_sequence, std::size_t slot_count);
  void Put(std::size_t slot, ByteView record);
  void ReadHeaders(bool index_rows);  // once; every record is in

  Bytes bytes_;
  std::array<Row, kTileWidth> rows_;
  std::size_t records_ = 0;
  bool has_headers_ = false;
  std::array<RecordHeader, kTileWidth> headers_;
  std::array<IndexRow, kTileWidth> index_rows_;
};

class EntryGroupReader {
 public:
  // From `first`, a multiple of 256, to `size`.
  EntryGroupReader(const Snapshot& snapshot, Sequence first, TreeSize size, bool index_rows);
  ~EntryGroupReader();

  // Null at the end.  In order, without a gap.
  std::unique_ptr<EntryGroup> Next();
  // Gives a group back, for its memory to be used again.
  void Recycle(std::unique_ptr<EntryGroup> group);

  // After the end: the rows of the family of tiles that were passed on the way, so that nobody need
  // read them again.  Those whose key is no tile's, and the last key of all.
  const std::vector<Bytes>& foreign_tiles() const { return foreign_tiles_; }
  const std::optional<Bytes>& last_tile() const { return last_tile_; }

 private:
  void Run(std::uint64_t first);
  bool Fill(EntryGroup& group, Cursor& entries, Cursor& tiles);
  Result<std::optional<Bytes>> FindTile(Cursor& tiles, TileId id);
  std::unique_ptr<EntryGroup> Fresh();
  bool IsAhead();
  bool Push(std::unique_ptr<EntryGroup> group);

  const Snapshot& snapshot_;
  const TreeSize size_;
  const bool index_rows_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<EntryGroup>> ready_;
  std::vector<std::unique_ptr<EntryGroup>> free_;
  bool done_ = false;
  bool stopped_ = false;
  std::vector<Bytes> foreign_tiles_;  // the thread's until done_
  std::optional<Bytes> last_tile_;    // likewise
  std::thread thread_;
};

}  // namespace sinetti
