#include "ledger/event/personal_code.h"

#include <cstddef>
#include <string>

#include "ledger/base/date.h"

namespace sinetti {
namespace {

constexpr std::size_t kBirthDigits = 6;
constexpr std::string_view kCheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool IsHexDigit(char c) { return IsDigit(c) || (Upper(c) >= 'A' && Upper(c) <= 'F'); }

// Century of the separator, or 0.
int CenturyOf(char separator) {
  switch (Upper(separator)) {
    case '+': return 1800;
    case '-':
    case 'Y':
    case 'X':
    case 'W':
    case 'V':
    case 'U': return 1900;
    case 'A':
    case 'B':
    case 'C':
    case 'D':
    case 'E':
    case 'F': return 2000;
    default: return 0;
  }
}

// The separator at the beginning of `text` and its size in bytes; 0 when there is none.  U+2010 to
// U+2014 and U+2212 stand for the hyphen.
std::size_t ReadSeparator(std::string_view text, char& separator) {
  if (text.empty()) return 0;
  if (CenturyOf(text[0]) != 0) {
    separator = text[0];
    return 1;
  }
  if (text.size() < 3) return 0;
  const std::string_view three = text.substr(0, 3);
  const bool dash = three.substr(0, 2) == "\xe2\x80" && three[2] >= '\x90' && three[2] <= '\x94';
  if (!dash && three != "\xe2\x88\x92") return 0;
  separator = '-';
  return 3;
}

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// `birth` ddmmyy and `individual` are digits already.
bool IsValid(std::string_view birth, char separator, std::string_view individual, char check) {
  const int year = CenturyOf(separator) + Number(birth.substr(4, 2));
  if (!IsCalendarDay(year, Number(birth.substr(2, 2)), Number(birth.substr(0, 2)))) return false;
  const int remainder = (Number(birth) * 1000 + Number(individual)) % 31;
  return kCheckCharacters[static_cast<std::size_t>(remainder)] == Upper(check);
}

// A valid code at `begin`, where six digits stand; `end` is set behind it.
bool CodeAt(std::string_view text, std::size_t begin, char& separator, std::size_t& end) {
  const std::string_view birth = text.substr(begin, kBirthDigits);
  const std::size_t size = ReadSeparator(text.substr(begin + kBirthDigits), separator);
  const std::size_t individual = begin + kBirthDigits + size;
  if (size == 0 || text.size() < individual + 4) return false;
  for (std::size_t i = individual; i < individual + 3; ++i)
    if (!IsDigit(text[i])) return false;
  end = individual + 4;
  return IsValid(birth, separator, text.substr(individual, 3), text[end - 1]);
}

// Whether the neighbours let it be a code of its own rather than a piece of a number or a hash.
bool StandsAlone(std::string_view text, std::size_t begin, std::size_t end, char separator) {
  if (begin > 0 && IsHexDigit(text[begin - 1])) return false;
  if (end == text.size()) return true;
  const bool letter = separator != '-' && separator != '+';
  return letter ? !IsHexDigit(text[end]) : !IsDigit(text[end]);
}

}  // namespace

bool IsPersonalIdentityCode(std::string_view text) {
  if (text.size() != 11) return false;
  for (std::size_t i = 0; i < 10; ++i)
    if (i != kBirthDigits && !IsDigit(text[i])) return false;
  if (CenturyOf(text[kBirthDigits]) == 0 || Upper(text[kBirthDigits]) != text[kBirthDigits])
    return false;
  return Upper(text[10]) == text[10] &&
         IsValid(text.substr(0, kBirthDigits), text[kBirthDigits], text.substr(7, 3), text[10]);
}

bool ContainsPersonalIdentityCode(std::string_view text) {
  // Six digits in a row: look at the sixth first, then back; a byte that is no digit lets the
  // search leap past it.
  std::size_t begin = 0;
  while (begin + kBirthDigits <= text.size()) {
    std::size_t last = begin + kBirthDigits;
    while (last > begin && IsDigit(text[last - 1])) --last;
    if (last > begin) {
      begin = last;
      continue;
    }
    char separator = 0;
    std::size_t end = 0;
    if (CodeAt(text, begin, separator, end) && StandsAlone(text, begin, end, separator))
      return true;
    ++begin;
  }
  return false;
}

}  // namespace sinetti
