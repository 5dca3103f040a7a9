// Reads down the structures of RFC 3161, 2.4.2 and RFC 5652, 5.1 in their order.
#include "ledger/crypto/timestamp_token.h"

#include <algorithm>
#include <string_view>

#include "ledger/crypto/der.h"

namespace sinetti {
namespace {

constexpr std::string_view kSignedData = "1.2.840.113549.1.7.2";
constexpr std::string_view kTstInfo = "1.2.840.113549.1.9.16.1.4";

constexpr std::pair<std::string_view, DigestAlgorithm> kDigests[] = {
    {"2.16.840.1.101.3.4.2.1", DigestAlgorithm::kSha256},
    {"2.16.840.1.101.3.4.2.2", DigestAlgorithm::kSha384},
    {"2.16.840.1.101.3.4.2.3", DigestAlgorithm::kSha512}};

// Each goes with one hash; rsaEncryption with any.
struct SignatureKind {
  std::string_view oid;
  std::optional<DigestAlgorithm> digest;
};
constexpr SignatureKind kSignatures[] = {
    {"1.2.840.113549.1.1.1", std::nullopt},  // PKCS #1 v1.5, the hash beside it
    {"1.2.840.113549.1.1.11", DigestAlgorithm::kSha256},
    {"1.2.840.113549.1.1.12", DigestAlgorithm::kSha384},
    {"1.2.840.113549.1.1.13", DigestAlgorithm::kSha512},
    {"1.2.840.10045.4.3.2", DigestAlgorithm::kSha256},  // ECDSA
    {"1.2.840.10045.4.3.3", DigestAlgorithm::kSha384},
    {"1.2.840.10045.4.3.4", DigestAlgorithm::kSha512}};

Error Invalid(const std::string& why) { return {ErrorCode::kInvalid, "time-stamp: " + why}; }

Result<std::string> TakeOid(DerReader& in, std::string_view what) {
  SINETTI_ASSIGN(const DerElement oid, in.Take(kDerOid, what));
  return DerOidText(oid.content, what);
}

Result<void> RequireOid(DerReader& in, std::string_view expected, std::string_view what) {
  SINETTI_ASSIGN(const std::string oid, TakeOid(in, what));
  if (oid != expected)
    return Invalid(std::string(what) + " is " + oid + ", not " + std::string(expected));
  return {};
}

Result<void> RequireVersion(DerReader& in, std::uint32_t expected, std::string_view what) {
  SINETTI_ASSIGN(const DerElement number, in.Take(kDerInteger, what));
  SINETTI_ASSIGN(const std::uint32_t version, DerSmall(number, what));
  if (version != expected)
    return Error{ErrorCode::kUnsupported, "time-stamp: " + std::string(what) + " is " +
                                              std::to_string(version) + ", known here is " +
                                              std::to_string(expected)};
  return {};
}

// The OID of an AlgorithmIdentifier whose parameters are NULL or absent.
Result<std::string> AlgorithmOf(ByteView der, std::string_view what) {
  DerReader outer(der);
  SINETTI_ASSIGN(const DerElement sequence, outer.Take(kDerSequence, what));
  SINETTI_TRY(outer.End(what));
  DerReader in(sequence.content);
  SINETTI_ASSIGN(std::string oid, TakeOid(in, what));
  if (!in.empty()) {
    SINETTI_ASSIGN(const DerElement null, in.Take(kDerNull, what));
    if (!null.content.empty()) return Invalid(std::string(what) + " has parameters");
  }
  SINETTI_TRY(in.End(what));
  return oid;
}

// "20260301120000.5Z": UTC, a fraction without trailing zeros (RFC 3161, 2.4.2).
Result<Timestamp> TimeOf(const DerElement& time) {
  const std::string text(AsText(time.content));
  const auto digits = [&](std::size_t from, std::size_t count) { return text.substr(from, count); };
  const bool fraction = text.size() > 15;
  const bool formed =
      text.size() >= 15 && text.back() == 'Z' &&
      std::all_of(text.begin(), text.begin() + 14, [](char c) { return c >= '0' && c <= '9'; }) &&
      (!fraction ||
       (text[14] == '.' && text.size() > 16 && text[text.size() - 2] != '0' && text.size() <= 22));
  auto parsed = formed ? ParseTimestamp(digits(0, 4) + "-" + digits(4, 2) + "-" + digits(6, 2) +
                                        "T" + digits(8, 2) + ":" + digits(10, 2) + ":" +
                                        digits(12, 2) + text.substr(14))
                       : Result<Timestamp>(Error{});
  if (!parsed) return Invalid("its time is none in UTC, or in no form that is allowed");
  return parsed;
}

// Accuracy ::= SEQUENCE { seconds INTEGER, millis [0], micros [1], each OPTIONAL }
Result<std::int64_t> AccuracyOf(const DerElement& accuracy) {
  DerReader in(accuracy.content);
  std::int64_t micros = 0;
  const std::pair<std::uint8_t, std::int64_t> parts[] = {
      {kDerInteger, 1'000'000}, {DerPrimitive(0), 1'000}, {DerPrimitive(1), 1}};
  for (const auto& [tag, unit] : parts) {
    if (!in.NextIs(tag)) continue;
    SINETTI_ASSIGN(const DerElement number, in.Take(tag, "accuracy"));
    SINETTI_ASSIGN(const std::uint32_t value, DerSmall(number, "accuracy"));
    micros += value * unit;
  }
  SINETTI_TRY(in.End("accuracy"));
  return micros;
}

Result<void> RefuseCritical(const DerElement& extensions) {
  DerReader in(extensions.content);
  while (!in.empty()) {
    SINETTI_ASSIGN(const DerElement one, in.Take(kDerSequence, "extension"));
    DerReader extension(one.content);
    SINETTI_ASSIGN(const std::string oid, TakeOid(extension, "extension"));
    if (extension.NextIs(kDerBoolean))
      return Error{ErrorCode::kUnsupported,
                   "time-stamp: it has a critical extension " + oid + " that is not known here"};
  }
  return {};
}

Result<Imprint> TakeImprint(DerReader& in) {
  SINETTI_ASSIGN(const DerElement message, in.Take(kDerSequence, "message imprint"));
  DerReader parts(message.content);
  SINETTI_ASSIGN(const DerElement algorithm, parts.Take(kDerSequence, "its hash"));
  SINETTI_ASSIGN(const DerElement hash, parts.Take(kDerOctetString, "message imprint"));
  SINETTI_TRY(parts.End("message imprint"));
  Imprint imprint;
  SINETTI_ASSIGN(imprint.algorithm, ParseDigestIdentifier(algorithm.whole, "its hash"));
  if (hash.content.size() != DigestSize(imprint.algorithm))
    return Invalid("its imprint has " + std::to_string(hash.content.size()) + " bytes, " +
                   DigestName(imprint.algorithm) + " has " +
                   std::to_string(DigestSize(imprint.algorithm)));
  imprint.hash.assign(hash.content.begin(), hash.content.end());
  return imprint;
}

Result<TimestampClaims> ParseClaims(ByteView der) {
  SINETTI_TRY(RequireDer(der, "TSTInfo"));
  DerReader outer(der);
  SINETTI_ASSIGN(const DerElement sequence, outer.Take(kDerSequence, "TSTInfo"));
  DerReader in(sequence.content);
  TimestampClaims claims;
  SINETTI_TRY(RequireVersion(in, 1, "version of TSTInfo"));
  SINETTI_ASSIGN(claims.policy, TakeOid(in, "policy"));
  SINETTI_ASSIGN(claims.imprint, TakeImprint(in));
  SINETTI_ASSIGN(const DerElement serial, in.Take(kDerInteger, "serial number"));
  SINETTI_ASSIGN(const Bytes serial_bytes, DerUnsigned(serial, "serial number"));
  claims.serial = HexEncode(serial_bytes);
  SINETTI_ASSIGN(const DerElement time, in.Take(kDerGeneralizedTime, "genTime"));
  SINETTI_ASSIGN(claims.time, TimeOf(time));
  if (in.NextIs(kDerSequence)) {
    SINETTI_ASSIGN(const DerElement accuracy, in.Take(kDerSequence, "accuracy"));
    SINETTI_ASSIGN(claims.accuracy_micros, AccuracyOf(accuracy));
  }
  if (in.NextIs(kDerBoolean)) SINETTI_TRY(in.Take(kDerBoolean, "ordering"));
  if (in.NextIs(kDerInteger)) {
    SINETTI_ASSIGN(const DerElement nonce, in.Take(kDerInteger, "nonce"));
    SINETTI_ASSIGN(claims.nonce, DerUnsigned(nonce, "nonce"));
  }
  if (in.NextIs(DerContext(0))) SINETTI_TRY(in.Take(DerContext(0), "name of the authority"));
  if (in.NextIs(DerContext(1))) {
    SINETTI_ASSIGN(const DerElement extensions, in.Take(DerContext(1), "extensions"));
    SINETTI_TRY(RefuseCritical(extensions));
  }
  SINETTI_TRY(in.End("TSTInfo"));
  return claims;
}

// SignerInfo (RFC 5652, 5.3) that names its certificate by issuer and serial number.
Result<void> ParseSigner(const DerElement& signer, TimestampToken& token) {
  DerReader in(signer.content);
  SINETTI_TRY(RequireVersion(in, 1, "version of SignerInfo"));
  SINETTI_ASSIGN(const DerElement sid, in.Take(kDerSequence, "signer"));
  DerReader names(sid.content);
  SINETTI_ASSIGN(const DerElement issuer, names.Take(kDerSequence, "issuer of the signer"));
  token.signer_issuer.assign(issuer.whole.begin(), issuer.whole.end());
  SINETTI_TRY(names.Take(kDerInteger, "serial number of the signer"));
  SINETTI_TRY(names.End("signer"));
  SINETTI_ASSIGN(const DerElement digest, in.Take(kDerSequence, "hash of the signature"));
  SINETTI_ASSIGN(token.digest, ParseDigestIdentifier(digest.whole, "hash of the signature"));
  SINETTI_TRY(in.Take(DerContext(0), "signed attributes"));
  SINETTI_ASSIGN(const DerElement algorithm, in.Take(kDerSequence, "kind of signature"));
  SINETTI_ASSIGN(token.signature_algorithm, AlgorithmOf(algorithm.whole, "kind of signature"));
  SINETTI_TRY(in.Take(kDerOctetString, "signature"));
  if (in.NextIs(DerContext(1))) SINETTI_TRY(in.Take(DerContext(1), "unsigned attributes"));
  SINETTI_TRY(in.End("SignerInfo"));
  const auto kind = std::ranges::find(kSignatures, token.signature_algorithm, &SignatureKind::oid);
  if (kind == std::end(kSignatures))
    return Error{ErrorCode::kUnsupported, "time-stamp: its signature is of kind " +
                                              token.signature_algorithm +
                                              ", known here are RSA (PKCS #1 v1.5) and ECDSA"};
  if (kind->digest && *kind->digest != token.digest)
    return Invalid("hash and kind of the signature contradict each other");
  return {};
}

constexpr const char* kStatusWords[] = {"granted", "granted with modifications", "rejected",
                                        "waiting", "revocation warning",         "revoked"};

}  // namespace

std::string Imprint::Words() const {
  return std::string(DigestName(algorithm)) + " " + HexEncode(hash);
}

Imprint ImprintOf(DigestAlgorithm algorithm, ByteView bytes) {
  return {algorithm, DigestOf(algorithm, {bytes})};
}

Result<DigestAlgorithm> ParseDigestIdentifier(ByteView der, std::string_view what) {
  SINETTI_ASSIGN(const std::string oid, AlgorithmOf(der, what));
  for (const auto& [known, algorithm] : kDigests)
    if (oid == known) return algorithm;
  return Error{ErrorCode::kUnsupported, "time-stamp: " + std::string(what) + " is " + oid +
                                            ", known here are SHA-256, SHA-384 and SHA-512"};
}

Result<ByteView> TokenOfResponse(ByteView response) {
  constexpr std::string_view kWhat = "time-stamp response (RFC 3161, DER)";
  if (response.size() > kTimestampBytesMax)
    return Invalid("it has " + std::to_string(response.size()) + " bytes, the limit is " +
                   std::to_string(kTimestampBytesMax));
  SINETTI_TRY(RequireDer(response, kWhat));
  DerReader outer(response);
  SINETTI_ASSIGN(const DerElement sequence, outer.Take(kDerSequence, kWhat));
  DerReader in(sequence.content);
  if (in.NextIs(kDerOid)) return response;
  SINETTI_ASSIGN(const DerElement info, in.Take(kDerSequence, "status"));
  DerReader status_in(info.content);
  SINETTI_ASSIGN(const DerElement number, status_in.Take(kDerInteger, "status"));
  SINETTI_ASSIGN(const std::uint32_t status, DerSmall(number, "status"));
  if (status != 0) {
    const std::string words = status < std::size(kStatusWords) ? kStatusWords[status] : "unknown";
    return Error{ErrorCode::kInvalid,
                 "the authority did not grant the time-stamp as asked: status " +
                     std::to_string(status) + ", " + words + " (RFC 3161, 2.4.2); ask again"};
  }
  if (in.empty()) return Invalid("the response is granted and holds no time-stamp");
  SINETTI_ASSIGN(const DerElement token, in.Take(kDerSequence, "token"));
  SINETTI_TRY(in.End(kWhat));
  return token.whole;
}

Result<TimestampToken> ParseTimestampToken(ByteView token) {
  if (token.size() > kTimestampBytesMax)
    return Invalid("it has " + std::to_string(token.size()) + " bytes, the limit is " +
                   std::to_string(kTimestampBytesMax));
  SINETTI_TRY(RequireDer(token, "time-stamp token"));
  DerReader outer(token);
  SINETTI_ASSIGN(const DerElement info, outer.Take(kDerSequence, "time-stamp token"));
  DerReader content(info.content);
  SINETTI_TRY(RequireOid(content, kSignedData, "type of the content"));
  SINETTI_ASSIGN(const DerElement tagged, content.Take(DerContext(0), "SignedData"));
  SINETTI_TRY(content.End("time-stamp token"));
  DerReader tagged_in(tagged.content);
  SINETTI_ASSIGN(const DerElement data, tagged_in.Take(kDerSequence, "SignedData"));
  SINETTI_TRY(tagged_in.End("SignedData"));

  DerReader in(data.content);
  SINETTI_TRY(RequireVersion(in, 3, "version of SignedData"));
  SINETTI_ASSIGN(const DerElement digests, in.Take(kDerSet, "hashes"));
  SINETTI_ASSIGN(const DigestAlgorithm digest,
                 ParseDigestIdentifier(digests.content, "hash of SignedData"));
  SINETTI_ASSIGN(const DerElement encapsulated, in.Take(kDerSequence, "content"));
  if (in.NextIs(DerContext(0))) SINETTI_TRY(in.Take(DerContext(0), "certificates"));
  if (in.NextIs(DerContext(1))) SINETTI_TRY(in.Take(DerContext(1), "revocation lists"));
  SINETTI_ASSIGN(const DerElement signers, in.Take(kDerSet, "signers"));
  SINETTI_TRY(in.End("SignedData"));

  DerReader inner(encapsulated.content);
  SINETTI_TRY(RequireOid(inner, kTstInfo, "type of the signed content"));
  SINETTI_ASSIGN(const DerElement wrapped, inner.Take(DerContext(0), "signed content"));
  SINETTI_TRY(inner.End("signed content"));
  DerReader wrapped_in(wrapped.content);
  SINETTI_ASSIGN(const DerElement octets, wrapped_in.Take(kDerOctetString, "signed content"));
  SINETTI_TRY(wrapped_in.End("signed content"));

  TimestampToken parsed;
  SINETTI_ASSIGN(parsed.claims, ParseClaims(octets.content));
  DerReader signers_in(signers.content);
  SINETTI_ASSIGN(const DerElement signer, signers_in.Take(kDerSequence, "signer"));
  SINETTI_TRY(signers_in.End("signers, of which there is one"));
  SINETTI_TRY(ParseSigner(signer, parsed));
  if (parsed.digest != digest) return Invalid("the hash of its signer is not among its hashes");
  return parsed;
}

}  // namespace sinetti
