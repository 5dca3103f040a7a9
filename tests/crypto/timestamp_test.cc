// Time-stamps: of an authority made here by OpenSSL alone, with every byte of its answers changed.
#include "ledger/crypto/timestamp.h"

#include <gmock/gmock.h>

#include "tests/support/results.h"
#include "tests/support/time_authority.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing_support::TimeAuthority;

Timestamp At(const std::string& text) { return ParseTimestamp(text).value(); }

TimeAuthority::Options Named(const std::string& name) {
  return {.name = name, .begin = At("2025-01-01T00:00:00Z"), .end = At("2027-01-01T00:00:00Z")};
}

class Stamping : public testing::Test {
 protected:
  Bytes Answer(const TimeAuthority& authority,
               const std::string& time = "2026-03-01T12:00:00Z") const {
    return authority.Answer(FormatTimestampRequest(request_).value(), At(time));
  }
  // All that stands between an answer and a stamp that is kept.
  Result<CheckedTimestamp> Check(ByteView response, const std::string& authorities) const {
    SINETTI_ASSIGN(const ByteView token, TokenOfResponse(response));
    SINETTI_ASSIGN(CheckedTimestamp checked, CheckTimestampToken(token, authorities));
    SINETTI_TRY(RequireAnswers(checked.claims(), request_));
    return checked;
  }
  Result<CheckedTimestamp> Check(ByteView response) const {
    return Check(response, authority_.RootPem());
  }

  TimeAuthority authority_{Named("Test authority")};
  TimestampRequest request_{ImprintOf(DigestAlgorithm::kSha256, AsBytes("a checkpoint")),
                            {0x41, 2, 3, 4, 5, 6, 7, 8},
                            ""};
};

TEST_F(Stamping, RequestSaysWhatIsStampedAndAsksForTheCertificate) {
  const Bytes der = FormatTimestampRequest(request_).value();
  // TimeStampReq of RFC 3161, 2.4.1, written out: version 1, SHA-256 (2.16.840.1.101.3.4.2.1) with
  // NULL, the hash, the nonce, certReq TRUE.
  EXPECT_EQ(HexEncode(der),
            "3043020101"
            "3031300d060960864801650304020105000420" +
                HexEncode(request_.imprint.hash) +
                "02084102030405060708"
                "0101ff");
  EXPECT_EQ(ParseTimestampRequest(der).value(), request_);
  request_.policy = "1.3.6.1.4.1.99999.7";
  request_.imprint = ImprintOf(DigestAlgorithm::kSha512, AsBytes("a checkpoint"));
  EXPECT_EQ(ParseTimestampRequest(FormatTimestampRequest(request_).value()).value(), request_);
  EXPECT_FAILS(ParseTimestampRequest(AsBytes("x")), ErrorCode::kInvalid);
  request_.policy = "qualified";
  EXPECT_FAILS(FormatTimestampRequest(request_), ErrorCode::kInvalid);
  request_.policy = "";
  for (const Bytes& bad : {Bytes(33, 1), Bytes(8, 0)}) {
    request_.nonce = bad;
    EXPECT_FAILS(FormatTimestampRequest(request_), ErrorCode::kInvalid);
  }
}

TEST_F(Stamping, AnswerHoldsAndSaysWhenByWhomAndHowLong) {
  const auto checked = Check(Answer(authority_));
  ASSERT_OK(checked);
  EXPECT_EQ(checked->claims().time, At("2026-03-01T12:00:00Z"));
  EXPECT_EQ(checked->authority(), "CN=Test authority");
  EXPECT_EQ(checked->claims().policy, "1.3.6.1.4.1.99999.1");
  EXPECT_EQ(checked->claims().serial, "1267");
  EXPECT_EQ(checked->valid_until(), At("2027-01-01T00:00:00Z"));
  ASSERT_EQ(checked->chain.size(), 2u);
  EXPECT_EQ(checked->chain[0].fingerprint, authority_.Fingerprint());
  EXPECT_EQ(checked->chain[1].subject, "CN=Test authority root");
}

TEST_F(Stamping, TakesRsaAndSha512) {
  TimeAuthority::Options options = Named("RSA");
  options.rsa = true;
  const TimeAuthority rsa(options);
  request_.imprint = ImprintOf(DigestAlgorithm::kSha512, AsBytes("a checkpoint"));
  EXPECT_OK(Check(Answer(rsa), rsa.RootPem()));
}

