// JSON numbers to integers without a detour through binary floating point: 89.14 with two decimals
// is 8914, exactly, or an error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinetti {

enum class DecimalError { kNone, kSyntax, kTooManyDecimals, kOutOfRange };

// A sign and a magnitude, so that both Int64 and UInt64 fit.
struct ScaledDecimal {
  DecimalError error = DecimalError::kNone;
  bool negative = false;
  std::uint64_t magnitude = 0;  // |value| x 10^decimals
};

// `text` is a JSON number (RFC 8259, section 6), exponent included.  kTooManyDecimals: the value is
// not a whole multiple of 10^-decimals (zeros at the end don't count).
ScaledDecimal ParseDecimal(std::string_view text, unsigned decimals);

// The shortest JSON number for value x 10^-decimals: 8910 with two decimals is 89.1.
std::string FormatDecimal(std::int64_t value, unsigned decimals);

}  // namespace sinetti
