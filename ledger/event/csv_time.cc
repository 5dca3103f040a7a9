// Digits by pattern; the calendar decides whether they are a time.
#include "ledger/event/csv_time.h"

#include <array>
#include <cstdio>
#include <optional>

#include "ledger/base/clock.h"
#include "ledger/base/date.h"
#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

constexpr std::string_view kHelsinki = "Europe/Helsinki";
constexpr std::int32_t kSecondsADay = 86'400;

struct Fields {
  int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  std::string fraction;                // with its point, without zeros at the end
  std::optional<std::int32_t> offset;  // seconds east of UTC
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// At most `digits_max` digits from *at.
std::optional<int> ReadDigits(std::string_view text, std::size_t* at, std::size_t digits_max) {
  std::size_t end = *at;
  int value = 0;
  while (end < text.size() && end - *at < digits_max && IsDigit(text[end]))
    value = value * 10 + (text[end++] - '0');
  if (end == *at) return std::nullopt;
  *at = end;
  return value;
}

// Z, +hh:mm or +hhmm, and nothing behind it.
std::optional<std::int32_t> ReadOffset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::size_t at = 1;
  const auto hours = ReadDigits(text, &at, 2);
  if (at != 3) return std::nullopt;
  if (text[at] == ':') ++at;
  const std::size_t minutes_at = at;
  const auto minutes = ReadDigits(text, &at, 2);
  if (!hours || !minutes || at != minutes_at + 2 || at != text.size() || *hours > 23 ||
      *minutes > 59)
    return std::nullopt;
  const std::int32_t seconds = *hours * 3600 + *minutes * 60;
  return text[0] == '-' ? -seconds : seconds;
}

// Reads `text` by `format`; *has_time tells whether the format has an hour.  False: does not fit.
bool ReadByFormat(std::string_view text, std::string_view format, Fields& fields, bool* has_time) {
  struct Token {
    std::string_view pattern;
    int Fields::*field;
  };
  static constexpr std::array<Token, 6> kTokens = {{{"yyyy", &Fields::year},
                                                    {"mm", &Fields::month},
                                                    {"dd", &Fields::day},
                                                    {"HH", &Fields::hour},
                                                    {"MM", &Fields::minute},
                                                    {"SS", &Fields::second}}};
  *has_time = false;
  std::size_t at = 0;
  while (!format.empty()) {
    const Token* found = nullptr;
    for (const Token& token : kTokens)
      if (format.starts_with(token.pattern)) found = &token;
    if (found == nullptr) {
      if (at == text.size() || text[at] != format[0]) return false;
      ++at;
      format.remove_prefix(1);
      continue;
    }
    const auto number = ReadDigits(text, &at, found->pattern.size());
    if (!number || (found->field == &Fields::year && *number < 1000)) return false;
    fields.*found->field = *number;
    *has_time |= found->field == &Fields::hour;
    format.remove_prefix(found->pattern.size());
  }
  if (*has_time && at < text.size() && (text[at] == '.' || text[at] == ',')) {
    const std::size_t start = ++at;
    while (at < text.size() && IsDigit(text[at])) ++at;
    if (at == start) return false;
    fields.fraction = '.' + std::string(text.substr(start, at - start));
    while (fields.fraction.back() == '0') fields.fraction.pop_back();
    if (fields.fraction == ".") fields.fraction.clear();
  }
  while (at < text.size() && text[at] == ' ') ++at;
  if (at == text.size()) return true;
  fields.offset = ReadOffset(text.substr(at));
  return *has_time && fields.offset.has_value();
}

// Of a civil time in Finland.  In the hour that comes twice in autumn the first is taken; a time in
// the hour that is skipped in spring counts as before the change.
std::int32_t HelsinkiOffset(const Fields& fields) {
  const std::int64_t civil =
      std::int64_t{DateOf(fields.year, fields.month, fields.day).days} * kSecondsADay +
      fields.hour * 3600 + fields.minute * 60 + fields.second;
  const auto offset_if = [civil](std::int32_t offset) {
    return HelsinkiOffsetSeconds(Timestamp{(civil - offset) * 1'000'000});
  };
  return offset_if(10'800) == 10'800 ? 10'800 : 7'200;
}

std::string Format(const Fields& fields, bool has_time) {
  char buffer[48];
  if (!has_time) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", fields.year, fields.month, fields.day);
    return buffer;
  }
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d", fields.year, fields.month,
                fields.day, fields.hour, fields.minute, fields.second);
  const std::int32_t offset = *fields.offset;
  char zone[16];
  std::snprintf(zone, sizeof zone, "%c%02d:%02d", offset < 0 ? '-' : '+',
                static_cast<int>((offset < 0 ? -offset : offset) / 3600) % 100,
                static_cast<int>((offset < 0 ? -offset : offset) % 3600 / 60));
  return buffer + fields.fraction + (offset == 0 ? "Z" : zone);
}

Error Invalid(std::string_view text, const std::string& why) {
  return {ErrorCode::kInvalid, "time " + Shown(text) + ": " + why};
}

Result<std::string> Finish(std::string_view text, Fields fields, bool has_time,
                           std::string_view zone) {
  if (!IsCalendarDay(fields.year, fields.month, fields.day))
    return Invalid(text, "there is no such day; correct the value");
  if (fields.hour > 23 || fields.minute > 59 || fields.second > 59)
    return Invalid(text, "there is no such time of day; correct the value");
  if (fields.fraction.size() > 7)
    return Invalid(text, "more than six digits of a second; round it yourself");
  if (has_time && !fields.offset) {
    if (zone.empty())
      return Invalid(text, "no offset from UTC; say in the mapping which `timezone` is meant");
    fields.offset = zone == kHelsinki ? HelsinkiOffset(fields) : ReadOffset(zone);
  }
  return Format(fields, has_time);
}

}  // namespace

Result<std::string> ReadTableTime(std::string_view text, std::string_view format,
                                  std::string_view zone) {
  Fields fields;
  bool has_time = false;
  if (!ReadByFormat(text, format, fields, &has_time))
    return Invalid(text, "does not fit the format " + Shown(format) + "; correct one of them");
  return Finish(text, std::move(fields), has_time, zone);
}

Result<std::string> ReadTableTime(std::string_view text, std::string_view zone) {
  for (const std::string_view format : {"yyyy-mm-dd HH:MM:SS", "yyyy-mm-ddTHH:MM:SS",
                                        "yyyy-mm-dd HH:MM", "yyyy-mm-ddTHH:MM", "yyyy-mm-dd"}) {
    Fields fields;
    bool has_time = false;
    if (ReadByFormat(text, format, fields, &has_time))
      return Finish(text, std::move(fields), has_time, zone);
  }
  return Invalid(text, "expected a time such as 2011-12-06 13:41:31+01:00; give a `$format`");
}

Result<void> CheckZone(std::string_view zone) {
  if (zone.empty() || zone == kHelsinki || ReadOffset(zone)) return {};
  return Error{
      ErrorCode::kInvalid,
      "timezone " + Shown(zone) + ": expected 'Europe/Helsinki' or an offset such as '+02:00'"};
}

}  // namespace sinetti
