// See vault_key.h.
#include "cli/commands/vault_key.h"

#include "cli/commands/json_text.h"
#include "cli/commands/passphrase.h"
#include "ledger/vault/vault_key_file.h"

namespace sinetti {
namespace {

// The form that the key shall have; nothing: in the clear.
Result<std::optional<KeyProtection>> Wanted(const KeyArguments& arguments,
                                            const PassphraseSource& source) {
  switch (arguments.action) {
    case KeyArguments::Action::kEncrypt: {
      SINETTI_ASSIGN(KeyProtection protection, AskNewProtection(source.file, source.variable));
      return std::optional<KeyProtection>(std::move(protection));
    }
    case KeyArguments::Action::kChangePassphrase: {
      SINETTI_ASSIGN(KeyProtection protection,
                     AskNewProtection(arguments.new_passphrase_file, "SINETTI_NEW_PASSPHRASE"));
      return std::optional<KeyProtection>(std::move(protection));
    }
    default: return std::optional<KeyProtection>();
  }
}

}  // namespace

bool IsVaultKey(const std::string& path) {
  const auto form = FormOfVaultKey(path);
  return form && form->is_vault_key;
}

Result<ExitCode> RunVaultKey(Session& session, const KeyArguments& arguments,
                             const std::string& path) {
  SINETTI_ASSIGN(const VaultKeyForm form, FormOfVaultKey(path));
  const bool encrypt = arguments.action == KeyArguments::Action::kEncrypt;
  if (encrypt && form.encrypted)
    return Error{
        ErrorCode::kConflict,
        path + " is under a passphrase already; next: sinetti key change-passphrase " + path};
  if (!encrypt && !form.encrypted)
    return Error{ErrorCode::kConflict,
                 path + " has no passphrase; next: sinetti key encrypt " + path};
  const PassphraseSource source = VaultPassphrase(session.global());
  // The old passphrase first, so that the terminal asks in the order of the work.
  VaultKeyFiles files(AskSecretFrom(source.file, source.variable));
  if (form.encrypted) SINETTI_TRY(files.Read(path));
  SINETTI_ASSIGN(const auto wanted, Wanted(arguments, source));
  SINETTI_ASSIGN(const std::string id, files.Replace(path, ProtectionOrNone(wanted)));
  if (session.console.json()) {
    session.console.PrintLine(JsonObject()
                                  .Text("file", path)
                                  .Text("vaultKey", id)
                                  .Bool("encrypted", wanted.has_value())
                                  .str());
  } else {
    session.console.PrintLine(path + (wanted ? " is under a passphrase" : " has no passphrase"));
  }
  if (encrypt)
    session.console.Say(
        "without the passphrase nothing sealed opens any more; old copies of the file, in backups "
        "too, open without it");
  else if (wanted)
    session.console.Say("old copies of the file, in backups too, open with the old passphrase");
  return kDone;
}

}  // namespace sinetti
