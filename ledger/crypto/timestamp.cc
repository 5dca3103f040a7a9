// Signature and chain through OpenSSL's X.509 and TS calls.  They leave some bytes unread that
// nobody signed; those are held to one form by timestamp_token.h, and the name of the signer here.
#include "ledger/crypto/timestamp.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cctype>
#include <ctime>
#include <memory>

namespace sinetti {
namespace {

struct Free {
  void operator()(TS_REQ* p) const { TS_REQ_free(p); }
  void operator()(TS_MSG_IMPRINT* p) const { TS_MSG_IMPRINT_free(p); }
  void operator()(TS_VERIFY_CTX* p) const { TS_VERIFY_CTX_free(p); }
  void operator()(PKCS7* p) const { PKCS7_free(p); }
  void operator()(X509_STORE* p) const { X509_STORE_free(p); }
  void operator()(X509_STORE_CTX* p) const { X509_STORE_CTX_free(p); }
  void operator()(X509* p) const { X509_free(p); }
  void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
  void operator()(ASN1_INTEGER* p) const { ASN1_INTEGER_free(p); }
  void operator()(ASN1_OBJECT* p) const { ASN1_OBJECT_free(p); }
  void operator()(BIGNUM* p) const { BN_free(p); }
  void operator()(BIO* p) const { BIO_free(p); }
  void operator()(STACK_OF(X509) * p) const { sk_X509_free(p); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

constexpr std::size_t kNonceBytesMax = 32;
constexpr int kSecurityLevel = 2;  // 112 bits: RSA from 2048, curves from 224, no SHA-1

// What OpenSSL has to say, and nothing left for the next one.
std::string Reasons() {
  std::string reasons;
  const char* data = nullptr;
  int flags = 0;
  while (const unsigned long code = ERR_get_error_all(nullptr, nullptr, nullptr, &data, &flags)) {
    const char* reason = ERR_reason_error_string(code);
    reasons += (reasons.empty() ? "" : "; ") + std::string(reason == nullptr ? "?" : reason);
  }
  return reasons;
}

template <typename T, typename Encode>
Bytes DerOf(T* value, Encode encode) {
  const int size = encode(value, nullptr);
  Bytes der(size > 0 ? static_cast<std::size_t>(size) : 0);
  unsigned char* out = der.data();
  if (!der.empty()) encode(value, &out);
  return der;
}

template <typename T, typename Decode>
Owned<T> FromDer(ByteView der, Decode decode) {
  const unsigned char* in = der.data();
  Owned<T> value(decode(nullptr, &in, static_cast<long>(der.size())));
  ERR_clear_error();
  if (value && in != der.data() + der.size()) return nullptr;
  return value;
}

const EVP_MD* MethodOf(DigestAlgorithm algorithm) {
  return EVP_get_digestbyname(DigestName(algorithm));
}

std::string NameOf(const X509* certificate) {
  const Owned<BIO> out(BIO_new(BIO_s_mem()));
  SINETTI_CHECK(out != nullptr);
  X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0,
                     XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(std::max(size, 0L))};
}

Result<TimestampCertificate> Describe(X509* certificate) {
  TimestampCertificate description{.subject = NameOf(certificate)};
  const Bytes der = DerOf(certificate, i2d_X509);
  description.fingerprint = HexEncode(DigestOf(DigestAlgorithm::kSha256, {der}));
  std::tm end{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1)
    return Error{ErrorCode::kCorrupt, "time-stamp: the certificate of " + description.subject +
                                          " has no end that can be read"};
  description.valid_until = {static_cast<std::int64_t>(timegm(&end)) * 1'000'000};
  int digest = NID_undef, key = NID_undef;
  X509_get_signature_info(certificate, &digest, &key, nullptr, nullptr);
  for (const char* p = OBJ_nid2sn(digest); *p != '\0'; ++p)
    description.digest += static_cast<char>(std::tolower(static_cast<unsigned char>(*p)));
  description.signature = key == EVP_PKEY_EC ? "ecdsa" : "rsa";
  return description;
}

// The certificates that the reader trusts, as of a time.
Result<Owned<X509_STORE>> TrustAt(std::string_view pem, Timestamp time) {
  Owned<X509_STORE> store(X509_STORE_new());
  const Owned<BIO> in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  SINETTI_CHECK(store && in);
  int count = 0;
  while (const Owned<X509> certificate{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)})
    count += X509_STORE_add_cert(store.get(), certificate.get());
  ERR_clear_error();
  if (count == 0)
    return Error{ErrorCode::kInvalid,
                 "no certificate (PEM) among the authorities to trust: give the file with the root "
                 "of the time-stamping authority, from a source of your own"};
  X509_VERIFY_PARAM* parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(parameters, static_cast<std::time_t>(time.micros / 1'000'000));
  X509_VERIFY_PARAM_set_auth_level(parameters, kSecurityLevel);
  // A list of trusted services names the authority itself, or the one above it, not always a root.
  SINETTI_CHECK(X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN) == 1 &&
                X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_TIMESTAMP_SIGN) == 1);
  return store;
}

