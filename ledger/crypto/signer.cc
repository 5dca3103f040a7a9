// A file signer is a key file read once.
#include "ledger/crypto/signer.h"

#include "ledger/crypto/token_signer.h"

namespace sinetti {

Result<FileSigner> FileSigner::Open(const std::filesystem::path& path, const AskSecret& ask) {
  SINETTI_ASSIGN(const PrivateKey key, ReadKeyFile(path, ask));
  return FromSeed(key.name, key.seed, key.type);
}

Result<FileSigner> FileSigner::FromSeed(std::string name, const Secret& seed, KeyType type) {
  Ed25519KeyPair pair = Ed25519KeyPair::FromSeed(seed);
  SINETTI_ASSIGN(VerifierKey key, MakeVerifierKey(std::move(name), pair.public_key(), type));
  return FileSigner(std::move(key), std::move(pair));
}

Result<std::unique_ptr<Signer>> OpenSigner(const std::filesystem::path& path,
                                           const AskSecret& ask) {
  SINETTI_ASSIGN(const auto token, ReadTokenKeyFile(path));
  if (token) return TokenSigner::Open(*token, ask);
  SINETTI_ASSIGN(FileSigner signer, FileSigner::Open(path, ask));
  return std::unique_ptr<Signer>(std::make_unique<FileSigner>(std::move(signer)));
}

}  // namespace sinetti
