// A SHA-256 value, and hash16, its first 16 bytes (docs/format/hashing.md).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <string>

#include "ledger/base/bytes.h"

namespace sinetti {

struct Hash {
  std::array<std::uint8_t, 32> bytes{};

  friend auto operator<=>(const Hash&, const Hash&) = default;
  ByteView view() const { return bytes; }
  std::string hex() const { return HexEncode(bytes); }

  // kInvalid unless `view` is exactly 32 bytes.
  static Result<Hash> From(ByteView view) {
    if (view.size() != 32)
      return Error{ErrorCode::kInvalid,
                   "a hash is 32 bytes, here are " + std::to_string(view.size())};
    Hash hash;
    std::memcpy(hash.bytes.data(), view.data(), 32);
    return hash;
  }
};

struct Hash16 {
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const Hash16&, const Hash16&) = default;
  ByteView view() const { return bytes; }

  static Hash16 Of(const Hash& hash) {
    Hash16 cut;
    std::memcpy(cut.bytes.data(), hash.bytes.data(), 16);
    return cut;
  }
};

}  // namespace sinetti
