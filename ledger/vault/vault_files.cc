// POSIX rather than streams, because mode, exclusive creation, lock and sync are the point.
#include "ledger/vault/vault_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace sinetti {
namespace {

int FlagsOf(VaultFile::Mode mode) {
  switch (mode) {
    case VaultFile::Mode::kRead: return O_RDONLY;
    case VaultFile::Mode::kWrite: return O_RDWR;
    case VaultFile::Mode::kCreate: return O_RDWR | O_CREAT | O_EXCL;
  }
  return O_RDONLY;
}

}  // namespace

Result<VaultFile> VaultFile::Open(const std::filesystem::path& path, Mode mode) {
  // Non-blocking, so that a pipe put in the place of the file can't hang the program.
  const int descriptor = ::open(path.c_str(), FlagsOf(mode) | O_CLOEXEC | O_NONBLOCK, 0600);
  VaultFile file(path, descriptor);
  if (descriptor < 0) return file.Failed(mode == Mode::kCreate ? "create" : "open");
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return file.Failed("look at");
  if (!S_ISREG(status.st_mode))
    return Error{ErrorCode::kEnvironment,
                 path.string() + " is not a regular file; put the right file there"};
  if (mode == Mode::kCreate && ::fchmod(descriptor, 0600) != 0) return file.Failed("protect");
  return file;
}

VaultFile::VaultFile(VaultFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

VaultFile& VaultFile::operator=(VaultFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

VaultFile::~VaultFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Error VaultFile::Failed(const char* what) const {
  return {ErrorCode::kEnvironment, std::string("couldn't ") + what + " " + path_.string() + ": " +
                                       std::strerror(errno) +
                                       "; check the path, its permissions and the space left"};
}

Result<Bytes> VaultFile::ReadAll(std::size_t bytes_max) const {
  Bytes bytes;
  std::size_t size = 0;
  for (;;) {
    bytes.resize(size + 65'536);
    const ssize_t got =
        ::pread(descriptor_, bytes.data() + size, bytes.size() - size, static_cast<off_t>(size));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Failed("read");
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > bytes_max)
      return Error{ErrorCode::kCorrupt, path_.string() + " is larger than " +
                                            std::to_string(bytes_max) +
                                            " bytes; put back the file of the vault"};
  }
  bytes.resize(size);
  return bytes;
}

Result<void> VaultFile::WriteAt(std::uint64_t offset, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Failed("write");
    offset += static_cast<std::uint64_t>(written);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> VaultFile::Truncate(std::uint64_t size) {
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) return Failed("shorten");
  return {};
}

Result<void> VaultFile::Sync() {
  if (::fsync(descriptor_) != 0) return Failed("sync");
  return {};
}

Result<void> VaultFile::Lock() {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return {};
  if (errno != EWOULDBLOCK) return Failed("lock");
  return Error{ErrorCode::kLocked,
               path_.string() + " is in use by another process; wait until it has ended"};
}

Result<void> VaultFile::CheckInPlace() const {
  struct stat own {};
  struct stat there {};
  if (::fstat(descriptor_, &own) != 0) return Failed("look at");
  if (::stat(path_.c_str(), &there) == 0 && own.st_ino == there.st_ino &&
      own.st_dev == there.st_dev)
    return {};
  return Error{ErrorCode::kLocked,
               path_.string() + " was replaced by another process meanwhile; try again"};
}

Result<void> VaultFile::CheckPrivate() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return Failed("look at");
  if ((status.st_mode & 077) != 0)
    return Error{ErrorCode::kEnvironment,
                 path_.string() + " may be used by group or others; run chmod 600 on it"};
  return {};
}

Result<void> OverwriteFile(const std::filesystem::path& path) {
  SINETTI_ASSIGN(VaultFile file, VaultFile::Open(path, VaultFile::Mode::kWrite));
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed)
    return Error{ErrorCode::kEnvironment,
                 "couldn't look at " + path.string() + ": " + failed.message()};
  const Bytes zeros(std::min<std::uintmax_t>(size, 65'536));
  for (std::uint64_t at = 0; at < size; at += zeros.size())
    SINETTI_TRY(
        file.WriteAt(at, ByteView(zeros).first(std::min<std::uint64_t>(zeros.size(), size - at))));
  return file.Sync();
}

Result<void> SyncFolder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (synced) return {};
  return Error{ErrorCode::kEnvironment,
               "couldn't sync " + folder.string() + ": " + std::strerror(reason)};
}

}  // namespace sinetti
