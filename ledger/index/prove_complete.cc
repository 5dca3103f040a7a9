// See prove_complete.h.
#include "ledger/index/prove_complete.h"

#include <algorithm>

#include "ledger/index/map_rows.h"
#include "ledger/log/checkpoint_store.h"
#include "ledger/log/note.h"
#include "ledger/log/proved_entry.h"

namespace sinetti {
namespace {

constexpr const char* kSignOne =
    ": sign one with `sinetti checkpoint`, which makes the index as well";

Result<Checkpoint> ReadUnopened(const std::string& note) {
  SINETTI_ASSIGN(const Note parsed, ParseNote(note));
  return ParseCheckpoint(parsed.text);
}

Result<StoredCheckpoint> NewestWithIndex(const Snapshot& snapshot) {
  SINETTI_ASSIGN(const auto version, NewestMapVersion(snapshot));
  if (version) return CheckpointAt(snapshot, version->size);
  SINETTI_ASSIGN(std::vector<StoredCheckpoint> stored, ListCheckpoints(snapshot));
  for (; !stored.empty(); stored.pop_back()) {
    SINETTI_ASSIGN(const Checkpoint checkpoint, ReadUnopened(stored.back().note));
    if (checkpoint.index_root) return stored.back();
  }
  return Error{ErrorCode::kNotFound, std::string("no checkpoint carries an index yet") + kSignOne};
}

Result<KeyAt> Look(const Snapshot& snapshot, const StoredCheckpoint& at, const Hash& key) {
  const std::string name = "the checkpoint of " + std::to_string(at.size.value) + " events";
  SINETTI_ASSIGN(const Checkpoint checkpoint, ReadUnopened(at.note));
  if (!checkpoint.index_root)
    return Error{ErrorCode::kNotFound, name + " carries no index; see `sinetti checkpoint --list`"};
  SINETTI_ASSIGN(const auto root, StoredMapRoot(snapshot, at.size));
  if (!root)
    return Error{
        ErrorCode::kNotFound,
        "the index of " + name + " is not stored; it is made anew by `sinetti checkpoint`"};
  if (*root != *checkpoint.index_root)
    return Error{ErrorCode::kCorrupt, name + " carries the index root " +
                                          checkpoint.index_root->hex() + ", stored is " +
                                          root->hex() + ": run `sinetti verify`"};
  SINETTI_ASSIGN(StoredMap::Found found, StoredMap(snapshot, at.size).Find(key, *root));
  return KeyAt{at.note, at.size, found.state, std::move(found.proof)};
}

// The events between two states of a key, as stored: they must lead from the one to the other.
struct Between {
  std::vector<Sequence> sequences;
  std::vector<Hash> leaves;
};
Result<Between> ReadBetween(const Reader& reader, const std::string& name, TreeSize from,
                            KeyState state, const KeyAt& to) {
  Between between;
  SINETTI_ASSIGN(between.sequences,
                 StoredEvents(reader.snapshot(), IndexKeyHash(name), from, to.size));
  SINETTI_ASSIGN(between.leaves, reader.Leaves(between.sequences));
  for (const Hash& leaf : between.leaves) state = state.With(leaf);
  if (state == to.state) return between;
  return Error{ErrorCode::kCorrupt,
               "the stored index is damaged: its events of " + name + " are " +
                   std::to_string(state.count) + " with the head " + state.head.hex() +
                   ", signed are " + std::to_string(to.state.count) + " with " +
                   to.state.head.hex() + "; run `sinetti checkpoint --rebuild-index`"};
}

}  // namespace

Result<CompleteProof> ProveComplete(const Reader& reader, const CompleteQuestion& question) {
  SINETTI_TRY(CheckKeyText(question.key));
  const Snapshot& snapshot = reader.snapshot();
  const Hash key = IndexKeyHash(question.key);
  CompleteProof proof{.key = question.key};
  SINETTI_ASSIGN(const StoredCheckpoint to,
                 question.to ? CheckpointAt(snapshot, *question.to) : NewestWithIndex(snapshot));
  SINETTI_ASSIGN(proof.to, Look(snapshot, to, key));
  KeyState state;
  if (question.from) {
    if (*question.from > to.size)
      return Error{ErrorCode::kInvalid, "the older checkpoint is of " +
                                            std::to_string(question.from->value) +
                                            " events, the newer one of " +
                                            std::to_string(to.size.value) + ": swap them"};
    SINETTI_ASSIGN(const StoredCheckpoint from, CheckpointAt(snapshot, *question.from));
    SINETTI_ASSIGN(proof.from, Look(snapshot, from, key));
    state = proof.from->state;
  }
  SINETTI_ASSIGN(
      Between between,
      ReadBetween(reader, question.key, question.from.value_or(TreeSize{0}), state, proof.to));
  proof.leaves = std::move(between.leaves);
  if (!question.entries) return proof;
  for (const Sequence sequence : between.sequences) {
    SINETTI_ASSIGN(const StoredEntry stored, reader.Read(sequence));
    proof.entries.push_back(EntryBytes(stored.entry()));
  }
  return proof;
}

Result<std::optional<KeyedEvents>> EventsWithKey(const Reader& reader, const std::string& key,
                                                 std::uint64_t count_max) {
  SINETTI_TRY(CheckKeyText(key));
  const auto look = [&]() -> Result<KeyAt> {
    SINETTI_ASSIGN(const StoredCheckpoint newest, NewestWithIndex(reader.snapshot()));
    return Look(reader.snapshot(), newest, IndexKeyHash(key));
  };
  const auto to = look();
  if (!to && to.error().code == ErrorCode::kNotFound) return std::optional<KeyedEvents>();
  if (!to) return to.error();
  if (to->state.count > count_max) return std::optional<KeyedEvents>();
  SINETTI_ASSIGN(Between between, ReadBetween(reader, key, TreeSize{0}, {}, *to));
  return std::optional(KeyedEvents{to->size, std::move(between.sequences)});
}

}  // namespace sinetti
