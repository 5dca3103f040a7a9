// HMAC-SHA256 (RFC 2104), for digests of protected values that tell nothing without the key.
#pragma once

#include <initializer_list>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"

namespace sinetti {

// The parts are authenticated as if joined: where their borders matter, the caller writes lengths.
// Any key length; any thread may call it.
Hash HmacSha256(ByteView key, std::initializer_list<ByteView> parts);

// Compares in a time that depends on the lengths only.
bool EqualInConstantTime(ByteView a, ByteView b);

}  // namespace sinetti
