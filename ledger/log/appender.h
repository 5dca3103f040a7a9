// Appends events: the one function in which drafts become durable (docs/architecture.md, "Append").
// Callers on many threads share a commit.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/event/codec.h"
#include "ledger/log/derived_index.h"
#include "ledger/log/log_state.h"
#include "ledger/log/sequencer.h"
#include "ledger/store/store.h"

namespace sinetti {

struct Receipt {
  Sequence sequence;
  StreamVersion stream_version;
  Timestamp recorded_at;
  Hash leaf;               // prove it with Reader::InclusionProof
  bool duplicate = false;  // the same draft was recorded before: this is its old receipt
};

// Thread-safe.
class Appender {
 public:
  // `index` and `state` are of the same store at the same size.
  Appender(Store& store, Clock& clock, LogState state, std::unique_ptr<DerivedIndex> index);

  // Records the drafts in order, all or none, and returns when they are durable; receipt i is of
  // draft i.  kConflict: an expected version does not hold, or an id is taken by other content;
  // nothing was recorded; `refused`, where given, gets the place of that draft in the batch, so
  // that its source can be named.  kInvalid: a draft is too large, likewise.  kClosed: a commit
  // failed, this one or one before it; whether its events are recorded is unknown until the ledger
  // is opened again; the same drafts may then be appended again, each is recorded once.
  Result<std::vector<Receipt>> Append(std::vector<EncodedDraft> drafts,
                                      std::optional<std::size_t>* refused = nullptr);

  // What is durable now.
  std::shared_ptr<const LogState> state() const;
  IndexGenerations index() const { return index_->Generations(); }

 private:
  struct Request;

  void LeadCommit(Request& own, std::unique_lock<std::mutex>& lock);
  void CommitGroup(std::vector<Request*>& requests);
  Result<std::vector<DraftFacts>> Gather(const std::vector<Request*>& requests) const;
  Result<RecordedEvent> ReadRecorded(const EncodedDraft& draft, Sequence sequence) const;

  Store& store_;
  Clock& clock_;
  std::unique_ptr<DerivedIndex> index_;

  mutable std::mutex mutex_;  // guards what follows
  std::deque<Request*> queue_;
  bool committing_ = false;
  std::shared_ptr<const LogState> state_;
  std::optional<std::string> closed_;  // why
};

}  // namespace sinetti
