// AES-256-GCM (NIST SP 800-38D), which seals fields and wraps keys (docs/format/sealing.md).
#pragma once

#include <array>
#include <cstdint>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"
#include "ledger/crypto/secret.h"

namespace sinetti {

inline constexpr std::size_t kAesGcmTagBytes = 16;
inline constexpr std::size_t kAesGcmBytesMax = std::size_t{1} << 30;

// Never twice with the same key: a repeated nonce gives away both plaintexts and the power to
// forge. 12 random bytes (RandomBytes) are safe for 2^32 messages under one key (SP 800-38D, 8.3).
using AesGcmNonce = std::array<std::uint8_t, 12>;

// Ciphertext, as long as `plaintext`, followed by the 16-byte tag, which also covers `associated`.
// Both inputs are at most kAesGcmBytesMax long.
Bytes AesGcmSeal(const Secret& key, const AesGcmNonce& nonce, ByteView plaintext,
                 ByteView associated);

// The plaintext.  kCorrupt when key, nonce, associated data or sealed bytes are not those of the
// sealing (nothing tells which); kInvalid when `sealed` is too short or too long to be sealed
// bytes.
Result<Bytes> AesGcmOpen(const Secret& key, const AesGcmNonce& nonce, ByteView sealed,
                         ByteView associated);

}  // namespace sinetti
