// See policy_use.h.
#include "cli/commands/policy_use.h"

#include "cli/commands/json_text.h"
#include "cli/io/files.h"

namespace sinetti {

Result<Policy> ReadPolicy(const std::string& file) {
  SINETTI_ASSIGN(const std::string text, ReadWhole(file));
  auto policy = Policy::Parse(text);
  if (!policy) return std::move(policy).error().Within(file);
  return policy;
}

Result<Witnessed> CheckByPolicy(std::string_view proof, const std::string& policy_file,
                                const std::string& key) {
  SINETTI_ASSIGN(const Policy policy, ReadPolicy(policy_file));
  std::optional<VerifierKey> log;
  if (!key.empty()) {
    SINETTI_ASSIGN(log, ReadVerifierKey(key));
  }
  return RequireQuorum(NewestNoteOf(proof), policy, log);
}

Result<std::optional<Witnessed>> NewestWitnessed(const Ledger& ledger, const Policy& policy,
                                                 const VerifierKey& log, TreeSize size,
                                                 const std::string& elsewhere) {
  const Reader reader = ledger.Read();
  SINETTI_ASSIGN(const auto stored, ListCheckpoints(reader.snapshot()));
  std::optional<Witnessed> newest;
  const auto consider = [&](const std::string& note) -> Result<void> {
    SINETTI_ASSIGN(Witnessed one, OpenWitnessed(note, policy, log));
    if (one.met && one.checkpoint.size <= size &&
        (!newest || newest->checkpoint.size <= one.checkpoint.size))
      newest = std::move(one);
    return {};
  };
  for (const StoredCheckpoint& one : stored) SINETTI_TRY(consider(one.note));
  if (!elsewhere.empty()) SINETTI_TRY(consider(elsewhere));
  return newest;
}

Result<ExitCode> AttachCosignatures(Session& session, const CheckpointArguments& arguments) {
  SINETTI_ASSIGN(const Policy policy, ReadPolicy(arguments.policy));
  SINETTI_ASSIGN(const VerifierKey log, session.TrustedKey(""));
  SINETTI_ASSIGN(const auto ledger, session.OpenForWriting());
  for (const std::string& file : arguments.attach) {
    const auto attach = [&]() -> Result<StoredCheckpoint> {
      SINETTI_ASSIGN(const std::string offered, ReadWhole(file));
      SINETTI_ASSIGN(const Checkpoint checkpoint, OpenCheckpoint(offered, log));
      SINETTI_ASSIGN(StoredCheckpoint stored,
                     CheckpointAt(ledger->Read().snapshot(), checkpoint.size));
      SINETTI_ASSIGN(const auto added, NewCosignatures(stored.note, offered, policy, log));
      if (added.empty()) return stored;
      return ledger->AddToCheckpoint(checkpoint.size, added);
    };
    auto stored = attach();
    if (!stored) return std::move(stored).error().Within(file);
    SINETTI_ASSIGN(const Witnessed now, OpenWitnessed(stored->note, policy, log));
    const std::string size = std::to_string(now.checkpoint.size.value);
    if (session.console.json()) {
      session.console.PrintLine(JsonObject()
                                    .Number("size", now.checkpoint.size.value)
                                    .Number("cosignatures", now.cosignatures.size())
                                    .Bool("quorum", now.met)
                                    .Text("note", stored->note)
                                    .str());
    } else {
      session.console.PrintLine("checkpoint of " + size + " events: " + now.words +
                                (now.met ? "; enough" : "; not enough yet"));
    }
    if (!arguments.output.empty()) SINETTI_TRY(WriteWhole(arguments.output, stored->note));
  }
  return kDone;
}

}  // namespace sinetti
