#include "replay/reports/cell_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ledger/event/edtf.h"
#include "ledger/event/type_registry.h"

namespace sinetti {
namespace {

// Built from the compiled-in schemas, never changed.
const TypeRegistry& Schemas() {
  static const TypeRegistry registry = TypeRegistry::Builtin();
  return registry;
}

Words FromLabels(const Labels& labels) { return {labels.fi, labels.sv, labels.en}; }

struct BoundSign {
  std::string_view sign;
  Words words;
};

const std::array<BoundSign, 7>& BoundSigns() {
  static const std::array<BoundSign, 7> signs{
      {{"~", {"noin ", "cirka ", "about "}},
       {"<", {"alle ", "under ", "under "}},
       {">", {"yli ", "över ", "over "}},
       {"≤", {"enintään ", "högst ", "at most "}},
       {"≥", {"vähintään ", "minst ", "at least "}},
       {"ø", {"keskimäärin ", "i medeltal ", "on average "}},
       {"⌀", {"keskimäärin ", "i medeltal ", "on average "}}}};
  return signs;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsWordCharacter(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("_/:@#.-").find(c) != std::string_view::npos;
}

// Of a whole number at least of five digits, by thousands.
std::string Grouped(std::string_view digits, Language language) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && digits.size() >= 5 && (digits.size() - i) % 3 == 0) {
      out += language == Language::kEnglish ? "," : "\u00a0";
    }
    out += digits[i];
  }
  return out;
}

// One number of the views ("100500.00", "45.500") in the language's way.  Thousandths are a
// measure, not a precision; two decimals are money and stay.
std::string LocalisedNumber(std::string_view number, Language language) {
  const std::size_t point = number.find('.');
  std::string out = Grouped(number.substr(0, point), language);
  if (point == std::string_view::npos) return out;
  std::string decimals(number.substr(point + 1));
  const bool money = decimals.size() == 2;
  while (!money && !decimals.empty() && decimals.back() == '0') decimals.pop_back();
  if (!decimals.empty()) out += (language == Language::kEnglish ? "." : ",") + decimals;
  return out;
}

// Numbers that stand alone; days, versions, sections of acts and names stay as they are.
std::string Localised(std::string_view text, Language language) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && IsWordCharacter(text[end])) ++end;
    if (end == i) {
      out += text[i++];
      continue;
    }
    std::string_view word = text.substr(i, end - i);
    i = end;
    if (word.starts_with('-') && word.size() > 1) {
      out += '-';
      word.remove_prefix(1);
    }
    const bool digits_and_point = word.find_first_not_of("0123456789.") == std::string_view::npos;
    const std::size_t point = word.find('.');
    const bool number = digits_and_point && IsDigit(word.front()) && IsDigit(word.back()) &&
                        point == word.rfind('.');
    out += number ? LocalisedNumber(word, language) : std::string(word);
  }
  return out;
}

struct PeriodWord {
  std::string_view name;
  Words words;
};

const std::array<PeriodWord, 4>& Periods() {
  static const std::array<PeriodWord, 4> periods{
      {{"/week", {" viikossa", " per vecka", " a week"}},
       {"/month", {" kuukaudessa", " per månad", " a month"}},
       {"/quarter", {" neljännesvuodessa", " per kvartal", " a quarter"}},
       {"/year", {" vuodessa", " per år", " a year"}}}};
  return periods;
}

// ">4000/year" without its signs, with them said in words.
Words OneValue(std::string_view text) {
  Words before, after;
  for (const BoundSign& bound : BoundSigns()) {
    if (!text.starts_with(bound.sign)) continue;
    before = bound.words;
    text.remove_prefix(bound.sign.size());
    while (text.starts_with(' ')) text.remove_prefix(1);
    break;
  }
  for (const PeriodWord& period : Periods()) {
    if (!text.ends_with(period.name)) continue;
    after = period.words;
    text.remove_suffix(period.name.size());
    if (before.fi.empty() && !text.empty() && IsDigit(text.back())) {
      after = {" kertaa" + after.fi, " gånger" + after.sv, " times" + after.en};
    }
    break;
  }
  return {before.fi + Localised(text, Language::kFinnish) + after.fi,
          before.sv + Localised(text, Language::kSwedish) + after.sv,
          before.en + Localised(text, Language::kEnglish) + after.en};
}

