// See encrypted_key.h.
#include "ledger/crypto/encrypted_key.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/random.h"

namespace sinetti {
namespace {

constexpr std::string_view kKeyWord = "key ";
constexpr std::string_view kScryptWord = "scrypt ";
constexpr std::string_view kSealedWord = "sealed ";

Error Bad(const char* why) {
  return Error{ErrorCode::kInvalid, std::string("not a key under a passphrase: ") + why};
}

// Everything above the sealed line: what the seal vouches for.
std::string Head(const EncryptedKey& key) {
  std::string head(kEncryptedKeyHeader);
  head.append(kKeyWord).append(FormatVerifierKey(key.key)).append("\n");
  head.append(kScryptWord).append(std::to_string(key.cost.log2_n)).append(" ");
  head.append(std::to_string(key.cost.r)).append(" ").append(std::to_string(key.cost.p));
  return head.append(" ").append(Base64Encode(key.salt)).append("\n");
}

Result<Secret> SealingKey(const EncryptedKey& key, const SecretText& passphrase) {
  std::array<std::uint8_t, 32> derived{};
  const auto done = Scrypt(passphrase.bytes(), key.salt, key.cost, derived);
  auto secret = Secret::From(derived);
  WipeBytes(derived);
  SINETTI_TRY(done);
  return secret;
}

// The line behind its word, without its newline; cut off `text`.
std::optional<std::string_view> TakeLine(std::string_view& text, std::string_view word) {
  const std::size_t end = text.find('\n');
  if (!text.starts_with(word) || end == text.npos) return std::nullopt;
  const std::string_view line = text.substr(word.size(), end - word.size());
  text.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint32_t> TakeNumber(std::string_view& line) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto length = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || length == line.size() || *end != ' ') return std::nullopt;
  line.remove_prefix(length + 1);
  return number;
}

Result<void> ReadScrypt(std::string_view line, EncryptedKey& key) {
  const auto log2_n = TakeNumber(line);
  const auto r = log2_n ? TakeNumber(line) : std::nullopt;
  const auto p = r ? TakeNumber(line) : std::nullopt;
  const auto salt = p ? Base64Decode(line) : Bad("a number of scrypt is missing");
  if (!salt || salt->size() != key.salt.size()) return Bad("the line of scrypt is malformed");
  std::copy(salt->begin(), salt->end(), key.salt.begin());
  key.cost = {*log2_n, *r, *p};
  return CheckScryptCost(key.cost);
}

}  // namespace

Result<EncryptedKey> EncryptKey(const VerifierKey& key, const Secret& seed,
                                const SecretText& passphrase, const ScryptCost& cost,
                                const ScryptSalt& salt, const AesGcmNonce& nonce) {
  SINETTI_CHECK(Ed25519KeyPair::FromSeed(seed).public_key() == key.public_key);
  EncryptedKey result{.key = key, .cost = cost, .salt = salt, .nonce = nonce, .sealed = {}};
  SINETTI_ASSIGN(const Secret sealing, SealingKey(result, passphrase));
  result.sealed = AesGcmSeal(sealing, nonce, seed.view(), AsBytes(Head(result)));
  return result;
}

Result<EncryptedKey> EncryptKey(const VerifierKey& key, const Secret& seed,
                                const SecretText& passphrase, const ScryptCost& cost) {
  ScryptSalt salt;
  AesGcmNonce nonce;
  SINETTI_TRY(RandomBytes(salt));
  SINETTI_TRY(RandomBytes(nonce));
  return EncryptKey(key, seed, passphrase, cost, salt, nonce);
}

std::string FormatEncryptedKey(const EncryptedKey& key) {
  Bytes sealed(key.nonce.begin(), key.nonce.end());
  sealed.insert(sealed.end(), key.sealed.begin(), key.sealed.end());
  return Head(key).append(kSealedWord).append(Base64Encode(sealed)).append("\n");
}

Result<EncryptedKey> ParseEncryptedKey(std::string_view text) {
  std::string_view rest = text;
  if (!rest.starts_with(kEncryptedKeyHeader)) return Bad("its first line is another");
  rest.remove_prefix(kEncryptedKeyHeader.size());
  const auto key_line = TakeLine(rest, kKeyWord);
  const auto scrypt_line = key_line ? TakeLine(rest, kScryptWord) : std::nullopt;
  const auto sealed_line = scrypt_line ? TakeLine(rest, kSealedWord) : std::nullopt;
  if (!sealed_line || !rest.empty()) return Bad("a line is missing, or one too many");

  EncryptedKey result;
  auto key = ParseVerifierKey(*key_line);
  if (!key) return Bad("its verifier key is malformed");
  result.key = *std::move(key);
  SINETTI_TRY(ReadScrypt(*scrypt_line, result));
  const auto sealed = Base64Decode(*sealed_line);
  if (!sealed || sealed->size() != result.nonce.size() + 32 + kAesGcmTagBytes)
    return Bad("the sealed line is malformed");
  const auto seal_begins = sealed->begin() + static_cast<std::ptrdiff_t>(result.nonce.size());
  std::copy(sealed->begin(), seal_begins, result.nonce.begin());
  result.sealed.assign(seal_begins, sealed->end());
  // One text for each value: no leading zero, no sign.
  if (FormatEncryptedKey(result) != text) return Bad("a number has another form");
  return result;
}

Result<Secret> DecryptKey(const EncryptedKey& key, const SecretText& passphrase) {
  SINETTI_ASSIGN(const Secret sealing, SealingKey(key, passphrase));
  auto opened = AesGcmOpen(sealing, key.nonce, key.sealed, AsBytes(Head(key)));
  if (!opened)
    return Error{ErrorCode::kCorrupt,
                 "the passphrase does not open it: it is another one, or the "
                 "text was changed"};
  auto seed = Secret::From(*opened);
  WipeBytes(*opened);
  SINETTI_TRY(seed);
  if (Ed25519KeyPair::FromSeed(*seed).public_key() != key.key.public_key)
    return Error{ErrorCode::kCorrupt,
                 "what is sealed is not the private half of " + FormatVerifierKey(key.key)};
  return seed;
}

}  // namespace sinetti
