// Random bytes for keys, salts and nonces.
#pragma once

#include <cstdint>
#include <span>

#include "ledger/base/result.h"

namespace sinetti {

// Fills `out` from OpenSSL's generator, which the operating system seeds.  Any thread may call it.
// kEnvironment when the generator can't be seeded: the bytes are then not to be used.
Result<void> RandomBytes(std::span<std::uint8_t> out);

}  // namespace sinetti
