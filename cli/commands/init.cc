// sinetti init: a new ledger, its signing key and its vault.
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/passphrase.h"
#include "cli/commands/rule_book_install.h"
#include "ledger/base/private_files.h"
#include "ledger/crypto/key_file.h"
#include "ledger/crypto/secret.h"
#include "ledger/crypto/token_key.h"

namespace sinetti {
namespace {

// The key comes first: a ledger without a key could never be signed, a key without a ledger harms
// nobody.
Result<void> MakeKeys(const Session& session, const InitArguments& arguments,
                      const KeyProtection* protection) {
  SINETTI_TRY(MakePrivateFolder(session.keys_dir()));
  SINETTI_TRY(ClosePrivateFolder(session.keys_dir()));                 // it may have been there
  if (std::filesystem::exists(session.signing_key_path())) return {};  // on a token
  SINETTI_ASSIGN(Secret seed, Secret::Random());
  return WriteKeyFile(session.signing_key_path(), {arguments.origin, std::move(seed)}, protection);
}

// What the vault key is put under: a passphrase of its own where one is given, else the other's.
Result<std::shared_ptr<const KeyProtection>> VaultProtection(const Session& session,
                                                             const KeyProtection* protection) {
  if (protection == nullptr) return std::shared_ptr<const KeyProtection>();
  const PassphraseSource own = VaultPassphrase(session.global());
  if (own.is_own) {
    SINETTI_ASSIGN(KeyProtection asked, AskNewProtection(own.file, own.variable));
    return std::make_shared<const KeyProtection>(std::move(asked));
  }
  return std::make_shared<const KeyProtection>(KeyProtection{
      .passphrase = SecretText(protection->passphrase.view()), .cost = protection->cost});
}

// The book that is to be recorded at once; read before anything is made.
Result<std::vector<RuleStatement>> BookToInstall(const Session& session, const std::string& rules) {
  if (rules.empty()) return std::vector<RuleStatement>();
  return ReadRuleBook(session, rules == "built-in" ? "" : rules);
}

// A key file that names a key on a token is put there before the ledger is made.
bool IsOnToken(const Session& session, const std::string& origin) {
  const auto token = ReadTokenKeyFile(session.signing_key_path());
  return token && *token && (*token)->key.name == origin;
}

Result<ExitCode> Signed(Session& session, Ledger& ledger) {
  SINETTI_TRY(SignAndSay(session, ledger));
  return kDone;
}

}  // namespace

Result<ExitCode> Run(Session& session, const InitArguments& arguments) {
  SINETTI_TRY(CheckKeyName(arguments.origin));
  const std::string store = session.ledger_dir() + "/store";
  if (std::filesystem::exists(store) && !std::filesystem::exists(store + "/CURRENT")) {
    return Error{ErrorCode::kConflict,
                 store +
                     " is there and holds no ledger; next: name another folder with "
                     "`sinetti -l OTHER init --origin NAME`"};
  }
  if (std::filesystem::exists(store)) {
    return Error{ErrorCode::kConflict,
                 session.ledger_dir() +
                     ": there is a ledger already; next: `sinetti import FILE` records into it, "
                     "`sinetti -l OTHER init --origin NAME` makes another one"};
  }
  if (std::filesystem::exists(session.signing_key_path()) &&
      !IsOnToken(session, arguments.origin)) {
    return Error{
        ErrorCode::kConflict,
        session.signing_key_path() +
            ": there is a signing key already, and a key belongs to one ledger; next: name "
            "another folder with --keys, or move this one away"};
  }
  SINETTI_ASSIGN(const auto book, BookToInstall(session, arguments.rules));
  SINETTI_ASSIGN(const auto protection,
                 NewProtection(arguments.encrypt, session.passphrase_file()));
  SINETTI_ASSIGN(auto vault_protection, VaultProtection(session, ProtectionOrNone(protection)));
  SINETTI_TRY(MakeKeys(session, arguments, ProtectionOrNone(protection)));
  SINETTI_ASSIGN(auto ledger,
                 Ledger::Create(session.ledger_dir(), arguments.origin, session.clock));
  SINETTI_TRY(session.OpenVault(*ledger, std::move(vault_protection)));
  SINETTI_ASSIGN(const VerifierKey key, session.OwnKey());
  SINETTI_ASSIGN(const InstalledRules rules, InstallRules(session, *ledger, book, {}));
  Console& console = session.console;
  if (console.json()) {
    JsonObject made;
    made.Text("ledger", session.ledger_dir())
        .Text("origin", arguments.origin)
        .Text("keys", session.keys_dir())
        .Text("verifierKey", FormatVerifierKey(key));
    if (!book.empty()) made.Raw("rules", InstalledJson(rules));
    console.PrintLine(made.str());
    return book.empty() ? Result<ExitCode>(kDone) : Signed(session, *ledger);
  }
  console.PrintLine("Ledger " + arguments.origin + " made in " + session.ledger_dir());
  console.PrintLine("Keys in " + session.keys_dir() +
                    ": keep a copy elsewhere, never beside the ledger");
  console.PrintLine("Verifier key, for everybody who checks:");
  console.PrintLine("  " + FormatVerifierKey(key));
  if (book.empty()) return kDone;
  console.PrintLine(InstalledText(rules));
  return Signed(session, *ledger);
}

}  // namespace sinetti