Words Unreadable(std::string_view readings) {
  Words out{"epäselvä", "oklart", "unreadable"};
  bool first = true;
  while (!readings.empty()) {
    const std::size_t bar = readings.find(" | ");
    const Words reading = OneValue(readings.substr(0, bar));
    const Words joint = first ? Words{": ", ": ", ": "} : Words{" tai ", " eller ", " or "};
    out.fi += joint.fi + reading.fi;
    out.sv += joint.sv + reading.sv;
    out.en += joint.en + reading.en;
    first = false;
    readings = bar == std::string_view::npos ? std::string_view() : readings.substr(bar + 3);
  }
  return out;
}

struct TitlePart {
  Words operator()(std::monostate) const { return {}; }
  Words operator()(const std::string& text) const { return Words::Same(text); }
  Words operator()(const Words& words) const { return words; }
  Words operator()(std::int64_t value) const { return Words::Same(std::to_string(value)); }
  Words operator()(Date day) const { return Words::Same(FormatDate(day)); }
  Words operator()(const Trend& trend) const {
    std::string counts;
    for (const std::int64_t count : trend.counts)
      counts += (counts.empty() ? "" : ", ") + std::to_string(count);
    return Words::Same(counts);
  }
  template <typename Amount>
  Words operator()(Amount amount) const {
    return Words::Same(std::to_string(amount.value));
  }
};

}  // namespace

CellValue CodeValue(std::string_view code, const std::vector<CodeWord>& codes) {
  for (const CodeWord& word : codes) {
    if (word.code == code) return word.words;
  }
  return std::string(code);
}

Words CodesWords(std::string_view list, const std::vector<CodeWord>& codes) {
  Words out;
  while (!list.empty()) {
    const std::size_t end = list.find_first_of(",;");
    const Words word = WordsOf(CodeValue(list.substr(0, end), codes));
    const std::string_view joint = out.fi.empty() ? "" : ", ";
    out = {out.fi + std::string(joint) + word.fi, out.sv + std::string(joint) + word.sv,
           out.en + std::string(joint) + word.en};
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    while (list.starts_with(' ')) list.remove_prefix(1);
  }
  return out;
}

CellValue DateValue(std::string_view text) {
  if (auto day = ParseDate(text); day) return *day;
  if (auto partial = ParseEdtf(text); partial) {
    return Words{DisplayEdtf(*partial, Language::kFinnish),
                 DisplayEdtf(*partial, Language::kSwedish),
                 DisplayEdtf(*partial, Language::kEnglish)};
  }
  return std::string(text);
}

CellValue TrendValue(std::string_view counts) {
  Trend trend;
  while (!counts.empty()) {
    const std::string_view word = counts.substr(0, counts.find(' '));
    counts.remove_prefix(std::min(counts.size(), word.size() + 1));
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
    SINETTI_CHECK(error == std::errc() && end == word.data() + word.size());
    trend.counts.push_back(count);
  }
  return trend;
}

Words StatedWords(std::string_view shown) {
  if (shown.empty() || shown == "–") return kMissingWords;
  if (shown == "?") return Unreadable({});
  if (shown.starts_with("? ")) return Unreadable(shown.substr(2));
  return OneValue(shown);
}

Words EventTypeWords(std::string_view type) {
  const TypeInfo* info = Schemas().Find(type);
  return info == nullptr ? Words::Same(std::string(type)) : FromLabels(info->labels);
}

Words EnumerantWords(std::string_view schema_field, std::string_view name) {
  const std::size_t slash = schema_field.find('/');
  SINETTI_CHECK(slash != std::string_view::npos);
  const TypeInfo* type = Schemas().Find(schema_field.substr(0, slash));
  const FieldInfo* field =
      type == nullptr ? nullptr : type->body->Find(schema_field.substr(slash + 1));
  SINETTI_CHECK(field != nullptr && field->enumeration != nullptr);
  for (const EnumerantInfo& enumerant : field->enumeration->enumerants) {
    if (enumerant.name == name) return FromLabels(enumerant.labels);
  }
  return Words::Same(std::string(name));
}

Words WordsOf(const CellValue& value) { return std::visit(TitlePart{}, value); }

}  // namespace sinetti
