// flock on DIR/LOCK; the holder's pid is written into the file for the message of those who wait.
#include "ledger/store/writer_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace sinetti {
namespace {

std::string HolderOf(int descriptor) {
  char text[32] = {};
  const ssize_t size = pread(descriptor, text, sizeof text - 1, 0);
  std::string pid;
  for (ssize_t i = 0; i < size && text[i] >= '0' && text[i] <= '9'; ++i) pid += text[i];
  return pid.empty() ? "another process" : "process " + pid;
}

}  // namespace

Result<std::unique_ptr<WriterLock>> WriterLock::Take(const std::string& dir) {
  const std::string path = dir + "/LOCK";
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return Error{ErrorCode::kEnvironment,
                 "cannot open the lock file " + path + ": " + std::strerror(errno)};
  std::unique_ptr<WriterLock> lock(new WriterLock(descriptor));
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK)
      return Error{ErrorCode::kLocked, "ledger " + dir + " is being written by " +
                                           HolderOf(descriptor) + ": try again when it is done"};
    return Error{ErrorCode::kEnvironment, "cannot lock " + path + ": " + std::strerror(errno)};
  }
  // The pid only helps the message, so a failure to write it is no failure of the lock.
  const std::string pid = std::to_string(getpid()) + "\n";
  if (ftruncate(descriptor, 0) == 0 &&
      pwrite(descriptor, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size()))
    (void)ftruncate(descriptor, 0);
  return lock;
}

WriterLock::~WriterLock() { close(descriptor_); }

}  // namespace sinetti