Result<std::vector<TimestampCertificate>> ChainOf(PKCS7* token, X509* signer, X509_STORE* trusted,
                                                  Timestamp time) {
  const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  SINETTI_CHECK(context &&
                X509_STORE_CTX_init(context.get(), trusted, signer, token->d.sign->cert) == 1);
  if (X509_verify_cert(context.get()) != 1) {
    const X509* bad = X509_STORE_CTX_get_current_cert(context.get());
    const std::string reason =
        X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
    ERR_clear_error();
    return Error{ErrorCode::kCorrupt,
                 "the time-stamp is not signed by an authority that the given certificates vouch "
                 "for at " +
                     FormatTimestamp(time) + ": " + reason + ", at the certificate of " +
                     NameOf(bad == nullptr ? signer : bad)};
  }
  std::vector<TimestampCertificate> chain;
  STACK_OF(X509)* certificates = X509_STORE_CTX_get0_chain(context.get());
  for (int i = 0; i < sk_X509_num(certificates); ++i) {
    SINETTI_ASSIGN(TimestampCertificate one, Describe(sk_X509_value(certificates, i)));
    chain.push_back(std::move(one));
  }
  return chain;
}

// A token, and the certificate in it that its signer names.
struct SignedToken {
  TimestampToken token;
  Owned<PKCS7> parsed;
  Owned<STACK_OF(X509)> signers;

  X509* signer() const { return sk_X509_value(signers.get(), 0); }
};

Result<SignedToken> OpenToken(ByteView token) {
  SignedToken opened;
  SINETTI_ASSIGN(opened.token, ParseTimestampToken(token));
  opened.parsed = FromDer<PKCS7>(token, d2i_PKCS7);
  if (!opened.parsed || PKCS7_type_is_signed(opened.parsed.get()) != 1)
    return Error{ErrorCode::kCorrupt, "the time-stamp is no token that can be read (RFC 3161)"};
  opened.signers.reset(PKCS7_get0_signers(opened.parsed.get(), nullptr, 0));
  ERR_clear_error();
  if (!opened.signers || sk_X509_num(opened.signers.get()) != 1)
    return Error{ErrorCode::kCorrupt,
                 "the time-stamp does not hold the certificate of its signer: ask again with "
                 "`sinetti timestamp request`, which asks for it"};
  // OpenSSL finds the certificate by a name that is compared without regard to case.
  if (DerOf(X509_get_issuer_name(opened.signer()), i2d_X509_NAME) != opened.token.signer_issuer)
    return Error{ErrorCode::kCorrupt,
                 "the time-stamp names its signer in other letters than the certificate of " +
                     NameOf(opened.signer())};
  return opened;
}

}  // namespace

Result<Bytes> FormatTimestampRequest(const TimestampRequest& request) {
  if (request.nonce.size() > kNonceBytesMax || (!request.nonce.empty() && request.nonce[0] == 0))
    return Error{ErrorCode::kInvalid,
                 "the nonce of a time-stamp request has at most 32 bytes and begins with no zero"};
  const Owned<TS_REQ> made(TS_REQ_new());
  const Owned<TS_MSG_IMPRINT> message(TS_MSG_IMPRINT_new());
  const Owned<X509_ALGOR> algorithm(X509_ALGOR_new());
  SINETTI_CHECK(made && message && algorithm);
  // With the NULL that RFC 3161's example has, and that older authorities ask for.
  X509_ALGOR_set0(algorithm.get(),
                  OBJ_nid2obj(EVP_MD_get_type(MethodOf(request.imprint.algorithm))), V_ASN1_NULL,
                  nullptr);
  Bytes hash = request.imprint.hash;
  SINETTI_CHECK(TS_MSG_IMPRINT_set_algo(message.get(), algorithm.get()) == 1 &&
                TS_MSG_IMPRINT_set_msg(message.get(), hash.data(), static_cast<int>(hash.size())) ==
                    1 &&
                TS_REQ_set_version(made.get(), 1) == 1 &&
                TS_REQ_set_msg_imprint(made.get(), message.get()) == 1 &&
                TS_REQ_set_cert_req(made.get(), 1) == 1);
  if (!request.nonce.empty()) {
    const Owned<BIGNUM> number(
        BN_bin2bn(request.nonce.data(), static_cast<int>(request.nonce.size()), nullptr));
    const Owned<ASN1_INTEGER> nonce(BN_to_ASN1_INTEGER(number.get(), nullptr));
    SINETTI_CHECK(nonce && TS_REQ_set_nonce(made.get(), nonce.get()) == 1);
  }
  if (!request.policy.empty()) {
    const Owned<ASN1_OBJECT> policy(OBJ_txt2obj(request.policy.c_str(), 1));
    ERR_clear_error();
    if (!policy)
      return Error{ErrorCode::kInvalid, "the policy '" + request.policy +
                                            "' is no object identifier such as 1.3.6.1.4.1.4146.2"};
    SINETTI_CHECK(TS_REQ_set_policy_id(made.get(), policy.get()) == 1);
  }
  return DerOf(made.get(), i2d_TS_REQ);
}

