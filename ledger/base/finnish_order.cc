#include "ledger/base/finnish_order.h"

#include <cstdint>

namespace sinetti {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Letters that other languages mark stand with the letter itself: é with e, ü with y as Finnish has
// it.  Of the two-byte characters that begin with 0xC3, by their second byte with case folded.
std::uint32_t LatinLetter(unsigned char second) {
  switch (second) {
    case 0xA5: return 'z' + 1;  // å
    case 0xA4:
    case 0xA6: return 'z' + 2;  // ä, æ
    case 0xB6:
    case 0xB8:
    case 0xB5: return 'z' + 3;  // ö, ø, õ
    case 0xA0:
    case 0xA1:
    case 0xA2:
    case 0xA3: return 'a';
    case 0xA7: return 'c';
    case 0xA8:
    case 0xA9:
    case 0xAA:
    case 0xAB: return 'e';
    case 0xAC:
    case 0xAD:
    case 0xAE:
    case 0xAF: return 'i';
    case 0xB0: return 'd';
    case 0xB1: return 'n';
    case 0xB2:
    case 0xB3:
    case 0xB4: return 'o';
    case 0xB9:
    case 0xBA:
    case 0xBB: return 'u';
    case 0xBC:
    case 0xBD:
    case 0xBF: return 'y';  // ü, ý, ÿ
    default: return 0;
  }
}

// The next character's place, and on past it.  Never stops, whatever the bytes.
std::uint32_t NextPlace(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first == 0xC3 && text.size() > 1) {
    auto second = static_cast<unsigned char>(text[1]);
    if (second >= 0x80 && second <= 0x9E && second != 0x97) second += 0x20;  // capitals
    if (const std::uint32_t place = LatinLetter(second); place != 0) {
      text.remove_prefix(2);
      return place;
    }
  }
  text.remove_prefix(1);
  if (first >= 'A' && first <= 'Z') return first + ('a' - 'A');
  return first < 0x80 ? first : first + 0x100u;  // behind all letters, by bytes
}

// A run of digits without its leading zeros.
std::string_view TakeNumber(std::string_view& text) {
  while (text.size() > 1 && text[0] == '0' && IsDigit(text[1])) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && IsDigit(text[size])) ++size;
  const std::string_view number = text.substr(0, size);
  text.remove_prefix(size);
  return number;
}

int Sign(int difference) { return difference < 0 ? -1 : difference > 0 ? 1 : 0; }

}  // namespace

int CompareFinnish(std::string_view a, std::string_view b) {
  std::string_view left = a;
  std::string_view right = b;
  while (!left.empty() && !right.empty()) {
    if (IsDigit(left[0]) && IsDigit(right[0])) {
      const std::string_view one = TakeNumber(left);
      const std::string_view other = TakeNumber(right);
      if (one.size() != other.size()) return one.size() < other.size() ? -1 : 1;
      if (one != other) return Sign(one.compare(other));
      continue;
    }
    const std::uint32_t one = NextPlace(left);
    const std::uint32_t other = NextPlace(right);
    if (one != other) return one < other ? -1 : 1;
  }
  if (left.empty() != right.empty()) return left.empty() ? -1 : 1;
  return Sign(a.compare(b));
}

}  // namespace sinetti
