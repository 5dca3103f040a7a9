// Values as people write them.  Finnish and Swedish: non-breaking space between thousands, decimal
// comma, d.m.yyyy; English: comma and point, ISO days.
#include <algorithm>
#include <cstdio>

#include "replay/render/render.h"

namespace sinetti {
namespace {

constexpr const char* kSpace = "\u00a0";
constexpr const char* kMinus = "\u2212";

// `digits` of the absolute value with thousands grouped.
std::string Grouped(std::uint64_t value, Language language) {
  const std::string digits = std::to_string(value);
  const std::string separator = language == Language::kEnglish ? "," : kSpace;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

// value / 10^scale; at least `least` decimals, trailing zeros beyond them dropped.
std::string Decimal(std::int64_t value, int scale, int least, Language language) {
  const std::uint64_t magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::uint64_t unit = 1;
  for (int i = 0; i < scale; ++i) unit *= 10;
  std::string fraction = std::to_string(magnitude % unit + unit).substr(1);
  while (static_cast<int>(fraction.size()) > least && !fraction.empty() && fraction.back() == '0') {
    fraction.pop_back();
  }
  std::string out = value < 0 ? kMinus : "";
  out += Grouped(magnitude / unit, language);
  if (!fraction.empty()) out += (language == Language::kEnglish ? "." : ",") + fraction;
  return out;
}

// A bar of eight heights for each count; none stands on the line.
std::string Sparkline(const Trend& trend) {
  static constexpr const char* kBars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::int64_t highest = 1;
  for (const std::int64_t count : trend.counts) highest = std::max(highest, count);
  std::string out;
  for (const std::int64_t count : trend.counts) {
    const std::int64_t height = count <= 0 ? 0 : std::max<std::int64_t>(1, count * 7 / highest);
    out += kBars[height];
  }
  return out;
}

struct CellFormatter {
  Language language;

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Words& words) const { return words.In(language); }
  std::string operator()(std::int64_t value) const { return FormatInteger(value, language); }
  std::string operator()(Cents value) const { return FormatMoney(value, language); }
  std::string operator()(Thousandths value) const { return FormatThousandths(value, language); }
  std::string operator()(Percent value) const { return FormatPercent(value, language); }
  std::string operator()(Date value) const { return FormatDay(value, language); }
  std::string operator()(const Trend& trend) const { return Sparkline(trend); }
};

}  // namespace

std::string FormatInteger(std::int64_t value, Language language) {
  return Decimal(value, 0, 0, language);
}

std::string FormatMoney(Cents amount, Language language) {
  const std::string number = Decimal(amount.value, 2, 2, language);
  return language == Language::kEnglish ? "€" + number : number + kSpace + "€";
}

std::string FormatThousandths(Thousandths value, Language language) {
  return Decimal(value.value, 3, 0, language);
}

std::string FormatPercent(Percent value, Language language) {
  const std::string number = Decimal(value.value, 3, 0, language);
  return language == Language::kEnglish ? number + "%" : number + kSpace + "%";
}

std::string FormatDay(Date date, Language language) {
  if (language == Language::kEnglish) return FormatDate(date);
  const CivilDay civil = CivilOf(date);
  return std::to_string(civil.day) + "." + std::to_string(civil.month) + "." +
         std::to_string(civil.year);
}

std::string FormatMoment(Timestamp time, Language language) {
  if (language == Language::kEnglish) return FormatTimestamp(time);
  const std::int64_t local = time.micros / 1'000'000 + HelsinkiOffsetSeconds(time);
  const std::int64_t second_of_day = (local % 86'400 + 86'400) % 86'400;
  char clock[16];
  std::snprintf(clock, sizeof clock, "%d.%02d.%02d", static_cast<int>(second_of_day / 3'600),
                static_cast<int>(second_of_day / 60 % 60), static_cast<int>(second_of_day % 60));
  return FormatDay(DayInHelsinki(time), language) +
         (language == Language::kFinnish ? " klo " : " kl. ") + clock;
}

std::string FormatCell(const CellValue& value, Language language) {
  return std::visit(CellFormatter{language}, value);
}

}  // namespace sinetti
