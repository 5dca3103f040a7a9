// See encrypted_key.h.
#include "ledger/crypto/encrypted_key.h"

#include "ledger/crypto/ed25519.h"

namespace sinetti {
namespace {

constexpr std::string_view kKeyWord = "key ";

Error Bad(const char* why) {
  return Error{ErrorCode::kInvalid, std::string("not a key under a passphrase: ") + why};
}

std::string Head(const VerifierKey& key) {
  return std::string(kEncryptedKeyHeader).append(kKeyWord).append(FormatVerifierKey(key)) + "\n";
}

}  // namespace

Result<EncryptedKey> EncryptKey(const VerifierKey& key, const Secret& seed,
                                const SecretText& passphrase, const ScryptCost& cost,
                                const ScryptSalt& salt, const AesGcmNonce& nonce) {
  SINETTI_CHECK(Ed25519KeyPair::FromSeed(seed).public_key() == key.public_key);
  SINETTI_ASSIGN(SealedSecret sealed, SealSecret(Head(key), seed, passphrase, cost, salt, nonce));
  return EncryptedKey{key, std::move(sealed)};
}

Result<EncryptedKey> EncryptKey(const VerifierKey& key, const Secret& seed,
                                const SecretText& passphrase, const ScryptCost& cost) {
  SINETTI_CHECK(Ed25519KeyPair::FromSeed(seed).public_key() == key.public_key);
  SINETTI_ASSIGN(SealedSecret sealed, SealSecret(Head(key), seed, passphrase, cost));
  return EncryptedKey{key, std::move(sealed)};
}

std::string FormatEncryptedKey(const EncryptedKey& key) {
  return FormatSealedSecret(Head(key.key), key.seed);
}

Result<EncryptedKey> ParseEncryptedKey(std::string_view text) {
  std::string_view rest = text;
  if (!rest.starts_with(kEncryptedKeyHeader)) return Bad("its first line is another");
  rest.remove_prefix(kEncryptedKeyHeader.size());
  const auto key_line = TakeWordLine(rest, kKeyWord);
  if (!key_line) return Bad("a line is missing, or one too many");
  auto key = ParseVerifierKey(*key_line);
  if (!key) return Bad("its verifier key is malformed");
  SINETTI_ASSIGN(SealedSecret sealed, ParseSealedSecret(rest));
  EncryptedKey result{*std::move(key), std::move(sealed)};
  // One text for each value, of the verifier key as well.
  if (FormatEncryptedKey(result) != text) return Bad("its verifier key has another form");
  return result;
}

Result<Secret> DecryptKey(const EncryptedKey& key, const SecretText& passphrase) {
  SINETTI_ASSIGN(const Secret seed, OpenSealedSecret(Head(key.key), key.seed, passphrase));
  if (Ed25519KeyPair::FromSeed(seed).public_key() != key.key.public_key)
    return Error{ErrorCode::kCorrupt,
                 "what is sealed is not the private half of " + FormatVerifierKey(key.key)};
  return seed;
}

}  // namespace sinetti
