// Base 85 with the alphabet of RFC 1924: four bytes in five characters, where base 64 needs more
// than five.  For the long lists of hashes in docs/format/proof.md; what Python calls b85encode.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/bytes.h"

namespace sinetti {

// The length of `bytes` is a multiple of 4.
std::string Base85Encode(ByteView bytes);

// kInvalid unless `text` is exactly what Base85Encode gives for some bytes.
Result<Bytes> Base85Decode(std::string_view text);

}  // namespace sinetti
