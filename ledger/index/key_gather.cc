// See key_gather.h.
#include "ledger/index/key_gather.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <string>

#include <unistd.h>

namespace sinetti {
namespace {

constexpr std::size_t kPartEventsMax = 1024;
constexpr std::size_t kFileBufferBytes = 1 << 20;
constexpr std::size_t kFirstSlots = 1 << 10;
// What the order of a posting and of a key take, beside what is counted exactly.
constexpr std::size_t kPostingBytes = 12;
constexpr std::size_t kKeyBytes = 32 + 12;

Error TemporaryFile(const std::string& what) {
  return Error{ErrorCode::kEnvironment, "a temporary file for the index " + what + ": " +
                                            std::strerror(errno) +
                                            "; set TMPDIR to a folder with more room"};
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Result<File> NewTemporaryFile() {
  std::error_code ignored;
  std::string name =
      (std::filesystem::temp_directory_path(ignored) / "sinetti-index-XXXXXX").string();
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return TemporaryFile("cannot be made in " + name);
  unlink(name.c_str());
  File file(fdopen(descriptor, "w+b"));
  if (file == nullptr) {
    close(descriptor);
    return TemporaryFile("cannot be opened");
  }
  std::setvbuf(file.get(), nullptr, _IOFBF, kFileBufferBytes);
  return file;
}

}  // namespace

// What is gathered in memory, and a stream over it once it is sorted.
class KeyGather::Memory final : public KeyStream {
 public:
  Memory() : slots_(kFirstSlots, 0) {}

  void Add(const KeyEvent& event, std::span<const Hash> keys) {
    const auto at = static_cast<std::uint32_t>(events_.size());
    events_.push_back(event);
    for (const Hash& key : keys) postings_.push_back({IdOf(key), at});
  }

  std::size_t bytes() const {
    return events_.size() * sizeof(KeyEvent) + postings_.size() * (sizeof(Posting)) +
           postings_.size() * kPostingBytes + keys_.size() * kKeyBytes + slots_.size() * 4;
  }
  bool empty() const { return events_.empty(); }

  // From here on it is a stream.
  void Sort() {
    order_.resize(keys_.size());
    std::iota(order_.begin(), order_.end(), 0);
    std::sort(order_.begin(), order_.end(),
              [this](std::uint32_t a, std::uint32_t b) { return keys_[a] < keys_[b]; });
    // Postings by key, those of one key in the order in which they came.
    ends_.assign(keys_.size() + 1, 0);
    for (const Posting& posting : postings_) ++ends_[posting.key + 1];
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    sorted_.resize(postings_.size());
    for (const Posting& posting : postings_) sorted_[ends_[posting.key]++] = posting.event;
    postings_ = {};
    slots_ = {};
  }

  Result<bool> Next() override {
    if (next_ == end_) {
      if (at_ == order_.size()) return false;
      const std::uint32_t id = order_[at_++];
      key_ = keys_[id];
      // Each end has moved to where the next key begins.
      next_ = id == 0 ? 0 : ends_[id - 1];
      end_ = ends_[id];
    }
    part_.clear();
    for (; next_ < end_ && part_.size() < kPartEventsMax; ++next_)
      part_.push_back(events_[sorted_[next_]]);
    return true;
  }
  const Hash& key() const override { return key_; }
  std::span<const KeyEvent> events() const override { return part_; }

 private:
  struct Posting {
    std::uint32_t key;
    std::uint32_t event;
  };

  // Open addressing; the key hash is as good as random, so its first bytes choose the slot.
  std::uint32_t IdOf(const Hash& key) {
    if (keys_.size() * 2 >= slots_.size()) Grow();
    for (std::size_t slot = SlotOf(key);; slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot] == 0) {
        keys_.push_back(key);
        slots_[slot] = static_cast<std::uint32_t>(keys_.size());
        return slots_[slot] - 1;
      }
      if (keys_[slots_[slot] - 1] == key) return slots_[slot] - 1;
    }
  }
  std::size_t SlotOf(const Hash& key) const {
    return LoadLittleEndian64(key.bytes.data()) & (slots_.size() - 1);
  }
  void Grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t id = 0; id < keys_.size(); ++id) {
      std::size_t slot = SlotOf(keys_[id]);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = id + 1;
    }
  }

  std::vector<KeyEvent> events_;
  std::vector<Hash> keys_;
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> slots_;  // key + 1, or 0

  std::vector<std::uint32_t> order_;   // keys, rising
  std::vector<std::uint32_t> ends_;    // of each key's events in sorted_
  std::vector<std::uint32_t> sorted_;  // events
  std::size_t at_ = 0;
  std::uint32_t next_ = 0;
  std::uint32_t end_ = 0;
  Hash key_;
  std::vector<KeyEvent> part_;
};

