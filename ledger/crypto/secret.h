// A 32-byte secret (key or seed) that wipes itself.  A type of its own, so that a secret is never
// printed, compared or hashed by accident.
#pragma once

#include <array>
#include <cstdint>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace sinetti {

class Secret {
 public:
  // kInvalid unless `bytes` is exactly 32 bytes.  The caller wipes its own copy (WipeBytes).
  static Result<Secret> From(ByteView bytes);

  // From the operating system's generator; kEnvironment when that fails.
  static Result<Secret> Random();

  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  ~Secret();

  ByteView view() const { return bytes_; }

 private:
  Secret() = default;

  std::array<std::uint8_t, 32> bytes_{};
};

// Overwrites memory in a way that the compiler may not leave out.
void WipeBytes(std::span<std::uint8_t> bytes);

}  // namespace sinetti
