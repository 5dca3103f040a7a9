// Time-stamps over time-stamps: what holds after renewal, and what does not without it.
#include "ledger/evidence/timestamp_chain.h"

#include <gmock/gmock.h>

#include "ledger/log/cosignature.h"
#include "tests/evidence/stamping.h"
#include "tests/evidence/test_log.h"
#include "tests/support/flip.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing_support::Authority;
using testing_support::Day;
using testing_support::SignerOf;
using testing_support::TestLog;
using testing_support::TimeAuthority;
using testing_support::TokenOf;

// A checkpoint in a file, with its stamps.
class Chain : public testing::Test {
 protected:
  void Stamp(const TimeAuthority& authority, const std::string& day) {
    if (record_.chains.empty()) {
      record_.chains.push_back({});
      const Imprint first = FirstImprint(note_, DigestAlgorithm::kSha256).value();
      record_.chains.back().tokens.push_back(TokenOf(authority, first, day));
    } else {
      const Imprint next = RenewalImprint(record_);
      record_.chains.back().tokens.push_back(TokenOf(authority, next, day));
    }
  }
  void Rehash(const TimeAuthority& authority, const std::string& day) {
    const Bytes root(64, 7);
    const Imprint next = RehashImprint(record_, note_, DigestAlgorithm::kSha512, root).value();
    record_.chains.push_back({DigestAlgorithm::kSha512, root, {TokenOf(authority, next, day)}});
  }
  TimestampReport Check(const std::string& day,
                        const std::vector<Distrust>& distrusted = {}) const {
    return CheckTimestampRecord(
               record_, note_,
               {old_.RootPem() + new_.RootPem() + newest_.RootPem(), distrusted, Day(day)})
        .value();
  }
  static std::string Vouched(const TimestampReport& report) {
    return report.Vouched() == nullptr ? "nobody"
                                       : FormatTimestamp(report.Vouched()->claims().time);
  }
  std::string Problem(const TimestampReport& report, std::size_t stamp) const {
    return report.stamps.at(stamp).problem;
  }

  TestLog log_{20};
  std::string note_ = log_.CheckpointAt(20);
  TimestampRecord record_{TreeSize{20}, {}};
  TimeAuthority old_ = Authority("Old", "2025-01-01", "2033-01-01");
  TimeAuthority new_ = Authority("New", "2031-01-01", "2041-01-01");
  TimeAuthority newest_ = Authority("Newest", "2039-01-01", "2051-01-01", true);
};

TEST_F(Chain, AStampVouchesUntilTheCertificateOfItsAuthorityEnds) {
  Stamp(old_, "2026-03-02");
  EXPECT_TRUE(Check("2032-12-31").good());
  EXPECT_EQ(Vouched(Check("2032-12-31")), "2026-03-02T12:00:00Z");
  EXPECT_EQ(Check("2030-01-01").RenewBefore(), Day("2033-01-01"));
  const TimestampReport late = Check("2033-01-02");
  EXPECT_EQ(Vouched(late), "nobody");
  EXPECT_THAT(Problem(late, 0), HasSubstr("ended on 2033-01-01"));
  EXPECT_THAT(Problem(Check("2026-03-01"), 0), HasSubstr("lies behind"));
}

TEST_F(Chain, ARenewalCarriesTheFirstTimeOn) {
  Stamp(old_, "2026-03-02");
  Stamp(new_, "2032-06-01");
  Stamp(newest_, "2040-06-01");
  const TimestampReport report = Check("2050-01-01");
  EXPECT_TRUE(report.good());
  EXPECT_EQ(Vouched(report), "2026-03-02T12:00:00Z");
  EXPECT_EQ(report.stamps[0].judged_at, Day("2032-06-01"));
  EXPECT_EQ(report.stamps[1].judged_at, Day("2040-06-01"));
  EXPECT_EQ(report.RenewBefore(), Day("2051-01-01"));
}

