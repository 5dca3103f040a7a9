// Opening, and telling where and why a text is not JSON.
#include "ledger/event/json_input.h"

#include <algorithm>

#include "ledger/event/text_rules.h"

namespace sinetti {
namespace {

constexpr std::size_t kTokenBytesShown = 40;

// Bytes before the first character that is not well-formed.
std::size_t Utf8Length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t length = 1;
    while (length <= 4 && !IsUtf8(text.substr(at, length))) ++length;
    if (length > 4) return at;
    at += length;
  }
  return at;
}

}  // namespace

Result<void> JsonInput::Open(std::string_view json) {
  if (json.starts_with("\xef\xbb\xbf")) json.remove_prefix(3);  // RFC 8259, 8.1: may be ignored
  size_ = json.size();
  if (text_.size() < size_ + simdjson::SIMDJSON_PADDING)
    text_.resize(2 * size_ + simdjson::SIMDJSON_PADDING);
  json.copy(text_.data(), size_);
  // What follows must not look like a continuation of the document.
  std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(size_), simdjson::SIMDJSON_PADDING, ' ');
  document_ = {};
  const auto error = parser_
                         .iterate(simdjson::padded_string_view(text_.data(), size_,
                                                               size_ + simdjson::SIMDJSON_PADDING))
                         .get(document_);
  if (error == simdjson::UTF8_ERROR)
    return NotJson("the text is not UTF-8", text_.data() + Utf8Length(json));
  if (error) return NotJson(simdjson::error_message(error), text_.data());
  return {};
}

Error JsonInput::NotJson(const std::string& why, const char* at) {
  if (at == nullptr && document_.current_location().get(at)) at = text_.data() + size_;
  const std::size_t byte = static_cast<std::size_t>(at - text_.data());
  return {ErrorCode::kInvalid, "not JSON at byte " + std::to_string(std::min(byte, size_) + 1) +
                                   ": " + why.substr(0, why.find_last_not_of('.') + 1) +
                                   "; correct the text (RFC 8259)"};
}

std::string_view JsonInput::Token(JsonValue& value) {
  std::string_view token = value.raw_json_token();
  while (!token.empty() && (token.back() == ' ' || token.back() == '\t' || token.back() == '\n' ||
                            token.back() == '\r'))
    token.remove_suffix(1);
  return token;
}

std::string JsonInput::Describe(JsonValue& value, bool may_show) {
  JsonType type;
  if (value.type().get(type)) return "no value";
  switch (type) {
    case JsonType::object: return "an object";
    case JsonType::array: return "an array";
    case JsonType::null: return "null";
    case JsonType::number:
      return may_show ? "the number " + std::string(Token(value).substr(0, kTokenBytesShown))
                      : "a number";
    case JsonType::boolean: return may_show ? std::string(Token(value).substr(0, 5)) : "a boolean";
    case JsonType::string: break;
  }
  std::string_view text;
  if (!may_show || value.get_string().get(text)) return "a text";
  return "the text " + Shown(text);
}

}  // namespace sinetti
