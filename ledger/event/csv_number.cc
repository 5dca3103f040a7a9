#include "ledger/event/csv_number.h"

#include <algorithm>

#include "ledger/event/decimal.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

constexpr int kDecimalsMax = 18;
constexpr std::string_view kSpaces[] = {" ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89"};
constexpr std::string_view kMinus = "\xe2\x88\x92";

bool IsNumber(std::string_view text) {
  return ParseDecimal(text, kDecimalsMax).error != DecimalError::kSyntax;
}

// Takes a space of any kind off the front.
bool TakeSpace(std::string_view& text) {
  for (const std::string_view space : kSpaces) {
    if (!text.starts_with(space)) continue;
    text.remove_prefix(space.size());
    return true;
  }
  return false;
}

std::string_view TakeDigits(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// "-1 234,50" to "-1234.50"; nullopt when it is not written like that.
std::optional<std::string> Unprinted(std::string_view text, char decimal) {
  std::string number;
  if (text.starts_with(kMinus) || text.starts_with('-')) {
    text.remove_prefix(text[0] == '-' ? 1 : kMinus.size());
    number = "-";
  }
  const std::string_view first = TakeDigits(text);
  number += first;
  while (TakeSpace(text)) {
    const std::string_view group = TakeDigits(text);
    if (first.size() > 3 || group.size() != 3) return std::nullopt;
    number += group;
  }
  if (!text.empty() && text[0] == decimal) {
    text.remove_prefix(1);
    number += '.';
    number += TakeDigits(text);
  }
  if (!text.empty() || !IsNumber(number)) return std::nullopt;
  return number;
}

}  // namespace

Result<std::string> ReadTableNumber(std::string_view text, std::optional<char> decimal) {
  if (!decimal) {
    if (IsNumber(text)) return std::string(text);
    std::string problem = "expected a number with a decimal point, found " + Shown(text);
    for (const char mark : {',', '.'}) {
      if (!Unprinted(text, mark)) continue;
      problem += std::string("; when the table is written so, say `\"$decimal\": \"") + mark +
                 "\"` at the top of the mapping or beside `$number`";
      break;
    }
    return Error{ErrorCode::kInvalid, problem};
  }
  if (auto number = Unprinted(text, *decimal)) return *std::move(number);
  return Error{ErrorCode::kInvalid,
               std::string("expected a number with a decimal ") +
                   (*decimal == ',' ? "comma" : "point") +
                   " (`$decimal`) and spaces between thousands at most, found " + Shown(text)};
}

}  // namespace sinetti
