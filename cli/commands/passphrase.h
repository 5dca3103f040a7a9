// Where passphrases come from: a file, a variable of the environment, or the terminal without echo;
// never the command line, which every process of the machine can read.
#pragma once

#include <optional>
#include <string>

#include "cli/args/arguments.h"
#include "ledger/crypto/key_file.h"

namespace sinetti {

// `file`, when one is named; else SINETTI_PASSPHRASE; else asked.
AskSecret AskPassphrase(const std::string& file);
// Of an actor's key: the file named there; else SINETTI_ACTOR_PASSPHRASE; else asked.
AskSecret AskActorPassphrase(const SigningArguments& signing);

// `file`, when one is named; else the variable; else asked.
AskSecret AskSecretFrom(const std::string& file, const char* variable);

// Of the vault key: the file named for it; else SINETTI_VAULT_PASSPHRASE; else as the signing key.
struct PassphraseSource {
  std::string file;      // may be empty
  const char* variable;  // of the environment
  bool is_own;           // not that of the signing key
};
PassphraseSource VaultPassphrase(const GlobalArguments& global);

// A new passphrase, asked for twice on a terminal.  kInvalid: shorter than 12 bytes, longer than
// 1024, or with a control character.
Result<KeyProtection> AskNewProtection(const std::string& file, const char* variable);

// Nothing unless `encrypt`.
Result<std::optional<KeyProtection>> NewProtection(bool encrypt, const std::string& file);
inline const KeyProtection* ProtectionOrNone(const std::optional<KeyProtection>& protection) {
  return protection ? &*protection : nullptr;
}

}  // namespace sinetti
