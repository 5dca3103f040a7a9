// One key file takes the place of another (docs/format/key-file.md, "Changing the form").
#pragma once

#include <filesystem>

#include "ledger/base/result.h"

namespace sinetti {

// `next` gets the name `path`, durably; what stood there is overwritten with zeros where the file
// system writes in place.  kEnvironment: then either file is under that name, whole.
Result<void> TakePlaceOf(const std::filesystem::path& next, const std::filesystem::path& path);

}  // namespace sinetti
