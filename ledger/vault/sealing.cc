// Commitment, box and their inverse.
#include "ledger/vault/sealing.h"

#include <algorithm>
#include <cstring>

#include "ledger/crypto/hmac.h"
#include "ledger/crypto/sha256.h"

namespace sinetti {
namespace {

constexpr std::uint8_t kCommitmentDomain = 0x04;
constexpr std::size_t kPrefixBytes = 16 + 4;  // salt, length
constexpr std::size_t kPadTo = 32;

Bytes AssociatedData(const SealPlace& place) {
  Bytes data;
  for (const std::string_view part : {place.origin, place.stream, place.path}) {
    if (!data.empty()) data.push_back(0);  // no part holds a zero
    data.insert(data.end(), part.begin(), part.end());
  }
  return data;
}

}  // namespace

Hash SealCommitment(const Salt& salt, std::string_view value) {
  return HashOf({ByteView(&kCommitmentDomain, 1), salt, AsBytes(value)});
}

Hash DraftCommitment(const Secret& subject_key, std::string_view value) {
  return HmacSha256(subject_key.view(), {AsBytes(value)});
}

Bytes SealBox(const Secret& subject_key, const AesGcmNonce& nonce, const Salt& salt,
              std::string_view value, const SealPlace& place) {
  Bytes plaintext((kPrefixBytes + value.size() + kPadTo - 1) / kPadTo * kPadTo);
  std::copy(salt.begin(), salt.end(), plaintext.begin());
  const auto length = static_cast<std::uint32_t>(value.size());
  for (int i = 0; i < 4; ++i)
    plaintext[salt.size() + i] = static_cast<std::uint8_t>(length >> (8 * i));
  std::copy(value.begin(), value.end(), plaintext.begin() + kPrefixBytes);
  const Bytes sealed = AesGcmSeal(subject_key, nonce, plaintext, AssociatedData(place));
  WipeBytes(plaintext);

  Bytes box(nonce.begin(), nonce.end());
  box.insert(box.end(), sealed.begin(), sealed.end());
  return box;
}

Result<OpenedValue> OpenBox(const Secret& subject_key, ByteView box, const Hash& commitment,
                            const SealPlace& place) {
  const auto corrupt = [&place](const char* what) {
    return Error{ErrorCode::kCorrupt, "sealed field " + std::string(place.path) + " of stream " +
                                          std::string(place.stream) + ": " + what +
                                          "; run `sinetti verify`, and compare the vault with its "
                                          "backup"};
  };
  AesGcmNonce nonce;
  if (box.size() < nonce.size()) return corrupt("the box is too short");
  std::copy_n(box.begin(), nonce.size(), nonce.begin());
  auto plaintext = AesGcmOpen(subject_key, nonce, box.subspan(nonce.size()), AssociatedData(place));
  if (!plaintext) return corrupt("the key of its subject does not open the box");
  if (plaintext->size() < kPrefixBytes) return corrupt("the box holds no value");

  OpenedValue opened;
  std::copy_n(plaintext->begin(), opened.salt.size(), opened.salt.begin());
  std::uint32_t length = 0;
  for (int i = 0; i < 4; ++i)
    length |= std::uint32_t{(*plaintext)[opened.salt.size() + i]} << (8 * i);
  const bool fits = length <= plaintext->size() - kPrefixBytes;
  if (fits) opened.value = AsText(ByteView(*plaintext).subspan(kPrefixBytes, length));
  WipeBytes(*plaintext);
  if (!fits || SealCommitment(opened.salt, opened.value) != commitment)
    return corrupt("the box does not hold what its commitment says");
  return opened;
}

}  // namespace sinetti