// A sorted part on disk.
class KeyGather::Spilled final : public KeyStream {
 public:
  static Result<std::unique_ptr<Spilled>> Write(KeyStream& from) {
    SINETTI_ASSIGN(File file, NewTemporaryFile());
    while (true) {
      SINETTI_ASSIGN(const bool more, from.Next());
      if (!more) break;
      const std::uint64_t count = from.events().size();
      std::fwrite(from.key().bytes.data(), 32, 1, file.get());
      std::fwrite(&count, sizeof count, 1, file.get());
      std::fwrite(from.events().data(), sizeof(KeyEvent), count, file.get());
    }
    if (std::fflush(file.get()) != 0 || std::ferror(file.get()) != 0)
      return TemporaryFile("cannot be written");
    std::rewind(file.get());
    return std::unique_ptr<Spilled>(new Spilled(std::move(file)));
  }

  Result<bool> Next() override {
    std::uint64_t count = 0;
    if (std::fread(key_.bytes.data(), 32, 1, file_.get()) != 1) {
      if (std::feof(file_.get()) != 0) return false;
      return TemporaryFile("cannot be read");
    }
    bool read = std::fread(&count, sizeof count, 1, file_.get()) == 1 && count <= kPartEventsMax;
    if (read) {
      part_.resize(count);
      read = std::fread(part_.data(), sizeof(KeyEvent), count, file_.get()) == count;
    }
    if (!read) return TemporaryFile("cannot be read");
    return true;
  }
  const Hash& key() const override { return key_; }
  std::span<const KeyEvent> events() const override { return part_; }

 private:
  explicit Spilled(File file) : file_(std::move(file)) {}

  File file_;
  Hash key_;
  std::vector<KeyEvent> part_;
};

// Several sorted parts as one; an earlier part holds earlier events.
class KeyGather::Merged final : public KeyStream {
 public:
  explicit Merged(std::vector<std::unique_ptr<Spilled>> parts) : parts_(std::move(parts)) {}

  Result<bool> Next() override {
    if (!started_) {
      started_ = true;
      for (const auto& part : parts_) {
        SINETTI_ASSIGN(const bool more, part->Next());
        if (more) waiting_.push_back(part.get());
      }
    } else if (current_ != nullptr) {
      SINETTI_ASSIGN(const bool more, current_->Next());
      if (!more) std::erase(waiting_, current_);
    }
    current_ = nullptr;
    for (Spilled* part : waiting_)
      if (current_ == nullptr || part->key() < current_->key()) current_ = part;
    return current_ != nullptr;
  }
  const Hash& key() const override { return current_->key(); }
  std::span<const KeyEvent> events() const override { return current_->events(); }

 private:
  std::vector<std::unique_ptr<Spilled>> parts_;
  std::vector<Spilled*> waiting_;  // in the order of the parts
  Spilled* current_ = nullptr;
  bool started_ = false;
};

KeyGather::KeyGather(std::size_t memory_bytes_max)
    : memory_bytes_max_(memory_bytes_max), memory_(std::make_unique<Memory>()) {}
KeyGather::~KeyGather() = default;

Result<void> KeyGather::Add(const KeyEvent& event, std::span<const Hash> keys) {
  memory_->Add(event, keys);
  if (memory_->bytes() < memory_bytes_max_) return {};
  memory_->Sort();
  SINETTI_ASSIGN(auto part, Spilled::Write(*memory_));
  spilled_.push_back(std::move(part));
  memory_ = std::make_unique<Memory>();
  return {};
}

Result<std::unique_ptr<KeyStream>> KeyGather::Finish() {
  auto memory = std::move(memory_);
  memory_ = std::make_unique<Memory>();
  memory->Sort();
  if (spilled_.empty()) return std::unique_ptr<KeyStream>(std::move(memory));
  if (!memory->empty()) {
    SINETTI_ASSIGN(auto part, Spilled::Write(*memory));
    spilled_.push_back(std::move(part));
  }
  return std::unique_ptr<KeyStream>(std::make_unique<Merged>(std::exchange(spilled_, {})));
}

}  // namespace sinetti
