// Verified, decoded events in ledger order, in batches: reading, hashing and decoding happen on a
// thread of their own, so that applying never waits for the disk.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ledger/event/event.h"
#include "ledger/log/chain.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/reader.h"

namespace sinetti {

struct EventBatch {
  std::vector<Event> events;  // empty: the end
  ChainPosition after;        // the chain behind the last of them
};

struct FeedOptions {
  TreeSize until;
  std::optional<Checkpoint> anchor;  // its root must be met when its size is passed
  bool threaded = true;
};

class EventFeed {
 public:
  // Events from `start` on.  `reader` and `registry` must outlive the feed.
  EventFeed(const Reader& reader, const TypeRegistry& registry, ChainPosition start,
            FeedOptions options);
  ~EventFeed();  // stops the thread
  EventFeed(const EventFeed&) = delete;
  EventFeed& operator=(const EventFeed&) = delete;

  // An error is the last thing a feed says.
  Result<EventBatch> Next();

  // Hands back events that were applied, so that the thread that made them frees them.
  void GiveBack(std::vector<Event> events);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
