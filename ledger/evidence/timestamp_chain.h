// Time-stamps over time-stamps (after RFC 4998): what each stamp of a record must be over, and what
// the whole of them says about when a checkpoint existed.  Implements docs/format/timestamp.md,
// "Renewal" and "Check of a record".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/crypto/timestamp.h"
#include "ledger/log/timestamp_record.h"

namespace sinetti {

// What the reader has learned since, such as that a key was stolen or a hash broken: from that time
// on nothing that rests on it alone is believed, whatever time it states.
struct Distrust {
  std::string what;  // "sha256", "rsa", "ecdsa", or the fingerprint of a certificate, hex
  Timestamp since;

  // "WHAT@TIME".  kInvalid.
  static Result<Distrust> Parse(std::string_view text);
};

struct TimestampTrust {
  std::string authorities;  // certificates, PEM
  std::vector<Distrust> distrusted;
  Timestamp at;  // the present, as the reader has it
};

// One stamp of a record, the oldest first.
struct StampVerdict {
  std::size_t chain = 0;                    // which chain of the record it is in
  std::optional<TimestampClaims> claims;    // nothing: no token
  std::optional<CheckedTimestamp> checked;  // by a trusted authority
  // It had to hold then: at the time of the next good stamp, or at present.
  Timestamp judged_at;
  std::string problem;  // empty: it is good
};

struct TimestampReport {
  std::vector<StampVerdict> stamps;
  // The earliest good stamp that unbroken links lead back to: the checkpoint existed by its time.
  std::optional<std::size_t> vouched;

  bool good() const;  // each stamp is
  const CheckedTimestamp* Vouched() const;
  // By when the newest good stamp must be renewed.
  std::optional<Timestamp> RenewBefore() const;
};

// `note`: of a checkpoint, in which nothing is believed here but that it is the one stamped.
// kInvalid: no checkpoint, another one than the record's, or no certificate to trust.
Result<TimestampReport> CheckTimestampRecord(const TimestampRecord& record, std::string_view note,
                                             const TimestampTrust& trust);

// What a stamp says before the reader has said whom to trust.
struct StatedStamp {
  TimestampClaims claims;
  TimestampCertificate authority;  // as the certificate in it has it
};

// All stamps of a record, the oldest first, each over what it stands over.  kCorrupt where one is
// not; kInvalid: no checkpoint, or another one than the record's.  Nobody is believed.
Result<std::vector<StatedStamp>> StatedStamps(const TimestampRecord& record, std::string_view note);

// What the next stamp over a checkpoint must be of.
// The first one: the checkpoint.
Result<Imprint> FirstImprint(std::string_view note, DigestAlgorithm algorithm);
// Time-stamp renewal: the newest stamp, with the hash of its chain.
Imprint RenewalImprint(const TimestampRecord& record);
// Hash-tree renewal: with another hash over the checkpoint, all stamps, and the entries.
Result<Imprint> RehashImprint(const TimestampRecord& record, std::string_view note,
                              DigestAlgorithm algorithm, ByteView entries_root);

}  // namespace sinetti
