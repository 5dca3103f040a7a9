// The passphrase of the vault key: sinetti key encrypt, decrypt and change-passphrase for
// vault.key.
#pragma once

#include <string>

#include "cli/commands/session.h"

namespace sinetti {

// True: `path` is a file with a vault key, in the clear or under a passphrase.
bool IsVaultKey(const std::string& path);

Result<ExitCode> RunVaultKey(Session& session, const KeyArguments& arguments,
                             const std::string& path);

}  // namespace sinetti
