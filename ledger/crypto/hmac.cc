// HMAC through OpenSSL's EVP_MAC; the algorithm is fetched once.
#include "ledger/crypto/hmac.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

#include "ledger/base/check.h"

namespace sinetti {
namespace {

struct FreeContext {
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

EVP_MAC* Algorithm() {
  static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  return algorithm;
}

}  // namespace

Hash HmacSha256(ByteView key, std::initializer_list<ByteView> parts) {
  const std::unique_ptr<EVP_MAC_CTX, FreeContext> context(EVP_MAC_CTX_new(Algorithm()));
  SINETTI_CHECK(context != nullptr);
  char digest[] = "SHA2-256";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
      OSSL_PARAM_construct_end()};
  // EVP_MAC_init takes a null key as "the key set before", so an empty key needs an address.
  const std::uint8_t no_key = 0;
  SINETTI_CHECK(
      EVP_MAC_init(context.get(), key.empty() ? &no_key : key.data(), key.size(), parameters) == 1);
  for (const ByteView part : parts)
    SINETTI_CHECK(EVP_MAC_update(context.get(), part.data(), part.size()) == 1);
  Hash mac;
  std::size_t size = 0;
  SINETTI_CHECK(EVP_MAC_final(context.get(), mac.bytes.data(), &size, mac.bytes.size()) == 1);
  SINETTI_CHECK(size == mac.bytes.size());
  return mac;
}

bool EqualInConstantTime(ByteView a, ByteView b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace sinetti
