// See token_key.h.
#include "ledger/crypto/token_key.h"

#include <algorithm>

namespace sinetti {
namespace {

constexpr std::string_view kScheme = "pkcs11:";

Error BadUri(const std::string& why) {
  return Error{ErrorCode::kInvalid,
               "key URI: " + why +
                   "; expected pkcs11:token=LABEL;object=LABEL, with id= or serial= where labels "
                   "are not enough (RFC 7512)"};
}

Error BadFile(const char* why) {
  return Error{ErrorCode::kInvalid, std::string("not a key on a token: ") + why};
}

Result<std::string> PercentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const auto octet = HexDecode(text.substr(i + 1, 2));
    if (!octet || octet->size() != 1) return BadUri("a % stands without two hex digits");
    decoded += static_cast<char>(octet->front());
    i += 2;
  }
  return decoded;
}

Result<void> Take(std::string_view name, std::string value, TokenUri& uri) {
  std::string* place = name == "token"    ? &uri.token
                       : name == "serial" ? &uri.serial
                       : name == "object" ? &uri.object
                                          : nullptr;
  const bool twice = (place != nullptr && !place->empty()) || (name == "id" && !uri.id.empty());
  if (twice) return BadUri(std::string(name) + " stands twice");
  if (value.empty()) return BadUri(std::string(name) + " is empty");
  if (place != nullptr) {
    *place = std::move(value);
  } else if (name == "id") {
    uri.id.assign(value.begin(), value.end());
  } else if (name != "type" || value != "private") {
    return BadUri("the attribute '" + std::string(name) + "' is not known here");
  }
  return {};
}

// The line behind its word, cut off `text`.
std::optional<std::string_view> TakeLine(std::string_view& text, std::string_view word) {
  const std::size_t end = text.find('\n');
  if (!text.starts_with(word) || end == text.npos) return std::nullopt;
  const std::string_view line = text.substr(word.size(), end - word.size());
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

Result<TokenUri> ParseTokenUri(std::string_view uri) {
  if (!uri.starts_with(kScheme)) return BadUri("it does not begin with pkcs11:");
  uri.remove_prefix(kScheme.size());
  if (uri.find('?') != uri.npos)
    return BadUri("it has a query; module and PIN are given on other ways");
  TokenUri result;
  while (!uri.empty()) {
    const std::size_t end = std::min(uri.find(';'), uri.size());
    const std::string_view attribute = uri.substr(0, end);
    uri.remove_prefix(std::min(end + 1, uri.size()));
    const std::size_t equals = attribute.find('=');
    if (equals == attribute.npos) return BadUri("an attribute has no value");
    SINETTI_ASSIGN(std::string value, PercentDecoded(attribute.substr(equals + 1)));
    SINETTI_TRY(Take(attribute.substr(0, equals), std::move(value), result));
  }
  if (result.token.empty()) return BadUri("it names no token");
  if (result.object.empty() && result.id.empty()) return BadUri("it names no object and no id");
  return result;
}

std::string FormatTokenKey(const TokenKey& key) {
  return std::string(kTokenKeyHeader) + "key " + FormatVerifierKey(key.key) + "\nmodule " +
         key.module + "\nuri " + key.uri + "\n";
}

Result<TokenKey> ParseTokenKey(std::string_view text) {
  if (!text.starts_with(kTokenKeyHeader)) return BadFile("its first line is another");
  text.remove_prefix(kTokenKeyHeader.size());
  const auto key_line = TakeLine(text, "key ");
  const auto module_line = key_line ? TakeLine(text, "module ") : std::nullopt;
  const auto uri_line = module_line ? TakeLine(text, "uri ") : std::nullopt;
  if (!uri_line || !text.empty()) return BadFile("a line is missing, or one too many");
  TokenKey result{.key = {}, .module = std::string(*module_line), .uri = std::string(*uri_line)};
  SINETTI_ASSIGN(result.key, ParseVerifierKey(*key_line));
  // A name without a folder would be searched for, and whoever fills the folders would be loaded.
  if (!module_line->starts_with('/')) return BadFile("its module is no absolute path");
  SINETTI_TRY(ParseTokenUri(*uri_line));
  return result;
}

}  // namespace sinetti
