// A cosignature is 8 bytes of time and 64 of signature.
#include "ledger/log/cosignature.h"

#include <algorithm>

namespace sinetti {
namespace {

constexpr std::size_t kTimeBytes = 8;
// The last second of the year 9999: every time that is taken has an RFC 3339 text.
constexpr std::uint64_t kSecondsMax = 253'402'300'799;

}  // namespace

std::string CosignatureMessage(std::uint64_t seconds, std::string_view text) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + '\n' + std::string(text);
}

Result<NoteSignature> Cosign(std::string_view text, Timestamp now, Signer& signer) {
  const VerifierKey& key = signer.key();
  SINETTI_TRY(RequireKeyType(key, KeyType::kCosignature));
  const std::uint64_t seconds = static_cast<std::uint64_t>(now.micros) / 1'000'000;
  if (now.micros < 0 || seconds > kSecondsMax)
    return Error{ErrorCode::kInvalid, "a cosignature can't carry the time " + FormatTimestamp(now) +
                                          ": set the clock of this machine"};
  SINETTI_ASSIGN(const Ed25519Signature signature,
                 signer.Sign(AsBytes(CosignatureMessage(seconds, text))));
  NoteSignature line{key.name, key.id, Bytes(kTimeBytes + signature.bytes.size())};
  StoreBigEndian64(seconds, line.signature.data());
  std::copy(signature.bytes.begin(), signature.bytes.end(), line.signature.begin() + kTimeBytes);
  // A signer that does not hold the key it names must not put a broken line into the world.
  SINETTI_TRY(CheckCosignature(text, line.signature, key));
  return line;
}

Result<Timestamp> CheckCosignature(std::string_view text, ByteView signature,
                                   const VerifierKey& key) {
  SINETTI_TRY(RequireKeyType(key, KeyType::kCosignature));
  const Error wrong{ErrorCode::kCorrupt,
                    "the cosignature of " + FormatVerifierKey(key) +
                        " is wrong: text or time was changed, or another key signed"};
  if (signature.size() <= kTimeBytes) return wrong;
  const std::uint64_t seconds = LoadBigEndian64(signature.data());
  const auto value = Ed25519Signature::From(signature.subspan(kTimeBytes));
  if (!value || seconds > kSecondsMax ||
      !Ed25519Verify(key.public_key, AsBytes(CosignatureMessage(seconds, text)), *value))
    return wrong;
  return Timestamp{static_cast<std::int64_t>(seconds) * 1'000'000};
}

}  // namespace sinetti
