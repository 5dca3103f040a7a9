// A private signing key under a passphrase, as a text: its public half, and the seed sealed
// (ledger/crypto/sealed_secret.h).  Implements docs/format/key-file.md, "Under a passphrase".
#pragma once

#include <string>
#include <string_view>

#include "ledger/crypto/sealed_secret.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

inline constexpr std::string_view kEncryptedKeyHeader = "sinetti.fi/encrypted-key@v1\n";

struct EncryptedKey {
  VerifierKey key;  // the public half; vouched for only when the seed was opened
  SealedSecret seed;
};

// `key` is the public half of `seed`.  Salt and nonce are used once.
Result<EncryptedKey> EncryptKey(const VerifierKey& key, const Secret& seed,
                                const SecretText& passphrase, const ScryptCost& cost,
                                const ScryptSalt& salt, const AesGcmNonce& nonce);
// With new random salt and nonce.
Result<EncryptedKey> EncryptKey(const VerifierKey& key, const Secret& seed,
                                const SecretText& passphrase, const ScryptCost& cost = {});

std::string FormatEncryptedKey(const EncryptedKey& key);

// kInvalid unless `text` is what FormatEncryptedKey writes and the cost is within its bounds; no
// error text holds anything of it.
Result<EncryptedKey> ParseEncryptedKey(std::string_view text);

// The seed.  kCorrupt: another passphrase, or a changed text; nothing tells which.
Result<Secret> DecryptKey(const EncryptedKey& key, const SecretText& passphrase);

}  // namespace sinetti
