#include "cli/commands/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "ledger/event/record.h"

namespace sinetti {
namespace {

// What one commit may hold: large enough for any hand-made file, small enough for bounded memory.
constexpr std::size_t kCommitBytesMax = 64 << 20;

// Of the records that one Take gives from a file, in full or nearly so.
constexpr std::size_t kTakeBytesMax = 16 << 20;

constexpr std::size_t kBufferBytes = 1 << 20;

// One draft in the file: fixed part, then the record.
struct SpoolHeader {
  std::uint64_t line;
  std::uint64_t record_bytes;
  std::uint64_t expected_kind;
  std::uint64_t expected_exact;
  std::uint8_t digest[16];
};

Error SpoolError() {
  return Error{ErrorCode::kEnvironment,
               std::string("temporary file of the import: ") + std::strerror(errno)};
}

}  // namespace

Spool::~Spool() {
  if (file_ != nullptr) std::fclose(file_);
}

Result<void> Spool::Add(EncodedDraft draft, std::uint64_t line) {
  ++size_;
  if (file_ != nullptr) return Write(draft, line);
  memory_bytes_ += draft.record.size() + sizeof draft + draft.source.size() + draft.id.size() +
                   draft.stream.size();
  memory_.drafts.push_back(std::move(draft));
  memory_.lines.push_back(line);
  if (memory_bytes_ > kCommitBytesMax) return Overflow();
  return {};
}

Result<void> Spool::Overflow() {
  const int descriptor = open(folder_.c_str(), O_TMPFILE | O_RDWR, 0600);
  if (descriptor < 0) return SpoolError();
  file_ = fdopen(descriptor, "w+b");
  if (file_ == nullptr) {
    close(descriptor);
    return SpoolError();
  }
  buffer_.resize(kBufferBytes);  // without one of ours, the C library heeds no size
  std::setvbuf(file_, buffer_.data(), _IOFBF, buffer_.size());
  for (std::size_t i = 0; i < memory_.drafts.size(); ++i) {
    SINETTI_TRY(Write(memory_.drafts[i], memory_.lines[i]));
  }
  memory_ = SpooledDrafts();
  return {};
}

Result<void> Spool::Write(const EncodedDraft& draft, std::uint64_t line) {
  SpoolHeader header{.line = line,
                     .record_bytes = draft.record.size(),
                     .expected_kind = static_cast<std::uint64_t>(draft.expected.kind),
                     .expected_exact = draft.expected.exact.value,
                     .digest = {}};
  std::memcpy(header.digest, draft.digest.bytes.data(), sizeof header.digest);
  if (std::fwrite(&header, sizeof header, 1, file_) != 1 ||
      std::fwrite(draft.record.data(), 1, draft.record.size(), file_) != draft.record.size()) {
    return SpoolError();
  }
  return {};
}

Result<void> Spool::ReadOne(SpooledDrafts& to) {
  SpoolHeader header{};
  EncodedDraft draft;
  if (std::fread(&header, sizeof header, 1, file_) != 1) return SpoolError();
  draft.record.resize(header.record_bytes);
  if (std::fread(draft.record.data(), 1, draft.record.size(), file_) != draft.record.size()) {
    return SpoolError();
  }
  std::memcpy(draft.digest.bytes.data(), header.digest, sizeof header.digest);
  draft.expected.kind = static_cast<ExpectedVersion::Kind>(header.expected_kind);
  draft.expected.exact = StreamVersion{header.expected_exact};
  SINETTI_ASSIGN(const RecordHeader record, ReadRecordHeader(draft.record));
  draft.source = record.source;
  draft.id = record.id;
  draft.stream = record.stream;
  to.drafts.push_back(std::move(draft));
  to.lines.push_back(header.line);
  return {};
}

Result<SpooledDrafts> Spool::Take(std::size_t most) {
  SpooledDrafts taken;
  const std::size_t count = std::min<std::uint64_t>(most, size_ - taken_);
  if (file_ == nullptr) {
    const auto first = memory_.drafts.begin() + static_cast<std::ptrdiff_t>(taken_);
    const auto line = memory_.lines.begin() + static_cast<std::ptrdiff_t>(taken_);
    const auto end = static_cast<std::ptrdiff_t>(count);
    taken.drafts.assign(std::make_move_iterator(first), std::make_move_iterator(first + end));
    taken.lines.assign(line, line + end);
    taken_ += count;
    return taken;
  }
  if (taken_ == 0) {
    if (std::fflush(file_) != 0) return SpoolError();
    std::rewind(file_);
  }
  taken.drafts.reserve(count);
  for (std::size_t bytes = 0; taken.drafts.size() < count && bytes < kTakeBytesMax;) {
    SINETTI_TRY(ReadOne(taken));
    bytes += taken.drafts.back().record.size();
  }
  taken_ += taken.drafts.size();
  return taken;
}

}  // namespace sinetti
