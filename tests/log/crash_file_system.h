// A file system that stops in the middle: its n-th write, sync, rename or the like fails, and from
// there on so does every other one, as when the power is cut.  What was written and not synced is
// lost or kept.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include <rocksdb/file_system.h>

namespace sinetti::testing_support {

struct CrashPlan {
  enum Kind {
    kLost,      // the failed operation and everything not synced are gone
    kKept,      // everything written is there, the failed operation too: it only said it failed
    kKeptOnce,  // as kKept, but the operations after it work again
  };
  Kind kind = kLost;
  std::int64_t fail_at = -1;  // which operation fails, from 0; -1: none
  bool disk_full = false;     // what the failure says
};

class CrashFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  CrashFileSystem(const std::shared_ptr<rocksdb::FileSystem>& base, const CrashPlan& plan)
      : FileSystemWrapper(base), plan_(plan) {}

  const char* Name() const override { return "CrashFileSystem"; }
  static const char* kClassName() { return "CrashFileSystem"; }
  std::int64_t operations() const { return operations_; }
  bool failed() const { return plan_.fail_at >= 0 && operations_ > plan_.fail_at; }

  // Counts an operation.  `apply`: whether it is carried out.
  rocksdb::IOStatus Count(bool* apply) {
    const std::int64_t number = operations_++;
    const bool fails =
        plan_.fail_at >= 0 &&
        (number == plan_.fail_at || (number > plan_.fail_at && plan_.kind != CrashPlan::kKeptOnce));
    *apply = !fails || (number == plan_.fail_at && plan_.kind != CrashPlan::kLost);
    if (!fails) return rocksdb::IOStatus::OK();
    return plan_.disk_full ? rocksdb::IOStatus::NoSpace("injected")
                           : rocksdb::IOStatus::IOError("injected");
  }
  bool keeps_unsynced() const { return plan_.kind != CrashPlan::kLost; }

  template <typename Operation>
  rocksdb::IOStatus Do(Operation operation) {
    bool apply = false;
    const rocksdb::IOStatus counted = Count(&apply);
    if (!apply) return counted;
    const rocksdb::IOStatus status = operation();
    return counted.ok() ? status : counted;
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
                               rocksdb::IODebugContext* debug) override {
    return Do([&] { return FileSystemWrapper::RenameFile(from, to, options, debug); });
  }
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to,
                             const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
    return Do([&] { return FileSystemWrapper::LinkFile(from, to, options, debug); });
  }
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    return Do([&] { return FileSystemWrapper::DeleteFile(name, options, debug); });
  }

 private:
  CrashPlan plan_;
  std::atomic<std::int64_t> operations_ = 0;
};

// Holds back what was not synced when that is to be lost.
class CrashFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  CrashFile(std::unique_ptr<rocksdb::FSWritableFile> file, CrashFileSystem& system)
      : FSWritableFileOwnerWrapper(std::move(file)), system_(system) {}

  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override {
    return system_.Do([&] {
      if (system_.keeps_unsynced()) return FSWritableFileOwnerWrapper::Append(data, options, debug);
      unsynced_.append(data.data(), data.size());
      return rocksdb::IOStatus::OK();
    });
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo&,
                           rocksdb::IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options,
                         rocksdb::IODebugContext* debug) override {
    return system_.Do([&] { return WriteOut(options, debug); });
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options,
                          rocksdb::IODebugContext* debug) override {
    return Sync(options, debug);
  }
  rocksdb::IOStatus Close(const rocksdb::IOOptions& options,
                          rocksdb::IODebugContext* debug) override {
    if (!system_.failed()) (void)WriteOut(options, debug);
    return FSWritableFileOwnerWrapper::Close(options, debug);
  }
  std::uint64_t GetFileSize(const rocksdb::IOOptions& options,
                            rocksdb::IODebugContext* debug) override {
    return FSWritableFileOwnerWrapper::GetFileSize(options, debug) + unsynced_.size();
  }

 private:
  rocksdb::IOStatus WriteOut(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) {
    const rocksdb::IOStatus status =
        unsynced_.empty() ? rocksdb::IOStatus::OK()
                          : FSWritableFileOwnerWrapper::Append(unsynced_, options, debug);
    unsynced_.clear();
    return status.ok() ? FSWritableFileOwnerWrapper::Sync(options, debug) : status;
  }

  CrashFileSystem& system_;
  std::string unsynced_;
};

class CrashDirectory final : public rocksdb::FSDirectoryWrapper {
 public:
  CrashDirectory(std::unique_ptr<rocksdb::FSDirectory> directory, CrashFileSystem& system)
      : FSDirectoryWrapper(std::move(directory)), system_(system) {}
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options,
                          rocksdb::IODebugContext* debug) override {
    return system_.Do([&] { return FSDirectoryWrapper::Fsync(options, debug); });
  }
  rocksdb::IOStatus FsyncWithDirOptions(const rocksdb::IOOptions& options,
                                        rocksdb::IODebugContext* debug,
                                        const rocksdb::DirFsyncOptions&) override {
    return Fsync(options, debug);
  }

 private:
  CrashFileSystem& system_;
};

inline rocksdb::IOStatus CrashFileSystem::NewWritableFile(
    const std::string& name, const rocksdb::FileOptions& options,
    std::unique_ptr<rocksdb::FSWritableFile>* file, rocksdb::IODebugContext* debug) {
  return Do([&] {
    std::unique_ptr<rocksdb::FSWritableFile> base;
    const rocksdb::IOStatus status =
        FileSystemWrapper::NewWritableFile(name, options, &base, debug);
    if (status.ok()) *file = std::make_unique<CrashFile>(std::move(base), *this);
    return status;
  });
}

inline rocksdb::IOStatus CrashFileSystem::ReopenWritableFile(
    const std::string& name, const rocksdb::FileOptions& options,
    std::unique_ptr<rocksdb::FSWritableFile>* file, rocksdb::IODebugContext* debug) {
  return Do([&] {
    std::unique_ptr<rocksdb::FSWritableFile> base;
    const rocksdb::IOStatus status =
        FileSystemWrapper::ReopenWritableFile(name, options, &base, debug);
    if (status.ok()) *file = std::make_unique<CrashFile>(std::move(base), *this);
    return status;
  });
}

inline rocksdb::IOStatus CrashFileSystem::NewDirectory(
    const std::string& name, const rocksdb::IOOptions& options,
    std::unique_ptr<rocksdb::FSDirectory>* directory, rocksdb::IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSDirectory> base;
  const rocksdb::IOStatus status = FileSystemWrapper::NewDirectory(name, options, &base, debug);
  if (status.ok()) *directory = std::make_unique<CrashDirectory>(std::move(base), *this);
  return status;
}

}  // namespace sinetti::testing_support
