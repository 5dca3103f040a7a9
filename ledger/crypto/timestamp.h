// Time-stamps of an authority (RFC 3161): the request, and the check of the answer without a
// network.  Implements docs/format/timestamp.md, "Request" and "Check of a token".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/timestamp_token.h"

namespace sinetti {

// TimeStampReq (RFC 3161, 2.4.1).
struct TimestampRequest {
  Imprint imprint;
  Bytes nonce;         // without leading zeros; empty: none
  std::string policy;  // OID; empty: whatever the authority's is

  friend bool operator==(const TimestampRequest&, const TimestampRequest&) = default;
};

// DER; asks for the authority's certificate, too.  kInvalid: a nonce that begins with zero or has
// more than 32 bytes, or a policy that is no OID.
Result<Bytes> FormatTimestampRequest(const TimestampRequest& request);
// kInvalid when `der` is no request; kUnsupported for another hash.
Result<TimestampRequest> ParseTimestampRequest(ByteView der);

// What was asked is what was answered: imprint, nonce, and the policy if one was asked for.
// kCorrupt, with both values.
Result<void> RequireAnswers(const TimestampClaims& claims, const TimestampRequest& request);

struct TimestampCertificate {
  std::string subject;      // RFC 2253
  std::string fingerprint;  // SHA-256 of the certificate, hex
  Timestamp valid_until;
  // What the signature under it rests on: "sha256", "ecdsa".  That of the certificate which the
  // reader trusts means nothing.
  std::string digest, signature;
};

// Who a token says signed it: nothing is checked and nobody asked.  kInvalid, kUnsupported: as
// ParseTimestampToken; kCorrupt: the certificate is not in it.
Result<TimestampCertificate> StatedSigner(ByteView token);

struct CheckedTimestamp {
  TimestampToken token;
  // Who signed, who vouches for that one …, and last the certificate that the reader trusts.
  std::vector<TimestampCertificate> chain;

  const TimestampClaims& claims() const { return token.claims; }
  const std::string& authority() const { return chain.front().subject; }
  // When the first certificate of the chain ends: a stamp that is not renewed by then has nobody
  // who vouches for it.
  Timestamp valid_until() const;
  // All that must be unbroken for it to hold: the hashes and kinds of its signatures, and the
  // fingerprints of its certificates.
  std::vector<std::string> RestsOn() const;
};

// Who signed the token, and that it was an authority for time-stamps (critical extended key usage,
// time-stamping alone) whom a chain ties to a certificate of `authorities` (PEM, one or more, roots
// or not), with all certificates valid at the stated time, keys of 112 bits of strength at least.
// Nobody is asked about revocation: that needs a network.  kInvalid: no token, or no certificate to
// trust; kUnsupported: as ParseTimestampToken; kCorrupt: it does not hold.
Result<CheckedTimestamp> CheckTimestampToken(ByteView token, std::string_view authorities);

}  // namespace sinetti
