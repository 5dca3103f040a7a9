// How one value is sealed: commitment and box as docs/format/sealing.md says.  Pure but for the
// random salt and nonce, which the caller gives.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"
#include "ledger/base/result.h"
#include "ledger/crypto/aes_gcm.h"
#include "ledger/crypto/secret.h"

namespace sinetti {

using Salt = std::array<std::uint8_t, 16>;

// SHA-256(0x04, salt, value).  Whoever is handed salt and value checks a disclosure with it.
Hash SealCommitment(const Salt& salt, std::string_view value);

// HMAC-SHA256 of the value under the subject's key: stands in the digest form of a draft, so that
// the digest tells a repeated value from another one, and nothing once the key is gone.
Hash DraftCommitment(const Secret& subject_key, std::string_view value);

// Where a sealed value stands.  It is bound to the box, so that no box can be moved elsewhere.
struct SealPlace {
  std::string_view origin;  // of the ledger
  std::string_view stream;
  std::string_view path;  // in the draft: data.findings[2].note
};

// nonce (12), AES-256-GCM of (salt, length, value, zeros up to a multiple of 32), tag (16).
Bytes SealBox(const Secret& subject_key, const AesGcmNonce& nonce, const Salt& salt,
              std::string_view value, const SealPlace& place);

struct OpenedValue {
  Salt salt{};
  std::string value;
};

// kCorrupt when the box was not sealed with this key for this place, or when its content is not
// what `commitment` commits to.
Result<OpenedValue> OpenBox(const Secret& subject_key, ByteView box, const Hash& commitment,
                            const SealPlace& place);

}  // namespace sinetti
