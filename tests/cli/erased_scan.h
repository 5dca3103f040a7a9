// Looks for what an erasure must have destroyed: plaintext in any of its usual clothes, and keys
// that open a sealed value, in every file below a folder.  Knows docs/format/sealing.md and nothing
// of the vault's code.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"

namespace sinetti::testing_support {

// A box and what it is bound to.
struct SealedBox {
  std::string subject;
  std::string value;  // what was sealed
  Bytes box;
  Bytes associated;
};

using FileContents = std::map<std::string, std::string>;  // by path

FileContents ReadFilesBelow(const std::string& folder);

// "path: how" for each place where `text` stands: as bytes, hex, base64 at any offset, UTF-16.
std::vector<std::string> FindText(const FileContents& files, const std::string& text);

// "path: what opens" for each run of 32 bytes in the files (also as hex or base64) that opens a
// box, or that is a vault key which unwraps a key in one of the vault logs among the files that
// opens a box.
std::vector<std::string> FindKeys(const FileContents& files, const std::string& origin,
                                  const std::vector<SealedBox>& boxes);

}  // namespace sinetti::testing_support
