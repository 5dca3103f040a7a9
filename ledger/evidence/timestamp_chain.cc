// See timestamp_chain.h.
#include "ledger/evidence/timestamp_chain.h"

#include <algorithm>

#include "ledger/evidence/stamped_note.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/note.h"

namespace sinetti {
namespace {

constexpr std::string_view kRehash = "sinetti.fi/timestamps-rehash@v1";
constexpr std::size_t kFingerprintDigits = 64;

// What the first stamp of a chain behind the first is over.
std::string RehashMessage(const TimestampRecord& before, std::string_view stamped_note,
                          ByteView entries_root) {
  return std::string(kRehash) + "\nentries " + Base64Encode(entries_root) + "\n" +
         FormatTimestampRecord(before) + "\n" + std::string(stamped_note);
}

// What each stamp must be of, in their order.
std::vector<Imprint> ExpectedImprints(const TimestampRecord& record,
                                      const std::string& stamped_note) {
  std::vector<Imprint> expected;
  TimestampRecord before{record.size, {}};
  for (const TimestampChain& chain : record.chains) {
    const std::string data = before.chains.empty()
                                 ? stamped_note
                                 : RehashMessage(before, stamped_note, chain.entries_root);
    expected.push_back(ImprintOf(chain.algorithm, AsBytes(data)));
    for (std::size_t i = 0; i + 1 < chain.tokens.size(); ++i)
      expected.push_back(ImprintOf(chain.algorithm, chain.tokens[i]));
    before.chains.push_back(chain);
  }
  return expected;
}

// "it rests on sha256, which is not trusted from 2045-01-01T00:00:00Z on", or nothing.
std::string WhyDistrusted(const TimestampTrust& trust, std::string_view what, Timestamp judged_at) {
  for (const Distrust& one : trust.distrusted)
    if (one.what == what && one.since <= judged_at)
      return "it rests on " + one.what + ", which is not trusted from " +
             FormatTimestamp(one.since) + " on";
  return "";
}

// Why a stamp whose signature was right at its own time is not good at the time at which it is
// judged; empty when it is.
std::string ProblemAt(const CheckedTimestamp& checked, const TimestampTrust& trust,
                      Timestamp judged_at) {
  const TimestampClaims& claims = checked.claims();
  if (judged_at < claims.time)
    return "its time " + FormatTimestamp(claims.time) + " lies behind " +
           FormatTimestamp(judged_at) + ", when it is known to have existed";
  if (checked.valid_until() < judged_at)
    return "the certificate of its authority ended on " + FormatTimestamp(checked.valid_until()) +
           ", before it was renewed or looked at (" + FormatTimestamp(judged_at) + ")";
  for (const std::string& what : checked.RestsOn())
    if (std::string why = WhyDistrusted(trust, what, judged_at); !why.empty()) return why;
  return "";
}

std::string OfSomethingElse(const Imprint& found, const Imprint& expected) {
  return "it is of something else: its imprint is " + found.Words() + ", it stands over " +
         expected.Words();
}

// Why the stamp is not over what it stands over; empty when it is.
std::string Unbound(const StampVerdict& stamp, const Imprint& expected,
                    const TimestampTrust& trust) {
  if (!stamp.claims) return stamp.problem;
  if (stamp.claims->imprint != expected) return OfSomethingElse(stamp.claims->imprint, expected);
  return WhyDistrusted(trust, DigestName(expected.algorithm), stamp.judged_at);
}

Result<StampVerdict> Look(const Bytes& token, std::size_t chain, const TimestampTrust& trust) {
  StampVerdict verdict{.chain = chain};
  auto parsed = ParseTimestampToken(token);
  if (!parsed) {
    verdict.problem = parsed.error().message;
    return verdict;
  }
  verdict.claims = std::move(parsed->claims);
  auto checked = CheckTimestampToken(token, trust.authorities);
  if (checked) {
    verdict.checked = *std::move(checked);
  } else if (checked.error().code == ErrorCode::kInvalid) {
    return std::move(checked).error();  // no certificate to trust
  } else {
    verdict.problem = checked.error().message;
  }
  return verdict;
}

// From the newest stamp back: each is judged at the time that the good one over it vouches for.  A
// chain as a whole, and the checkpoint with it, is under the first stamp of the next chain.
void Judge(const std::vector<Imprint>& expected, const TimestampTrust& trust,
           TimestampReport& report) {
  struct Reached {
    Timestamp judged_at;
    std::optional<std::size_t> vouched;
  };
  Reached now{trust.at, std::nullopt};
  Reached above_chain = now;
  for (std::size_t i = report.stamps.size(); i-- > 0;) {
    StampVerdict& stamp = report.stamps[i];
    if (i + 1 < report.stamps.size() && report.stamps[i + 1].chain != stamp.chain)
      above_chain = now;
    stamp.judged_at = now.judged_at;
    if (stamp.checked) stamp.problem = ProblemAt(*stamp.checked, trust, now.judged_at);
    if (std::string why = Unbound(stamp, expected[i], trust); !why.empty()) {
      // Nothing above it in its chain reaches what stands below.
      stamp.problem = std::move(why);
      now = above_chain;
    } else if (stamp.problem.empty()) {
      now = {stamp.claims->time, i};
    }
  }
  report.vouched = now.vouched;
}

// The note as it is stamped; the record is of its checkpoint.
Result<std::string> StampedNoteOf(const TimestampRecord& record, std::string_view note) {
  SINETTI_ASSIGN(std::string stamped, StampedNote(note));
  SINETTI_ASSIGN(const Note parsed, ParseNote(stamped));
  SINETTI_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(parsed.text));
  if (checkpoint.size == record.size) return stamped;
  return Error{ErrorCode::kInvalid,
               "the time-stamps are of a checkpoint of " + std::to_string(record.size.value) +
                   " events, this one is of " + std::to_string(checkpoint.size.value)};
}

}  // namespace

