#include "cli/commands/session.h"

#include "cli/commands/passphrase.h"
#include "cli/io/files.h"
#include "ledger/base/private_files.h"
#include "ledger/base/quote.h"
#include "replay/controls/audit.h"
#include "replay/views/all_views.h"

namespace sinetti {

std::string Session::keys_dir() const {
  return global_.keys.empty() ? BesideLedger(".keys") : global_.keys;
}

std::string Session::BesideLedger(const std::string& ending) const {
  std::string dir = global_.ledger;
  while (dir.size() > 1 && dir.back() == '/') dir.pop_back();
  return dir + ending;
}

// What is below a closed folder nobody else reaches, whatever its mode.
void Session::SayOpenToOthers() const {
  for (const std::string& folder : {ledger_dir(), keys_dir()})
    if (const std::string open = OpenToOthers(folder); !open.empty()) console.Say(open);
}

Result<std::unique_ptr<Ledger>> Session::OpenForReading() const {
  SayOpenToOthers();
  return Ledger::OpenForReading(ledger_dir());
}

Result<std::unique_ptr<Ledger>> Session::OpenForWriting() const {
  SayOpenToOthers();
  return Ledger::OpenForWriting(ledger_dir(), clock);
}

Result<std::shared_ptr<Signer>> Session::OpenSigner() const {
  if (!signer_) {
    SINETTI_ASSIGN(signer_,
                   sinetti::OpenSigner(signing_key_path(), AskPassphrase(passphrase_file())));
  }
  return signer_;
}

Result<VerifierKey> Session::OwnKey() const {
  SINETTI_ASSIGN(KeyFileHead head, ReadKeyFileHead(signing_key_path()));
  return std::move(head.key);
}

Result<Vault> Session::OpenVault(const Ledger& ledger,
                                 std::shared_ptr<const KeyProtection> protection) const {
  auto vault = Vault::Open({.folder = keys_dir(),
                            .origin = ledger.info().origin,
                            .create = true,
                            .ask = AskVaultPassphrase(),
                            .protection = std::move(protection)});
  if (vault) SayUnfinished(*vault);
  return vault;
}

AskSecret Session::AskVaultPassphrase() const {
  const PassphraseSource source = VaultPassphrase(global_);
  return AskSecretFrom(source.file, source.variable);
}

void Session::SayUnfinished(const Vault& vault) const {
  const std::optional<KeyErasure> erasure = vault.open_erasure();
  if (!erasure) return;
  const std::string& client = erasure->subjects.front();
  console.Say("the keys of " + client + " are destroyed, receipt and event are still to be made; " +
              "next: sinetti erase approve " + client);
}

Result<Vault> Session::OpenVaultForReading(const Ledger& ledger) const {
  return Vault::Open({.folder = keys_dir(),
                      .origin = ledger.info().origin,
                      .read_only = true,
                      .ask = AskVaultPassphrase()});
}

Result<VerifierKey> ReadVerifierKey(const std::string& key_or_file) {
  auto key = ParseVerifierKey(key_or_file);
  if (key) return key;
  auto read = ReadWhole(key_or_file);
  if (!read && read.error().code == ErrorCode::kNotFound) {
    return Error{ErrorCode::kInvalid,
                 Quoted(key_or_file, 200) + " is no verifier key (" + key.error().message +
                     ") and no file that is there: give what `sinetti key show` prints, or the "
                     "name of a file that holds it"};
  }
  if (!read) return std::move(read).error();
  std::string text = std::move(*read);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  key = ParseVerifierKey(text);
  if (!key) return std::move(key).error().Within(key_or_file);
  return key;
}

Result<VerifierKey> Session::TrustedKey(const std::string& given) const {
  if (!given.empty()) {
    SINETTI_ASSIGN(VerifierKey key, ReadVerifierKey(given));
    SINETTI_TRY(RequireKeyType(key, KeyType::kNote));
    return key;
  }
  return OwnKey();
}

ViewsFile Session::Views(const Ledger& ledger) const {
  return ViewsFile(ledger_dir(), ledger.info().origin, AllViews(),
                   [](Database& views) -> Result<void> {
                     auto stored = StoreAudit(views, AllControls());
                     if (!stored) return std::move(stored).error().Within("audit");
                     return {};
                   });
}

std::string UnknownType(const TypeRegistry& registry, const std::string& type) {
  std::string near;
  for (const std::string_view name : registry.Nearest(type)) {
    near += (near.empty() ? "; did you mean `" : "` or `") + std::string(name);
  }
  return "there is no event type " + Quoted(type) + (near.empty() ? "" : near + "`?") +
         "; `sinetti types` lists them";
}

Result<Timestamp> ParseMoment(const std::string& text) {
  if (auto day = ParseDate(text); day) return StartOfDayInHelsinki(*day);
  auto moment = ParseTimestamp(text);
  if (!moment) {
    return Error{ErrorCode::kInvalid, "\"" + text + "\" is no day (2026-03-01) and no moment " +
                                          "(2026-03-01T12:00:00Z)"};
  }
  return moment;
}

}  // namespace sinetti
