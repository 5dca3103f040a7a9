// Each option differs from RocksDB's default for a reason that stands beside it.
#include "ledger/store/families.h"

#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

namespace sinetti::internal {
namespace {

constexpr const char* kNames[kFamilyCount] = {"default", "entries",     "tiles", "streams",
                                              "ids",     "checkpoints", "index", "timestamps"};

// Keys of streams and ids begin with a hash of this many bytes.
constexpr std::size_t kHash16Bytes = 16;

rocksdb::BlockBasedTableOptions TableOptions(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.checksum = rocksdb::kXXH3;  // Debian's build has no fast CRC-32C
  table.format_version = 5;         // needed for kXXH3
  return table;
}

}  // namespace

const char* FamilyName(Family family) { return kNames[static_cast<std::size_t>(family)]; }

std::shared_ptr<rocksdb::Cache> NewBlockCache() { return rocksdb::NewLRUCache(kBlockCacheBytes); }

namespace {

// The engine's own log file is one more file to fill a disk, and Debian's engine aborts the program
// when it cannot be written.  What the engine has to say comes back as a status.
class SilentLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

}  // namespace

rocksdb::DBOptions DatabaseOptions(const StoreEnvironment* environment, bool accept_damaged_log) {
  rocksdb::DBOptions options;
  if (environment != nullptr) options.env = environment->env;
  // A record torn at the very end of the log was never acknowledged.  Damage anywhere else is
  // damage to acknowledged events and must not pass in silence, as RocksDB's default mode would let
  // it.
  options.wal_recovery_mode = accept_damaged_log
                                  ? rocksdb::WALRecoveryMode::kPointInTimeRecovery
                                  : rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  // Bounds what an open after a crash has to replay; tiles fill their memtable slowly and would
  // otherwise keep every log alive.
  options.max_total_wal_size = 64 << 20;
  // What an open replays stays in memory until there is enough of it: no small file for each open.
  // But a damaged log must not be needed again.
  options.avoid_flush_during_recovery = !accept_damaged_log;
  // Every table file stays open: a reader in another process keeps what it opened, whatever the
  // writer deletes.
  options.max_open_files = -1;
  options.max_background_jobs = 2;
  options.info_log = std::make_shared<SilentLogger>();
  options.keep_log_file_num = 2;
  return options;
}

rocksdb::ColumnFamilyOptions FamilyOptions(Family family,
                                           const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  rocksdb::BlockBasedTableOptions table = TableOptions(cache);
  options.compression = rocksdb::kNoCompression;
  switch (family) {
    case Family::kEntries:
      // Keys only ever rise, so files never overlap and move down the levels without being
      // rewritten, provided that all levels are compressed alike.
      options.compression = rocksdb::kZSTD;
      options.write_buffer_size = 64 << 20;
      table.block_size =
          16 << 10;  // events resemble their neighbours: larger blocks compress better
      // What all blocks of a file have in common stands once, in a dictionary trained on its first
      // 8 MiB: a quarter less on the disk, at no cost that shows (docs/internals/performance.md).
      options.compression_opts.max_dict_bytes = 16 << 10;
      options.compression_opts.zstd_max_train_bytes = 800 << 10;
      options.compression_opts.max_dict_buffer_bytes = 8 << 20;
      break;
    case Family::kTiles:
      table.block_size = 8 << 10;  // one tile fills one block
      break;
    case Family::kStreams:
    case Family::kIds:
      // Arrives as sorted runs of random keys: merging whole runs rewrites each key least often.
      options.compaction_style = rocksdb::kCompactionStyleUniversal;
      options.compression = rocksdb::kZSTD;
      options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(kHash16Bytes));
      table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
      // All keys of a stream share one filter entry.
      table.whole_key_filtering = family == Family::kIds;
      table.block_size = 8 << 10;
      break;
    case Family::kIndex:
      // Arrives as sorted runs too; hashes, which nothing compresses.
      options.compaction_style = rocksdb::kCompactionStyleUniversal;
      break;
    case Family::kMeta:
    case Family::kCheckpoints:
    case Family::kTimestamps: break;
  }
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> FamilyDescriptors(
    const std::vector<Family>& families, const std::shared_ptr<rocksdb::Cache>& cache) {
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const Family family : families)
    descriptors.emplace_back(FamilyName(family), FamilyOptions(family, cache));
  return descriptors;
}

std::vector<Family> AllFamilies() {
  std::vector<Family> families;
  for (std::size_t i = 0; i < kFamilyCount; ++i) families.push_back(static_cast<Family>(i));
  return families;
}

}  // namespace sinetti::internal
