// Folders and files that only their owner may use: ledger, views and keys are made so whatever the
// umask is, and looked at when they are opened (docs/format/store.md, "Modes").
#pragma once

#include <string>

#include "ledger/base/result.h"

namespace sinetti {

// Makes the folder, and what is missing above it.  A new one has mode 0700; one that is there
// stays as it is.  kEnvironment: it cannot be made.
Result<void> MakePrivateFolder(const std::string& path);

// Takes every right to the folder from group and others.
Result<void> ClosePrivateFolder(const std::string& path);

// Makes the file, empty and with mode 0600; one that is there stays as it is.
Result<void> MakePrivateFile(const std::string& path);

// What is wrong when group or others have a right to it: path, mode and the command that takes it
// from them.  Empty: nothing is, or there is nothing of that name.
std::string OpenToOthers(const std::string& path);

}  // namespace sinetti
