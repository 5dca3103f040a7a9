// vault.key: the key that wraps all others, as 32 bytes, or under a passphrase
// (docs/format/sealing.md, "Vault key under a passphrase").
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ledger/base/result.h"
#include "ledger/crypto/key_file.h"
#include "ledger/crypto/sealed_secret.h"
#include "ledger/crypto/secret.h"

namespace sinetti {

inline constexpr std::string_view kVaultKeyHeader = "sinetti.fi/encrypted-vault-key@v1\n";

struct EncryptedVaultKey {
  std::string id;  // VaultKeyId; vouched for only when the key was opened
  SealedSecret key;
};

// Salt and nonce are used once.
Result<EncryptedVaultKey> EncryptVaultKey(const Secret& key, const SecretText& passphrase,
                                          const ScryptCost& cost, const ScryptSalt& salt,
                                          const AesGcmNonce& nonce);
std::string FormatEncryptedVaultKey(const EncryptedVaultKey& key);
// kInvalid unless `text` is what FormatEncryptedVaultKey writes and the cost is within its bounds.
Result<EncryptedVaultKey> ParseEncryptedVaultKey(std::string_view text);
// kCorrupt: another passphrase, or a changed text; nothing tells which.
Result<Secret> DecryptVaultKey(const EncryptedVaultKey& key, const SecretText& passphrase);

// The key files of one vault: asks for the passphrase once, and puts the successor of a key that
// is under it under the same.  Not for two threads at a time.
class VaultKeyFiles {
 public:
  // `protection`: for a key of which there is none yet; null: in the clear.
  explicit VaultKeyFiles(AskSecret ask, const KeyProtection* protection = nullptr);

  // kEnvironment: missing, malformed, open to others, or another passphrase.
  Result<Secret> Read(const std::filesystem::path& path);

  // A new random key in a new file, synced, as the one read last.
  Result<Secret> Create(const std::filesystem::path& path);

  // For a vault without a head: new, or one whose creation a crash cut short.  A whole key is kept;
  // the beginning of one never wrapped anything.
  Result<Secret> Begin(const std::filesystem::path& path);

  // Puts another form of the same key in the place of the file, as ReplaceKeyFile does; null: in
  // the clear.  Gives its id.  Where it stands in a vault the vault is locked meanwhile.
  // kConflict: an erasure is half-way.
  Result<std::string> Replace(const std::filesystem::path& path, const KeyProtection* protection);

  // The passphrase was another one: trying again would not help.
  bool refused() const { return refused_; }

 private:
  AskSecret ask_;
  std::optional<SecretText> passphrase_;
  std::optional<ScryptCost> cost_;  // of the key read last; absent: it was in the clear
  bool refused_ = false;
};

// What a file holds, without its passphrase.  False: no vault key at all.
struct VaultKeyForm {
  bool is_vault_key = false;
  bool encrypted = false;
};
Result<VaultKeyForm> FormOfVaultKey(const std::filesystem::path& path);

}  // namespace sinetti
