#include "cli/commands/session.h"

#include "cli/io/files.h"
#include "replay/controls/audit.h"
#include "replay/views/all_views.h"

namespace sinetti {

std::string Session::keys_dir() const {
  if (!global_.keys.empty()) return global_.keys;
  std::string dir = global_.ledger;
  while (dir.size() > 1 && dir.back() == '/') dir.pop_back();
  return dir + ".keys";
}

Result<std::unique_ptr<Ledger>> Session::OpenForReading() const {
  return Ledger::OpenForReading(ledger_dir());
}

Result<std::unique_ptr<Ledger>> Session::OpenForWriting() const {
  return Ledger::OpenForWriting(ledger_dir(), clock);
}

Result<FileSigner> Session::OpenSigner() const { return FileSigner::Open(signing_key_path()); }

Result<Vault> Session::OpenVault(const Ledger& ledger) const {
  return Vault::Open({.folder = keys_dir(), .origin = ledger.info().origin, .create = true});
}

Result<Vault> Session::OpenVaultForReading(const Ledger& ledger) const {
  return Vault::Open({.folder = keys_dir(), .origin = ledger.info().origin, .read_only = true});
}

Result<VerifierKey> ReadVerifierKey(const std::string& key_or_file) {
  if (auto key = ParseVerifierKey(key_or_file); key) return key;
  SINETTI_ASSIGN(std::string text, ReadWhole(key_or_file));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  auto key = ParseVerifierKey(text);
  if (!key) return std::move(key).error().Within(key_or_file);
  return key;
}

Result<VerifierKey> Session::TrustedKey(const std::string& given) const {
  if (!given.empty()) {
    SINETTI_ASSIGN(VerifierKey key, ReadVerifierKey(given));
    SINETTI_TRY(RequireKeyType(key, KeyType::kNote));
    return key;
  }
  SINETTI_ASSIGN(const FileSigner signer, OpenSigner());
  return signer.key();
}

ViewsFile Session::Views(const Ledger& ledger) const {
  return ViewsFile(ledger_dir(), ledger.info().origin, AllViews(),
                   [](Database& views) -> Result<void> {
                     auto findings = Audit(views);
                     if (!findings) return std::move(findings).error().Within("audit");
                     return {};
                   });
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
