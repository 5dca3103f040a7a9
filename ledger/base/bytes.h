// Byte sequences and their text forms.  Views never own; the owner must outlive them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"

namespace sinetti {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView AsBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view AsText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string HexEncode(ByteView bytes);              // lower case
Result<Bytes> HexDecode(std::string_view text);     // either case; odd length is kInvalid
std::string Base64Encode(ByteView bytes);           // RFC 4648 section 4, with padding
Result<Bytes> Base64Decode(std::string_view text);  // strict: padding required, no white space,
                                                    // unused bits zero

// Integers in keys and tiles are big-endian, so that byte order is numeric order.
inline void StoreBigEndian64(std::uint64_t value, std::uint8_t* out) {
  for (int i = 7; i >= 0; --i, value >>= 8) out[i] = static_cast<std::uint8_t>(value);
}
inline std::uint64_t LoadBigEndian64(const std::uint8_t* in) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | in[i];
  return value;
}
inline void StoreLittleEndian64(std::uint64_t value, std::uint8_t* out) {
  for (int i = 0; i < 8; ++i, value >>= 8) out[i] = static_cast<std::uint8_t>(value);
}
inline std::uint64_t LoadLittleEndian64(const std::uint8_t* in) {
  std::uint64_t value = 0;
  for (int i = 7; i >= 0; --i) value = value << 8 | in[i];
  return value;
}

// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool IsUtf8(std::string_view text);

}  // namespace sinetti
