// Encoded drafts waiting for the verdict on their whole file: in memory while they are few, then in
// an unnamed temporary file.  Holds records as they will be stored, so nothing protected is in the
// clear.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "ledger/event/codec.h"

namespace sinetti {

// Drafts in the order of their file, each with the line that it stands on.
struct SpooledDrafts {
  std::vector<EncodedDraft> drafts;
  std::vector<std::uint64_t> lines;
};

class Spool {
 public:
  // `folder`: where a temporary file may be made.
  explicit Spool(std::string folder) : folder_(std::move(folder)) {}
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  Result<void> Add(EncodedDraft draft, std::uint64_t line);
  std::uint64_t size() const { return size_; }

  // True while everything fits one atomic commit.
  bool fits_one_commit() const { return file_ == nullptr; }

  // The next drafts, at most `most` (fewer when they are large); empty at the end.  The first call
  // ends adding.
  Result<SpooledDrafts> Take(std::size_t most);

 private:
  Result<void> Overflow();
  Result<void> Write(const EncodedDraft& draft, std::uint64_t line);
  Result<void> ReadOne(SpooledDrafts& to);

  std::string folder_;
  SpooledDrafts memory_;
  std::size_t memory_bytes_ = 0;
  std::uint64_t size_ = 0;
  std::uint64_t taken_ = 0;
  std::vector<char> buffer_;  // of file_
  std::FILE* file_ = nullptr;
};

}  // namespace sinetti
