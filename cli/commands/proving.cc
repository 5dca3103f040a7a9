// sinetti checkpoint, prove and export: what leaves the ledger so that others can check it.
#include <cstdio>

#include "cli/commands/commands.h"
#include "cli/commands/complete.h"
#include "cli/commands/json_text.h"
#include "cli/commands/key_use.h"
#include "cli/commands/policy_use.h"
#include "cli/commands/reading.h"
#include "cli/commands/views_at.h"
#include "cli/io/files.h"
#include "ledger/client/exporting.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "ledger/log/proved_entry.h"

namespace sinetti {
namespace {

std::string Moment(const Checkpoint& checkpoint) {
  return checkpoint.time ? FormatTimestamp(*checkpoint.time) : "without a time";
}

void PrintCheckpoint(Session& session, const Checkpoint& checkpoint, const std::string& note) {
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Text("origin", checkpoint.origin)
                          .Number("size", checkpoint.size.value)
                          .Text("root", checkpoint.root.hex())
                          .Text("index", checkpoint.index_root ? checkpoint.index_root->hex() : "")
                          .Text("time", Moment(checkpoint))
                          .Text("note", note)
                          .str());
  } else {
    console.PrintLine("checkpoint of " + Counted(checkpoint.size.value, "event") + ", root " +
                      checkpoint.root.hex() + ", signed " + Moment(checkpoint));
  }
}

Result<ExitCode> ListAll(Session& session) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  SINETTI_ASSIGN(const auto stored, ListCheckpoints(reader.snapshot()));
  for (const StoredCheckpoint& one : stored) {
    SINETTI_ASSIGN(const Note note, ParseNote(one.note));
    SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(note.text));
    PrintCheckpoint(session, checkpoint, one.note);
  }
  if (stored.empty()) session.console.Say("no checkpoint yet; next: sinetti checkpoint");
  return kDone;
}

// The signed checkpoint that a proof ends in: of that size when one is named, else the newest.
Result<StoredCheckpoint> CheckpointFor(const Reader& reader, std::optional<std::uint64_t> size) {
  if (size) return CheckpointAt(reader.snapshot(), TreeSize{*size});
  SINETTI_ASSIGN(auto newest, NewestCheckpoint(reader.snapshot()));
  if (newest) return *newest;
  return Error{ErrorCode::kNotFound, "no checkpoint is signed yet; next: sinetti checkpoint"};
}

Result<std::string> ProveInclusionOf(const Reader& reader, Sequence sequence) {
  SINETTI_TRY(reader.Read(sequence));  // what is not there at all is said first
  SINETTI_ASSIGN(const StoredCheckpoint checkpoint, CheckpointFor(reader, std::nullopt));
  if (sequence.value >= checkpoint.size.value) {
    return Error{ErrorCode::kNotFound,
                 "event " + std::to_string(sequence.value) + " is newer than the checkpoint of " +
                     std::to_string(checkpoint.size.value) + " events; next: sinetti checkpoint"};
  }
  SINETTI_ASSIGN(ProvedEntry proved, ProveEntry(reader, sequence, checkpoint.size));
  return FormatInclusionProof(
      {sequence, std::move(proved.entry), std::move(proved.hashes), checkpoint.note});
}

Result<std::string> ProveConsistencyOf(const Reader& reader, std::uint64_t older,
                                       std::optional<std::uint64_t> newer) {
  SINETTI_ASSIGN(const StoredCheckpoint from, CheckpointFor(reader, older));
  SINETTI_ASSIGN(const StoredCheckpoint to, CheckpointFor(reader, newer));
  if (from.size > to.size) {
    return Error{ErrorCode::kInvalid, "the older checkpoint has " +
                                          std::to_string(from.size.value) + " events, the newer " +
                                          std::to_string(to.size.value) + ": swap them"};
  }
  ConsistencyProof proof{.old_checkpoint = from.note, .new_checkpoint = to.note};
  SINETTI_ASSIGN(proof.hashes, reader.ConsistencyProof(from.size, to.size));
  return FormatConsistencyProof(proof);
}

std::string ProofName(ProveArguments::Kind kind) {
  switch (kind) {
    case ProveArguments::Kind::kInclusion: return "inclusion";
    case ProveArguments::Kind::kConsistency: return "consistency";
    case ProveArguments::Kind::kComplete: return "complete";
    case ProveArguments::Kind::kAbsent: break;
  }
  return "absent";
}

