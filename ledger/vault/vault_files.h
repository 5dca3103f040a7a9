// The few POSIX calls under the vault: files that only their owner may read, appended and synced.
#pragma once

#include <cstdint>
#include <filesystem>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace sinetti {

// An open file.  Errors are kEnvironment and name the path.
class VaultFile {
 public:
  enum class Mode { kRead, kWrite, kCreate };  // kCreate: for writing; must not be there yet

  static Result<VaultFile> Open(const std::filesystem::path& path, Mode mode);

  VaultFile(VaultFile&& other) noexcept;
  VaultFile& operator=(VaultFile&& other) noexcept;
  ~VaultFile();

  // The whole content; kCorrupt when it is longer than `bytes_max`.
  Result<Bytes> ReadAll(std::size_t bytes_max) const;
  Result<void> WriteAt(std::uint64_t offset, ByteView bytes);
  Result<void> Truncate(std::uint64_t size);
  Result<void> Sync();

  // kLocked when another process holds it.  Held until the file is closed.
  Result<void> Lock();

  // kLocked when another file stands at its path by now.
  Result<void> CheckInPlace() const;

  // kEnvironment when group or others may use the file.
  Result<void> CheckPrivate() const;

 private:
  VaultFile(std::filesystem::path path, int descriptor)
      : path_(std::move(path)), descriptor_(descriptor) {}
  Error Failed(const char* what) const;

  std::filesystem::path path_;
  int descriptor_ = -1;
};

// Zeros over the whole content, synced.  What a file system or a disk keeps of the old blocks is
// out of reach (docs/format/sealing.md, "What a disk keeps").
Result<void> OverwriteFile(const std::filesystem::path& path);

// Makes the names of new files in `folder` durable.
Result<void> SyncFolder(const std::filesystem::path& folder);

}  // namespace sinetti
