// Sorted runs: files of sorted keys that join a family without passing through its memtable
// (docs/format/store.md, "Derived families").
#include <array>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <vector>

#include <rocksdb/sst_file_writer.h>

#include "ledger/store/families.h"
#include "ledger/store/store_impl.h"

namespace sinetti {
namespace {

// While it lives, the engine merges and flushes nothing.  RocksDB 7.8 makes the result of a merge
// current a moment before it makes it visible to readers; a run that is taken in between the two
// looks at levels that its reader does not have, and the engine aborts or reads beyond an array
// (docs/decisions, "Derived indexes as sorted runs").
class NoMerges {
 public:
  explicit NoMerges(rocksdb::DB& db) : db_(db), status_(db.PauseBackgroundWork()) {}
  ~NoMerges() {
    if (status_.ok()) (void)db_.ContinueBackgroundWork();
  }
  NoMerges(const NoMerges&) = delete;
  NoMerges& operator=(const NoMerges&) = delete;

  const rocksdb::Status& status() const { return status_; }

 private:
  rocksdb::DB& db_;
  rocksdb::Status status_;
};

}  // namespace

struct Store::RunWriter::Impl {
  Family family;
  std::string path;
  rocksdb::Env* env;
  std::unique_ptr<rocksdb::SstFileWriter> writer;

  ~Impl() { (void)env->DeleteFile(path); }  // an ingested file has its own link by now
};

Store::RunWriter::RunWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::RunWriter::~RunWriter() = default;

Result<std::unique_ptr<Store::RunWriter>> Store::NewRun(Family family) {
  auto run = std::make_unique<RunWriter::Impl>();
  run->family = family;
  run->env = impl_->env.get();
  run->path = impl_->run_dir + "/" + std::to_string(impl_->next_run++) + ".sst";
  rocksdb::DBOptions database;
  database.env = impl_->env.get();
  const rocksdb::Options options(database, internal::FamilyOptions(family, impl_->cache));
  run->writer = std::make_unique<rocksdb::SstFileWriter>(rocksdb::EnvOptions(), options,
                                                         impl_->handle(family));
  const rocksdb::Status status = run->writer->Open(run->path);
  if (!status.ok()) return internal::ToError(status, "write the sorted run " + run->path);
  return std::unique_ptr<RunWriter>(new RunWriter(std::move(run)));
}

Result<void> Store::RunWriter::Add(ByteView key, ByteView value) {
  const rocksdb::Status status =
      impl_->writer->Put(internal::ToSlice(key), internal::ToSlice(value));
  if (!status.ok()) return internal::ToError(status, "write the sorted run " + impl_->path);
  return {};
}

Result<void> Store::Ingest(std::span<RunWriter* const> runs) {
  std::array<std::vector<std::string>, kFamilyCount> files;
  for (RunWriter* run : runs) {
    const rocksdb::Status status = run->impl_->writer->Finish();
    if (!status.ok()) return internal::ToError(status, "write the sorted run " + run->impl_->path);
    files[static_cast<std::size_t>(run->impl_->family)].push_back(run->impl_->path);
  }
  std::vector<rocksdb::IngestExternalFileArg> arguments;
  for (std::size_t family = 0; family < kFamilyCount; ++family) {
    if (files[family].empty()) continue;
    rocksdb::IngestExternalFileArg argument;
    argument.column_family = impl_->handle(static_cast<Family>(family));
    argument.external_files = files[family];
    argument.options.move_files = true;
    argument.options.write_global_seqno = false;
    // Waiting for a flush while flushes pause would be for ever.
    argument.options.allow_blocking_flush = false;
    arguments.push_back(std::move(argument));
  }
  // Nothing in memory may overlap.  The derived keys of streams and ids come by runs only; the
  // index and checkpoints come by batches too, and nobody writes to them meanwhile.
  for (const Family family : {Family::kIndex, Family::kCheckpoints})
    if (!files[static_cast<std::size_t>(family)].empty()) SINETTI_TRY(Flush(family));
  const NoMerges no_merges(*impl_->db);
  rocksdb::Status status = no_merges.status();
  if (status.ok()) {
    const std::unique_lock whole(impl_->ingesting);
    status = impl_->db->IngestExternalFiles(arguments);
  }
  if (!status.ok()) return internal::ToError(status, "add sorted runs to ledger " + impl_->dir);
  return {};
}

Result<void> Store::DropAll(Family family) {
  SINETTI_CHECK(family == Family::kStreams || family == Family::kIds || family == Family::kIndex);
  const Bytes last(64, 0xff);  // longer than any key of these families
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = impl_->db->DeleteRange(options, impl_->handle(family),
                                                        rocksdb::Slice(), internal::ToSlice(last));
  if (!status.ok())
    return internal::ToError(status, "drop a derived index of ledger " + impl_->dir);
  return Flush(family);
}

Result<void> Store::Flush(Family family) {
  const rocksdb::Status status = impl_->db->Flush({}, impl_->handle(family));
  if (!status.ok()) return internal::ToError(status, "write tables of ledger " + impl_->dir);
  return {};
}

}  // namespace sinetti
