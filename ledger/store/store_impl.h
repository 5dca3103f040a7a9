// What the parts of Store share; private to ledger/store.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <shared_mutex>
#include <string>

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/status.h>

#include "ledger/store/store.h"
#include "ledger/store/writer_lock.h"

namespace sinetti {

// Members are destroyed from the last to the first: the database before its environment, the lock
// after both.
struct Store::Impl {
  ~Impl();
  void FlushIfMuch();

  std::string dir;
  std::unique_ptr<WriterLock> lock;   // null when reading
  std::unique_ptr<rocksdb::Env> env;  // stops writing at the first failure; null when reading
  std::shared_ptr<rocksdb::Cache> cache;
  std::unique_ptr<rocksdb::DB> db;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilyCount> families{};
  std::string run_dir;
  std::atomic<std::uint64_t> next_run = 0;
  // Held while runs are taken in, shared to take a snapshot: the engine makes the families of one
  // ingestion visible one after another, and a snapshot between them would see a part of it.
  std::shared_mutex ingesting;
  bool may_write = false;

  // Null for a family that an older store, opened for reading, does not have.
  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return families[static_cast<std::size_t>(family)];
  }
};

namespace internal {

inline rocksdb::Slice ToSlice(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline ByteView ToView(const rocksdb::Slice& slice) {
  return {reinterpret_cast<const std::uint8_t*>(slice.data()), slice.size()};
}

// `what` names the action and the thing: "commit to ledger DIR".  `opening`: the store does not
// open.  Never called with an ok status.
Error ToError(const rocksdb::Status& status, const std::string& what, bool opening = false);

}  // namespace internal
}  // namespace sinetti
