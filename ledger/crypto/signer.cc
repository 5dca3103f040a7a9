// A file signer is a key file read once.
#include "ledger/crypto/signer.h"

#include "ledger/crypto/key_file.h"

namespace sinetti {

Result<FileSigner> FileSigner::Open(const std::filesystem::path& path) {
  SINETTI_ASSIGN(const PrivateKey key, ReadKeyFile(path));
  return FromSeed(key.name, key.seed, key.type);
}

Result<FileSigner> FileSigner::FromSeed(std::string name, const Secret& seed, KeyType type) {
  Ed25519KeyPair pair = Ed25519KeyPair::FromSeed(seed);
  SINETTI_ASSIGN(VerifierKey key, MakeVerifierKey(std::move(name), pair.public_key(), type));
  return FileSigner(std::move(key), std::move(pair));
}

}  // namespace sinetti
