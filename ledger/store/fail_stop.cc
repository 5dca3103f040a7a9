// See fail_stop.h.
#include "ledger/store/fail_stop.h"

namespace sinetti::internal {
namespace {

using rocksdb::DataVerificationInfo;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class FailStopFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FailStopFile(std::unique_ptr<rocksdb::FSWritableFile> file, FailStopFileSystem& system)
      : FSWritableFileOwnerWrapper(std::move(file)), system_(system) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    return system_.Do([&] { return target()->Append(data, options, debug); });
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const DataVerificationInfo& info,
                  IODebugContext* debug) override {
    return system_.Do([&] { return target()->Append(data, options, info, debug); });
  }
  IOStatus PositionedAppend(const Slice& data, std::uint64_t offset, const IOOptions& options,
                            IODebugContext* debug) override {
    return system_.Do([&] { return target()->PositionedAppend(data, offset, options, debug); });
  }
  IOStatus PositionedAppend(const Slice& data, std::uint64_t offset, const IOOptions& options,
                            const DataVerificationInfo& info, IODebugContext* debug) override {
    return system_.Do(
        [&] { return target()->PositionedAppend(data, offset, options, info, debug); });
  }
  IOStatus Truncate(std::uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    return system_.Do([&] { return target()->Truncate(size, options, debug); });
  }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus status =
        target()->Close(options, debug);  // gives the descriptor back in any case
    return system_.Do([&] { return status; });
  }
  IOStatus Flush(const IOOptions& options, IODebugContext* debug) override {
    return system_.Do([&] { return target()->Flush(options, debug); });
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    return system_.Do([&] { return target()->Sync(options, debug); });
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return system_.Do([&] { return target()->Fsync(options, debug); });
  }
  IOStatus RangeSync(std::uint64_t offset, std::uint64_t size, const IOOptions& options,
                     IODebugContext* debug) override {
    return system_.Do([&] { return target()->RangeSync(offset, size, options, debug); });
  }

 private:
  FailStopFileSystem& system_;
};

class FailStopDirectory final : public rocksdb::FSDirectoryWrapper {
 public:
  FailStopDirectory(std::unique_ptr<rocksdb::FSDirectory> directory, FailStopFileSystem& system)
      : FSDirectoryWrapper(std::move(directory)), system_(system) {}

  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return system_.Do([&] { return FSDirectoryWrapper::Fsync(options, debug); });
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions& directory_options) override {
    return system_.Do(
        [&] { return FSDirectoryWrapper::FsyncWithDirOptions(options, debug, directory_options); });
  }

 private:
  FailStopFileSystem& system_;
};

}  // namespace

void FailStopFileSystem::Fail(const IOStatus& status) {
  const std::lock_guard lock(mutex_);
  if (!failed_) first_failure_ = status;
  failed_ = true;
}

IOStatus FailStopFileSystem::FirstFailure() const {
  const std::lock_guard lock(mutex_);
  return first_failure_;
}

IOStatus FailStopFileSystem::NewWritableFile(const std::string& name,
                                             const rocksdb::FileOptions& options,
                                             std::unique_ptr<rocksdb::FSWritableFile>* file,
                                             IODebugContext* debug) {
  return Do([&] {
    std::unique_ptr<rocksdb::FSWritableFile> base;
    const IOStatus status = target()->NewWritableFile(name, options, &base, debug);
    if (status.ok()) *file = std::make_unique<FailStopFile>(std::move(base), *this);
    return status;
  });
}

IOStatus FailStopFileSystem::ReopenWritableFile(const std::string& name,
                                                const rocksdb::FileOptions& options,
                                                std::unique_ptr<rocksdb::FSWritableFile>* file,
                                                IODebugContext* debug) {
  return Do([&] {
    std::unique_ptr<rocksdb::FSWritableFile> base;
    const IOStatus status = target()->ReopenWritableFile(name, options, &base, debug);
    if (status.ok()) *file = std::make_unique<FailStopFile>(std::move(base), *this);
    return status;
  });
}

IOStatus FailStopFileSystem::NewDirectory(const std::string& name, const IOOptions& options,
                                          std::unique_ptr<rocksdb::FSDirectory>* directory,
                                          IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSDirectory> base;
  const IOStatus status = target()->NewDirectory(name, options, &base, debug);
  if (status.ok()) *directory = std::make_unique<FailStopDirectory>(std::move(base), *this);
  return status;
}

IOStatus FailStopFileSystem::RenameFile(const std::string& from, const std::string& to,
                                        const IOOptions& options, IODebugContext* debug) {
  return Do([&] { return target()->RenameFile(from, to, options, debug); });
}

IOStatus FailStopFileSystem::DeleteFile(const std::string& name, const IOOptions& options,
                                        IODebugContext* debug) {
  return failed_ ? FirstFailure() : target()->DeleteFile(name, options, debug);
}

}  // namespace sinetti::internal
