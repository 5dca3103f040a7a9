#include "ledger/event/stated_value.h"

namespace sinetti {
namespace {

constexpr int kMoneyDecimals = 2;
constexpr int kNumberDecimals = 3;

}  // namespace

const char* StatedKindName(StatedValue::Kind kind) {
  switch (kind) {
    case StatedValue::Kind::kMoney: return "money";
    case StatedValue::Kind::kQuantity: return "quantity";
    case StatedValue::Kind::kShare: return "share";
    case StatedValue::Kind::kWhen: return "when";
  }
  return "";
}

const char* StatedStateName(StatedValue::State state) {
  switch (state) {
    case StatedValue::State::kGiven: return "given";
    case StatedValue::State::kMissing: return "missing";
    case StatedValue::State::kGarbled: return "garbled";
  }
  return "";
}

std::string DecimalText(std::int64_t value, int decimals, bool trim) {
  const bool negative = value < 0;
  // Through unsigned, so that the smallest number has an absolute value too.
  std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(value) : value;
  std::string digits = std::to_string(rest);
  if (digits.size() <= static_cast<std::size_t>(decimals))
    digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string text = digits.substr(0, digits.size() - decimals);
  std::string fraction = digits.substr(digits.size() - decimals);
  while (trim && !fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (!fraction.empty()) text += "." + fraction;
  return (negative ? "-" : "") + text;
}

std::string DisplayStated(const StatedValue& value) {
  if (value.state == StatedValue::State::kMissing) return "?";
  if (value.state == StatedValue::State::kGarbled) return std::string(value.raw);
  if (value.kind == StatedValue::Kind::kWhen) return std::string(value.date);
  const bool money = value.kind == StatedValue::Kind::kMoney;
  const int decimals = money ? kMoneyDecimals : kNumberDecimals;
  std::string text;
  if (value.bound == "lt") text = "< ";
  if (value.bound == "gt") text = "> ";
  if (value.bound == "le") text = "≤ ";
  if (value.bound == "ge") text = "≥ ";
  if (value.bound == "approx") text = "~ ";
  if (value.bound == "mean") text = "⌀ ";
  text += DecimalText(value.low.value_or(0), decimals, !money);
  if (value.low != value.high) text += "–" + DecimalText(value.high.value_or(0), decimals, !money);
  if (value.kind == StatedValue::Kind::kShare) return text + " %";
  if (!value.unit.empty()) text += " " + std::string(value.unit);
  return text;
}

}  // namespace sinetti
