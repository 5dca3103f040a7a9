// scrypt (RFC 7914): a key from a passphrase, at a price in memory and time that whoever guesses
// pays for each guess.  Protects key files (docs/format/key-file.md).
#pragma once

#include <cstdint>
#include <span>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace sinetti {

// The memory that one derivation may take, whatever a file asks for.
inline constexpr std::uint64_t kScryptMemoryMax = std::uint64_t{256} << 20;

struct ScryptCost {
  std::uint32_t log2_n = 17;  // 128 · 2^log2_n · r bytes of memory: 128 MiB
  std::uint32_t r = 8;
  std::uint32_t p = 1;  // how often

  friend bool operator==(const ScryptCost&, const ScryptCost&) = default;
};

// kInvalid unless 1 <= log2_n <= 24, 1 <= r <= 32, 1 <= p <= 16 and the memory is within
// kScryptMemoryMax.  No memory is asked for before this holds.
Result<void> CheckScryptCost(const ScryptCost& cost);

// Fills `out`.  kInvalid as CheckScryptCost; kEnvironment when the memory is not to be had.
Result<void> Scrypt(ByteView passphrase, ByteView salt, const ScryptCost& cost,
                    std::span<std::uint8_t> out);

}  // namespace sinetti
