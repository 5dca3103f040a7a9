// Parses, seals and encodes drafts on threads of their own, and gives them back in the order in
// which they came: most of an import is this work (docs/internals/performance.md, P4).
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/vault/vault.h"

namespace sinetti {

// Drafts that follow one another in a file, and what became of each.
class DraftGroup {
 public:
  void Add(std::string_view json, std::uint64_t line);
  bool full() const;
  std::size_t size() const { return lines_.size(); }
  std::string_view json(std::size_t index) const;
  std::uint64_t line(std::size_t index) const { return lines_[index].line; }

  // Fills the two below.  `vault` may be null: see DraftSource.
  void Encode(DraftParser& parser, Vault* vault);

  std::vector<Result<EncodedDraft>> encoded;  // one for each draft
  Result<void> sealed;                        // an error: the vault could not seal the group

 private:
  struct Line {
    std::uint64_t line;
    std::size_t begin, end;  // in text_
  };
  std::string text_;
  std::vector<Line> lines_;
};

// Takes groups and returns them encoded, first in, first out.  One thread calls it; its own
// threads start with the first group, so that a handful of drafts needs none.
class DraftEncoders {
 public:
  // `vault` may be null.  Both must outlive this.
  DraftEncoders(const TypeRegistry& registry, Vault* vault);
  ~DraftEncoders();  // what was not taken is dropped
  DraftEncoders(const DraftEncoders&) = delete;
  DraftEncoders& operator=(const DraftEncoders&) = delete;

  void Give(DraftGroup group);
  // True when another group given now would wait long, or hold too much memory: take one first.
  bool busy() const { return in_flight_.size() >= most_; }
  // Waits for the oldest group; nullopt when there is none.
  std::optional<DraftGroup> Take();

 private:
  struct Slot {
    DraftGroup group;
    bool done = false;
  };
  void Run(const std::stop_token& stop);

  const TypeRegistry& registry_;
  Vault* vault_;
  std::size_t most_;
  std::deque<std::unique_ptr<Slot>> in_flight_;  // the caller's only, oldest first

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Slot*> todo_;             // guarded by mutex_, as is Slot::done
  std::vector<std::jthread> threads_;  // last: stopped before what they use goes
};

}  // namespace sinetti
