// Text forms of bytes.  Both decoders are strict: one byte sequence has one base64 text, so that a
// changed character in a proof or a checkpoint can never mean the same bytes.
#include "ledger/base/bytes.h"

#include <array>

namespace sinetti {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";
constexpr char kBase64Digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNoDigit = 0xff;

constexpr std::array<std::uint8_t, 256> MakeBase64Values() {
  std::array<std::uint8_t, 256> values{};
  for (auto& value : values) value = kNoDigit;
  for (std::uint8_t i = 0; i < 64; ++i) values[static_cast<std::uint8_t>(kBase64Digits[i])] = i;
  return values;
}
constexpr std::array<std::uint8_t, 256> kBase64Values = MakeBase64Values();

std::uint8_t HexValue(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return kNoDigit;
}

Error BadDigit(const char* encoding, std::size_t position) {
  return Error{ErrorCode::kInvalid, std::string("not ") + encoding +
                                        ": unexpected byte at offset " + std::to_string(position)};
}

}  // namespace

std::string HexEncode(ByteView bytes) {
  std::string text(bytes.size() * 2, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text[2 * i] = kHexDigits[bytes[i] >> 4];
    text[2 * i + 1] = kHexDigits[bytes[i] & 15];
  }
  return text;
}

Result<Bytes> HexDecode(std::string_view text) {
  if (text.size() % 2 != 0)
    return Error{ErrorCode::kInvalid,
                 "hex needs two digits for each byte, here are " + std::to_string(text.size())};
  Bytes bytes(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint8_t value = HexValue(text[i]);
    if (value == kNoDigit) return BadDigit("hex", i);
    bytes[i / 2] = static_cast<std::uint8_t>(bytes[i / 2] << 4 | value);
  }
  return bytes;
}

std::string Base64Encode(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const unsigned group = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    text += kBase64Digits[group >> 18];
    text += kBase64Digits[group >> 12 & 63];
    text += kBase64Digits[group >> 6 & 63];
    text += kBase64Digits[group & 63];
  }
  if (bytes.size() - i == 1) {
    text += kBase64Digits[bytes[i] >> 2];
    text += kBase64Digits[(bytes[i] & 3) << 4];
    text += "==";
  } else if (bytes.size() - i == 2) {
    text += kBase64Digits[bytes[i] >> 2];
    text += kBase64Digits[(bytes[i] & 3) << 4 | bytes[i + 1] >> 4];
    text += kBase64Digits[(bytes[i + 1] & 15) << 2];
    text += '=';
  }
  return text;
}

Result<Bytes> Base64Decode(std::string_view text) {
  if (text.size() % 4 != 0)
    return Error{ErrorCode::kInvalid,
                 "base64 with padding has a multiple of 4 characters, here are " +
                     std::to_string(text.size())};
  std::size_t padding = 0;
  if (text.ends_with("=="))
    padding = 2;
  else if (text.ends_with('='))
    padding = 1;
  const std::size_t digits = text.size() - padding;

  Bytes bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const std::uint8_t value = kBase64Values[static_cast<std::uint8_t>(text[i])];
    if (value == kNoDigit) return BadDigit("base64", i);
    group = group << 6 | value;
    if (i % 4 != 3) continue;
    bytes.push_back(static_cast<std::uint8_t>(group >> 16));
    bytes.push_back(static_cast<std::uint8_t>(group >> 8));
    bytes.push_back(static_cast<std::uint8_t>(group));
    group = 0;
  }
  // With padding, the last group holds 12 bits (one byte) or 18 bits (two bytes).
  const std::uint32_t unused_bits = padding == 2 ? group & 15 : padding == 1 ? group & 3 : 0;
  if (unused_bits != 0)
    return Error{ErrorCode::kInvalid, "base64 with bits set after the last byte"};
  if (padding == 2) bytes.push_back(static_cast<std::uint8_t>(group >> 4));
  if (padding == 1) {
    bytes.push_back(static_cast<std::uint8_t>(group >> 10));
    bytes.push_back(static_cast<std::uint8_t>(group >> 2));
  }
  return bytes;
}

// Unicode 15, table 3-7: the first byte decides the length and the range of the second byte.
bool IsUtf8(std::string_view text) {
  const auto* at = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto* const end = at + text.size();
  while (at != end) {
    // Most text is ASCII: eight bytes at a time while it lasts.
    while (end - at >= 8 && (LoadLittleEndian64(at) & 0x8080808080808080) == 0) at += 8;
    if (at == end) break;
    const std::uint8_t first = *at++;
    if (first < 0x80) continue;
    int more = 0;
    std::uint8_t low = 0x80, high = 0xbf;
    if (first >= 0xc2 && first <= 0xdf) {
      more = 1;
    } else if (first >= 0xe0 && first <= 0xef) {
      more = 2;
      if (first == 0xe0) low = 0xa0;   // shorter form exists
      if (first == 0xed) high = 0x9f;  // surrogates
    } else if (first >= 0xf0 && first <= 0xf4) {
      more = 3;
      if (first == 0xf0) low = 0x90;   // shorter form exists
      if (first == 0xf4) high = 0x8f;  // above U+10FFFF
    } else {
      return false;
    }
    if (end - at < more) return false;
    for (; more > 0; --more, low = 0x80, high = 0xbf)
      if (const std::uint8_t next = *at++; next < low || next > high) return false;
  }
  return true;
}

}  // namespace sinetti
