// SHA-256 through OpenSSL's EVP.  The algorithm is fetched once for the life of the process:
// fetching it for each hash halves the rate.
#include "ledger/crypto/sha256.h"

#include <openssl/evp.h>

#include "ledger/base/check.h"

namespace sinetti {
namespace {

// Immutable and never freed, so that it outlives every thread that hashes.
const EVP_MD* Algorithm() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  return algorithm;
}

}  // namespace

// Every call below fails only when OpenSSL is unusable (no memory, no default provider); a ledger
// that can't hash can't do anything, so that is an abort and not a Result on each line of the
// callers.
struct Sha256::Impl {
  Impl() : context(EVP_MD_CTX_new()) {
    SINETTI_CHECK(context != nullptr && Algorithm() != nullptr);
    Begin();
  }
  ~Impl() { EVP_MD_CTX_free(context); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void Begin() { SINETTI_CHECK(EVP_DigestInit_ex2(context, Algorithm(), nullptr) == 1); }

  EVP_MD_CTX* context;
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::Update(ByteView bytes) {
  SINETTI_CHECK(EVP_DigestUpdate(impl_->context, bytes.data(), bytes.size()) == 1);
}

Hash Sha256::Finish() {
  Hash hash;
  unsigned size = 0;
  SINETTI_CHECK(EVP_DigestFinal_ex(impl_->context, hash.bytes.data(), &size) == 1);
  SINETTI_CHECK(size == hash.bytes.size());
  impl_->Begin();
  return hash;
}

Hash HashOf(std::initializer_list<ByteView> parts) {
  // One context for each thread: a cache of working memory, empty between calls.
  thread_local Sha256 hasher;
  for (const ByteView part : parts) hasher.Update(part);
  return hasher.Finish();
}

}  // namespace sinetti
