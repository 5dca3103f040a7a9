// Digits are collected as they stand; the exponent moves the point, nothing is rounded.
#include "ledger/event/decimal.h"

#include <algorithm>

namespace sinetti {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The parts of a JSON number, checked against its grammar.
struct Parts {
  bool valid = false;
  bool negative = false;
  std::string_view whole, fraction;
  std::int64_t exponent = 0;
};

Parts Split(std::string_view text) {
  Parts parts;
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t start = at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    return text.substr(start, at - start);
  };
  if (at < text.size() && text[at] == '-') parts.negative = true, ++at;
  parts.whole = digits();
  if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole[0] == '0')) return parts;
  if (at < text.size() && text[at] == '.') {
    ++at;
    parts.fraction = digits();
    if (parts.fraction.empty()) return parts;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool minus = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) minus = text[at++] == '-';
    const std::string_view exponent = digits();
    if (exponent.empty()) return parts;
    for (const char c : exponent)  // beyond any number of digits, so no need to count on
      parts.exponent = std::min<std::int64_t>(parts.exponent * 10 + (c - '0'), 1'000'000'000);
    if (minus) parts.exponent = -parts.exponent;
  }
  parts.valid = at == text.size();
  return parts;
}

bool AppendDigit(std::uint64_t* magnitude, unsigned digit) {
  return !__builtin_mul_overflow(*magnitude, std::uint64_t{10}, magnitude) &&
         !__builtin_add_overflow(*magnitude, std::uint64_t{digit}, magnitude);
}

}  // namespace

ScaledDecimal ParseDecimal(std::string_view text, unsigned decimals) {
  const Parts parts = Split(text);
  if (!parts.valid) return {DecimalError::kSyntax};
  ScaledDecimal result;
  result.negative = parts.negative;
  // Digits before the point of value x 10^decimals; those behind it must be zero.
  const std::int64_t keep =
      static_cast<std::int64_t>(parts.whole.size()) + parts.exponent + decimals;
  const std::int64_t given = static_cast<std::int64_t>(parts.whole.size() + parts.fraction.size());
  const auto digit = [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    return static_cast<unsigned>(
        (at < parts.whole.size() ? parts.whole[at] : parts.fraction[at - parts.whole.size()]) -
        '0');
  };
  for (std::int64_t i = std::max<std::int64_t>(keep, 0); i < given; ++i)
    if (digit(i) != 0) return {DecimalError::kTooManyDecimals};
  for (std::int64_t i = 0; i < std::min(keep, given); ++i)
    if (!AppendDigit(&result.magnitude, digit(i))) return {DecimalError::kOutOfRange};
  if (result.magnitude != 0)
    for (std::int64_t i = given; i < keep; ++i)
      if (!AppendDigit(&result.magnitude, 0)) return {DecimalError::kOutOfRange};
  return result;
}

std::string FormatDecimal(std::int64_t value, unsigned decimals) {
  std::uint64_t magnitude = static_cast<std::uint64_t>(value);
  if (value < 0) magnitude = 0 - magnitude;
  std::string digits = std::to_string(magnitude);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - decimals);
  digits.resize(digits.size() - decimals);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (!fraction.empty()) digits += '.' + fraction;
  return value < 0 ? '-' + digits : digits;
}

}  // namespace sinetti
