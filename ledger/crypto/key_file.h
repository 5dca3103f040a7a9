// The file that holds the private signing key of a ledger, a witness or an actor: in the text form
// of C2SP note tools, PRIVATE+KEY+name+id+base64(type ‖ seed), or under a passphrase.  Implements
// docs/format/key-file.md.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "ledger/base/result.h"
#include "ledger/crypto/encrypted_key.h"
#include "ledger/crypto/secret.h"
#include "ledger/crypto/secret_text.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

struct PrivateKey {
  std::string name;
  Secret seed;
  KeyType type = KeyType::kNote;
};

// How a key file is written: in the clear, or under a passphrase.
struct KeyProtection {
  SecretText passphrase;
  ScryptCost cost;
};

// Asked for the secret that opens a file, once it is known that one is needed; `what` names the
// file.  Errors pass through.
using AskSecret = std::function<Result<SecretText>(const std::string& what)>;

// Creates `path` readable by its owner only and syncs file and folder.  kConflict when something is
// there already: a signing key is never overwritten.  kEnvironment when the file can't be written;
// then nothing is left behind.
Result<void> WriteKeyFile(const std::filesystem::path& path, const PrivateKey& key,
                          const KeyProtection* protection = nullptr);

// Puts another form of the key, or another key, in the place of the file: written beside, synced,
// renamed; then the old content is overwritten with zeros where the file system writes in place.
// kEnvironment: then the old file is there, whole.
Result<void> ReplaceKeyFile(const std::filesystem::path& path, const PrivateKey& key,
                            const KeyProtection* protection = nullptr);

// kEnvironment when the file is missing, not a regular file, open to group or others, or malformed;
// when it is under a passphrase and `ask` gives none, or another one.  No error text holds anything
// of the content.
Result<PrivateKey> ReadKeyFile(const std::filesystem::path& path, const AskSecret& ask = {});

// What a key file says without a passphrase.
struct KeyFileHead {
  VerifierKey key;
  bool encrypted = false;
};
Result<KeyFileHead> ReadKeyFileHead(const std::filesystem::path& path);

}  // namespace sinetti
