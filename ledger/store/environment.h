// The seam where tests put a faulty disk under the real engine (docs/internals/testing.md, crash
// tests). The only header of the project that names RocksDB, and nothing outside ledger/store and
// the tests includes it.
#pragma once

#include <rocksdb/env.h>

namespace sinetti {

struct StoreEnvironment {
  rocksdb::Env* env = nullptr;  // not owned; must outlive every store opened with it
  bool on_disk = true;          // false: the environment keeps files in memory, so no lock is taken
};

}  // namespace sinetti
