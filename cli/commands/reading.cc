// The vault is opened by the first call for a value.
#include "cli/commands/reading.h"

#include "cli/commands/passphrase.h"

namespace sinetti {

Reading::Reading(Session& session, Ledger& ledger)
    : tools_{.ledger = ledger,
             .registry = session.registry,
             .clock = session.clock,
             .open = [this, &session, &ledger](const SealedField& field,
                                               std::string_view stream) -> Result<OpenedValue> {
               if (!vault_) {
                 SINETTI_ASSIGN(Vault vault, session.OpenVault(ledger));
                 vault_.emplace(std::move(vault));
               }
               return vault_->Open(field, stream);
             }} {}

Result<std::unique_ptr<Reading>> Reading::Begin(Session& session, Ledger& ledger,
                                                const SigningArguments& key) {
  auto reading = std::unique_ptr<Reading>(new Reading(session, ledger));
  if (!key.key_file.empty()) {
    SINETTI_ASSIGN(reading->signer_, OpenSigner(key.key_file, AskActorPassphrase(key)));
  }
  return reading;
}

}  // namespace sinetti
