// Signs with an Ed25519 key that never leaves a token: a hardware module, a card, or a program that
// stands for one, through PKCS#11 (OASIS, v2.40; mechanism CKM_EDDSA of v3.0).
#pragma once

#include <memory>
#include <string>

#include "ledger/crypto/key_file.h"
#include "ledger/crypto/signer.h"
#include "ledger/crypto/token_key.h"

namespace sinetti {

class TokenSigner final : public Signer {
 public:
  // Loads the module, finds the token and the key, and logs in; `ask` for the PIN, where one is
  // needed.  kEnvironment: the module cannot be loaded, the token is not there, the PIN is wrong,
  // the key is missing or there are several, Ed25519 is not what the token signs with.
  static Result<std::unique_ptr<Signer>> Open(const TokenKey& key, const AskSecret& ask);

  ~TokenSigner() override;

  const VerifierKey& key() const override { return key_; }
  // Every signature is checked with the public half before it is handed out.
  Result<Ed25519Signature> Sign(ByteView message) override;

 private:
  struct Token;
  TokenSigner(VerifierKey key, std::unique_ptr<Token> token);

  VerifierKey key_;
  std::unique_ptr<Token> token_;

  friend Result<VerifierKey> FindTokenKey(const std::string& name, const std::string& module,
                                          const std::string& uri, const AskSecret& ask);
};

// The public half of a key on a token, named `name`: what a key file for it is made with.  Errors
// as TokenSigner::Open, kInvalid for the URI and the name.
Result<VerifierKey> FindTokenKey(const std::string& name, const std::string& module,
                                 const std::string& uri, const AskSecret& ask);

}  // namespace sinetti
