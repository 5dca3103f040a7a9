// The file that holds the private signing key of a ledger or a witness: one line in the text form
// that C2SP note tools use, PRIVATE+KEY+name+id+base64(type ‖ seed).  See
// docs/format/checkpoint.md, "Key file".
#pragma once

#include <filesystem>
#include <string>

#include "ledger/base/result.h"
#include "ledger/crypto/secret.h"
#include "ledger/crypto/verifier_key.h"

namespace sinetti {

struct PrivateKey {
  std::string name;
  Secret seed;
  KeyType type = KeyType::kNote;
};

// Creates `path` readable by its owner only and syncs file and folder.  kConflict when something is
// there already: a signing key is never overwritten.  kEnvironment when the file can't be written;
// then nothing is left behind.
Result<void> WriteKeyFile(const std::filesystem::path& path, const PrivateKey& key);

// kEnvironment when the file is missing, not a regular file, open to group or others, or malformed.
// No error text holds anything of the content.
Result<PrivateKey> ReadKeyFile(const std::filesystem::path& path);

}  // namespace sinetti
