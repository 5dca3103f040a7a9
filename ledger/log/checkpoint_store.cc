// See checkpoint_store.h.
#include "ledger/log/checkpoint_store.h"

#include "ledger/log/keys.h"
#include "ledger/log/note.h"
#include "ledger/merkle/proof.h"

namespace sinetti {
namespace {

Result<StoredCheckpoint> FromRow(ByteView key, ByteView value) {
  SINETTI_ASSIGN(const std::uint64_t size, ReadKey8(key));
  return StoredCheckpoint{TreeSize{size}, std::string(AsText(value))};
}

std::string Name(const Checkpoint& checkpoint) {
  return "the checkpoint of " + std::to_string(checkpoint.size.value) + " events";
}

// The tree in `state` begins with the tree of `old`.
Result<void> RequireExtends(const LogState& state, const Checkpoint& old, HashReader& tiles) {
  EdgeReader hashes(state.edge, tiles);
  if (old.size > state.size())
    return Error{ErrorCode::kCorrupt,
                 Name(old) + " is newer than the ledger, which has " +
                     std::to_string(state.size().value) +
                     ": events were lost; run `sinetti verify`, restore a backup"};
  SINETTI_ASSIGN(const Hash root, ReadRoot(old.size, hashes));
  if (root != old.root)
    return Error{ErrorCode::kCorrupt, Name(old) + " has root " + old.root.hex() +
                                          ", recomputed from the ledger " + root.hex() +
                                          ": run `sinetti verify`"};
  if (old.size.value == 0) return {};
  SINETTI_ASSIGN(const auto proof, ProveConsistency(old.size, state.size(), hashes));
  return VerifyConsistency(old.size, old.root, state.size(), state.edge.Root(), proof);
}

}  // namespace

Result<std::vector<StoredCheckpoint>> ListCheckpoints(const Snapshot& snapshot, TreeSize from) {
  std::vector<StoredCheckpoint> checkpoints;
  Cursor cursor = snapshot.Scan(Family::kCheckpoints, CheckpointKey(from), {}, ScanKind::kBulk);
  for (; cursor.Valid(); cursor.Next()) {
    SINETTI_ASSIGN(StoredCheckpoint checkpoint, FromRow(cursor.key(), cursor.value()));
    checkpoints.push_back(std::move(checkpoint));
  }
  SINETTI_TRY(cursor.status());
  return checkpoints;
}

Result<std::optional<StoredCheckpoint>> NewestCheckpoint(const Snapshot& snapshot) {
  SINETTI_ASSIGN(const auto last, snapshot.Last(Family::kCheckpoints));
  if (!last) return std::optional<StoredCheckpoint>();
  SINETTI_ASSIGN(StoredCheckpoint checkpoint, FromRow(last->first, last->second));
  return std::optional(std::move(checkpoint));
}

Result<StoredCheckpoint> CheckpointAt(const Snapshot& snapshot, TreeSize size) {
  SINETTI_ASSIGN(const auto note, snapshot.Get(Family::kCheckpoints, CheckpointKey(size)));
  if (!note)
    return Error{ErrorCode::kNotFound, "the ledger keeps no checkpoint of " +
                                           std::to_string(size.value) +
                                           " events: see `sinetti checkpoint --list`"};
  return StoredCheckpoint{size, std::string(AsText(*note))};
}

Result<void> CheckAgainstNewest(const Snapshot& snapshot, const LogState& state) {
  SINETTI_ASSIGN(const auto newest, NewestCheckpoint(snapshot));
  if (!newest) return {};
  const std::string name =
      "the stored checkpoint of " + std::to_string(newest->size.value) + " events";
  const auto unreadable = [&](Error error) {
    return Error{ErrorCode::kCorrupt,
                 std::move(error).Within(name).message + ": run `sinetti verify`"};
  };
  auto note = ParseNote(newest->note);
  if (!note) return unreadable(std::move(note).error());
  auto checkpoint = ParseCheckpoint(note->text);
  if (!checkpoint) return unreadable(std::move(checkpoint).error());
  StoredTiles tiles(snapshot);
  return RequireExtends(state, *checkpoint, tiles);
}

Result<StoredCheckpoint> AddSignatures(Store& store, TreeSize size,
                                       std::span<const NoteSignature> signatures) {
  SINETTI_ASSIGN(StoredCheckpoint stored, CheckpointAt(*store.TakeSnapshot(), size));
  SINETTI_ASSIGN(Note note, ParseNote(stored.note));
  note.signatures.insert(note.signatures.end(), signatures.begin(), signatures.end());
  stored.note = FormatNote(note);
  SINETTI_TRY(ParseNote(stored.note));  // within the limits still
  Batch batch = store.NewBatch();
  batch.Put(Family::kCheckpoints, CheckpointKey(size), AsBytes(stored.note));
  SINETTI_TRY(store.Commit(std::move(batch)));
  return stored;
}

Result<StoredCheckpoint> SignStoredTree(Store& store, const LedgerInfo& info, Signer& signer,
                                        Clock& clock, CheckpointIndex* index) {
  const auto snapshot = store.TakeSnapshot();
  SINETTI_ASSIGN(const LogState state, RecoverState(*snapshot));
  SINETTI_ASSIGN(auto newest, NewestCheckpoint(*snapshot));
  bool is_new = true;
  if (newest) {
    auto opened = OpenCheckpoint(newest->note, signer.key());
    if (!opened) return std::move(opened).error().Within("the newest checkpoint of the ledger");
    StoredTiles tiles(*snapshot);
    SINETTI_TRY(RequireExtends(state, *opened, tiles));
    is_new = opened->size < state.size() || (index != nullptr && !opened->index_root);
  }
  std::optional<Hash> index_root;
  if (index != nullptr) {
    SINETTI_ASSIGN(index_root, index->Fold(store, snapshot, state, signer.key()));
  }
  if (!is_new) return *std::move(newest);
  const Checkpoint checkpoint{.origin = info.origin,
                              .size = state.size(),
                              .root = state.edge.Root(),
                              .index_root = index_root,
                              .time = clock.Now(),
                              .extensions = {CreatedExtension(info)}};
  SINETTI_ASSIGN(std::string note, SignCheckpoint(checkpoint, signer));
  // A signer that errs must not be believed: what is stored was opened once.
  SINETTI_ASSIGN(const Checkpoint reopened, OpenCheckpoint(note, signer.key()));
  if (reopened != checkpoint)
    return Error{ErrorCode::kEnvironment, "the signer signed another text than it was given"};
  if (index != nullptr) {
    SINETTI_TRY(index->Commit(checkpoint.size, note));
  } else {
    Batch batch = store.NewBatch();
    batch.Put(Family::kCheckpoints, CheckpointKey(checkpoint.size), AsBytes(note));
    SINETTI_TRY(store.Commit(std::move(batch)));
  }
  return StoredCheckpoint{checkpoint.size, std::move(note)};
}

}  // namespace sinetti
