#include "ledger/event/legal_basis.h"

#include <algorithm>
#include <string>

#include "ledger/base/quote.h"

namespace sinetti {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Takes a number without leading zeros of at most `digits_max` digits off the front.
bool TakeNumber(std::string_view& text, std::size_t digits_max) {
  std::size_t size = 0;
  while (size < text.size() && IsDigit(text[size])) ++size;
  if (size == 0 || size > digits_max || text[0] == '0') return false;
  text.remove_prefix(size);
  return true;
}

// 6, 12.3
bool IsNumbered(std::string_view text) {
  if (!TakeNumber(text, 4)) return false;
  if (text.empty()) return true;
  if (text[0] != '.') return false;
  text.remove_prefix(1);
  return TakeNumber(text, 4) && text.empty();
}

// 39, 14 a, 14_a, 49c, 1.6
bool IsSection(std::string_view text) {
  if (!text.empty() && text.back() >= 'a' && text.back() <= 'z') {
    text.remove_suffix(1);
    if (!text.empty() && (text.back() == ' ' || text.back() == '_')) text.remove_suffix(1);
  }
  return IsNumbered(text);
}

// Cuts `text` at the last `mark` and returns what stood behind it.
std::optional<std::string_view> TakeTail(std::string_view& text, char mark) {
  const std::size_t at = text.rfind(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view tail = text.substr(at + 1);
  text = text.substr(0, at);
  return tail;
}

// A bill has no number yet; a draft may name it by a word: sote-lakipaketti-2016
bool IsBillName(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || IsDigit(c) || c == '-'; };
  return !text.empty() && text.size() <= 64 && text[0] >= 'a' && text[0] <= 'z' &&
         std::all_of(text.begin(), text.end(), allowed);
}

Error Bad(std::string_view text, const std::string& why) {
  return Error{ErrorCode::kInvalid, "legal basis " + Quoted(text) + ": " + why};
}

}  // namespace

Result<void> CheckAct(std::string_view text) {
  std::string_view rest = text;
  const bool number = TakeNumber(rest, 5) && !rest.empty() && rest[0] == '/';
  if (number) rest.remove_prefix(1);
  const bool year = number && rest.size() == 4 && rest >= std::string_view("1700") &&
                    rest <= std::string_view("2199") && TakeNumber(rest, 4) && rest.empty();
  if (year) return {};
  return Error{ErrorCode::kInvalid,
               "act " + Quoted(text) + " is not number/year, such as 741/2023"};
}

Result<LegalBasisText> ParseLegalBasis(std::string_view text) {
  LegalBasisText basis;
  std::string_view rest = text;
  if (const auto status = TakeTail(rest, '#')) {
    if (*status == "draft") {
      basis.status = LegalBasisText::Status::kDraft;
    } else if (*status == "repealed") {
      basis.status = LegalBasisText::Status::kRepealed;
    } else {
      return Bad(text, "after # stands draft or repealed, here is " + Quoted(*status));
    }
  }
  if (const auto as_of = TakeTail(rest, '@')) {
    Result<Date> day = ParseDate(*as_of);
    if (!day) return Bad(text, "after @ stands a day: " + day.error().message);
    basis.as_of = *day;
  }
  const std::size_t first = rest.find(':');
  basis.act = rest.substr(0, first);
  const bool bill = basis.status == LegalBasisText::Status::kDraft && IsBillName(basis.act);
  if (Result<void> act = CheckAct(basis.act); !bill && !act) return Bad(text, act.error().message);
  if (first == std::string_view::npos) return basis;

  rest.remove_prefix(first + 1);
  const std::size_t second = rest.find(':');
  basis.section = rest.substr(0, second);
  if (!IsSection(basis.section))
    return Bad(text, "a section is a number with or without a letter (39, 14 a), here is " +
                         Quoted(basis.section));
  if (second == std::string_view::npos) return basis;
  basis.moment = rest.substr(second + 1);
  if (!IsNumbered(basis.moment))
    return Bad(text, "a moment is a number, here is " + Quoted(basis.moment));
  return basis;
}

std::string LegalBasesInWords(std::string_view bases) {
  std::string words;
  for (std::size_t start = 0; start < bases.size();) {
    const std::size_t end = std::min(bases.find(' ', start), bases.size());
    const auto basis = ParseLegalBasis(bases.substr(start, end - start));
    start = end + 1;
    if (!basis) continue;
    if (!words.empty()) words += " and ";
    words += basis->act;
    if (!basis->section.empty()) words += " section " + std::string(basis->section);
    if (!basis->moment.empty()) words += " subsection " + std::string(basis->moment);
  }
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace sinetti
