// A signature over one request proves nothing of another, and a key that is not in force proves
// nothing at all.
#include "ledger/access/reader_proof.h"

#include <gtest/gtest.h>

#include "tests/log/test_keys.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

using testing_support::TestSigner;

constexpr const char* kReader = "malli.example/valvonta";

AccessRequest Request() {
  AccessRequest request{.origin = "test.example/ledger",
                        .reader = kReader,
                        .act = AccessAct::kOpen,
                        .events = {Sequence{41}, Sequence{57}},
                        .purpose = "valvonta-asian käsittely",
                        .ground = "741/2023:45",
                        .size = TreeSize{60},
                        .head = {},
                        .nonce = {}};
  for (std::size_t i = 0; i < request.head.bytes.size(); ++i)
    request.head.bytes[i] = static_cast<std::uint8_t>(i);
  for (std::size_t i = 0; i < request.nonce.size(); ++i)
    request.nonce[i] = static_cast<std::uint8_t>(0xf0 + i);
  return request;
}

class ReaderProof : public ::testing::Test {
 protected:
  ReaderProof() : actors_(std::vector<ActorKeyRevocation>()) {
    EXPECT_TRUE(actors_.Register(
        {.actor = kReader, .key = signer_.key(), .kind = "office", .title = ""}, Sequence{3}));
  }
  std::string Problem(const AccessRequest& asked, const AccessRequest& signed_request,
                      Timestamp now = Timestamp{1000}) {
    return ReaderProofProblem(asked, actors_, KeyIdText(signer_.key()),
                              *signer_.Sign(AsBytes(FormatAccessRequest(signed_request))), now);
  }

  FileSigner signer_ = TestSigner(9, kReader);
  ActorRegister actors_;
};

TEST_F(ReaderProof, HoldsForTheRequestThatWasSigned) {
  EXPECT_EQ(Problem(Request(), Request()), "");
}

TEST_F(ReaderProof, DoesNotHoldForAnyOtherRequest) {
  const std::vector<void (*)(AccessRequest&)> changes = {
      [](AccessRequest& request) { request.origin = "other.example/ledger"; },
      [](AccessRequest& request) { request.act = AccessAct::kDisclose; },
      [](AccessRequest& request) { request.events.pop_back(); },
      [](AccessRequest& request) { request.purpose = "tilastointi"; },
      [](AccessRequest& request) { request.ground = "703/2023:9"; },
      [](AccessRequest& request) { request.size = TreeSize{61}; },
      [](AccessRequest& request) { request.head.bytes[31] ^= 1; },
      [](AccessRequest& request) { request.nonce[0] ^= 1; }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    AccessRequest signed_request = Request();
    changes[i](signed_request);
    EXPECT_NE(Problem(Request(), signed_request), "") << "change " << i;
  }
}

TEST_F(ReaderProof, NeedsAKeyInForceOfThatReader) {
  AccessRequest other = Request();
  other.reader = "malli.example/toinen";
  EXPECT_NE(Problem(other, other), "");
  AccessRequest early = Request();
  early.size = TreeSize{3};  // before the registration
  EXPECT_NE(Problem(early, early), "");
  ActorRegister revoked(
      std::vector<ActorKeyRevocation>{{kReader, KeyIdText(signer_.key()), true, Timestamp{500}}});
  ASSERT_TRUE(revoked.Register(
      {.actor = kReader, .key = signer_.key(), .kind = "office", .title = ""}, Sequence{3}));
  actors_ = revoked;
  EXPECT_EQ(Problem(Request(), Request(), Timestamp{499}), "");
  EXPECT_NE(Problem(Request(), Request(), Timestamp{1000}), "");
}

TEST(AccessPage, TheRequestIsWhatThePageSays) {
  testing_support::ExpectExample("docs/format/access.md", "request",
                                 FormatAccessRequest(Request()));
}

}  // namespace
}  // namespace sinetti