// Signs with the verifiable index, which is folded first.
Result<StoredCheckpoint> Sign(Session& session, Ledger& ledger, Signer& signer,
                              bool rebuild_index = false) {
  SINETTI_TRY(RequireKeyInForce(ledger.Read(), session.registry, signer.key()));
  const IndexProgress progress = [&session](TreeSize done, TreeSize total) {
    session.console.Progress("indexing", done.value, total.value);
  };
  VerifiableIndex index(session.registry, {.progress = progress, .rebuild = rebuild_index});
  auto stored = ledger.SignCheckpoint(signer, session.clock, &index);
  session.console.EndProgress();
  return stored;
}

// Before anything is written, where a recipient is named or the policy demands one.
Result<void> RecordThisExport(Session& session, const ExportArguments& arguments) {
  if (arguments.recipient.empty()) {
    SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
    SINETTI_ASSIGN(const bool needed, ExportsNeedGrant(*ledger, session.registry));
    if (!needed) return {};
    return Error{ErrorCode::kInvalid,
                 "this ledger records its exports; next: add --to RECIPIENT --purpose PURPOSE "
                 "--ground GROUND --actor ACTOR"};
  }
  SINETTI_ASSIGN(const auto ledger, session.OpenForWriting());
  SINETTI_TRY(ReadyToSign(session, *ledger));
  SINETTI_ASSIGN(const auto reading, Reading::Begin(session, *ledger, arguments.key));
  const auto recorded =
      RecordExport(reading->tools(),
                   {arguments.purpose, arguments.ground, "", arguments.actor, reading->signer()},
                   arguments.recipient, "ndjson");
  return SignOutcome(session, *ledger, recorded);
}

}  // namespace

Result<void> ReadyToSign(const Session& session, const Ledger& ledger) {
  SINETTI_ASSIGN(const auto signer, session.OpenSigner());
  return RequireKeyInForce(ledger.Read(), session.registry, signer->key());
}

Result<void> SignAndSay(Session& session, Ledger& ledger) {
  SINETTI_ASSIGN(const auto signer, session.OpenSigner());
  SINETTI_ASSIGN(const StoredCheckpoint signed_one, Sign(session, ledger, *signer));
  SINETTI_ASSIGN(const Checkpoint checkpoint, OpenCheckpoint(signed_one.note, signer->key()));
  session.console.Say("checkpoint of " + Counted(checkpoint.size.value, "event") +
                      " signed, root " + checkpoint.root.hex());
  return {};
}

Result<std::optional<Checkpoint>> NewestCheckpoint(const Session& session, const Ledger& ledger,
                                                   TreeSize size) {
  const Reader reader = ledger.Read();
  SINETTI_ASSIGN(const auto stored, ListCheckpoints(reader.snapshot()));
  const StoredCheckpoint* newest = nullptr;
  for (const StoredCheckpoint& one : stored) {
    if (one.size <= size) newest = &one;
  }
  if (newest == nullptr) return std::optional<Checkpoint>();
  // Without the key the note still says what the tree was; whether it was signed, verify says.
  auto key = session.TrustedKey("");
  if (!key) {
    SINETTI_ASSIGN(const Note note, ParseNote(newest->note));
    SINETTI_ASSIGN(Checkpoint unsigned_one, ParseCheckpoint(note.text));
    return std::optional<Checkpoint>(std::move(unsigned_one));
  }
  SINETTI_ASSIGN(Checkpoint checkpoint, OpenCheckpoint(newest->note, *key));
  return std::optional<Checkpoint>(std::move(checkpoint));
}

Result<ExitCode> Run(Session& session, const CheckpointArguments& arguments) {
  if (arguments.list) return ListAll(session);
  if (!arguments.attach.empty()) return AttachCosignatures(session, arguments);
  SINETTI_ASSIGN(const auto ledger, session.OpenForWriting());
  SINETTI_ASSIGN(const auto signer, session.OpenSigner());
  SINETTI_ASSIGN(const StoredCheckpoint stored,
                 Sign(session, *ledger, *signer, arguments.rebuild_index));
  SINETTI_ASSIGN(const Checkpoint checkpoint, OpenCheckpoint(stored.note, signer->key()));
  PrintCheckpoint(session, checkpoint, stored.note);
  if (arguments.output.empty()) return kDone;
  SINETTI_TRY(WriteWhole(arguments.output, stored.note));
  session.console.Say("written to " + arguments.output +
                      "; keep it where nobody who can write the ledger can write it");
  return kDone;
}

