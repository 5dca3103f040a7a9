// Ed25519 signatures (RFC 8032), which stand under checkpoints (docs/format/checkpoint.md).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"
#include "ledger/crypto/secret.h"

namespace sinetti {

struct Ed25519PublicKey {
  std::array<std::uint8_t, 32> bytes{};

  friend auto operator<=>(const Ed25519PublicKey&, const Ed25519PublicKey&) = default;
  ByteView view() const { return bytes; }

  // kInvalid unless `view` is exactly 32 bytes.
  static Result<Ed25519PublicKey> From(ByteView view);
};

struct Ed25519Signature {
  std::array<std::uint8_t, 64> bytes{};

  friend auto operator<=>(const Ed25519Signature&, const Ed25519Signature&) = default;
  ByteView view() const { return bytes; }

  // kInvalid unless `view` is exactly 64 bytes.
  static Result<Ed25519Signature> From(ByteView view);
};

// A private key in memory.  Const members may be called from any thread.
class Ed25519KeyPair {
 public:
  // The seed is the private key of RFC 8032, 5.1.5; every 32 bytes are one.
  static Ed25519KeyPair FromSeed(const Secret& seed);

  ~Ed25519KeyPair();
  Ed25519KeyPair(Ed25519KeyPair&&) noexcept;
  Ed25519KeyPair& operator=(Ed25519KeyPair&&) noexcept;

  const Ed25519PublicKey& public_key() const;
  Ed25519Signature Sign(ByteView message) const;

 private:
  struct Impl;
  explicit Ed25519KeyPair(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

// False too for a public key that is no point of the curve.
bool Ed25519Verify(const Ed25519PublicKey& key, ByteView message,
                   const Ed25519Signature& signature);

}  // namespace sinetti
