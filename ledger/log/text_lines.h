// The line forms that checkpoints and proof files share: decimal numbers, base64 hashes, and a word
// before its value.  Each value has one text, so that no changed byte goes unnoticed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/base/hash.h"

namespace sinetti {

// C2SP logs stay within the positive 64-bit signed integers.
inline constexpr std::uint64_t kTreeSizeMax = (std::uint64_t{1} << 63) - 1;
// More hashes than any inclusion or consistency proof in such a log has.
inline constexpr std::size_t kProofHashesMax = 128;

// 0 to kTreeSizeMax in ASCII digits without a leading zero.
Result<std::uint64_t> ParseDecimal(std::string_view text);

// The base64 of 32 bytes: 44 characters.
Result<Hash> ParseBase64Hash(std::string_view text);

// Takes the first line, without its newline, from `text`.  kInvalid when no newline is left.
Result<std::string_view> TakeLine(std::string_view& text);

// What follows `word` and a space in a line; nullopt when it begins otherwise, or nothing follows.
std::optional<std::string_view> ValueAfter(std::string_view line, std::string_view word);

// Takes a line that begins with `word` and a space, and gives what follows.  kInvalid for another.
Result<std::string_view> TakeValue(std::string_view& text, std::string_view word);

// Takes what stands before the first space, and the space; all when there is none.
std::string_view TakeWord(std::string_view& text);

// Takes lines of base64 hashes and the empty line behind them.  kInvalid for more than `max`.
Result<std::vector<Hash>> TakeHashes(std::string_view& text, std::size_t max = kProofHashesMax);

// Input for an error message: quoted, cut to 80 bytes, without control characters.
std::string Quoted(std::string_view text);

}  // namespace sinetti
