// Strict readers for one line each.
#include "ledger/log/text_lines.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace sinetti {

Result<std::uint64_t> ParseDecimal(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool one_text =
      text == "0" || (!text.empty() && text.front() >= '1' && text.front() <= '9');
  if (!one_text || error != std::errc() || end != text.data() + text.size() || value > kTreeSizeMax)
    return Error{ErrorCode::kInvalid,
                 Quoted(text) + " is no decimal number from 0 to 2^63 - 1 without leading zeros"};
  return value;
}

Result<Hash> ParseBase64Hash(std::string_view text) {
  auto bytes = Base64Decode(text);
  if (!bytes)
    return Error{ErrorCode::kInvalid,
                 Quoted(text) + " is no hash: " + std::move(bytes).error().message};
  return Hash::From(*bytes);
}

Result<std::string_view> TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == text.npos)
    return Error{ErrorCode::kInvalid, text.empty() ? std::string("the text ends too early")
                                                   : "no newline after " + Quoted(text)};
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<std::string_view> ValueAfter(std::string_view line, std::string_view word) {
  if (!line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ')
    return std::nullopt;
  return line.substr(word.size() + 1);
}

Result<std::string_view> TakeValue(std::string_view& text, std::string_view word) {
  SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
  if (const auto value = ValueAfter(line, word)) return *value;
  return Error{ErrorCode::kInvalid,
               "expected a line '" + std::string(word) + " ...', here is " + Quoted(line)};
}

std::string_view TakeWord(std::string_view& text) {
  const std::size_t space = text.find(' ');
  const std::string_view word = text.substr(0, space);
  text.remove_prefix(space == text.npos ? text.size() : space + 1);
  return word;
}

Result<std::vector<Hash>> TakeHashes(std::string_view& text, std::size_t max) {
  std::vector<Hash> hashes;
  while (true) {
    SINETTI_ASSIGN(const std::string_view line, TakeLine(text));
    if (line.empty()) return hashes;
    if (hashes.size() == max)
      return Error{ErrorCode::kInvalid,
                   "more than " + std::to_string(max) + " hashes, which no proof needs"};
    SINETTI_ASSIGN(const Hash hash, ParseBase64Hash(line));
    hashes.push_back(hash);
  }
}

std::string Quoted(std::string_view text) {
  constexpr std::size_t kShown = 80;
  std::string quoted =
      "'" + std::string(text.substr(0, kShown)) + (text.size() > kShown ? "...'" : "'");
  std::replace_if(
      quoted.begin(), quoted.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }, '?');
  return quoted;
}

}  // namespace sinetti
