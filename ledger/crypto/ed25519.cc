// Ed25519 through OpenSSL's one-shot signing calls.
#include "ledger/crypto/ed25519.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>
#include <string>

namespace sinetti {
namespace {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

template <typename Value>
Result<Value> FromBytes(ByteView view, const char* what) {
  Value value;
  if (view.size() != value.bytes.size())
    return Error{ErrorCode::kInvalid, std::string(what) + " has " +
                                          std::to_string(value.bytes.size()) + " bytes, here are " +
                                          std::to_string(view.size())};
  std::copy(view.begin(), view.end(), value.bytes.begin());
  return value;
}

}  // namespace

Result<Ed25519PublicKey> Ed25519PublicKey::From(ByteView view) {
  return FromBytes<Ed25519PublicKey>(view, "an Ed25519 public key");
}

Result<Ed25519Signature> Ed25519Signature::From(ByteView view) {
  return FromBytes<Ed25519Signature>(view, "an Ed25519 signature");
}

struct Ed25519KeyPair::Impl {
  Key key;
  Ed25519PublicKey public_key;
};

Ed25519KeyPair::Ed25519KeyPair(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Ed25519KeyPair::~Ed25519KeyPair() = default;
Ed25519KeyPair::Ed25519KeyPair(Ed25519KeyPair&&) noexcept = default;
Ed25519KeyPair& Ed25519KeyPair::operator=(Ed25519KeyPair&&) noexcept = default;

Ed25519KeyPair Ed25519KeyPair::FromSeed(const Secret& seed) {
  auto impl = std::make_unique<Impl>();
  impl->key.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.view().data(),
                                               seed.view().size()));
  SINETTI_CHECK(impl->key != nullptr);
  std::size_t size = impl->public_key.bytes.size();
  SINETTI_CHECK(
      EVP_PKEY_get_raw_public_key(impl->key.get(), impl->public_key.bytes.data(), &size) == 1);
  SINETTI_CHECK(size == impl->public_key.bytes.size());
  return Ed25519KeyPair(std::move(impl));
}

const Ed25519PublicKey& Ed25519KeyPair::public_key() const { return impl_->public_key; }

Ed25519Signature Ed25519KeyPair::Sign(ByteView message) const {
  const Context context(EVP_MD_CTX_new());
  SINETTI_CHECK(context != nullptr);
  SINETTI_CHECK(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, impl_->key.get()) ==
                1);
  Ed25519Signature signature;
  std::size_t size = signature.bytes.size();
  SINETTI_CHECK(EVP_DigestSign(context.get(), signature.bytes.data(), &size, message.data(),
                               message.size()) == 1);
  SINETTI_CHECK(size == signature.bytes.size());
  return signature;
}

bool Ed25519Verify(const Ed25519PublicKey& key, ByteView message,
                   const Ed25519Signature& signature) {
  const Key public_key(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.bytes.data(), key.bytes.size()));
  const Context context(EVP_MD_CTX_new());
  SINETTI_CHECK(public_key != nullptr && context != nullptr);
  SINETTI_CHECK(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, public_key.get()) ==
                1);
  const bool valid = EVP_DigestVerify(context.get(), signature.bytes.data(), signature.bytes.size(),
                                      message.data(), message.size()) == 1;
  if (!valid) ERR_clear_error();
  return valid;
}

}  // namespace sinetti
