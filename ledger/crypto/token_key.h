// A key that lives on a token (PKCS#11): the file that says which one, and the URI that finds it.
// Implements docs/format/key-file.md, "On a token".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

inline constexpr std::string_view kTokenKeyHeader = "sinetti.fi/token-key@v1\n";

// The part of RFC 7512 that finds a private key: path attributes token, serial, object and id.
struct TokenUri {
  std::string token;   // label
  std::string serial;  // of the token; empty: any
  std::string object;  // label of the key; empty: any
  Bytes id;            // of the key; empty: any

  friend bool operator==(const TokenUri&, const TokenUri&) = default;
};

// kInvalid: not such a URI; it names no token, or neither object nor id.  A PIN in it is refused.
Result<TokenUri> ParseTokenUri(std::string_view uri);

struct TokenKey {
  VerifierKey key;
  std::string module;  // absolute path of the library
  std::string uri;

  friend bool operator==(const TokenKey&, const TokenKey&) = default;
};

// The file of such a key: readable by its owner only, for it says what code is loaded.  Errors as
// WriteKeyFile and ReadKeyFile.
Result<void> WriteTokenKeyFile(const std::filesystem::path& path, const TokenKey& key);
// Nothing when the file is another kind of key file.
Result<std::optional<TokenKey>> ReadTokenKeyFile(const std::filesystem::path& path);

std::string FormatTokenKey(const TokenKey& key);
// kInvalid unless `text` is what FormatTokenKey writes.
Result<TokenKey> ParseTokenKey(std::string_view text);

}  // namespace sinetti
