// See sequencer.h.
#include "ledger/log/sequencer.h"

#include <algorithm>
#include <string>

namespace sinetti {
namespace {

std::string Name(const EncodedDraft& draft) {
  return "event `" + draft.id + "` of source `" + draft.source + "`";
}

Error DigestConflict(const EncodedDraft& draft, const RecordedEvent& recorded) {
  return {ErrorCode::kConflict,
          Name(draft) + " is recorded already as entry " + std::to_string(recorded.sequence.value) +
              " with other content (its draft digest is " +
              HexEncode(recorded.draft_digest.view()) + ", this draft's " +
              HexEncode(draft.digest.view()) +
              "): give a new event a new id, correct an old one by an event that relates to it"};
}

Result<void> CheckExpected(const EncodedDraft& draft, StreamVersion current) {
  const std::string stream = "stream `" + draft.stream + "`";
  const std::string next = " (" + Name(draft) + "): read the stream again and decide anew";
  switch (draft.expected.kind) {
    case ExpectedVersion::kAny: return {};
    case ExpectedVersion::kNone:
      if (current.value == 0) return {};
      return Error{ErrorCode::kConflict, stream + " was expected not to exist, it has " +
                                             std::to_string(current.value) + " events" + next};
    case ExpectedVersion::kExists:
      if (current.value != 0) return {};
      return Error{ErrorCode::kConflict,
                   stream + " was expected to exist, it has no events" + next};
    case ExpectedVersion::kExact:
      if (current == draft.expected.exact) return {};
      return Error{ErrorCode::kConflict, stream + " was expected at version " +
                                             std::to_string(draft.expected.exact.value) +
                                             ", it is at " + std::to_string(current.value) + next};
  }
  SINETTI_CHECK(false);
}

// Takes back what a batch did to the head when it is refused halfway.
class Undo {
 public:
  explicit Undo(PendingHead& head)
      : head_(head), size_(head.size), last_recorded_at_(head.last_recorded_at) {}
  ~Undo() {
    if (kept_) return;
    head_.size = size_;
    head_.last_recorded_at = last_recorded_at_;
    for (const Hash16& id : ids_) head_.ids.erase(id);
    // Newest first, so that the oldest value of a stream is put back last.
    for (auto stream = streams_.rbegin(); stream != streams_.rend(); ++stream) {
      if (stream->second)
        head_.streams[stream->first] = *stream->second;
      else
        head_.streams.erase(stream->first);
    }
  }
  void AddedId(const Hash16& id) { ids_.push_back(id); }
  void ChangedStream(const Hash16& stream, std::optional<StreamVersion> before) {
    streams_.emplace_back(stream, before);
  }
  void Keep() { kept_ = true; }

 private:
  PendingHead& head_;
  TreeSize size_;
  Timestamp last_recorded_at_;
  std::vector<Hash16> ids_;
  std::vector<std::pair<Hash16, std::optional<StreamVersion>>> streams_;
  bool kept_ = false;
};

// The event that holds the draft's id, before this commit or in it.
const RecordedEvent* FindRecorded(const DraftFacts& facts, const PendingHead& head) {
  if (facts.recorded) return &*facts.recorded;
  const auto pending = head.ids.find(facts.keys.id);
  return pending == head.ids.end() ? nullptr : &pending->second;
}

}  // namespace

Result<std::vector<Placement>> AssignPositions(std::span<const DraftFacts> drafts,
                                               PendingHead& head, Timestamp now,
                                               std::optional<std::size_t>* refused) {
  std::vector<Placement> placements;
  placements.reserve(drafts.size());
  Undo undo(head);
  const auto refuse = [&](Error error) {
    if (refused != nullptr) *refused = placements.size();
    return error;
  };
  for (const DraftFacts& facts : drafts) {
    const EncodedDraft& draft = *facts.draft;
    // A retry must succeed however the stream has moved on since, so ids come before versions.
    if (const RecordedEvent* recorded = FindRecorded(facts, head)) {
      if (recorded->draft_digest != draft.digest) return refuse(DigestConflict(draft, *recorded));
      placements.push_back({.event = *recorded, .duplicate = true});
      continue;
    }
    const auto known = head.streams.find(facts.keys.stream);
    const bool touched = known != head.streams.end();
    const StreamVersion current = touched ? known->second : facts.stream_version;
    if (auto expected = CheckExpected(draft, current); !expected) {
      return refuse(std::move(expected).error());
    }

    const RecordedEvent event{
        .sequence = head.size.NextSequence(),
        .stream_version = StreamVersion{current.value + 1},
        .recorded_at = std::max(now, Timestamp{head.last_recorded_at.micros + 1}),
        .draft_digest = draft.digest};
    undo.ChangedStream(facts.keys.stream, touched ? std::optional(current) : std::nullopt);
    undo.AddedId(facts.keys.id);
    head.streams[facts.keys.stream] = event.stream_version;
    head.ids.emplace(facts.keys.id, event);
    head.size = SizeThrough(event.sequence);
    head.last_recorded_at = event.recorded_at;
    placements.push_back({.event = event});
  }
  undo.Keep();
  return placements;
}

}  // namespace sinetti