Result<ExitCode> Run(Session& session, const ProveArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  const Reader reader = ledger->Read();
  const auto prove = [&]() -> Result<std::string> {
    switch (arguments.kind) {
      case ProveArguments::Kind::kInclusion:
        return ProveInclusionOf(reader, Sequence{arguments.first});
      case ProveArguments::Kind::kConsistency:
        return ProveConsistencyOf(reader, arguments.first, arguments.second);
      case ProveArguments::Kind::kComplete:
      case ProveArguments::Kind::kAbsent: break;
    }
    return ProveCompleteText(session, reader, arguments);
  };
  auto proof = prove();
  if (!proof) return std::move(proof).error();
  if (arguments.with_keys) {
    SINETTI_ASSIGN(KeyChainFile file, OwnKeyChain(reader, session.registry));
    file.proof = *std::move(proof);
    proof = FormatKeyChain(file);
  }
  const bool to_file = !arguments.output.empty() && arguments.output != "-";
  if (session.console.json()) {
    JsonObject object;
    object.Text("proof", ProofName(arguments.kind));
    if (to_file) SINETTI_TRY(WriteWhole(arguments.output, *proof));
    to_file ? object.Text("file", arguments.output) : object.Text("text", *proof);
    session.console.PrintLine(object.str());
    return kDone;
  }
  SINETTI_TRY(WriteWhole(arguments.output, *proof));
  if (to_file) {
    session.console.Say("proof written to " + arguments.output +
                        "; check it anywhere: sinetti check-proof " + arguments.output +
                        " --key VKEY");
  }
  return kDone;
}

// One JSON line for each thing, in the order in which a verifier needs them
// (docs/format/export.md).
Result<ExitCode> Run(Session& session, const ExportArguments& arguments) {
  SINETTI_TRY(RecordThisExport(session, arguments));
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const VerifierKey key, session.TrustedKey(""));
  const Reader reader = ledger->Read();
  std::FILE* out = stdout;
  if (!arguments.output.empty() && arguments.output != "-") {
    out = std::fopen(arguments.output.c_str(), "wb");
    if (out == nullptr) {
      return Error{ErrorCode::kEnvironment, arguments.output + ": cannot be written"};
    }
  }
  const auto line = [out](const JsonObject& object) {
    const std::string text = object.str() + "\n";
    std::fwrite(text.data(), 1, text.size(), out);
  };
  line(JsonObject()
           .Text("kind", "ledger")
           .Number("format", ledger->info().format)
           .Text("origin", ledger->info().origin)
           .Text("algorithm", ledger->info().algorithm)
           .Text("verifierKey", FormatVerifierKey(key))
           .Number("size", reader.size().value));
  SINETTI_ASSIGN(const auto checkpoints, ListCheckpoints(reader.snapshot()));
  for (const StoredCheckpoint& one : checkpoints) {
    line(JsonObject()
             .Text("kind", "checkpoint")
             .Number("size", one.size.value)
             .Text("note", one.note));
  }
  EntryCursor cursor = reader.Scan();
  while (cursor.Next()) {
    const Entry& entry = cursor.entry();
    line(JsonObject()
             .Text("kind", "entry")
             .Number("sequence", entry.sequence.value)
             .Text("previous", entry.previous.hex())
             .Text("record", Base64Encode(entry.record)));
    session.console.Progress("exporting", entry.sequence.value + 1, reader.size().value);
  }
  session.console.EndProgress();
  SINETTI_TRY(cursor.status());
  const bool written = std::fflush(out) == 0 && std::ferror(out) == 0;
  if (out != stdout) std::fclose(out);
  if (!written) {
    return Error{ErrorCode::kEnvironment, arguments.output + ": not everything could be written"};
  }
  session.console.Say(Counted(reader.size().value, "entry") + " and " +
                      Counted(checkpoints.size(), "checkpoint") + " exported");
  return kDone;
}

}  // namespace sinetti
