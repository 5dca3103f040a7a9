// See sealed_secret.h.
#include "ledger/crypto/sealed_secret.h"

#include <algorithm>
#include <charconv>

#include "ledger/crypto/random.h"

namespace sinetti {
namespace {

constexpr std::string_view kScryptWord = "scrypt ";
constexpr std::string_view kSealedWord = "sealed ";

Error Bad(const char* why) {
  return Error{ErrorCode::kInvalid, std::string("not a key under a passphrase: ") + why};
}

// Everything above the sealed line: what the seal vouches for.
std::string Above(std::string_view head, const SealedSecret& sealed) {
  std::string above(head);
  above.append(kScryptWord).append(std::to_string(sealed.cost.log2_n)).append(" ");
  above.append(std::to_string(sealed.cost.r)).append(" ").append(std::to_string(sealed.cost.p));
  return above.append(" ").append(Base64Encode(sealed.salt)).append("\n");
}

Result<Secret> SealingKey(const SealedSecret& sealed, const SecretText& passphrase) {
  std::array<std::uint8_t, 32> derived{};
  const auto done = Scrypt(passphrase.bytes(), sealed.salt, sealed.cost, derived);
  auto secret = Secret::From(derived);
  WipeBytes(derived);
  SINETTI_TRY(done);
  return secret;
}

std::optional<std::uint32_t> TakeNumber(std::string_view& line) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto length = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || length == line.size() || *end != ' ') return std::nullopt;
  line.remove_prefix(length + 1);
  return number;
}

Result<void> ReadScrypt(std::string_view line, SealedSecret& sealed) {
  const auto log2_n = TakeNumber(line);
  const auto r = log2_n ? TakeNumber(line) : std::nullopt;
  const auto p = r ? TakeNumber(line) : std::nullopt;
  const auto salt = p ? Base64Decode(line) : Bad("a number of scrypt is missing");
  if (!salt || salt->size() != sealed.salt.size()) return Bad("the line of scrypt is malformed");
  std::copy(salt->begin(), salt->end(), sealed.salt.begin());
  sealed.cost = {*log2_n, *r, *p};
  return CheckScryptCost(sealed.cost);
}

}  // namespace

std::optional<std::string_view> TakeWordLine(std::string_view& text, std::string_view word) {
  const std::size_t end = text.find('\n');
  if (!text.starts_with(word) || end == text.npos) return std::nullopt;
  const std::string_view line = text.substr(word.size(), end - word.size());
  text.remove_prefix(end + 1);
  return line;
}

Result<SealedSecret> SealSecret(std::string_view head, const Secret& secret,
                                const SecretText& passphrase, const ScryptCost& cost,
                                const ScryptSalt& salt, const AesGcmNonce& nonce) {
  SealedSecret result{.cost = cost, .salt = salt, .nonce = nonce, .sealed = {}};
  SINETTI_ASSIGN(const Secret sealing, SealingKey(result, passphrase));
  result.sealed = AesGcmSeal(sealing, nonce, secret.view(), AsBytes(Above(head, result)));
  return result;
}

Result<SealedSecret> SealSecret(std::string_view head, const Secret& secret,
                                const SecretText& passphrase, const ScryptCost& cost) {
  ScryptSalt salt;
  AesGcmNonce nonce;
  SINETTI_TRY(RandomBytes(salt));
  SINETTI_TRY(RandomBytes(nonce));
  return SealSecret(head, secret, passphrase, cost, salt, nonce);
}

std::string FormatSealedSecret(std::string_view head, const SealedSecret& sealed) {
  Bytes box(sealed.nonce.begin(), sealed.nonce.end());
  box.insert(box.end(), sealed.sealed.begin(), sealed.sealed.end());
  return Above(head, sealed).append(kSealedWord).append(Base64Encode(box)).append("\n");
}

Result<SealedSecret> ParseSealedSecret(std::string_view lines) {
  std::string_view rest = lines;
  const auto scrypt_line = TakeWordLine(rest, kScryptWord);
  const auto sealed_line = scrypt_line ? TakeWordLine(rest, kSealedWord) : std::nullopt;
  if (!sealed_line || !rest.empty()) return Bad("a line is missing, or one too many");
  SealedSecret result;
  SINETTI_TRY(ReadScrypt(*scrypt_line, result));
  const auto box = Base64Decode(*sealed_line);
  if (!box || box->size() != result.nonce.size() + 32 + kAesGcmTagBytes)
    return Bad("the sealed line is malformed");
  const auto seal_begins = box->begin() + static_cast<std::ptrdiff_t>(result.nonce.size());
  std::copy(box->begin(), seal_begins, result.nonce.begin());
  result.sealed.assign(seal_begins, box->end());
  // One text for each value: no leading zero, no sign.
  if (FormatSealedSecret("", result) != lines) return Bad("a number has another form");
  return result;
}

Result<Secret> OpenSealedSecret(std::string_view head, const SealedSecret& sealed,
                                const SecretText& passphrase) {
  SINETTI_ASSIGN(const Secret sealing, SealingKey(sealed, passphrase));
  auto opened = AesGcmOpen(sealing, sealed.nonce, sealed.sealed, AsBytes(Above(head, sealed)));
  if (!opened)
    return Error{ErrorCode::kCorrupt,
                 "the passphrase does not open it: it is another one, or the "
                 "text was changed"};
  auto secret = Secret::From(*opened);
  WipeBytes(*opened);
  return secret;
}

}  // namespace sinetti
