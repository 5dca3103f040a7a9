// The durable store under a ledger: RocksDB column families, one atomic synced batch for each
// commit, snapshots, scans, sorted runs and backups (docs/format/store.md).  Knows keys and bytes,
// nothing of events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace sinetti {

// The column families of docs/format/store.md.  DO NOT REORDER: the numbers index the table of
// names in families.cc.
enum class Family : std::uint8_t {
  kMeta = 0,         // "default": name -> metadata
  kEntries = 1,      // sequence -> record
  kTiles = 2,        // level, index -> 256 hashes
  kStreams = 3,      // derived
  kIds = 4,          // derived
  kCheckpoints = 5,  // tree size -> signed note
  kIndex = 6,        // derived: the verifiable index
  kTimestamps = 7,   // tree size -> time-stamps of the checkpoint
};
inline constexpr std::size_t kFamilyCount = 8;
// What every store has had from the beginning.  Later families come with the first open for
// writing; until then they read as empty.
inline constexpr std::size_t kFirstFamilyCount = 6;

// Puts that become visible and durable together, or not at all.  Made by Store::NewBatch; must not
// outlive the Store.  One thread at a time.
class Batch {
 public:
  ~Batch();
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) noexcept;

  void Put(Family family, ByteView key, ByteView value);
  void Delete(Family family, ByteView key);

 private:
  friend class Store;
  struct Impl;
  explicit Batch(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Goes forward through a range of keys.  Key and value are views that live until the next call of
// Next. Usage: `for (; cursor.Valid(); cursor.Next()) …; SINETTI_TRY(cursor.status());` One thread
// at a time; must not outlive its Snapshot.
class Cursor {
 public:
  ~Cursor();
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(Cursor&&) noexcept;

  bool Valid() const;
  void Next();
  ByteView key() const;
  ByteView value() const;
  Result<void> status() const;  // an error ends the scan early: check it when Valid() turned false

 private:
  friend class Snapshot;
  struct Impl;
  explicit Cursor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

enum class ScanKind {
  kBulk,   // a long run through the data: reads ahead, leaves the block cache alone
  kPoint,  // a few keys: through the block cache
};

// All families at one moment: what is committed later is not in it.  Any number of threads may read
// it at once.  Must not outlive the Store.
class Snapshot {
 public:
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  // nullopt: no such key.
  Result<std::optional<Bytes>> Get(Family family, ByteView key) const;

  // Keys from `first` up to, not including, `end`; an empty `end` means to the end of the family.
  Cursor Scan(Family family, ByteView first, ByteView end, ScanKind kind) const;

  // The entry with the greatest key of the family, if there is one: (key, value).
  Result<std::optional<std::pair<Bytes, Bytes>>> Last(Family family) const;

 private:
  friend class Store;
  struct Impl;
  explicit Snapshot(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct StoreEnvironment;  // ledger/store/environment.h: tests put a faulty disk under the engine

struct StoreOptions {
  enum class Mode {
    kRead,  // takes no lock, sees what was committed before it opened; a writer may go on beside it
    kWrite,  // takes the writer lock of the ledger
  };
  Mode mode = Mode::kRead;
  const StoreEnvironment* environment = nullptr;
  // Opens a store whose write-ahead log is damaged in the middle, up to the damage.  Events behind
  // it are lost, acknowledged ones too: only after a human decided so.
  bool accept_damaged_log = false;
};

// Thread-safe but for the destructor.  `dir` is the ledger's folder: the database stands in
// dir/store, the writer lock in dir/LOCK.
class Store {
 public:
  // Makes an empty store and opens it for writing.  kConflict when `dir` holds one already.
  static Result<std::unique_ptr<Store>> Create(const std::string& dir,
                                               const StoreEnvironment* environment = nullptr);

  // kNotFound: no store there.  kLocked: another process writes (its pid is in the message).
  // kUnsupported: a newer program added families.  kCorrupt, kEnvironment: as the message says.
  static Result<std::unique_ptr<Store>> Open(const std::string& dir, const StoreOptions& options);

  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // `reserve_bytes`: about how much will be put into it.
  Batch NewBatch(std::size_t reserve_bytes = 0) const;

  // Durable when it returns without error.  After an error the outcome is unknown: the batch may be
  // there after the next open (docs/decisions, "A failed commit closes the ledger").
  Result<void> Commit(Batch batch);

  std::shared_ptr<const Snapshot> TakeSnapshot() const;

  // Point reads of the newest state, without the cost of a snapshot.
  Result<std::optional<Bytes>> Get(Family family, ByteView key) const;
  // values[i] answers keys[i]; keys are of one family and in rising order.
  Result<std::vector<std::optional<Bytes>>> MultiGet(Family family,
                                                     std::span<const ByteView> keys) const;

  // Adds sorted runs, all or none, durable when it returns.  Values in a run hide older ones under
  // the same key; runs of one family must not overlap.  Waits for a merge under way.
  class RunWriter;
  Result<void> Ingest(std::span<RunWriter* const> runs);
  // A new run file; its folder is emptied at open, so a run that was never ingested leaves nothing.
  Result<std::unique_ptr<RunWriter>> NewRun(Family family);

  // Removes all keys of a derived family (kStreams, kIds, kIndex), so that runs may be ingested
  // again.
  Result<void> DropAll(Family family);
  // Writes what the log alone holds of a family into a table.  Needed before a run is ingested over
  // keys that were put or deleted one by one.
  Result<void> Flush(Family family);

  // A copy of the whole store as of now in `target_dir`/store, by hard links where possible.
  Result<void> CopyTo(const std::string& target_dir);

  const std::string& dir() const;

  struct Impl;  // ledger/store/store_impl.h

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class Store::RunWriter {
 public:
  ~RunWriter();
  RunWriter(const RunWriter&) = delete;
  RunWriter& operator=(const RunWriter&) = delete;

  // Keys in strictly rising order.
  Result<void> Add(ByteView key, ByteView value);

 private:
  friend class Store;
  struct Impl;
  explicit RunWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
