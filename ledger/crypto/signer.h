// Who signs checkpoints and cosigns them.  A seam because reality has two: a key in a file today, a
// key that never leaves a hardware module (PKCS#11) later; the second can fail, so signing gives a
// Result.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"
#include "ledger/crypto/ed25519.h"
#include "ledger/crypto/key_file.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

class Signer {
 public:
  virtual ~Signer() = default;

  // Name, id and public key; stays the same for the life of the signer.
  virtual const VerifierKey& key() const = 0;

  // kEnvironment when the key can't be reached.
  virtual Result<Ed25519Signature> Sign(ByteView message) = 0;
};

// Signs with a key held in memory, usually read from a key file.
class FileSigner final : public Signer {
 public:
  // kEnvironment as ReadKeyFile says.
  static Result<FileSigner> Open(const std::filesystem::path& path, const AskSecret& ask = {});

  // kInvalid when CheckKeyName refuses the name.
  static Result<FileSigner> FromSeed(std::string name, const Secret& seed,
                                     KeyType type = KeyType::kNote);

  const VerifierKey& key() const override { return key_; }
  Result<Ed25519Signature> Sign(ByteView message) override { return pair_.Sign(message); }

 private:
  FileSigner(VerifierKey key, Ed25519KeyPair pair) : key_(std::move(key)), pair_(std::move(pair)) {}

  VerifierKey key_;
  Ed25519KeyPair pair_;
};

// The signer that the key file `path` is for; `ask` as for ReadKeyFile.
Result<std::unique_ptr<Signer>> OpenSigner(const std::filesystem::path& path,
                                           const AskSecret& ask = {});

}  // namespace sinetti
