// A secret of 32 bytes under a passphrase: scrypt makes a key of the passphrase, AES-256-GCM seals
// the secret with everything above it as associated data.  The last two lines of every file of
// docs/format/key-file.md, "Under a passphrase".
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/crypto/aes_gcm.h"
#include "ledger/crypto/scrypt.h"
#include "ledger/crypto/secret.h"
#include "ledger/crypto/secret_text.h"

namespace sinetti {

inline constexpr std::size_t kPassphraseBytesMax = 1024;

using ScryptSalt = std::array<std::uint8_t, 16>;

struct SealedSecret {
  ScryptCost cost;
  ScryptSalt salt{};
  AesGcmNonce nonce{};
  Bytes sealed;  // secret and tag
};

// `head` are the lines above, each with its newline.  Salt and nonce are used once.
Result<SealedSecret> SealSecret(std::string_view head, const Secret& secret,
                                const SecretText& passphrase, const ScryptCost& cost,
                                const ScryptSalt& salt, const AesGcmNonce& nonce);
// With new random salt and nonce.
Result<SealedSecret> SealSecret(std::string_view head, const Secret& secret,
                                const SecretText& passphrase, const ScryptCost& cost);

// The head, and the two lines.
std::string FormatSealedSecret(std::string_view head, const SealedSecret& sealed);

// The two lines.  kInvalid unless they are what FormatSealedSecret writes and the cost is within
// its bounds; no error text holds anything of them.
Result<SealedSecret> ParseSealedSecret(std::string_view lines);

// kCorrupt: another passphrase, or a changed head or text; nothing tells which.
Result<Secret> OpenSealedSecret(std::string_view head, const SealedSecret& sealed,
                                const SecretText& passphrase);

// The line that begins with `word`, without word and newline; taken off the beginning of `text`.
std::optional<std::string_view> TakeWordLine(std::string_view& text, std::string_view word);

}  // namespace sinetti
