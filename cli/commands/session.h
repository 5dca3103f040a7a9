// What every command is handed: where the ledger is, how to speak, the clock, the event types.
// Opens things on demand and nothing twice.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/args/arguments.h"
#include "cli/io/console.h"
#include "ledger/base/clock.h"
#include "ledger/crypto/signer.h"
#include "ledger/event/type_registry.h"
#include "ledger/log/ledger.h"
#include "ledger/vault/vault.h"
#include "replay/fold/operations.h"
#include "replay/fold/views.h"

namespace sinetti {

class Session {
 public:
  Session(const GlobalArguments& global, Console& speak, Clock& time, const TypeRegistry& types)
      : console(speak), clock(time), registry(types), global_(global) {}

  Console& console;
  Clock& clock;
  const TypeRegistry& registry;

  const std::string& ledger_dir() const { return global_.ledger; }
  std::string keys_dir() const;
  std::string signing_key_path() const { return keys_dir() + "/signing.key"; }

  // kNotFound says `sinetti init` as the next step.  Say so when group or others may use the folder
  // of the ledger or of the keys.
  Result<std::unique_ptr<Ledger>> OpenForReading() const;
  Result<std::unique_ptr<Ledger>> OpenForWriting() const;

  // The ledger's signing key.  Asks for its passphrase when it has one, and once.
  Result<std::shared_ptr<Signer>> OpenSigner() const;
  // The public half of the ledger's signing key; needs no passphrase.
  Result<VerifierKey> OwnKey() const;

  const std::string& passphrase_file() const { return global_.passphrase_file; }
  const GlobalArguments& global() const { return global_; }
  // Made when there is none yet, its key under `protection`.  Asks for the passphrase of the vault
  // key when it has one.
  Result<Vault> OpenVault(const Ledger& ledger,
                          std::shared_ptr<const KeyProtection> protection = {}) const;
  Result<Vault> OpenVaultForReading(const Ledger& ledger) const;

  // The ledger's name with another ending: LEDGER.keys, LEDGER.receipts.
  std::string BesideLedger(const std::string& ending) const;

  // Of an erasure that a crash stopped, says how to finish it.
  void SayUnfinished(const Vault& vault) const;

  // The key that checkpoints of this ledger are checked with: the one given, or the public half of
  // the signing key.
  Result<VerifierKey> TrustedKey(const std::string& given) const;

  ViewsFile Views(const Ledger& ledger) const;

  // Keeps what was done in the operations log; says so when it cannot, and goes on.
  template <typename Run>
  void Remember(const Run& run) {
    auto log = OperationsLog::Open(ledger_dir());
    const auto kept = log ? log->Add(run) : Result<void>(std::move(log).error());
    if (!kept) console.Say("not kept in the operations log: " + kept.error().message);
  }

 private:
  void SayOpenToOthers() const;
  AskSecret AskVaultPassphrase() const;

  const GlobalArguments& global_;
  mutable std::shared_ptr<Signer> signer_;
};

// A verifier key given as a string or as a file that holds one.
Result<VerifierKey> ReadVerifierKey(const std::string& key_or_file);

// What to say of an event type that is none: what is near, and where they are listed.
std::string UnknownType(const TypeRegistry& registry, const std::string& type);

// A day or an instant; a day means its first moment in Helsinki.
Result<Timestamp> ParseMoment(const std::string& text);

// Opens the signing key and finds it in force: before the first append of whatever signs at its
// end, so that a wrong passphrase leaves nothing recorded.
Result<void> ReadyToSign(const Session& session, const Ledger& ledger);

// Signs a checkpoint and says so; nothing when the newest one covers everything already.
Result<void> SignAndSay(Session& session, Ledger& ledger);

}  // namespace sinetti
