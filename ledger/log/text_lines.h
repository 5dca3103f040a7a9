// The two line forms that checkpoints and proof files share: decimal numbers and base64 hashes.
// Each value has one text, so that no changed byte goes unnoticed.
#pragma once

#include <cstdint>
#include <string_view>

#include "ledger/base/hash.h"

namespace sinetti {

// C2SP logs stay within the positive 64-bit signed integers.
inline constexpr std::uint64_t kTreeSizeMax = (std::uint64_t{1} << 63) - 1;

// 0 to kTreeSizeMax in ASCII digits without a leading zero.
Result<std::uint64_t> ParseDecimal(std::string_view text);

// The base64 of 32 bytes: 44 characters.
Result<Hash> ParseBase64Hash(std::string_view text);

// Takes the first line, without its newline, from `text`.  kInvalid when no newline is left.
Result<std::string_view> TakeLine(std::string_view& text);

// Input for an error message: quoted, cut to 80 bytes, without control characters.
std::string Quoted(std::string_view text);

}  // namespace sinetti
