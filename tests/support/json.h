// JSON test vectors through simdjson.  A failed look-up throws, which fails the test.
#pragma once

#include <simdjson.h>

#include <filesystem>
#include <string>

#include "ledger/base/bytes.h"

namespace sinetti::testing_support {

using JsonParser = simdjson::dom::parser;
using JsonValue = simdjson::dom::element;

// Valid until `parser` reads another document.
inline JsonValue LoadJson(JsonParser& parser, const std::filesystem::path& path) {
  return parser.load(path.string()).value();
}

inline std::string TextAt(JsonValue object, const char* key) {
  return std::string(object[key].get_string().value());
}
inline std::uint64_t NumberAt(JsonValue object, const char* key) {
  return object[key].get_uint64().value();
}
inline bool BoolAt(JsonValue object, const char* key) { return object[key].get_bool().value(); }
inline Bytes HexAt(JsonValue object, const char* key) {
  return HexDecode(TextAt(object, key)).value();
}
inline Bytes Base64At(JsonValue object, const char* key) {
  return Base64Decode(TextAt(object, key)).value();
}

}  // namespace sinetti::testing_support
