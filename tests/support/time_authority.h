// A time-stamping authority for tests: a root, a certificate below it, and answers at any time one
// likes.  Made with OpenSSL alone, so that what checks is not what made.
#pragma once

#include <memory>
#include <string>

#include "ledger/base/bytes.h"
#include "ledger/base/clock.h"

namespace sinetti::testing_support {

class TimeAuthority {
 public:
  struct Options {
    std::string name;
    Timestamp begin;      // root and certificate are good from here
    Timestamp end;        // to here
    bool sha512 = false;  // signs, and is certified, with SHA-512; otherwise SHA-256
    bool rsa = false;     // RSA of 2048 bits; otherwise ECDSA on P-256
    // Of the certificate; what OpenSSL would not stamp with is put in afterwards, with the same
    // key, name and serial number.
    std::string extended_key_usage = "critical,timeStamping";
  };

  explicit TimeAuthority(const Options& options);
  ~TimeAuthority();

  std::string RootPem() const;
  // SHA-256 of the certificate, hex.
  std::string Fingerprint() const;

  // The DER response to a DER request: a time-stamp of `time`, or a refusal (SHA-384 is one).
  Bytes Answer(ByteView request, Timestamp time) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti::testing_support
