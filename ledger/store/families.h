// Names and RocksDB options of the column families; private to ledger/store (docs/format/store.md,
// "Families").
#pragma once

#include <memory>
#include <vector>

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include "ledger/store/environment.h"
#include "ledger/store/store.h"

namespace sinetti::internal {

const char* FamilyName(Family family);

// All blocks that any family caches, so that memory has one bound.
inline constexpr std::size_t kBlockCacheBytes = 64 << 20;
std::shared_ptr<rocksdb::Cache> NewBlockCache();

rocksdb::DBOptions DatabaseOptions(const StoreEnvironment* environment, bool accept_damaged_log);
rocksdb::ColumnFamilyOptions FamilyOptions(Family family,
                                           const std::shared_ptr<rocksdb::Cache>& cache);
std::vector<rocksdb::ColumnFamilyDescriptor> FamilyDescriptors(
    const std::vector<Family>& families, const std::shared_ptr<rocksdb::Cache>& cache);
std::vector<Family> AllFamilies();

}  // namespace sinetti::internal
