// The public half of a signing key in the text form of C2SP signed-note: name+id+base64(type ‖
// key). Implements docs/format/checkpoint.md, "Verifier key", and docs/format/witness.md.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/result.h"
#include "ledger/crypto/ed25519.h"

namespace sinetti {

// The signature type byte of C2SP signed-note: what a key signs.  The type is a part of the id, so
// one public key in two uses is two keys.
enum class KeyType : std::uint8_t {
  kNote = 0x01,         // Ed25519 over the text of a note: a log's key
  kCosignature = 0x04,  // Ed25519 over time and text (C2SP tlog-cosignature): a witness's key
};

struct VerifierKey {
  std::string name;
  std::uint32_t id = 0;  // names the key in signature lines; no protection, only a name
  KeyType type = KeyType::kNote;
  Ed25519PublicKey public_key;

  friend auto operator<=>(const VerifierKey&, const VerifierKey&) = default;
};

// First four bytes, big-endian, of SHA-256(name ‖ 0x0A ‖ type ‖ public key).
std::uint32_t NoteKeyId(std::string_view name, KeyType type, const Ed25519PublicKey& public_key);

// kInvalid for a name that can't stand in a signature line: empty, not UTF-8, longer than 255
// bytes, with a control character, a space of any alphabet or a plus sign.
Result<void> CheckKeyName(std::string_view name);

Result<VerifierKey> MakeVerifierKey(std::string name, const Ed25519PublicKey& public_key,
                                    KeyType type = KeyType::kNote);

std::string FormatVerifierKey(const VerifierKey& key);

// kInvalid when malformed or when the id is not that of name and key; kUnsupported for a signature
// type that KeyType does not name.  No white space around the key.
Result<VerifierKey> ParseVerifierKey(std::string_view text);

// kInvalid unless the key is of that type: a log's key is no witness's key, and the reverse.
Result<void> RequireKeyType(const VerifierKey& key, KeyType type);

}  // namespace sinetti
