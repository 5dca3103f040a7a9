// See digest.h.
#include "ledger/crypto/digest.h"

#include <openssl/evp.h>

#include <memory>

#include "ledger/base/check.h"

namespace sinetti {
namespace {

const EVP_MD* MethodOf(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::kSha256: return EVP_sha256();
    case DigestAlgorithm::kSha384: return EVP_sha384();
    case DigestAlgorithm::kSha512: break;
  }
  return EVP_sha512();
}

}  // namespace

const char* DigestName(DigestAlgorithm algorithm) {
  switch (algorithm) {
    case DigestAlgorithm::kSha256: return "sha256";
    case DigestAlgorithm::kSha384: return "sha384";
    case DigestAlgorithm::kSha512: break;
  }
  return "sha512";
}

std::size_t DigestSize(DigestAlgorithm algorithm) {
  return static_cast<std::size_t>(EVP_MD_get_size(MethodOf(algorithm)));
}

Result<DigestAlgorithm> ParseDigestName(std::string_view name) {
  for (const DigestAlgorithm algorithm : kDigestAlgorithms)
    if (name == DigestName(algorithm)) return algorithm;
  return Error{ErrorCode::kUnsupported, "the hash '" + std::string(name.substr(0, 40)) +
                                            "' is not known here: sha256, sha384, sha512 are"};
}

Bytes DigestOf(DigestAlgorithm algorithm, std::initializer_list<ByteView> parts) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  SINETTI_CHECK(context && EVP_DigestInit_ex(context.get(), MethodOf(algorithm), nullptr) == 1);
  for (const ByteView part : parts)
    SINETTI_CHECK(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
  Bytes digest(DigestSize(algorithm));
  SINETTI_CHECK(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1);
  return digest;
}

}  // namespace sinetti