TEST_F(Chain, ARenewalThatCameTooLateVouchesForItsOwnTimeOnly) {
  Stamp(old_, "2026-03-02");
  Stamp(new_, "2034-06-01");
  const TimestampReport report = Check("2036-01-01");
  EXPECT_FALSE(report.good());
  EXPECT_EQ(Vouched(report), "2034-06-01T12:00:00Z");
  EXPECT_THAT(Problem(report, 0), HasSubstr("ended on 2033-01-01"));
  EXPECT_THAT(Problem(report, 1), IsEmpty());
}

TEST_F(Chain, AnAuthorityThatTheReaderDoesNotTrustTakesNothingFromTheOthers) {
  Stamp(old_, "2026-03-02");
  const TimeAuthority stranger = Authority("Stranger", "2025-01-01", "2033-01-01");
  Stamp(stranger, "2026-03-02");
  Stamp(old_, "2026-03-03");
  const TimestampReport report = Check("2030-01-01");
  EXPECT_FALSE(report.good());
  EXPECT_THAT(Problem(report, 1), HasSubstr("CN=Stranger"));
  EXPECT_EQ(Vouched(report), "2026-03-02T12:00:00Z");
}

TEST_F(Chain, NothingBelowAGapIsReachedFromAbove) {
  Stamp(old_, "2026-03-02");
  Stamp(old_, "2030-03-02");
  Stamp(new_, "2032-06-01");
  std::vector<Bytes>& tokens = record_.chains[0].tokens;
  tokens.erase(tokens.begin() + 1);
  const TimestampReport report = Check("2035-01-01");
  EXPECT_THAT(Problem(report, 1), HasSubstr("it is of something else"));
  EXPECT_EQ(Vouched(report), "nobody");
  // Before the certificate of the first ended, that one could stand alone.
  EXPECT_EQ(Vouched(Check("2032-12-31")), "2026-03-02T12:00:00Z");
  std::swap(tokens[0], tokens[1]);
  EXPECT_EQ(Vouched(Check("2032-12-31")), "nobody");
}

TEST_F(Chain, AStolenKeyIsBelievedNoMoreButForWhatWasRenewedBefore) {
  Stamp(old_, "2026-03-02");
  const std::vector<Distrust> stolen = {{old_.Fingerprint(), Day("2029-05-05")}};
  EXPECT_EQ(Vouched(Check("2029-05-04", stolen)), "2026-03-02T12:00:00Z");
  const TimestampReport after = Check("2029-05-06", stolen);
  EXPECT_EQ(Vouched(after), "nobody");
  EXPECT_THAT(Problem(after, 0), HasSubstr("not trusted from 2029-05-05T12:00:00Z on"));
  Stamp(new_, "2032-06-01");
  EXPECT_EQ(Vouched(Check("2035-01-01", stolen)), "2032-06-01T12:00:00Z") << "renewed too late";
  EXPECT_EQ(Vouched(Check("2035-01-01", {{old_.Fingerprint(), Day("2032-06-02")}})),
            "2026-03-02T12:00:00Z");
}

TEST_F(Chain, ABrokenHashLeavesWhatWasHashedAnewBefore) {
  Stamp(old_, "2026-03-02");
  Stamp(new_, "2032-06-01");
  const std::vector<Distrust> broken = {{"sha256", Day("2039-06-01")}};
  EXPECT_EQ(Vouched(Check("2039-05-01", broken)), "2026-03-02T12:00:00Z");
  EXPECT_EQ(Vouched(Check("2040-01-01", broken)), "nobody");
  const TimestampRecord before = record_;
  Rehash(newest_, "2039-03-01");
  EXPECT_TRUE(Check("2050-01-01", broken).good());
  EXPECT_EQ(Vouched(Check("2050-01-01", broken)), "2026-03-02T12:00:00Z");
  // A new stamp with the old hash, by whomever, is no renewal of the hash.
  record_ = before;
  Stamp(newest_, "2039-03-01");
  EXPECT_EQ(Vouched(Check("2050-01-01", broken)), "nobody");
  EXPECT_THAT(Problem(Check("2050-01-01", broken), 2), HasSubstr("rests on sha256"));
  // And one that came too late shows nothing but its own time.
  record_ = before;
  Rehash(newest_, "2039-08-01");
  EXPECT_EQ(Vouched(Check("2050-01-01", broken)), "2039-08-01T12:00:00Z");
}

