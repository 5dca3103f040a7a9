// POSIX rather than std::filesystem, because a folder must not be open for the moment between being
// made and being closed.
#include "ledger/base/private_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace sinetti {
namespace {

Error Failed(const char* what, const std::string& path) {
  return Error{ErrorCode::kEnvironment, std::string("cannot ") + what + " " + path + ": " +
                                            std::strerror(errno) +
                                            "; check the path and its permissions"};
}

}  // namespace

Result<void> MakePrivateFolder(const std::string& path) {
  std::filesystem::path folder(path);
  if (!folder.has_filename()) folder = folder.parent_path();  // a slash at the end
  if (folder.has_parent_path()) {
    std::error_code code;
    std::filesystem::create_directories(folder.parent_path(), code);  // what fails, mkdir says
  }
  if (::mkdir(folder.c_str(), 0700) == 0) return ClosePrivateFolder(folder.string());
  const int reason = errno;
  std::error_code code;
  if (reason == EEXIST && std::filesystem::is_directory(folder, code)) return {};
  errno = reason == EEXIST ? ENOTDIR : reason;
  return Failed("make the folder", path);
}

// A folder may have got more than it was made with: an access list of the folder above it.
Result<void> ClosePrivateFolder(const std::string& path) {
  if (::chmod(path.c_str(), 0700) != 0) return Failed("close to others", path);
  return {};
}

Result<void> MakePrivateFile(const std::string& path) {
  const int descriptor =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) {
    if (errno == EEXIST) return {};
    return Failed("make", path);
  }
  const bool closed = ::fchmod(descriptor, 0600) == 0;
  const int reason = errno;
  ::close(descriptor);
  errno = reason;
  if (!closed) return Failed("close to others", path);
  return {};
}

std::string OpenToOthers(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || (status.st_mode & 077) == 0) return "";
  char mode[8];
  std::snprintf(mode, sizeof mode, "%04o", static_cast<unsigned>(status.st_mode & 07777));
  return path + " has mode " + mode + ", group or others may use it; next: chmod " +
         (S_ISDIR(status.st_mode) ? "700 " : "600 ") + path;
}

}  // namespace sinetti
