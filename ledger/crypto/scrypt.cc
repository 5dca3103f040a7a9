// OpenSSL's EVP_KDF "SCRYPT"; its own memory limit is set to ours.
#include "ledger/crypto/scrypt.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>
#include <string>

namespace sinetti {
namespace {

struct FreeContext {
  void operator()(EVP_KDF_CTX* context) const { EVP_KDF_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_KDF_CTX, FreeContext>;

Context NewContext() {
  EVP_KDF* const algorithm = EVP_KDF_fetch(nullptr, "SCRYPT", nullptr);
  SINETTI_CHECK(algorithm != nullptr);
  Context context(EVP_KDF_CTX_new(algorithm));
  EVP_KDF_free(algorithm);  // the context holds it
  SINETTI_CHECK(context != nullptr);
  return context;
}

OSSL_PARAM OctetString(const char* name, ByteView bytes) {
  static constexpr std::uint8_t kNothing = 0;  // OpenSSL wants an address for no bytes as well
  const std::uint8_t* const data = bytes.empty() ? &kNothing : bytes.data();
  return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(data), bytes.size());
}

}  // namespace

Result<void> CheckScryptCost(const ScryptCost& cost) {
  const bool in_range = cost.log2_n >= 1 && cost.log2_n <= 24 && cost.r >= 1 && cost.r <= 32 &&
                        cost.p >= 1 && cost.p <= 16;
  if (in_range && (std::uint64_t{128} << cost.log2_n) * cost.r <= kScryptMemoryMax) return {};
  return Error{ErrorCode::kInvalid, "scrypt with N = 2^" + std::to_string(cost.log2_n) + ", r = " +
                                        std::to_string(cost.r) + ", p = " + std::to_string(cost.p) +
                                        " is not allowed: N from 2^1 to 2^24, r to 32, p to 16, "
                                        "and 128 * N * r at most 256 MiB"};
}

Result<void> Scrypt(ByteView passphrase, ByteView salt, const ScryptCost& cost,
                    std::span<std::uint8_t> out) {
  SINETTI_TRY(CheckScryptCost(cost));
  std::uint64_t n = std::uint64_t{1} << cost.log2_n;
  std::uint32_t r = cost.r, p = cost.p;
  std::uint64_t memory = kScryptMemoryMax + (std::uint64_t{1} << 20);  // its small blocks as well
  const OSSL_PARAM parameters[] = {
      OctetString(OSSL_KDF_PARAM_PASSWORD, passphrase),
      OctetString(OSSL_KDF_PARAM_SALT, salt),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
      OSSL_PARAM_construct_end(),
  };
  const Context context = NewContext();
  if (EVP_KDF_derive(context.get(), out.data(), out.size(), parameters) == 1) return {};
  ERR_clear_error();
  return Error{ErrorCode::kEnvironment,
               "a key could not be derived from the passphrase: " +
                   std::to_string((std::uint64_t{128} << cost.log2_n) * cost.r >> 20) +
                   " MiB of memory are needed for it"};
}

}  // namespace sinetti