Result<TimestampRequest> ParseTimestampRequest(ByteView der) {
  Owned<TS_REQ> request;
  if (der.size() <= kTimestampBytesMax) request = FromDer<TS_REQ>(der, d2i_TS_REQ);
  if (!request)
    return Error{ErrorCode::kInvalid,
                 "no time-stamp request (RFC 3161, DER): give the file that `sinetti timestamp "
                 "request` wrote"};
  TimestampRequest parsed;
  TS_MSG_IMPRINT* message = TS_REQ_get_msg_imprint(request.get());
  const Bytes algorithm = DerOf(TS_MSG_IMPRINT_get_algo(message), i2d_X509_ALGOR);
  SINETTI_ASSIGN(parsed.imprint.algorithm, ParseDigestIdentifier(algorithm, "its hash"));
  const ASN1_OCTET_STRING* hash = TS_MSG_IMPRINT_get_msg(message);
  const unsigned char* data = ASN1_STRING_get0_data(hash);
  parsed.imprint.hash.assign(data, data + ASN1_STRING_length(hash));
  if (const ASN1_INTEGER* nonce = TS_REQ_get_nonce(request.get())) {
    const Owned<BIGNUM> number(ASN1_INTEGER_to_BN(nonce, nullptr));
    SINETTI_CHECK(number != nullptr);
    parsed.nonce.resize(static_cast<std::size_t>(BN_num_bytes(number.get())));
    BN_bn2bin(number.get(), parsed.nonce.data());
  }
  if (ASN1_OBJECT* policy = TS_REQ_get_policy_id(request.get())) {
    char oid[256] = {};
    OBJ_obj2txt(oid, sizeof oid, policy, 1);
    parsed.policy = oid;
  }
  return parsed;
}

Result<void> RequireAnswers(const TimestampClaims& claims, const TimestampRequest& request) {
  const auto differ = [](const std::string& what, const std::string& stamped,
                         const std::string& asked) {
    return Error{ErrorCode::kCorrupt, "the time-stamp answers another request: its " + what +
                                          " is " + stamped + ", that of the request " + asked};
  };
  if (claims.imprint != request.imprint)
    return differ("imprint", claims.imprint.Words(), request.imprint.Words());
  if (claims.nonce != request.nonce)
    return differ("nonce", HexEncode(claims.nonce), HexEncode(request.nonce));
  if (!request.policy.empty() && claims.policy != request.policy)
    return differ("policy", claims.policy, request.policy);
  return {};
}

Timestamp CheckedTimestamp::valid_until() const {
  return std::ranges::min(chain, {}, &TimestampCertificate::valid_until).valid_until;
}

std::vector<std::string> CheckedTimestamp::RestsOn() const {
  const bool ecdsa = token.signature_algorithm.starts_with("1.2.840.10045.");
  std::vector<std::string> names = {DigestName(token.digest), ecdsa ? "ecdsa" : "rsa"};
  for (std::size_t i = 0; i < chain.size(); ++i) {
    names.push_back(chain[i].fingerprint);
    if (i + 1 < chain.size()) names.insert(names.end(), {chain[i].digest, chain[i].signature});
  }
  return names;
}

Result<TimestampCertificate> StatedSigner(ByteView token) {
  SINETTI_ASSIGN(const SignedToken opened, OpenToken(token));
  return Describe(opened.signer());
}

Result<CheckedTimestamp> CheckTimestampToken(ByteView token, std::string_view authorities) {
  SINETTI_ASSIGN(SignedToken opened, OpenToken(token));
  CheckedTimestamp checked{.token = std::move(opened.token)};
  const Timestamp time = checked.claims().time;
  SINETTI_ASSIGN(const Owned<X509_STORE> trusted, TrustAt(authorities, time));
  SINETTI_ASSIGN(checked.chain, ChainOf(opened.parsed.get(), opened.signer(), trusted.get(), time));

  const Owned<TS_VERIFY_CTX> context(TS_VERIFY_CTX_new());
  SINETTI_CHECK(context && X509_STORE_up_ref(trusted.get()) == 1);
  TS_VERIFY_CTX_set_store(context.get(), trusted.get());
  TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_SIGNATURE | TS_VFY_VERSION | TS_VFY_SIGNER);
  if (TS_RESP_verify_token(context.get(), opened.parsed.get()) != 1)
    return Error{ErrorCode::kCorrupt,
                 "the time-stamp is not what " + checked.authority() + " signed: " + Reasons()};
  return checked;
}

}  // namespace sinetti
