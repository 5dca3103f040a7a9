#include "replay/search/search_words.h"

namespace sinetti {
namespace {

constexpr std::string_view kDiaeresis = "\xCC\x88";
constexpr std::string_view kRing = "\xCC\x8A";

// Empty: the two do not make one of the letters.
std::string_view Letter(char base, std::string_view mark) {
  if (mark == kDiaeresis) {
    switch (base) {
      case 'a': return "ä";
      case 'A': return "Ä";
      case 'o': return "ö";
      case 'O': return "Ö";
      default: return {};
    }
  }
  if (mark == kRing && base == 'a') return "å";
  if (mark == kRing && base == 'A') return "Å";
  return {};
}

}  // namespace

std::string Composed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view letter = Letter(text[i], text.substr(i + 1, 2));
    if (letter.empty()) {
      out += text[i];
    } else {
      out += letter;
      i += 2;
    }
  }
  return out;
}

}  // namespace sinetti
