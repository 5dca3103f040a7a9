// One database on its way through a fold: its views, its transaction and its position.  Views know
// nothing of one another, so lanes may run on threads of their own, and one that a kill left ahead
// of the others lets pass what it has seen.  Cap'n Proto lets threads read one message together;
// its counter of words read may lose some then, which an event's limit leaves room for.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "ledger/log/reader.h"
#include "replay/fold/event_feed.h"
#include "replay/fold/fold.h"

namespace sinetti {

class Lane {
 public:
  // kCorrupt when the ledger has another tree at the lane's position than the one that was folded.
  static Result<std::unique_ptr<Lane>> Open(const FoldLane& of, const Reader& reader,
                                            const TypeRegistry& registry);
  ~Lane();  // rolls back what is not committed
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // Applies what the lane has not seen, in a transaction that begins here where there is none.
  Result<void> Take(const EventBatch& batch);
  // Rows and position, together.
  Result<void> Commit();

  const ViewsMeta& committed() const { return committed_; }
  TreeSize from() const { return from_; }
  std::uint64_t applied() const { return applied_; }
  std::uint64_t withheld() const { return withheld_; }

 private:
  struct Opened {
    const ViewDefinition* definition;
    View* view;
  };

  explicit Lane(Database& database) : database_(database) {}
  Result<void> OpenViews(const std::vector<const ViewDefinition*>& views,
                         const TypeRegistry& registry);
  using ByType = std::unordered_map<const TypeInfo*, std::vector<Opened>>;
  static Result<void> ApplyTo(const ByType& by_type, const Event& event);

  Database& database_;
  TreeSize from_;
  ViewsMeta meta_;       // of the open transaction
  ViewsMeta committed_;  // as in the file
  bool open_ = false;
  std::uint64_t applied_ = 0;
  std::uint64_t withheld_ = 0;
  std::vector<std::unique_ptr<View>> views_;
  ByType by_type_;
  ByType of_before_;  // who wants to hear of it before its day of effect
};

// Runs a lane on a thread of its own.  Called from one thread.
class LaneThread {
 public:
  explicit LaneThread(Lane& lane);
  ~LaneThread();  // without what it has not begun
  LaneThread(const LaneThread&) = delete;
  LaneThread& operator=(const LaneThread&) = delete;

  // Waits while the lane is far behind.
  void Take(std::shared_ptr<const EventBatch> batch);
  void Commit() { Take(nullptr); }
  // Until all of it is done; the first error, after which nothing more was done.
  Result<void> Wait();

 private:
  void Run(const std::stop_token& stop);

  Lane& lane_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::shared_ptr<const EventBatch>> queue_;  // null: commit
  bool busy_ = false;
  Result<void> outcome_;
  std::jthread thread_;  // last: stopped before what it uses goes
};

}  // namespace sinetti
