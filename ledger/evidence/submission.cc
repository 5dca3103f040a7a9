// See submission.h.
#include "ledger/evidence/submission.h"

#include "ledger/evidence/key_chain.h"
#include "ledger/index/verify_index.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"

namespace sinetti {
namespace {

std::string SizeWords(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size.value) + " entries";
}

Error NeedsProof(const Checkpoint& seen, const Checkpoint& checkpoint, const std::string& given) {
  const std::string from = std::to_string(seen.size.value);
  return Error{ErrorCode::kConflict,
               "this witness has seen " + SizeWords(seen) + " of " + seen.origin + "; " + given +
                   "; next: sinetti prove consistency " + from + " " +
                   std::to_string(checkpoint.size.value) + ", and cosign that file"};
}

// Every tree extends the empty one, so only a seen tree with entries asks for a proof.
bool NeedsNoProof(const std::optional<SeenCheckpoint>& seen) {
  return !seen || seen->checkpoint.size.value == 0;
}

Result<Judgement> JudgeGrowth(const Submission& submission, const VerifierKey& log,
                              const Checkpoint& seen, Checkpoint checkpoint) {
  if (submission.replayed_from == seen) return Judgement{std::move(checkpoint), {}, {}};
  if (submission.proof.empty())
    return NeedsProof(seen, checkpoint, "a checkpoint alone does not show that it extends them");
  SINETTI_ASSIGN(ConsistencyProof parts, ParseConsistencyProof(submission.proof));
  SINETTI_ASSIGN(const Checkpoint older, OpenCheckpoint(parts.old_checkpoint, log));
  // Before the proof is looked at: a contradiction needs none.
  if (const auto kind = Contradicts(seen, older))
    return Judgement{std::move(checkpoint), kind, std::move(parts.old_checkpoint)};
  SINETTI_TRY(CheckConsistencyProof(submission.proof, log));
  if (older.size != seen.size)
    return NeedsProof(seen, checkpoint, "the proof begins at " + SizeWords(older));
  return Judgement{std::move(checkpoint), {}, {}};
}

Result<StoredCheckpoint> ChosenCheckpoint(const Snapshot& snapshot, std::string_view wanted) {
  if (wanted.empty()) {
    SINETTI_ASSIGN(auto newest, NewestCheckpoint(snapshot));
    if (newest) return *std::move(newest);
    return Error{ErrorCode::kNotFound,
                 "the ledger keeps no checkpoint; next, where it is kept: sinetti checkpoint"};
  }
  SINETTI_ASSIGN(Note note, ParseNote(wanted));
  SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(note.text));
  SINETTI_ASSIGN(const StoredCheckpoint stored, CheckpointAt(snapshot, checkpoint.size));
  SINETTI_ASSIGN(const Note kept, ParseNote(stored.note));
  if (kept.text != note.text)
    return Error{ErrorCode::kCorrupt, "the ledger keeps another checkpoint of " +
                                          SizeWords(checkpoint) + " than the one given"};
  return stored;
}

}  // namespace

Submission ReadSubmission(std::string_view text) {
  if (auto chain = ParseKeyChain(text); chain && !chain->proof.empty()) {
    Submission submission = ReadSubmission(chain->proof);
    submission.statements = std::move(chain->statements);
    return submission;
  }
  Submission submission;
  if (const auto kind = ProofKindOf(text); kind && *kind == ProofKind::kConsistency) {
    submission.proof = text;
    if (auto proof = ParseConsistencyProof(text))
      submission.note = std::move(proof->new_checkpoint);
    return submission;
  }
  submission.note = text;
  return submission;
}

Result<Submission> ReplayLedger(const Ledger& ledger, const VerifierKey& log,
                                const TypeRegistry& registry,
                                const std::optional<SeenCheckpoint>& seen, std::string_view wanted,
                                const std::function<void(TreeSize, TreeSize)>& progress) {
  const Reader reader = ledger.Read();
  if (seen) {
    // A fork that the ledger itself keeps is signed evidence, better than any finding.
    const auto twin = CheckpointAt(reader.snapshot(), seen->checkpoint.size);
    const auto opened = twin ? OpenCheckpoint(twin->note, log) : twin.error();
    if (opened && Contradicts(seen->checkpoint, *opened))
      return Submission{.note = twin->note, .replayed = true};
  }
  SINETTI_ASSIGN(const StoredCheckpoint chosen, ChosenCheckpoint(reader.snapshot(), wanted));
  SINETTI_ASSIGN(const Checkpoint checkpoint, OpenCheckpoint(chosen.note, log));
  VerifyOptions options{.keys = {log}, .progress = progress};
  // Nothing is proved from the empty tree, so there is nothing to compare with it either.
  if (!NeedsNoProof(seen)) options.against = seen->checkpoint;
  SINETTI_ASSIGN(const VerifyReport report, VerifyWithIndex(reader.snapshot(), options, registry));
  if (!report.intact())
    return Error{ErrorCode::kCorrupt,
                 "the ledger " + ledger.dir() + " is not intact, " +
                     std::to_string(report.findings_total) +
                     " findings; the first: " + report.findings.front().message};
  if (!report.anchor || report.anchor->size < checkpoint.size)
    return Error{ErrorCode::kCorrupt, "the checkpoint of " + SizeWords(checkpoint) +
                                          " does not vouch for the ledger " + ledger.dir()};
  if (!report.index_unknown.empty())
    return Error{ErrorCode::kUnsupported, "the index root in the checkpoint of " +
                                              SizeWords(checkpoint) +
                                              " cannot be recomputed: " + report.index_unknown};
  Submission submission{.note = chosen.note, .replayed = true};
  if (seen && seen->checkpoint.size <= checkpoint.size) submission.replayed_from = seen->checkpoint;
  return submission;
}

Result<std::string> OriginOf(const Submission& submission) {
  // Asked again here for the sake of its error: a proof that can't be read has no note.
  if (!submission.proof.empty()) SINETTI_TRY(ParseConsistencyProof(submission.proof));
  SINETTI_ASSIGN(const Note note, ParseNote(submission.note));
  SINETTI_ASSIGN(Checkpoint checkpoint, ParseCheckpoint(note.text));
  return std::move(checkpoint.origin);
}

Result<Judgement> Judge(const Submission& submission, const VerifierKey& log,
                        const std::optional<SeenCheckpoint>& seen) {
  SINETTI_ASSIGN(Checkpoint checkpoint, OpenCheckpoint(submission.note, log));
  if (seen) {
    if (const auto kind = Contradicts(seen->checkpoint, checkpoint))
      return Judgement{std::move(checkpoint), kind, submission.note};
  }
  if (NeedsNoProof(seen)) {
    if (!submission.proof.empty()) SINETTI_TRY(CheckConsistencyProof(submission.proof, log));
    return Judgement{std::move(checkpoint), {}, {}};
  }
  if (checkpoint.size < seen->checkpoint.size)
    return Error{ErrorCode::kConflict, "the checkpoint of " + SizeWords(checkpoint) +
                                           " is older than the " + SizeWords(seen->checkpoint) +
                                           " that this witness has seen; bring a newer one"};
  if (checkpoint.size == seen->checkpoint.size) return Judgement{std::move(checkpoint), {}, {}};
  return JudgeGrowth(submission, log, seen->checkpoint, std::move(checkpoint));
}

}  // namespace sinetti
