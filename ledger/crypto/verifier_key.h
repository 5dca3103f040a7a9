// The public half of a signing key in the text form of C2SP signed-note: name+id+base64(type ‖
// key). Implements docs/format/checkpoint.md, "Verifier key".
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/result.h"
#include "ledger/crypto/ed25519.h"

namespace sinetti {

// The signature type byte of Ed25519 over the note text (C2SP signed-note).
inline constexpr std::uint8_t kNoteEd25519 = 0x01;

struct VerifierKey {
  std::string name;
  std::uint32_t id = 0;  // names the key in signature lines; no protection, only a name
  Ed25519PublicKey public_key;

  friend auto operator<=>(const VerifierKey&, const VerifierKey&) = default;
};

// First four bytes, big-endian, of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
std::uint32_t NoteKeyId(std::string_view name, const Ed25519PublicKey& public_key);

// kInvalid for a name that can't stand in a signature line: empty, not UTF-8, longer than 255
// bytes, with a control character, a space of any alphabet or a plus sign.
Result<void> CheckKeyName(std::string_view name);

Result<VerifierKey> MakeVerifierKey(std::string name, const Ed25519PublicKey& public_key);

std::string FormatVerifierKey(const VerifierKey& key);

// kInvalid when malformed or when the id is not that of name and key; kUnsupported for a signature
// type other than Ed25519.  No white space around the key.
Result<VerifierKey> ParseVerifierKey(std::string_view text);

}  // namespace sinetti
