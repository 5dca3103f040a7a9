// A disk that failed once is not written to again until the store is opened anew.  A failed write
// may have happened; an engine that goes on, and deletes the files that it believes were never
// mentioned, can leave a store that does not open (docs/decisions, "A failed commit closes the
// ledger").  Private to ledger/store.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include <rocksdb/file_system.h>

namespace sinetti::internal {

// After the first write, sync or rename that fails, all later ones fail, and deletions too. Reading
// goes on.
class FailStopFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  explicit FailStopFileSystem(const std::shared_ptr<rocksdb::FileSystem>& base)
      : FileSystemWrapper(base) {}

  const char* Name() const override { return "FailStopFileSystem"; }

  // Runs the operation unless one failed before; then gives that failure again, for its cause is
  // what has to be mended.  A deletion that fails does no harm, see DeleteFile.
  template <typename Operation>
  rocksdb::IOStatus Do(const Operation& operation) {
    if (failed_) return FirstFailure();
    const rocksdb::IOStatus status = operation();
    if (!status.ok() && !status.IsNotFound() && !status.IsNotSupported()) Fail(status);
    return status;
  }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* file,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* directory,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  void Fail(const rocksdb::IOStatus& status);
  rocksdb::IOStatus FirstFailure() const;

  std::atomic<bool> failed_ = false;
  mutable std::mutex mutex_;
  rocksdb::IOStatus first_failure_;
};

}  // namespace sinetti::internal