TEST_F(Stamping, RefusesAnAnswerToSomethingElse) {
  const Bytes answer = Answer(authority_);
  const TimestampRequest asked = request_;
  request_.imprint = ImprintOf(DigestAlgorithm::kSha256, AsBytes("another"));
  const auto wrong = Check(answer);
  EXPECT_FAILS(wrong, ErrorCode::kCorrupt);
  EXPECT_THAT(wrong.error().message,
              AllOf(HasSubstr("imprint"), HasSubstr(HexEncode(asked.imprint.hash))));
  request_ = asked;
  request_.nonce[7] ^= 1;
  const auto replayed = Check(answer);
  EXPECT_FAILS(replayed, ErrorCode::kCorrupt);
  EXPECT_THAT(replayed.error().message, HasSubstr("nonce"));
  request_ = asked;
  request_.policy = "1.3.6.1.4.1.99999.2";
  const auto lesser = Check(answer);
  EXPECT_FAILS(lesser, ErrorCode::kCorrupt);
  EXPECT_THAT(lesser.error().message, HasSubstr("policy"));
}

TEST_F(Stamping, RefusesAnAuthorityThatNobodyVouchesFor) {
  const TimeAuthority namesake(Named("Test authority"));
  const Bytes answer = Answer(authority_);
  const auto wrong = Check(answer, namesake.RootPem());
  EXPECT_FAILS(wrong, ErrorCode::kCorrupt);
  EXPECT_THAT(wrong.error().message, HasSubstr("CN=Test authority"));
  EXPECT_OK(Check(answer, namesake.RootPem() + authority_.RootPem()));
  EXPECT_FAILS(Check(answer, "no certificate"), ErrorCode::kInvalid);
}

TEST_F(Stamping, RefusesACertificateThatIsNotForTimeStampsAlone) {
  for (const char* usage : {"timeStamping", "critical,timeStamping,codeSigning",
                            "critical,codeSigning", "critical,anyExtendedKeyUsage", ""}) {
    TimeAuthority::Options options = Named("Wrong use");
    options.extended_key_usage = usage;
    const TimeAuthority wrong(options);
    const auto refused = Check(Answer(wrong), wrong.RootPem());
    EXPECT_FAILS(refused, ErrorCode::kCorrupt) << usage;
    EXPECT_THAT(refused.error().message, HasSubstr("unsuitable certificate purpose")) << usage;
  }
}

TEST_F(Stamping, TheCertificateMustHaveBeenGoodAtTheStatedTimeAndNotToday) {
  for (const char* outside : {"2024-12-31T23:59:59Z", "2027-01-01T00:00:01Z"}) {
    const auto refused = Check(Answer(authority_, outside));
    EXPECT_FAILS(refused, ErrorCode::kCorrupt) << outside;
    EXPECT_THAT(refused.error().message, HasSubstr(outside));
  }
  TimeAuthority::Options options = Named("Old authority");
  options.begin = At("2001-01-01T00:00:00Z");
  options.end = At("2003-01-01T00:00:00Z");
  const TimeAuthority old(options);
  EXPECT_OK(Check(Answer(old, "2002-06-01T00:00:00Z"), old.RootPem()));
}

TEST_F(Stamping, RefusesARefusal) {
  request_.imprint = ImprintOf(DigestAlgorithm::kSha384, AsBytes("a checkpoint"));
  const auto refused = Check(Answer(authority_));
  EXPECT_FAILS(refused, ErrorCode::kInvalid);
  EXPECT_THAT(refused.error().message, HasSubstr("status 2, rejected"));
}

TEST_F(Stamping, TakesATokenWithoutItsResponse) {
  const Bytes answer = Answer(authority_);
  const ByteView token = TokenOfResponse(answer).value();
  EXPECT_LT(token.size(), answer.size());
  EXPECT_OK(Check(token));
}

TEST_F(Stamping, RefusesEveryChangedByteOfAnAnswer) {
  const Bytes answer = Answer(authority_);
  ASSERT_OK(Check(answer));
  const std::string authorities = authority_.RootPem();
  const auto refused = [&](ByteView changed) { return !Check(changed, authorities).has_value(); };
  for (std::size_t i = 0; i < answer.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      Bytes changed = answer;
      changed[i] ^= static_cast<std::uint8_t>(1u << bit);
      EXPECT_TRUE(refused(changed)) << "byte " << i << " bit " << bit;
    }
    EXPECT_TRUE(refused(ByteView(answer).first(i))) << "cut to " << i;
    Bytes shorter = answer;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_TRUE(refused(shorter)) << "without byte " << i;
  }
  Bytes longer = answer;
  longer.push_back(0);
  EXPECT_TRUE(refused(longer));
}

}  // namespace
}  // namespace sinetti
