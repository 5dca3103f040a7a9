// sinetti key: the ledger's signing key, and passphrases of key files.
#include "cli/commands/commands.h"
#include "cli/commands/json_text.h"
#include "cli/commands/key_use.h"
#include "cli/commands/passphrase.h"
#include "cli/commands/vault_key.h"
#include "ledger/crypto/token_signer.h"

namespace sinetti {
namespace {

Result<ExitCode> Show(Session& session) {
  SINETTI_ASSIGN(const VerifierKey own, session.OwnKey());
  const std::string key = FormatVerifierKey(own);
  session.console.PrintLine(
      session.console.json() ? JsonObject().Text("origin", own.name).Text("verifierKey", key).str()
                             : key);
  return kDone;
}

Result<ExitCode> Done(Session& session, const VerifierKey& key, const std::string& path,
                      bool encrypted) {
  if (session.console.json()) {
    session.console.PrintLine(JsonObject()
                                  .Text("file", path)
                                  .Text("verifierKey", FormatVerifierKey(key))
                                  .Bool("encrypted", encrypted)
                                  .str());
  } else {
    session.console.PrintLine(path + (encrypted ? " is under a passphrase" : " has no passphrase"));
  }
  return kDone;
}

Result<ExitCode> Encrypt(Session& session, const std::string& path) {
  SINETTI_ASSIGN(const KeyFileHead head, ReadKeyFileHead(path));
  if (head.encrypted)
    return Error{ErrorCode::kConflict, path +
                                           " is under a passphrase already; next: sinetti key "
                                           "change-passphrase"};
  SINETTI_ASSIGN(const PrivateKey key, ReadKeyFile(path));
  SINETTI_ASSIGN(const auto protection, NewProtection(true, session.passphrase_file()));
  SINETTI_TRY(ReplaceKeyFile(path, key, ProtectionOrNone(protection)));
  session.console.Say(
      "without the passphrase the key is lost; old copies of the file, in backups "
      "too, open without it");
  return Done(session, head.key, path, true);
}

Result<KeyFileHead> RequireEncrypted(const std::string& path) {
  SINETTI_ASSIGN(KeyFileHead head, ReadKeyFileHead(path));
  if (head.encrypted) return head;
  return Error{ErrorCode::kConflict, path + " has no passphrase; next: sinetti key encrypt"};
}

Result<ExitCode> Decrypt(Session& session, const std::string& path) {
  SINETTI_ASSIGN(const KeyFileHead head, RequireEncrypted(path));
  SINETTI_ASSIGN(const PrivateKey key, ReadKeyFile(path, AskPassphrase(session.passphrase_file())));
  SINETTI_TRY(ReplaceKeyFile(path, key));
  return Done(session, head.key, path, false);
}

Result<ExitCode> ChangePassphrase(Session& session, const KeyArguments& arguments,
                                  const std::string& path) {
  SINETTI_ASSIGN(const KeyFileHead head, RequireEncrypted(path));
  SINETTI_ASSIGN(const PrivateKey key, ReadKeyFile(path, AskPassphrase(session.passphrase_file())));
  SINETTI_ASSIGN(const KeyProtection protection,
                 AskNewProtection(arguments.new_passphrase_file, "SINETTI_NEW_PASSPHRASE"));
  SINETTI_TRY(ReplaceKeyFile(path, key, &protection));
  session.console.Say("old copies of the file, in backups too, open with the old passphrase");
  return Done(session, head.key, path, true);
}

Result<ExitCode> Token(Session& session, const KeyArguments& arguments) {
  SINETTI_ASSIGN(VerifierKey key, FindTokenKey(arguments.name, arguments.module, arguments.uri,
                                               AskPassphrase(session.passphrase_file())));
  SINETTI_TRY(WriteTokenKeyFile(arguments.output,
                                {.key = key, .module = arguments.module, .uri = arguments.uri}));
  const std::string text = FormatVerifierKey(key);
  session.console.PrintLine(
      session.console.json()
          ? JsonObject().Text("file", arguments.output).Text("verifierKey", text).str()
          : text);
  return kDone;
}

bool ChangesForm(KeyArguments::Action action) {
  return action == KeyArguments::Action::kEncrypt || action == KeyArguments::Action::kDecrypt ||
         action == KeyArguments::Action::kChangePassphrase;
}

}  // namespace

Result<ExitCode> Run(Session& session, const KeyArguments& arguments) {
  const std::string path = arguments.file.empty() ? session.signing_key_path() : arguments.file;
  if (ChangesForm(arguments.action) && IsVaultKey(path))
    return RunVaultKey(session, arguments, path);
  switch (arguments.action) {
    case KeyArguments::Action::kShow: return Show(session);
    case KeyArguments::Action::kEncrypt: return Encrypt(session, path);
    case KeyArguments::Action::kDecrypt: return Decrypt(session, path);
    case KeyArguments::Action::kChangePassphrase: return ChangePassphrase(session, arguments, path);
    case KeyArguments::Action::kToken: return Token(session, arguments);
    default: return RunKeyHistory(session, arguments);
  }
}

}  // namespace sinetti
