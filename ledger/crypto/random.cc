// The one place that asks OpenSSL for randomness.
#include "ledger/crypto/random.h"

#include <openssl/rand.h>

#include <climits>

namespace sinetti {

Result<void> RandomBytes(std::span<std::uint8_t> out) {
  SINETTI_CHECK(out.size() <= INT_MAX);
  if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
    return Error{ErrorCode::kEnvironment,
                 "the random generator of the system gives no bytes; is /dev/urandom there?"};
  return {};
}

}  // namespace sinetti
