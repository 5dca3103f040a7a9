// sinetti witness: the state of somebody who cosigns the checkpoints of others.
#include "ledger/evidence/witness.h"

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/passphrase.h"
#include "cli/io/files.h"

namespace sinetti {
namespace {

std::string SizeWords(const Checkpoint& checkpoint) {
  return std::to_string(checkpoint.size.value) + " entries of " + checkpoint.origin;
}

Result<ExitCode> Init(Session& session, const WitnessArguments& arguments) {
  SINETTI_ASSIGN(const auto protection,
                 NewProtection(arguments.encrypt, session.passphrase_file()));
  SINETTI_ASSIGN(const Witness witness,
                 Witness::Create(arguments.state, arguments.name,
                                 arguments.full ? WitnessMode::kFull : WitnessMode::kLight,
                                 ProtectionOrNone(protection)));
  session.console.PrintLine(FormatVerifierKey(witness.key()));
  session.console.Say("witness made in " + arguments.state +
                      "; publish the key above; next: sinetti witness add-log VKEY");
  return kDone;
}

Result<ExitCode> AddLog(Session& session, const WitnessArguments& arguments) {
  SINETTI_ASSIGN(const VerifierKey log, ReadVerifierKey(arguments.log_key));
  SINETTI_ASSIGN(Witness witness, Witness::Open(arguments.state));
  SINETTI_TRY(witness.AddLog(log));
  session.console.Say("checkpoints of " + log.name + " are cosigned from now on");
  return kDone;
}

Result<Submission> Replayed(Session& session, const Witness& witness, const std::string& file) {
  std::string wanted;
  if (!file.empty()) {
    SINETTI_ASSIGN(const std::string text, ReadWhole(file));
    wanted = ReadSubmission(text).note;
  }
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const WitnessedLog log, witness.LogOf(ledger->info().origin));
  auto submission = ReplayLedger(*ledger, log.key, session.registry, log.seen, wanted,
                                 [&session](TreeSize done, TreeSize total) {
                                   session.console.Progress("replaying", done.value, total.value);
                                 });
  session.console.EndProgress();
  return submission;
}

ExitCode PrintContradiction(Session& session, const CosignOutcome& outcome) {
  Console& console = session.console;
  const Contradiction& contradiction = *outcome.contradiction;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Bool("cosigned", false)
                          .Text("contradiction", ContradictionName(contradiction.kind))
                          .Text("origin", outcome.checkpoint.origin)
                          .Text("kept", outcome.kept.string())
                          .str());
  } else {
    console.PrintLine(console.Red("Not cosigned: contradiction") + " (" +
                      ContradictionName(contradiction.kind) + ")");
    console.PrintLine("  " + contradiction.Words());
    console.PrintLine("  kept in " + outcome.kept.string() +
                      ", which anybody can check: sinetti check-proof FILE --key VKEY");
  }
  console.Say(
      "do not cosign for this ledger any more until its keeper has explained it; tell "
      "the other witnesses and those who check its proofs");
  return kFoundWrong;
}

Result<ExitCode> Cosign(Session& session, const WitnessArguments& arguments) {
  if (arguments.file.empty() && !arguments.replay)
    return Error{ErrorCode::kInvalid,
                 "name a checkpoint or a consistency proof, or take the "
                 "newest checkpoint of the ledger with --replay"};
  SINETTI_ASSIGN(Witness witness, Witness::Open(arguments.state));
  Submission submission;
  if (arguments.replay) {
    SINETTI_ASSIGN(submission, Replayed(session, witness, arguments.file));
  } else {
    SINETTI_ASSIGN(const std::string text, ReadWhole(arguments.file));
    submission = ReadSubmission(text);
  }
  CosignOptions options{.ask = AskPassphrase(session.passphrase_file()),
                        .log_key = {},
                        .registry = &session.registry};
  if (!arguments.key.empty()) {
    SINETTI_ASSIGN(options.log_key, ReadVerifierKey(arguments.key));
  }
  auto outcome = witness.Cosign(submission, session.clock.Now(), options);
  if (!outcome) {
    const std::string& name = arguments.file.empty() ? session.ledger_dir() : arguments.file;
    return std::move(outcome).error().Within(name);
  }
  if (outcome->contradiction) return PrintContradiction(session, *outcome);

  if (session.console.json()) {
    session.console.PrintLine(JsonObject()
                                  .Bool("cosigned", true)
                                  .Text("origin", outcome->checkpoint.origin)
                                  .Number("size", outcome->checkpoint.size.value)
                                  .Text("root", outcome->checkpoint.root.hex())
                                  .Text("time", FormatTimestamp(outcome->time))
                                  .Text("note", outcome->note)
                                  .str());
  }
  if (!session.console.json() || !arguments.output.empty())
    SINETTI_TRY(WriteWhole(arguments.output, outcome->note));
  session.console.Say(SizeWords(outcome->checkpoint) + " cosigned at " +
                      FormatTimestamp(outcome->time) + "; give it to the keeper of the ledger");
  return kDone;
}

std::string LogJson(const WitnessedLog& log) {
  JsonObject object;
  object.Text("origin", log.key.name).Text("key", FormatVerifierKey(log.key));
  if (!log.seen) return object.Raw("seen", "null").str();
  const std::string seen = JsonObject()
                               .Number("size", log.seen->checkpoint.size.value)
                               .Text("root", log.seen->checkpoint.root.hex())
                               .Text("time", FormatTimestamp(log.seen->time))
                               .str();
  return object.Raw("seen", seen).str();
}

void PrintLog(Console& console, const WitnessedLog& log) {
  if (!log.seen) {
    console.PrintLine("  " + log.key.name + ": nothing seen yet");
    return;
  }
  console.PrintLine("  " + SizeWords(log.seen->checkpoint) + ", cosigned " +
                    FormatTimestamp(log.seen->time));
  console.PrintLine("    root " + log.seen->checkpoint.root.hex());
}

Result<ExitCode> Status(Session& session, const WitnessArguments& arguments) {
  SINETTI_ASSIGN(const Witness witness, Witness::Open(arguments.state));
  SINETTI_ASSIGN(const auto logs, witness.Logs());
  SINETTI_ASSIGN(const auto contradictions, witness.Contradictions());
  Console& console = session.console;
  const char* mode = witness.mode() == WitnessMode::kFull ? "full" : "light";
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Text("key", FormatVerifierKey(witness.key()))
                          .Text("mode", mode)
                          .Raw("logs", JsonArray(logs, LogJson))
                          .Raw("contradictions", JsonArray(contradictions,
                                                           [](const auto& path) {
                                                             return JsonQuoted(path.string());
                                                           }))
                          .str());
  } else {
    console.PrintLine("witness " + FormatVerifierKey(witness.key()) + ", " + mode);
    for (const WitnessedLog& log : logs) PrintLog(console, log);
    if (logs.empty()) console.Say("no log yet; next: sinetti witness add-log VKEY");
    for (const auto& path : contradictions)
      console.PrintLine(console.Red("  contradiction") + " kept in " + path.string());
  }
  return contradictions.empty() ? kDone : kFoundWrong;
}

}  // namespace

Result<ExitCode> Run(Session& session, const WitnessArguments& arguments) {
  switch (arguments.action) {
    case WitnessArguments::Action::kInit: return Init(session, arguments);
    case WitnessArguments::Action::kAddLog: return AddLog(session, arguments);
    case WitnessArguments::Action::kCosign: return Cosign(session, arguments);
    case WitnessArguments::Action::kStatus: return Status(session, arguments);
  }
  return kBadInput;
}

}  // namespace sinetti
