// Attacks on time-stamps: of something else, moved back, by whom nobody trusts, ended, or with a
// gap in their renewal.
#include <algorithm>
#include <map>

#include "ledger/evidence/timestamp_chain.h"
#include "tests/attacks/attacks.h"
#include "tests/evidence/stamping.h"
#include "tests/evidence/test_log.h"

namespace sinetti::attacks {
namespace {

using testing_support::Authority;
using testing_support::Day;
using testing_support::TestLog;
using testing_support::TimeAuthority;
using testing_support::TokenOf;

constexpr std::uint64_t kSize = 20;
constexpr std::string_view kFirstTime = "20260302120000Z";  // as in the token

// A checkpoint of twenty events stamped in 2026, renewed in 2032 and 2040, looked at in 2045.
class Stamps {
 public:
  Stamps() {
    const Imprint first = FirstImprint(note_, DigestAlgorithm::kSha256).value();
    record_.chains.push_back({DigestAlgorithm::kSha256, {}, {TokenOf(old_, first, "2026-03-02")}});
    first_ = record_;
    Renew(new_, "2032-06-01");
    Renew(newest_, "2040-06-01");
    SINETTI_CHECK(Problem(record_, note_).empty());
    stranger_token_ =
        TokenOf(Authority("Stranger", "2025-01-01", "2061-01-01"), first, "2026-03-02");
    late_token_ = TokenOf(old_, first, "2034-03-02");
    for (std::uint64_t size = 1; size < kSize; ++size) others_[size] = log_.CheckpointAt(size);
    forged_note_ = TestLog(kSize, 5).CheckpointAt(kSize);
    const Imprint forged = FirstImprint(forged_note_, DigestAlgorithm::kSha256).value();
    dated_back_ = {TreeSize{kSize},
                   {{DigestAlgorithm::kSha256, {}, {TokenOf(old_, forged, "2026-03-02")}}}};
  }

  // Why the record does not vouch for 2026 as a whole; empty: it does.
  std::string Problem(const TimestampRecord& record, std::string_view note,
                      const std::string& day = "2045-01-01",
                      const std::vector<Distrust>& distrusted = {}) const {
    const auto report = CheckTimestampRecord(
        record, note, {old_.RootPem() + new_.RootPem() + newest_.RootPem(), distrusted, Day(day)});
    if (!report) return report.error().message;
    for (const StampVerdict& stamp : report->stamps)
      if (!stamp.problem.empty()) return stamp.problem;
    if (report->Vouched() == nullptr) return "nothing is vouched for";
    if (report->Vouched()->claims().time != Day("2026-03-02"))
      return "vouched for from " + FormatTimestamp(report->Vouched()->claims().time) + " only";
    return "";
  }

  TestLog log_{kSize};
  std::string note_ = log_.CheckpointAt(kSize);
  TimeAuthority old_ = Authority("Old", "2025-01-01", "2033-01-01");
  TimeAuthority new_ = Authority("New", "2031-01-01", "2041-01-01");
  TimeAuthority newest_ = Authority("Newest", "2039-01-01", "2051-01-01", true);
  TimestampRecord record_{TreeSize{kSize}, {}};
  TimestampRecord first_;  // the first stamp alone
  TimestampRecord dated_back_;
  std::string forged_note_;
  Bytes stranger_token_, late_token_;
  std::map<std::uint64_t, std::string> others_;

