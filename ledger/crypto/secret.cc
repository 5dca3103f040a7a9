// Wiping goes through OpenSSL, whose cleanse is never optimised away.
#include "ledger/crypto/secret.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <string>

#include "ledger/crypto/random.h"

namespace sinetti {

Result<Secret> Secret::From(ByteView bytes) {
  Secret secret;
  if (bytes.size() != secret.bytes_.size())
    return Error{ErrorCode::kInvalid,
                 "a key has 32 bytes, here are " + std::to_string(bytes.size())};
  std::copy(bytes.begin(), bytes.end(), secret.bytes_.begin());
  return secret;
}

Result<Secret> Secret::Random() {
  Secret secret;
  SINETTI_TRY(RandomBytes(secret.bytes_));
  return secret;
}

Secret::~Secret() { WipeBytes(bytes_); }

void WipeBytes(std::span<std::uint8_t> bytes) { OPENSSL_cleanse(bytes.data(), bytes.size()); }

}  // namespace sinetti
