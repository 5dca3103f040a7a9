// AES-256-GCM through OpenSSL's EVP; the cipher is fetched once.
#include "ledger/crypto/aes_gcm.h"

#include <openssl/evp.h>

#include <memory>
#include <string>

namespace sinetti {
namespace {

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

const EVP_CIPHER* Algorithm() {
  static const EVP_CIPHER* const algorithm = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return algorithm;
}

// 12 bytes is the nonce length that OpenSSL assumes for GCM, so it is not set here.
Context Begin(const Secret& key, const AesGcmNonce& nonce, bool seal) {
  Context context(EVP_CIPHER_CTX_new());
  SINETTI_CHECK(context != nullptr);
  SINETTI_CHECK(EVP_CipherInit_ex2(context.get(), Algorithm(), key.view().data(), nonce.data(),
                                   seal ? 1 : 0, nullptr) == 1);
  return context;
}

// A null `out` means associated data.
void Feed(const Context& context, std::uint8_t* out, ByteView in) {
  if (in.empty()) return;
  int size = 0;
  SINETTI_CHECK(
      EVP_CipherUpdate(context.get(), out, &size, in.data(), static_cast<int>(in.size())) == 1);
  SINETTI_CHECK(static_cast<std::size_t>(size) == in.size());
}

}  // namespace

Bytes AesGcmSeal(const Secret& key, const AesGcmNonce& nonce, ByteView plaintext,
                 ByteView associated) {
  SINETTI_CHECK(plaintext.size() <= kAesGcmBytesMax && associated.size() <= kAesGcmBytesMax);
  Bytes sealed(plaintext.size() + kAesGcmTagBytes);
  const Context context = Begin(key, nonce, true);
  Feed(context, nullptr, associated);
  Feed(context, sealed.data(), plaintext);
  std::uint8_t* const tag = sealed.data() + plaintext.size();
  int size = 0;
  SINETTI_CHECK(EVP_CipherFinal_ex(context.get(), tag, &size) == 1 && size == 0);
  SINETTI_CHECK(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kAesGcmTagBytes, tag) ==
                1);
  return sealed;
}

Result<Bytes> AesGcmOpen(const Secret& key, const AesGcmNonce& nonce, ByteView sealed,
                         ByteView associated) {
  if (sealed.size() < kAesGcmTagBytes || sealed.size() - kAesGcmTagBytes > kAesGcmBytesMax ||
      associated.size() > kAesGcmBytesMax)
    return Error{ErrorCode::kInvalid, "sealed bytes are 16 to 2^30 + 16 long, here are " +
                                          std::to_string(sealed.size())};
  const ByteView ciphertext = sealed.first(sealed.size() - kAesGcmTagBytes);
  std::array<std::uint8_t, kAesGcmTagBytes> tag;
  std::copy(sealed.end() - kAesGcmTagBytes, sealed.end(), tag.begin());

  Bytes plaintext(ciphertext.size());
  const Context context = Begin(key, nonce, false);
  Feed(context, nullptr, associated);
  Feed(context, plaintext.data(), ciphertext);
  SINETTI_CHECK(
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kAesGcmTagBytes, tag.data()) == 1);
  int size = 0;
  std::uint8_t nothing_more[kAesGcmTagBytes];
  if (EVP_CipherFinal_ex(context.get(), nothing_more, &size) != 1) {
    WipeBytes(plaintext);
    return Error{ErrorCode::kCorrupt,
                 "sealed bytes don't open: key, nonce, associated data or content differ from the "
                 "sealing"};
  }
  return plaintext;
}

}  // namespace sinetti
