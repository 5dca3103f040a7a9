// Parsing refuses everything that formatting does not write: a key has one text.
#include "ledger/crypto/verifier_key.h"

#include <algorithm>

#include "ledger/crypto/sha256.h"

namespace sinetti {
namespace {

constexpr std::size_t kNameBytesMax = 255;

// The characters of Unicode's White_Space property beyond ASCII, as UTF-8.
constexpr std::string_view kWideSpaces[] = {"\u0085", "\u00a0", "\u1680", "\u2000", "\u2001",
                                            "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                            "\u2007", "\u2008", "\u2009", "\u200a", "\u2028",
                                            "\u2029", "\u202f", "\u205f", "\u3000"};

std::string HexId(std::uint32_t id) {
  const std::uint8_t bytes[] = {static_cast<std::uint8_t>(id >> 24),
                                static_cast<std::uint8_t>(id >> 16),
                                static_cast<std::uint8_t>(id >> 8), static_cast<std::uint8_t>(id)};
  return HexEncode(bytes);
}

Error BadKey(const std::string& why) {
  return Error{ErrorCode::kInvalid,
               "verifier key: " + why +
                   "; expected name+8 hex digits+base64, as `sinetti key show` "
                   "prints it"};
}

}  // namespace

std::uint32_t NoteKeyId(std::string_view name, KeyType type, const Ed25519PublicKey& public_key) {
  const std::uint8_t separator[] = {'\n', static_cast<std::uint8_t>(type)};
  const Hash hash = HashOf({AsBytes(name), separator, public_key.view()});
  return std::uint32_t{hash.bytes[0]} << 24 | std::uint32_t{hash.bytes[1]} << 16 |
         std::uint32_t{hash.bytes[2]} << 8 | std::uint32_t{hash.bytes[3]};
}

Result<void> CheckKeyName(std::string_view name) {
  if (name.empty()) return Error{ErrorCode::kInvalid, "a key name can't be empty"};
  if (name.size() > kNameBytesMax)
    return Error{ErrorCode::kInvalid,
                 "a key name has at most 255 bytes, here are " + std::to_string(name.size())};
  if (!IsUtf8(name)) return Error{ErrorCode::kInvalid, "a key name must be UTF-8"};
  const bool bad_character =
      std::any_of(name.begin(), name.end(),
                  [](char c) { return (c >= 0 && c <= ' ') || c == 0x7f || c == '+'; }) ||
      std::any_of(std::begin(kWideSpaces), std::end(kWideSpaces), [&](std::string_view space) {
        return name.find(space) != std::string_view::npos;
      });
  if (bad_character)
    return Error{ErrorCode::kInvalid,
                 "key name '" + std::string(name) +
                     "': no space, plus sign or control character may stand in it"};
  return {};
}

Result<VerifierKey> MakeVerifierKey(std::string name, const Ed25519PublicKey& public_key,
                                    KeyType type) {
  SINETTI_TRY(CheckKeyName(name));
  const std::uint32_t id = NoteKeyId(name, type, public_key);
  return VerifierKey{std::move(name), id, type, public_key};
}

std::string FormatVerifierKey(const VerifierKey& key) {
  Bytes typed = {static_cast<std::uint8_t>(key.type)};
  typed.insert(typed.end(), key.public_key.bytes.begin(), key.public_key.bytes.end());
  return key.name + '+' + HexId(key.id) + '+' + Base64Encode(typed);
}

Result<VerifierKey> ParseVerifierKey(std::string_view text) {
  // Base64 may hold plus signs, names may not: the first two separate.
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? text.npos : text.find('+', first + 1);
  if (second == text.npos) return BadKey("it has no two plus signs");
  const std::string_view id_text = text.substr(first + 1, second - first - 1);

  const auto typed = Base64Decode(text.substr(second + 1));
  if (!typed) return BadKey(typed.error().message);
  if (typed->empty()) return BadKey("no key material");
  const auto type = static_cast<KeyType>(typed->front());
  if (type != KeyType::kNote && type != KeyType::kCosignature)
    return Error{ErrorCode::kUnsupported,
                 "verifier key: signature type " + std::to_string(typed->front()) +
                     " is not known here, only 1 (Ed25519) and 4 (Ed25519 cosignature)"};
  const auto public_key = Ed25519PublicKey::From(ByteView(*typed).subspan(1));
  if (!public_key) return BadKey(public_key.error().message);
  SINETTI_ASSIGN(VerifierKey key,
                 MakeVerifierKey(std::string(text.substr(0, first)), *public_key, type));
  if (id_text != HexId(key.id))
    return BadKey("id is '" + std::string(id_text.substr(0, 16)) + "', name and key give '" +
                  HexId(key.id) + "'");
  return key;
}

Result<void> RequireKeyType(const VerifierKey& key, KeyType type) {
  if (key.type == type) return {};
  const auto words = [](KeyType one) {
    return one == KeyType::kNote ? "a log's key (type 1)" : "a witness's key (type 4)";
  };
  return Error{ErrorCode::kInvalid, "verifier key " + FormatVerifierKey(key) + " is " +
                                        words(key.type) + "; " + words(type) + " is needed here"};
}

}  // namespace sinetti