 private:
  void Renew(const TimeAuthority& authority, const std::string& day) {
    const Imprint next = RenewalImprint(record_);
    record_.chains.back().tokens.push_back(TokenOf(authority, next, day));
  }
};

Outcome By(const std::string& problem) { return {problem, problem}; }

Outcome StampOfAnother(Stamps& stamps, Random& random) {
  const std::uint64_t size = 1 + Below(random, kSize - 1);
  TimestampRecord record = stamps.record_;
  if (Below(random, 2) == 0) record.size = TreeSize{size};
  return By(stamps.Problem(record, stamps.others_.at(size)));
}

Outcome FlipInARecord(Stamps& stamps, Random& random) {
  const auto record = ParseTimestampRecord(FlipBit(FormatTimestampRecord(stamps.record_), random));
  if (!record) return Alone(record);
  return By(stamps.Problem(*record, stamps.note_));
}

Outcome MoveTheTimeBack(Stamps& stamps, Random& random) {
  TimestampRecord record = stamps.first_;
  Bytes& token = record.chains.front().tokens.front();
  const auto at = std::search(token.begin(), token.end(), kFirstTime.begin(), kFirstTime.end());
  SINETTI_CHECK(at != token.end());
  // A day, a month or a year earlier, as it happens.
  char month[3], day[3];
  std::snprintf(month, sizeof month, "%02u", static_cast<unsigned>(1 + Below(random, 2)));
  std::snprintf(day, sizeof day, "%02u", static_cast<unsigned>(1 + Below(random, 28)));
  std::copy_n(Below(random, 2) == 0 ? "2025" : "2026", 4, at);
  std::copy_n(month, 2, at + 4);
  std::copy_n(day, 2, at + 6);
  return By(stamps.Problem(record, stamps.note_, "2030-01-01"));
}

Outcome StampOfAStranger(Stamps& stamps, Random&) {
  TimestampRecord record = stamps.first_;
  record.chains.front().tokens.front() = stamps.stranger_token_;
  return By(stamps.Problem(record, stamps.note_, "2030-01-01"));
}

std::string AnyDayLater(Random& random) {
  return std::to_string(2035 + Below(random, 16)) + "-01-01";
}

// By an authority whose certificate had ended before.
Outcome StampOfAnEndedAuthority(Stamps& stamps, Random& random) {
  TimestampRecord record = stamps.first_;
  record.chains.front().tokens.front() = stamps.late_token_;
  return By(stamps.Problem(record, stamps.note_, AnyDayLater(random)));
}

Outcome StampThatNobodyRenewed(Stamps& stamps, Random& random) {
  return By(stamps.Problem(stamps.first_, stamps.note_, AnyDayLater(random)));
}

Outcome BreakTheRenewal(Stamps& stamps, Random& random) {
  TimestampRecord record = stamps.record_;
  std::vector<Bytes>& tokens = record.chains.front().tokens;
  const std::size_t at = Below(random, tokens.size());
  switch (Below(random, 3)) {
    case 0: tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: std::swap(tokens[at], tokens[(at + 1) % tokens.size()]); break;
    default:
      tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(at), stamps.stranger_token_);
  }
  return By(stamps.Problem(record, stamps.note_));
}

// With the authority's own key, over a history that was rewritten afterwards.
Outcome DateBackWithAStolenKey(Stamps& stamps, Random& random) {
  const std::string since = std::to_string(2027 + Below(random, 3)) + "-05-05";
  return {stamps.Problem(stamps.dated_back_, stamps.forged_note_, "2032-01-01"),
          stamps.Problem(stamps.dated_back_, stamps.forged_note_, "2032-01-01",
                         {{stamps.old_.Fingerprint(), Day(since)}})};
}

}  // namespace

std::vector<Attack> TimestampAttacks() {
  const auto stamps = std::make_shared<Stamps>();
  const auto on = [&stamps](Outcome (*make)(Stamps&, Random&)) {
    return [stamps, make](Random& random) { return make(*stamps, random); };
  };
  return {
      {.name = "show a time-stamp of another checkpoint",
       .mechanism = "imprint",
       .weight = 10,
       .make = on(StampOfAnother)},
      {.name = "flip a bit of time-stamps",
       .mechanism = "signature of the authority, one form",
       .weight = 20,
       .make = on(FlipInARecord)},
      {.name = "move the time of a time-stamp back",
       .mechanism = "signature of the authority",
       .weight = 10,
       .make = on(MoveTheTimeBack)},
      {.name = "stamp as an authority that nobody trusts",
       .mechanism = "trusted certificates",
       .says = "Stranger",
       .weight = 5,
       .make = on(StampOfAStranger)},
      {.name = "stamp with a certificate that has ended",
       .mechanism = "validity of the certificate",
       .says = "expired",
       .weight = 5,
       .make = on(StampOfAnEndedAuthority)},
      {.name = "show a time-stamp that nobody renewed in time",
       .mechanism = "validity of the certificate",
       .says = "ended on",
       .weight = 5,
       .make = on(StampThatNobodyRenewed)},
      {.name = "break the renewal of time-stamps",
       .mechanism = "imprint of each stamp over those before",
       .weight = 10,
       .make = on(BreakTheRenewal)},
      {.name = "date back with the stolen key of an authority",
       .mechanism = "distrust from the theft on",
       .anchor = "word of the theft",
       .says = "not trusted from",
       .weight = 5,
       .make = on(DateBackWithAStolenKey)},
  };
}

}  // namespace sinetti::attacks
