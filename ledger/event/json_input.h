// The JSON text under the parser: simdjson's on-demand document, and errors that say at which byte
// the text stops being JSON (RFC 8259).
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace sinetti {

using JsonValue = simdjson::ondemand::value;
using JsonType = simdjson::ondemand::json_type;

class JsonInput {
 public:
  // Reads `json`, which it copies.  The document is then in document().
  Result<void> Open(std::string_view json);

  simdjson::ondemand::document& document() { return document_; }

  // "not JSON at byte 17: …".  `at` points into the text; null: where the document stands now.
  Error NotJson(const std::string& why, const char* at = nullptr);
  Error NotJson(simdjson::error_code code) { return NotJson(simdjson::error_message(code)); }

  // The token of a number, `true`, `false` or `null`, without the white space behind it.
  static std::string_view Token(JsonValue& value);

  // "the number 12", "the text 'abc'", "an array"; or only the kind when `may_show` is false.
  std::string Describe(JsonValue& value, bool may_show = true);

 private:
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
  std::string text_;  // the JSON and simdjson's padding
  std::size_t size_ = 0;
};

}  // namespace sinetti