TEST_F(Chain, EveryChangedByteOfARecordIsRefused) {
  Stamp(old_, "2026-03-02");
  ASSERT_TRUE(Check("2030-01-01").good());
  const std::string text = FormatTimestampRecord(record_);
  ASSERT_EQ(ParseTimestampRecord(text).value(), record_);
  const TimestampTrust trust{old_.RootPem(), {}, Day("2030-01-01")};
  testing_support::ExpectEveryFlipRefused(text, [&](const std::string& changed) {
    const auto record = ParseTimestampRecord(changed);
    if (!record) return true;
    const auto report = CheckTimestampRecord(*record, note_, trust);
    return !report || (!report->good() && report->Vouched() == nullptr);
  });
}

TEST_F(Chain, SignaturesThatComeLaterChangeNothing) {
  Stamp(old_, "2026-03-02");
  FileSigner witness = SignerOf("witness.example/w", 9, KeyType::kCosignature);
  Note note = ParseNote(note_).value();
  note.signatures.push_back(Cosign(note.text, Day("2026-03-05"), witness).value());
  FileSigner next = SignerOf(log_.key().name, 77);
  note.signatures.push_back(ParseNote(SignNote(note.text, next).value()).value().signatures[0]);
  note_ = FormatNote(note);
  EXPECT_TRUE(Check("2030-01-01").good());
  std::swap(note.signatures.front(), note.signatures.back());
  note_ = FormatNote(note);
  EXPECT_FALSE(Check("2030-01-01").good());
}

TEST(TimestampRecordText, KeepsItsGrammar) {
  TimestampRecord record{TreeSize{3}, {{DigestAlgorithm::kSha256, {}, {{1}, {2}}}}};
  record.chains.push_back({DigestAlgorithm::kSha512, Bytes(64, 3), {{4}}});
  const std::string text = FormatTimestampRecord(record);
  EXPECT_EQ(ParseTimestampRecord(text).value(), record);
  const std::string head = "sinetti.fi/timestamps@v1\nsize 3\n";
  const std::string root = "entries " + Base64Encode(Bytes(32, 3)) + "\n";
  for (const std::string& bad : std::vector<std::string>{
           "", head, head + "chain sha256\n", head + "stamp AQ==\n",
           head + "chain sha256\n" + root + "stamp AQ==\n",
           head + "chain sha256\nstamp AQ==\nchain sha256\nstamp AQ==\n",
           head + "chain sha256\nstamp AQ==\nchain sha256\n" + root,
           head + "chain sha256\nstamp AQ==\nchain sha256\n" + root + root + "stamp AQ==\n",
           head + "chain sha256\nstamp AQ==\nchain sha512\n" + root + "stamp AQ==\n",
           head + "chain sha256\nstamp \n", head + "chain sha256\nstamp AQ\n",
           head + "chain sha256\nstamp AQ==\n\n", head + "chain sha256\nchain sha256\nstamp AQ==\n",
           "sinetti.fi/timestamps@v1\nsize 03\nchain sha256\nstamp AQ==\n"})
    EXPECT_FALSE(ParseTimestampRecord(bad)) << bad;
  EXPECT_FAILS(ParseTimestampRecord("sinetti.fi/timestamps@v2\n"), ErrorCode::kUnsupported);
  EXPECT_FAILS(ParseTimestampRecord(head + "chain md5\nstamp AQ==\n"), ErrorCode::kUnsupported);
}

TEST(DistrustText, NamesWhatAndFromWhen) {
  const auto sha256 = Distrust::Parse("sha256@2040-01-01T00:00:00Z");
  ASSERT_OK(sha256);
  EXPECT_EQ(sha256->what, "sha256");
  EXPECT_OK(Distrust::Parse(std::string(64, 'a') + "@2040-01-01T00:00:00Z"));
  for (const char* bad : {"", "sha256", "sha1@2040-01-01T00:00:00Z", "sha256@2040", "@", "aa@x"})
    EXPECT_FAILS(Distrust::Parse(bad), ErrorCode::kInvalid) << bad;
}

}  // namespace
}  // namespace sinetti
