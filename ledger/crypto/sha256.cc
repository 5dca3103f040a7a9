// SHA-256 through OpenSSL's EVP for streams, the algorithm fetched once for the life of the
// process; and for the short inputs of which a ledger is made, through the plain functions below
// EVP.  OpenSSL 3 calls those deprecated; they run the same code without a context, a third faster
// at 65 bytes and a fifth at 400, and everything the ledger does is made of such hashes.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "ledger/crypto/sha256.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

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
  SHA256_CTX context;
  Hash hash;
  // These cannot fail on any input.
  SHA256_Init(&context);
  for (const ByteView part : parts) SHA256_Update(&context, part.data(), part.size());
  SHA256_Final(hash.bytes.data(), &context);
  return hash;
}

}  // namespace sinetti
