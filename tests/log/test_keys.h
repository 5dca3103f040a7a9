// Signing keys for tests, from fixed seeds.
#pragma once

#include "ledger/crypto/signer.h"

namespace sinetti::testing_support {

inline FileSigner TestSigner(std::uint8_t seed = 7, std::string name = "ledger.example/test") {
  const std::array<std::uint8_t, 32> bytes{seed};
  auto secret = Secret::From(bytes);
  SINETTI_CHECK(secret.has_value());
  auto signer = FileSigner::FromSeed(std::move(name), *secret);
  SINETTI_CHECK(signer.has_value());
  return *std::move(signer);
}

}  // namespace sinetti::testing_support
