#include "tests/support/time_authority.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <ctime>

#include "ledger/base/check.h"

namespace sinetti::testing_support {
namespace {

constexpr char kPolicy[] = "1.3.6.1.4.1.99999.1";
constexpr char kStampsOnly[] = "critical,timeStamping";

std::time_t Seconds(Timestamp time) { return static_cast<std::time_t>(time.micros / 1'000'000); }

void AddExtension(X509* certificate, int nid, const char* value, X509* issuer = nullptr) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer == nullptr ? certificate : issuer, certificate, nullptr, nullptr,
                 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
  SINETTI_CHECK(extension != nullptr);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

struct Wanted {
  std::string name;
  EVP_PKEY* key = nullptr;
  X509* issuer = nullptr;  // null: itself
  EVP_PKEY* issuer_key = nullptr;
  Timestamp begin, end;
  const EVP_MD* digest = nullptr;
  std::string extended_key_usage;  // of what is no root; empty: none
};

X509* MakeCertificate(const Wanted& wanted) {
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), wanted.issuer == nullptr ? 1 : 2);
  ASN1_TIME_set(X509_getm_notBefore(certificate), Seconds(wanted.begin));
  ASN1_TIME_set(X509_getm_notAfter(certificate), Seconds(wanted.end));
  X509_NAME* subject = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(wanted.name.c_str()), -1, -1,
                             0);
  X509_set_issuer_name(certificate,
                       wanted.issuer == nullptr ? subject : X509_get_subject_name(wanted.issuer));
  X509_set_pubkey(certificate, wanted.key);
  if (wanted.issuer == nullptr) {
    AddExtension(certificate, NID_basic_constraints, "critical,CA:TRUE");
    AddExtension(certificate, NID_key_usage, "critical,keyCertSign");
    AddExtension(certificate, NID_subject_key_identifier, "hash");
  } else {
    AddExtension(certificate, NID_key_usage, "critical,digitalSignature");
    AddExtension(certificate, NID_authority_key_identifier, "keyid:always", wanted.issuer);
    if (!wanted.extended_key_usage.empty())
      AddExtension(certificate, NID_ext_key_usage, wanted.extended_key_usage.c_str());
  }
  SINETTI_CHECK(X509_sign(certificate, wanted.issuer_key, wanted.digest) > 0);
  return certificate;
}

int TellTime(TS_RESP_CTX*, void* data, long* seconds, long* micros) {
  const Timestamp time = *static_cast<const Timestamp*>(data);
  *seconds = static_cast<long>(Seconds(time));
  *micros = 0;
  return 1;
}

ASN1_INTEGER* NextSerial(TS_RESP_CTX*, void*) {
  ASN1_INTEGER* serial = ASN1_INTEGER_new();
  ASN1_INTEGER_set(serial, 4711);
  return serial;
}

EVP_PKEY* MakeKey(bool rsa) {
  EVP_PKEY* key = rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256");
  SINETTI_CHECK(key != nullptr);
  return key;
}

}  // namespace

struct TimeAuthority::Impl {
  const EVP_MD* digest = nullptr;
  EVP_PKEY* root_key = nullptr;
  EVP_PKEY* key = nullptr;
  X509* root = nullptr;
  X509* certificate = nullptr;  // OpenSSL stamps with it
  X509* shown = nullptr;        // and this one is sent along; null: the same

  ~Impl() {
    EVP_PKEY_free(root_key);
    EVP_PKEY_free(key);
    X509_free(root);
    X509_free(certificate);
    X509_free(shown);
  }
};

TimeAuthority::TimeAuthority(const Options& options) : impl_(std::make_unique<Impl>()) {
  impl_->root_key = MakeKey(options.rsa);
  impl_->key = MakeKey(options.rsa);
  Wanted wanted{.name = options.name + " root",
                .key = impl_->root_key,
                .issuer_key = impl_->root_key,
                .begin = options.begin,
                .end = options.end,
                .digest = options.sha512 ? EVP_sha512() : EVP_sha256()};
  impl_->digest = wanted.digest;
  impl_->root = MakeCertificate(wanted);
  wanted.name = options.name;
  wanted.key = impl_->key;
  wanted.issuer = impl_->root;
  wanted.extended_key_usage = kStampsOnly;
  impl_->certificate = MakeCertificate(wanted);
  if (options.extended_key_usage == kStampsOnly) return;
  wanted.extended_key_usage = options.extended_key_usage;
  impl_->shown = MakeCertificate(wanted);
}

TimeAuthority::~TimeAuthority() = default;

std::string TimeAuthority::RootPem() const {
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(out, impl_->root);
  char* data = nullptr;
  const long size = BIO_get_mem_data(out, &data);
  std::string pem(data, static_cast<std::size_t>(size));
  BIO_free(out);
  return pem;
}

std::string TimeAuthority::Fingerprint() const {
  Bytes digest(32);
  X509_digest(impl_->certificate, EVP_sha256(), digest.data(), nullptr);
  return HexEncode(digest);
}

Bytes TimeAuthority::Answer(ByteView request, Timestamp time) const {
  TS_RESP_CTX* context = TS_RESP_CTX_new();
  ASN1_OBJECT* policy = OBJ_txt2obj(kPolicy, 1);
  SINETTI_CHECK(TS_RESP_CTX_set_signer_cert(context, impl_->certificate) == 1 &&
                TS_RESP_CTX_set_signer_key(context, impl_->key) == 1 &&
                TS_RESP_CTX_set_signer_digest(context, impl_->digest) == 1 &&
                TS_RESP_CTX_set_ess_cert_id_digest(context, impl_->digest) == 1 &&
                TS_RESP_CTX_set_def_policy(context, policy) == 1 &&
                TS_RESP_CTX_add_md(context, EVP_sha256()) == 1 &&
                TS_RESP_CTX_add_md(context, EVP_sha512()) == 1);
  TS_RESP_CTX_set_time_cb(context, TellTime, &time);
  TS_RESP_CTX_set_serial_cb(context, NextSerial, nullptr);
  BIO* in = BIO_new_mem_buf(request.data(), static_cast<int>(request.size()));
  TS_RESP* response = TS_RESP_create_response(context, in);
  SINETTI_CHECK(response != nullptr);
  if (PKCS7* token = TS_RESP_get_token(response); token != nullptr && impl_->shown != nullptr) {
    X509_free(sk_X509_pop(token->d.sign->cert));
    X509_up_ref(impl_->shown);
    sk_X509_push(token->d.sign->cert, impl_->shown);
  }
  Bytes der(static_cast<std::size_t>(i2d_TS_RESP(response, nullptr)));
  unsigned char* out = der.data();
  i2d_TS_RESP(response, &out);
  TS_RESP_free(response);
  BIO_free(in);
  ASN1_OBJECT_free(policy);
  TS_RESP_CTX_free(context);
  return der;
}

}  // namespace sinetti::testing_support
