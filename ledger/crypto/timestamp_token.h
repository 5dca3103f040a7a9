// What a time-stamp of RFC 3161 says, before anybody has checked who says it.  Implements
// docs/format/timestamp.md, "Token".  No byte that nobody signed has more than one form here, so
// that a changed token is another token: what RFC 5652 leaves open, this page closes.
#pragma once

#include <optional>
#include <string>

#include "ledger/base/bytes.h"
#include "ledger/base/clock.h"
#include "ledger/crypto/digest.h"

namespace sinetti {

// Real ones have up to 10,000; some carry lists of revoked certificates.
inline constexpr std::size_t kTimestampBytesMax = 262'144;

// What is stamped: the hash of some bytes.
struct Imprint {
  DigestAlgorithm algorithm = DigestAlgorithm::kSha256;
  Bytes hash;

  // "sha256 6ade…"
  std::string Words() const;
  friend bool operator==(const Imprint&, const Imprint&) = default;
};
Imprint ImprintOf(DigestAlgorithm algorithm, ByteView bytes);

// TSTInfo (RFC 3161, 2.4.2).
struct TimestampClaims {
  Imprint imprint;
  Timestamp time;                    // genTime
  std::int64_t accuracy_micros = 0;  // the authority's clock may be off by so much; 0: not said
  std::string policy;                // OID
  std::string serial;                // hex
  Bytes nonce;                       // without leading zeros; empty: none
};

// TimeStampToken: SignedData (RFC 5652) with one signer around the claims.
struct TimestampToken {
  TimestampClaims claims;
  DigestAlgorithm digest = DigestAlgorithm::kSha256;  // of the signature
  std::string signature_algorithm;                    // OID
  Bytes signer_issuer;                                // Name of the signer's issuer, DER
};

// The token of a TimeStampResp: a view into it.  kInvalid: no response, or not granted, with status
// and reason in words; a token alone is taken for one, too.
Result<ByteView> TokenOfResponse(ByteView response);

// kInvalid: no token; kUnsupported: a hash or a signature that is not known here.
Result<TimestampToken> ParseTimestampToken(ByteView token);

// AlgorithmIdentifier of a hash of digest.h, with NULL parameters or none.
Result<DigestAlgorithm> ParseDigestIdentifier(ByteView der, std::string_view what);

}  // namespace sinetti
