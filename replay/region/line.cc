#include "replay/region/line.h"

#include <charconv>

namespace sinetti {

Line& Line::Cents(std::string_view name, std::int64_t cents) {
  return Open(name)
      .Raw("amount", EurosText(cents))
      .Text("currency", "EUR")
      .Raw("currencyStated", "true")
      .Close();
}

Line& Line::Count(std::string_view name, std::uint64_t value, std::string_view unit) {
  return Open(name).Integer("value", value).Text("unit", unit).Close();
}

Line& Line::Day(std::string_view name, std::string_view day) {
  return Open(name).Text("date", day).Close();
}

Line& Line::Org(std::string_view name, std::string_view org_name, std::string_view municipality) {
  Open(name).Text("name", org_name);
  if (!municipality.empty()) Text("municipality", municipality);
  return Close();
}

void Line::Number(std::uint64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end.ptr);
}

std::string EurosText(std::int64_t cents) {
  const std::int64_t size = cents < 0 ? -cents : cents;
  const std::string part = std::to_string(size % 100);
  return (cents < 0 ? "-" : "") + std::to_string(size / 100) + (part.size() == 1 ? ".0" : ".") +
         part;
}

}  // namespace sinetti
