// JSON output of commands: small, in one fixed order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/json_quote.h"

namespace sinetti {

// Builds {"a":1,"b":"x"} member by member.
class JsonObject {
 public:
  JsonObject& Text(std::string_view key, std::string_view value) {
    return Raw(key, JsonQuoted(value));
  }
  JsonObject& Number(std::string_view key, std::uint64_t value) {
    return Raw(key, std::to_string(value));
  }
  JsonObject& Bool(std::string_view key, bool value) { return Raw(key, value ? "true" : "false"); }
  JsonObject& Raw(std::string_view key, std::string_view json);

  std::string str() const { return "{" + members_ + "}"; }

 private:
  std::string members_;
};

// "[" items "]" from a range and a function that writes one.
template <typename Items, typename Write>
std::string JsonArray(const Items& items, Write write) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ",";
    out += write(item);
  }
  return out + "]";
}

}  // namespace sinetti
