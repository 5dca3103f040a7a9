// See base85.h.
#include "ledger/base/base85.h"

#include <array>

namespace sinetti {
namespace {

constexpr std::string_view kAlphabet =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
static_assert(kAlphabet.size() == 85);

constexpr std::array<std::int8_t, 256> Digits() {
  std::array<std::int8_t, 256> digits{};
  for (std::int8_t& digit : digits) digit = -1;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i)
    digits[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
  return digits;
}
constexpr std::array<std::int8_t, 256> kDigits = Digits();

}  // namespace

std::string Base85Encode(ByteView bytes) {
  SINETTI_CHECK(bytes.size() % 4 == 0);
  std::string text(bytes.size() / 4 * 5, ' ');
  for (std::size_t i = 0; i < bytes.size() / 4; ++i) {
    std::uint32_t value = 0;
    for (std::size_t k = 0; k < 4; ++k) value = value << 8 | bytes[4 * i + k];
    for (std::size_t k = 5; k-- > 0; value /= 85) text[5 * i + k] = kAlphabet[value % 85];
  }
  return text;
}

Result<Bytes> Base85Decode(std::string_view text) {
  if (text.size() % 5 != 0)
    return Error{ErrorCode::kInvalid, "base 85 has characters in groups of five, here are " +
                                          std::to_string(text.size())};
  Bytes bytes(text.size() / 5 * 4);
  for (std::size_t i = 0; i < text.size() / 5; ++i) {
    std::uint64_t value = 0;
    for (std::size_t k = 0; k < 5; ++k) {
      const std::int8_t digit = kDigits[static_cast<unsigned char>(text[5 * i + k])];
      if (digit < 0)
        return Error{ErrorCode::kInvalid,
                     "character " + std::to_string(5 * i + k + 1) + " is not one of base 85"};
      value = value * 85 + static_cast<std::uint64_t>(digit);
    }
    if (value > UINT32_MAX)
      return Error{ErrorCode::kInvalid, "the group of base 85 at character " +
                                            std::to_string(5 * i + 1) +
                                            " is larger than four bytes"};
    for (std::size_t k = 4; k-- > 0; value >>= 8)
      bytes[4 * i + k] = static_cast<std::uint8_t>(value);
  }
  return bytes;
}

}  // namespace sinetti