Result<Distrust> Distrust::Parse(std::string_view text) {
  const std::size_t at = text.rfind('@');
  const std::string what(text.substr(0, at));
  const bool hex = what.size() == kFingerprintDigits &&
                   what.find_first_not_of("0123456789abcdef") == std::string::npos;
  const bool known = hex || what == "rsa" || what == "ecdsa" || ParseDigestName(what).has_value();
  if (at == std::string_view::npos || !known)
    return Error{ErrorCode::kInvalid,
                 "'" + std::string(text.substr(0, 100)) +
                     "': WHAT@TIME is expected, WHAT being sha256, sha384, sha512, rsa, ecdsa or "
                     "the SHA-256 of a certificate in lower-case hex"};
  SINETTI_ASSIGN(const Timestamp since, ParseTimestamp(text.substr(at + 1)));
  return Distrust{what, since};
}

bool TimestampReport::good() const {
  return std::ranges::all_of(stamps, &std::string::empty, &StampVerdict::problem);
}

const CheckedTimestamp* TimestampReport::Vouched() const {
  return vouched ? &*stamps[*vouched].checked : nullptr;
}

std::optional<Timestamp> TimestampReport::RenewBefore() const {
  for (std::size_t i = stamps.size(); i-- > 0;)
    if (stamps[i].problem.empty()) return stamps[i].checked->valid_until();
  return std::nullopt;
}

Result<TimestampReport> CheckTimestampRecord(const TimestampRecord& record, std::string_view note,
                                             const TimestampTrust& trust) {
  SINETTI_ASSIGN(const std::string stamped, StampedNoteOf(record, note));
  TimestampReport report;
  for (std::size_t chain = 0; chain < record.chains.size(); ++chain) {
    for (const Bytes& token : record.chains[chain].tokens) {
      SINETTI_ASSIGN(StampVerdict verdict, Look(token, chain, trust));
      report.stamps.push_back(std::move(verdict));
    }
  }
  Judge(ExpectedImprints(record, stamped), trust, report);
  return report;
}

Result<std::vector<StatedStamp>> StatedStamps(const TimestampRecord& record,
                                              std::string_view note) {
  SINETTI_ASSIGN(const std::string stamped, StampedNoteOf(record, note));
  const std::vector<Imprint> expected = ExpectedImprints(record, stamped);
  std::vector<StatedStamp> stamps;
  for (const TimestampChain& chain : record.chains) {
    for (const Bytes& token : chain.tokens) {
      const std::string where = "stamp " + std::to_string(stamps.size() + 1);
      auto parsed = ParseTimestampToken(token);
      if (!parsed) return std::move(parsed).error().Within(where);
      auto signer = StatedSigner(token);
      if (!signer) return std::move(signer).error().Within(where);
      const Imprint& imprint = expected[stamps.size()];
      if (parsed->claims.imprint != imprint)
        return Error{ErrorCode::kCorrupt,
                     where + ": " + OfSomethingElse(parsed->claims.imprint, imprint)};
      stamps.push_back({std::move(parsed->claims), std::move(*signer)});
    }
  }
  return stamps;
}

Result<Imprint> FirstImprint(std::string_view note, DigestAlgorithm algorithm) {
  SINETTI_ASSIGN(const std::string stamped, StampedNote(note));
  return ImprintOf(algorithm, AsBytes(stamped));
}

Imprint RenewalImprint(const TimestampRecord& record) {
  const TimestampChain& newest = record.chains.back();
  return ImprintOf(newest.algorithm, newest.tokens.back());
}

Result<Imprint> RehashImprint(const TimestampRecord& record, std::string_view note,
                              DigestAlgorithm algorithm, ByteView entries_root) {
  SINETTI_ASSIGN(const std::string stamped, StampedNote(note));
  return ImprintOf(algorithm, AsBytes(RehashMessage(record, stamped, entries_root)));
}

}  // namespace sinetti
