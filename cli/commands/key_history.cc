// sinetti key list, rotate, compromised and chain: the keys of the ledger over time.
#include <filesystem>

#include "cli/commands/checkpoint_text.h"
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/key_use.h"
#include "cli/commands/passphrase.h"
#include "cli/io/files.h"
#include "ledger/crypto/key_place.h"
#include "ledger/evidence/key_change.h"

namespace sinetti {
namespace {

constexpr const char* kNewVariable = "SINETTI_NEW_PASSPHRASE";

std::string State(const KeySpan& span) {
  if (!span.last) return "in force";
  return std::string(span.compromised ? "compromised" : "replaced") + ", vouches for at most " +
         std::to_string(span.last->value) + " events";
}

Result<ExitCode> List(Session& session) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const auto changes, KeyChangesOf(ledger->Read(), session.registry));
  std::optional<KeyChain> chain;
  for (const KeyChange& change : changes) {
    if (!chain) chain.emplace(change.previous);
    SINETTI_TRY(chain->Add(change));
  }
  if (!chain) {
    SINETTI_ASSIGN(VerifierKey only, session.OwnKey());
    chain.emplace(std::move(only));
  }
  for (const KeySpan& span : chain->spans()) {
    const std::string key = FormatVerifierKey(span.key);
    if (!session.console.json()) {
      session.console.PrintLine(key + "  " + State(span));
      continue;
    }
    JsonObject object;
    object.Text("verifierKey", key).Bool("inForce", !span.last);
    if (span.last) object.Number("size", span.last->value);
    session.console.PrintLine(object.Bool("compromised", span.compromised).str());
  }
  return kDone;
}

Result<ExitCode> Chain(Session& session, const KeyArguments& arguments) {
  SINETTI_ASSIGN(const auto ledger, session.OpenForReading());
  SINETTI_ASSIGN(const KeyChainFile file, OwnKeyChain(ledger->Read(), session.registry));
  SINETTI_TRY(WriteWhole(arguments.output, FormatKeyChain(file)));
  return kDone;
}

std::string NextPath(const Session& session) { return session.signing_key_path() + ".next"; }

// The key that takes over, durable in its file before anything says so.  One that an earlier call
// has left is used again.
Result<std::unique_ptr<Signer>> NextSigner(Session& session, const KeyArguments& arguments,
                                           const std::string& origin, bool encrypt) {
  const std::string path = NextPath(session);
  if (std::filesystem::exists(path)) {
    session.console.Say(
        "a new key is there already, from a change that was stopped half-way or on "
        "a token; the change goes on with " +
        path);
    return OpenSigner(path, AskSecretFrom(arguments.new_passphrase_file, kNewVariable));
  }
  std::optional<KeyProtection> protection;
  if (encrypt) {
    SINETTI_ASSIGN(protection, AskNewProtection(arguments.new_passphrase_file, kNewVariable));
  }
  SINETTI_ASSIGN(const Secret seed, Secret::Random());
  SINETTI_TRY(WriteKeyFile(path, {origin, seed}, ProtectionOrNone(protection)));
  SINETTI_ASSIGN(FileSigner signer, FileSigner::FromSeed(origin, seed));
  return std::unique_ptr<Signer>(std::make_unique<FileSigner>(std::move(signer)));
}

Result<ExitCode> Finish(Session& session, const KeyArguments& arguments, const KeyChangeWish& wish,
                        Sequence sequence) {
  SINETTI_TRY(TakePlaceOf(NextPath(session), session.signing_key_path()));
  const bool rotated = arguments.action == KeyArguments::Action::kRotate;
  const std::string key = FormatVerifierKey(wish.next->key());
  if (session.console.json()) {
    session.console.PrintLine(
        JsonObject()
            .Text("type", rotated ? "ledger.keyRotated" : "ledger.keyCompromised")
            .Number("sequence", sequence.value)
            .Text("verifierKey", key)
            .str());
  } else {
    session.console.PrintLine(key);
  }
  session.console.Say(rotated ? "this key signs from now on; next: publish it, and give `sinetti "
                                "key chain` to whoever has the old one"
                              : "this key signs from now on; next: publish it on a way that needs "
                                "no trust in the old one, and tell witnesses and checkers");
  return kDone;
}

void ShowProgress(Session& session, KeyChangeWish& wish) {
  wish.progress = [&session](TreeSize done, TreeSize total) {
    session.console.Progress("verifying", done.value, total.value);
  };
}

Result<ExitCode> Rotate(Session& session, const KeyArguments& arguments) {
  SINETTI_ASSIGN(const KeyFileHead head, ReadKeyFileHead(session.signing_key_path()));
  SINETTI_ASSIGN(const auto ledger, session.OpenForWriting());
  SINETTI_ASSIGN(const auto previous, session.OpenSigner());
  SINETTI_ASSIGN(const auto next, NextSigner(session, arguments, ledger->info().origin,
                                             arguments.encrypt || head.encrypted));
  KeyChangeWish wish{.previous = previous->key(),
                     .previous_signer = previous.get(),
                     .next = next.get(),
                     .reason = arguments.reason};
  ShowProgress(session, wish);
  const auto sequence = ChangeLedgerKey(*ledger, wish, session.clock, session.registry);
  session.console.EndProgress();
  SINETTI_TRY(sequence);
  return Finish(session, arguments, wish, *sequence);
}

Result<ExitCode> Compromised(Session& session, const KeyArguments& arguments) {
  SINETTI_ASSIGN(const VerifierKey previous, session.TrustedKey(arguments.file));
  SINETTI_ASSIGN(const Checkpoint last_good, ReadCheckpointFile(arguments.last_good, previous));
  SINETTI_ASSIGN(const auto ledger, session.OpenForWriting());
  SINETTI_ASSIGN(const auto next,
                 NextSigner(session, arguments, ledger->info().origin, arguments.encrypt));
  KeyChangeWish wish{
      .previous = previous, .next = next.get(), .last_good = last_good, .reason = arguments.reason};
  ShowProgress(session, wish);
  const auto sequence = ChangeLedgerKey(*ledger, wish, session.clock, session.registry);
  session.console.EndProgress();
  SINETTI_TRY(sequence);
  return Finish(session, arguments, wish, *sequence);
}

}  // namespace

Result<ExitCode> RunKeyHistory(Session& session, const KeyArguments& arguments) {
  switch (arguments.action) {
    case KeyArguments::Action::kList: return List(session);
    case KeyArguments::Action::kChain: return Chain(session, arguments);
    case KeyArguments::Action::kRotate: return Rotate(session, arguments);
    case KeyArguments::Action::kCompromised: return Compromised(session, arguments);
    default: return kBadInput;
  }
}

}  // namespace sinetti
