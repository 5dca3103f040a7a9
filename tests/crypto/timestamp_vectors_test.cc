// Time-stamps that authorities of strangers made.
#include <gmock/gmock.h>

#include "ledger/crypto/der.h"
#include "ledger/crypto/timestamp.h"
#include "tests/support/results.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::ReadFile;
using testing_support::SharedData;

Bytes FileBytes(const std::string& name) {
  const std::string text = ReadFile(SharedData("vectors/rfc3161/" + name));
  return Bytes(text.begin(), text.end());
}

// The first certificate in a token, as a reader would keep it who trusts that authority.
std::string FirstCertificatePem(ByteView token) {
  const auto inner = [](ByteView bytes, int skipped, std::uint8_t tag) {
    DerReader in(bytes);
    for (int i = 0; i < skipped; ++i) EXPECT_OK(in.TakeAny("test"));
    return in.Take(tag, "test").value();
  };
  const DerElement data = inner(
      inner(inner(token, 0, kDerSequence).content, 1, DerContext(0)).content, 0, kDerSequence);
  const DerElement certificates = inner(data.content, 3, DerContext(0));
  const DerElement first = inner(certificates.content, 0, kDerSequence);
  return "-----BEGIN CERTIFICATE-----\n" + Base64Encode(first.whole) +
         "\n-----END CERTIFICATE-----\n";
}

TEST(TimestampVectors, OfATestAuthorityHoldForTheirRequestAndNoOther) {
  SINETTI_NEEDS_SHARED_DATA("vectors/rfc3161");
  const std::string folder = "trailofbits/test_tsa/";
  const auto request = ParseTimestampRequest(FileBytes(folder + "request.der"));
  const auto other = ParseTimestampRequest(FileBytes(folder + "other_request.der"));
  ASSERT_OK(request);
  ASSERT_OK(other);
  EXPECT_EQ(request->imprint, ImprintOf(DigestAlgorithm::kSha512, AsBytes("hello")));
  const Bytes chain = FileBytes(folder + "ts_chain.pem");
  const auto check = [&](const std::string& name, const TimestampRequest& of,
                         bool itself = false) -> Result<CheckedTimestamp> {
    const Bytes response = FileBytes(folder + name);
    SINETTI_ASSIGN(const ByteView token, TokenOfResponse(response));
    SINETTI_ASSIGN(CheckedTimestamp checked,
                   CheckTimestampToken(
                       token, itself ? FirstCertificatePem(token) : std::string(AsText(chain))));
    SINETTI_TRY(RequireAnswers(checked.claims(), of));
    return checked;
  };
  const auto checked = check("response.tsr", *request);
  ASSERT_OK(checked);
  EXPECT_EQ(FormatTimestamp(checked->claims().time), "2024-10-08T15:40:32Z");
  EXPECT_EQ(checked->claims().policy, "1.3.6.1.4.1.57264.2");
  EXPECT_EQ(checked->claims().accuracy_micros, 1'000'000);
  EXPECT_EQ(checked->authority(), "CN=Test TSA Timestamping,O=local");
  // Of another authority, which the chain does not name.
  EXPECT_FAILS(check("other_response.tsr", *other), ErrorCode::kCorrupt);
  // And to another request than the one that lies beside it.
  const auto replayed = check("other_response.tsr", *other, true);
  EXPECT_FAILS(replayed, ErrorCode::kCorrupt);
  EXPECT_THAT(replayed.error().message, HasSubstr("nonce is de10a2fd76c22477"));
  EXPECT_FAILS(check("response.tsr", *other), ErrorCode::kCorrupt);
  // Certificates of a forger put beside that of the authority, to be taken for the signer's.
  const auto injected = check("response-injected-certs.tsr", *request);
  ASSERT_OK(injected);
  EXPECT_EQ(injected->chain[0].fingerprint, checked->chain[0].fingerprint);
  EXPECT_FAILS(check("response-injected-certs.tsr", *request, true), ErrorCode::kCorrupt);
}

TEST(TimestampVectors, OfPublicAuthoritiesHoldForThoseWhoTrustThemAndNobodyElse) {
  SINETTI_NEEDS_SHARED_DATA("vectors/rfc3161");
  const Bytes stranger = FileBytes("trailofbits/test_tsa/ts_chain.pem");
  const auto request = ParseTimestampRequest(FileBytes("digitorus/reqNonce.der"));
  ASSERT_OK(request);
  const Bytes response = FileBytes("digitorus/respNonce.der");
  const ByteView token = TokenOfResponse(response).value();
  const auto checked = CheckTimestampToken(token, FirstCertificatePem(token));
  ASSERT_OK(checked);
  EXPECT_EQ(FormatTimestamp(checked->claims().time), "2017-04-19T06:29:53Z");
  EXPECT_THAT(checked->authority(), HasSubstr("GlobalSign TSA for Adobe CDS"));
  EXPECT_OK(RequireAnswers(checked->claims(), *request));
  EXPECT_FAILS(CheckTimestampToken(token, AsText(stranger)), ErrorCode::kCorrupt);

  const Bytes alone = FileBytes("digitorus/timeStampToken.der");
  EXPECT_EQ(TokenOfResponse(alone).value().size(), alone.size());
  EXPECT_OK(CheckTimestampToken(alone, FirstCertificatePem(alone)));

  // Its request did not ask for the certificate, so nobody can tell who signed.
  const Bytes bare = FileBytes("digitorus/respNoCert.der");
  const auto refused = CheckTimestampToken(TokenOfResponse(bare).value(), AsText(stranger));
  EXPECT_FAILS(refused, ErrorCode::kCorrupt);
  EXPECT_THAT(refused.error().message, HasSubstr("certificate of its signer"));
  EXPECT_OK(ParseTimestampRequest(FileBytes("digitorus/reqNoCert.der")));
}

}  // namespace
}  // namespace sinetti
