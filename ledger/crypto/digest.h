// The hash functions by which time-stamps name what they stamp.  More than one, for a time-stamp
// outlives its hash (docs/format/timestamp.md); the ledger itself has one, in sha256.h.
#pragma once

#include <initializer_list>
#include <string_view>

#include "ledger/base/bytes.h"

namespace sinetti {

// FIPS 180-4.
enum class DigestAlgorithm { kSha256, kSha384, kSha512 };

inline constexpr DigestAlgorithm kDigestAlgorithms[] = {
    DigestAlgorithm::kSha256, DigestAlgorithm::kSha384, DigestAlgorithm::kSha512};

const char* DigestName(DigestAlgorithm algorithm);  // "sha256"
std::size_t DigestSize(DigestAlgorithm algorithm);  // bytes

// kUnsupported for a name that DigestName does not give.
Result<DigestAlgorithm> ParseDigestName(std::string_view name);

// The hash of the parts, one after the other.  Any thread may call it.
Bytes DigestOf(DigestAlgorithm algorithm, std::initializer_list<ByteView> parts);

}  // namespace sinetti
