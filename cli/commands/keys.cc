// sinetti check-proof and completion: what needs no ledger.
#include "cli/commands/checkpoint_text.h"
#include "cli/commands/commands.h"
#include "cli/commands/complete.h"
#include "cli/commands/disclose.h"
#include "cli/commands/evidence.h"
#include "cli/commands/json_text.h"
#include "cli/commands/key_use.h"
#include "cli/io/files.h"
#include "ledger/evidence/contradiction.h"
#include "ledger/evidence/disclosure.h"
#include "ledger/evidence/pack.h"
#include "ledger/log/proof_file.h"

namespace sinetti {
namespace {

Result<ExitCode> CheckInclusion(Session& session, const std::string& text, const VerifierKey& key) {
  SINETTI_ASSIGN(const CheckedInclusion checked, CheckInclusionProof(text, key));
  Console& console = session.console;
  const std::string sequence = std::to_string(checked.sequence.value);
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Text("proof", "inclusion")
                          .Bool("valid", true)
                          .Number("sequence", checked.sequence.value)
                          .Text("leafHash", checked.leaf_hash.hex())
                          .Text("origin", checked.checkpoint.origin)
                          .Number("treeSize", checked.checkpoint.size.value)
                          .Text("root", checked.checkpoint.root.hex())
                          .str());
    return kDone;
  }
  console.PrintLine(console.Green("The proof holds.") + " Event " + sequence +
                    " is in the ledger as shown.");
  console.PrintLine("  leaf hash   " + checked.leaf_hash.hex());
  console.PrintLine("  checkpoint  " + CheckpointWords(checked.checkpoint));
  return kDone;
}

Result<ExitCode> CheckConsistency(Session& session, const std::string& text,
                                  const VerifierKey& key) {
  SINETTI_ASSIGN(const CheckedConsistency checked, CheckConsistencyProof(text, key));
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Text("proof", "consistency")
                          .Bool("valid", true)
                          .Text("origin", checked.new_checkpoint.origin)
                          .Number("oldSize", checked.old_checkpoint.size.value)
                          .Number("newSize", checked.new_checkpoint.size.value)
                          .str());
    return kDone;
  }
  console.PrintLine(console.Green("The proof holds.") +
                    " Nothing before the older checkpoint was changed, removed or put in between.");
  console.PrintLine("  older  " + CheckpointWords(checked.old_checkpoint));
  console.PrintLine("  newer  " + CheckpointWords(checked.new_checkpoint));
  return kDone;
}

Result<ExitCode> CheckContradictionFile(Session& session, const std::string& text,
                                        const VerifierKey& key) {
  SINETTI_ASSIGN(const Contradiction checked, CheckContradiction(text, key));
  Console& console = session.console;
  if (console.json()) {
    console.PrintLine(JsonObject()
                          .Text("proof", "contradiction")
                          .Bool("valid", true)
                          .Text("kind", ContradictionName(checked.kind))
                          .Text("origin", checked.first.origin)
                          .Number("firstSize", checked.first.size.value)
                          .Number("secondSize", checked.second.size.value)
                          .str());
    return kDone;
  }
  console.PrintLine(console.Green("The proof holds.") +
                    " The ledger's key has signed what cannot both be true: " +
                    ContradictionName(checked.kind) + ".");
  console.PrintLine("  " + checked.Words());
  console.PrintLine("  first   " + CheckpointWords(checked.first));
  console.PrintLine("  second  " + CheckpointWords(checked.second));
  return kDone;
}

// What stands in the file, and what was put before it or beside it about the ledger's keys.
Result<KeyChainFile> ReadProof(const CheckProofArguments& arguments) {
  SINETTI_ASSIGN(std::string text, ReadWhole(arguments.file));
  KeyChainFile file{{}, std::move(text)};
  if (IsKeyChain(file.proof)) {
    auto parsed = ParseKeyChain(file.proof);
    if (!parsed) return std::move(parsed).error().Within(arguments.file);
    file = *std::move(parsed);
    if (file.proof.empty())
      return Error{ErrorCode::kInvalid, arguments.file +
                                            " is a chain of keys and proves nothing "
                                            "else; give it with --key-chain"};
  }
  if (arguments.key_chain.empty()) return file;
  SINETTI_ASSIGN(const std::string beside, ReadWhole(arguments.key_chain));
  auto chain = ParseKeyChain(beside);
  if (!chain) return std::move(chain).error().Within(arguments.key_chain);
  file.statements = std::move(chain->statements);
  return file;
}

}  // namespace

Result<ExitCode> Run(Session& session, const CheckProofArguments& arguments) {
  SINETTI_ASSIGN(const KeyChainFile file, ReadProof(arguments));
  const std::string& text = file.proof;
  if (arguments.pack && !IsPack(text))
    return Error{ErrorCode::kInvalid, arguments.file +
                                          ": no evidence pack; `sinetti check-proof` " +
                                          "reads every kind of proof"};
  ProofKeys given{arguments.key, arguments.policy, file.statements};
  std::string_view ends_in = text;
  PackOutline outline;
  if (IsPack(text)) {
    auto read = OutlineOf(text);
    if (!read) return std::move(read).error().Within(arguments.file);
    outline = *std::move(read);
    // A pack's newest checkpoint only says that it was handed out.
    ends_in = outline.checkpoint;
    if (given.statements.empty()) given.statements = std::move(outline.statements);
  } else if (!arguments.authorities.empty()) {
    return Error{ErrorCode::kInvalid,
                 arguments.file +
                     ": no evidence pack, so it holds no time-stamps; next: sinetti "
                     "timestamp check " +
                     arguments.file + " STAMPS --authority " + arguments.authorities};
  }
  auto found = KeyToCheckWith(session, ends_in, given);
  if (!found) return std::move(found).error();
  if (!found->words.empty()) session.console.Say("the newest checkpoint in it is " + found->words);
  const VerifierKey& key = found->key;
  const auto check = [&]() -> Result<ExitCode> {
    if (IsPack(text)) return CheckPackFile(session, text, *found, arguments);
    if (IsCompleteProof(text)) return CheckComplete(session, text, key);
    if (IsContradiction(text)) return CheckContradictionFile(session, text, key);
    if (IsDisclosure(text)) return CheckDisclosureFile(session, text, key);
    SINETTI_ASSIGN(const ProofKind kind, ProofKindOf(text));
    return kind == ProofKind::kInclusion ? CheckInclusion(session, text, key)
                                         : CheckConsistency(session, text, key);
  };
  auto outcome = check();
  if (!outcome) return std::move(outcome).error().Within(arguments.file);
  return outcome;
}

Result<ExitCode> Run(Session& session, const CompletionArguments& arguments) {
  session.console.Print(CompletionScript(arguments.shell));
  return kDone;
}

}  // namespace sinetti
