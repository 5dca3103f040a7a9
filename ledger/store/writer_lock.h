// One process at a time writes to a ledger.  The lock is the file LOCK in the ledger's folder, held
// with flock, so it ends with the process however that ends; the file names the holder.
#pragma once

#include <memory>
#include <string>

#include "ledger/base/result.h"

namespace sinetti {

class WriterLock {
 public:
  // kLocked when somebody else holds it, with the holder's pid; kEnvironment when the file cannot
  // be made.
  static Result<std::unique_ptr<WriterLock>> Take(const std::string& dir);

  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace sinetti
