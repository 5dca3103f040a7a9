// Refusals on the way to the vault: recorded, told without a word of the value, and before the
// vault is asked.
#include "ledger/client/access_gate.h"

#include <gmock/gmock.h>

#include "ledger/actor/batch_door.h"
#include "ledger/client/exporting.h"
#include "ledger/client/opening.h"
#include "tests/client/client_ledger.h"
#include "tests/log/test_keys.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::IsOk;
using testing_support::PlanDraft;
using testing_support::TestSigner;

constexpr const char* kOffice = "malli.example/valvonta";

class Gate : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(
        IsOk(place_.Record(PlanDraft("1", "p-1", "kotihoito", R"("provider":"provider-1",)"))));
  }
  Result<Opening> Open(ReaderOfClient reader = {"valvonta", "741/2023:45", "tarkastaja",
                                                "virasto-1"}) {
    return OpenSealedFields(place_.Tools(), place_.EventAt(Sequence{0}), reader);
  }
  ReaderOfClient Office(Signer* signer = nullptr) {
    return {"valvonta", "741/2023:45", "tarkastaja", kOffice, signer};
  }
  std::uint64_t Size() { return place_.ledger().Read().size().value; }
  Event Last() { return place_.EventAt(Sequence{Size() - 1}); }
  void Register() {
    ASSERT_TRUE(IsOk(place_.Record(ClientDraft("reg", "actor.registered", "actors", "",
                                               R"({"actor":")" + std::string(kOffice) +
                                                   R"(","kind":"office","verifierKey":")" +
                                                   FormatVerifierKey(signer_.key()) + "\"}"))));
  }
  // Refused, recorded as the last event, and the vault not asked.
  void ExpectRefused(const Result<Opening>& outcome, const std::string& why) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::kConflict);
    EXPECT_THAT(outcome.error().message, Not(HasSubstr("kotihoito")));
    EXPECT_EQ(Last().type(), "access.refused");
    EXPECT_EQ(Last().envelope().client, "p-1");
    EXPECT_THAT(EventDataToJson(Last()), HasSubstr("\"why\":\"" + why + "\""));
    EXPECT_EQ(place_.asked, 0);
  }

  ClientLedger place_;
  FileSigner signer_ = TestSigner(9, kOffice);
};

TEST_F(Gate, WithoutAGrantNothingOpensAndTheAttemptIsRecorded) {
  ExpectRefused(Open(), "noGrant");
  EXPECT_EQ(Size(), 2u);
  EXPECT_EQ(EventDataToJson(Last()),
            R"({"object":"matter-p-1","reader":"virasto-1","act":"open","why":"noGrant",)"
            R"("purpose":"valvonta","ground":"741/2023:45","viewerRole":"tarkastaja",)"
            R"("fields":["0 data.content"]})");
}

TEST_F(Gate, ARefusalIsTheSameWhetherThereIsAValueOrNot) {
  const auto with_key = Open();
  place_.CloseVault();
  std::filesystem::remove_all(place_.KeysDir());
  place_.OpenVault();
  const auto without_key = Open();
  ASSERT_FALSE(with_key);
  ASSERT_FALSE(without_key);
  EXPECT_EQ(with_key.error().message, without_key.error().message);
  EXPECT_EQ(EventDataToJson(place_.EventAt(Sequence{1})),
            EventDataToJson(place_.EventAt(Sequence{2})));
}

TEST_F(Gate, ALimitedGrantOpensWhatItCovers) {
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "supervisor",
                                R"("providers":["provider-1"],"purposes":["valvonta"],)")));
  EXPECT_TRUE(IsOk(Open()));
  ReaderOfClient other{"uteliaisuus", "741/2023:45", "tarkastaja", "virasto-1"};
  const int before = std::exchange(place_.asked, 0);
  EXPECT_EQ(before, 1);
  ExpectRefused(Open(other), "purpose");
}

TEST_F(Gate, ARevokedGrantIsNoGrant) {
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "supervisor")));
  ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
      "r", "access.revoked", "access", "",
      R"({"grant":"grant-1","reason":"tehtävä päättyi","revokedBy":"tietohallinto"})"))));
  ExpectRefused(Open(), "notInForce");
}

TEST_F(Gate, AGrantInAnotherStreamOrToOneselfHasNoEffect) {
  ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
      "g", "access.granted", "matter-1", "",
      R"({"reader":"virasto-1","role":"lawyer","ground":"x","grantedBy":"tietohallinto"})"))));
  ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
      "own", "access.granted", "access", "",
      R"({"reader":"virasto-1","role":"lawyer","ground":"x","grantedBy":"Virasto-1"})"))));
  ExpectRefused(Open(), "noGrant");
  const auto access = ReadAccessRegister(place_.ledger().Read(), place_.registry);
  ASSERT_TRUE(IsOk(access));
  ASSERT_EQ(access->ignored().size(), 1u);
  EXPECT_THAT(access->ignored()[0].why, HasSubstr("itself"));
}

TEST_F(Gate, AClockThatWasPutBackWakesNoGrantThatEnded) {
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "supervisor", R"("until":"2026-03-01T12:00:30Z",)")));
  place_.clock = FixedClock(*ParseTimestamp("2026-03-01T12:01:00Z"), 1000);
  ASSERT_TRUE(IsOk(place_.Record(PlanDraft("2", "p-2", "muu"))));
  place_.clock = FixedClock(*ParseTimestamp("2026-03-01T12:00:00Z"), 1000);
  ExpectRefused(Open(), "notInForce");
}

TEST_F(Gate, OfTwoSubjectsOnlyTheOneThatAGrantCoversIsOpened) {
  ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
      "2", "decision.made", "matter-1", R"("client":"p-1",)",
      R"({"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28","authority":"Malli",)"
      R"("reasons":"viraston syyt","clientReasons":{"subject":"p-2","value":"toisen syyt"}})"))));
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "supervisor", R"("clients":["p-1"],)")));
  const auto opening = OpenSealedFields(place_.Tools(), place_.EventAt(Sequence{1}),
                                        {"valvonta", "741/2023:45", "tarkastaja", "virasto-1"});
  ASSERT_TRUE(IsOk(opening));
  EXPECT_EQ(opening->ValueAt("data.reasons"), "viraston syyt");
  EXPECT_EQ(opening->ValueAt("data.clientReasons"), std::nullopt);
  EXPECT_EQ(opening->refused, std::vector<std::string>{"data.clientReasons"});
  EXPECT_EQ(place_.asked, 1);
  EXPECT_EQ(place_.EventAt(Sequence{3}).type(), "access.refused");
  EXPECT_EQ(place_.EventAt(Sequence{3}).envelope().client, "p-2");
}

TEST_F(Gate, ARegisteredReaderSignsTheRequestAndTheRecordOfIt) {
  Register();
  ASSERT_TRUE(IsOk(place_.Grant(kOffice, "supervisor")));
  ExpectRefused(Open(Office()), "notProved");
  FileSigner stranger = TestSigner(10, kOffice);
  ExpectRefused(Open(Office(&stranger)), "notProved");
  const auto opening = Open(Office(&signer_));
  ASSERT_TRUE(IsOk(opening));
  EXPECT_EQ(opening->ValueAt("data.content"), "kotihoito");
  EXPECT_EQ(Last().type(), "batch.signed");
  const auto report = VerifyBatchSignatures(place_.ledger().Read(), place_.registry,
                                            testing_support::kClientOrigin);
  ASSERT_TRUE(IsOk(report));
  EXPECT_TRUE(report->right());
  EXPECT_EQ(report->events, 1u);
}

TEST_F(Gate, AKeyOfAnotherNameIsAnErrorAndNoAttempt) {
  FileSigner other = TestSigner(9, "malli.example/toinen");
  const auto outcome = Open(Office(&other));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(Size(), 1u);
}

TEST_F(Gate, APolicyMayAskEveryReaderForAProof) {
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "supervisor")));
  ASSERT_TRUE(IsOk(place_.Record(
      ClientDraft("p", "access.policySet", "access", "",
                  R"({"readerProof":"always","reason":"avaimet","setBy":"tietohallinto"})"))));
  ExpectRefused(Open(), "notProved");
}

TEST_F(Gate, AnExportNeedsAGrantWithoutLimitsOnceThePolicySaysSo) {
  const ReaderOfClient reader{"valvonta", "741/2023:45", "", "virasto-1"};
  ASSERT_TRUE(IsOk(RecordExport(place_.Tools(), reader, "valvontavirasto", "ndjson")));
  EXPECT_EQ(Last().type(), "access.exported");
  ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
      "p", "access.policySet", "access", "",
      R"({"readerProof":"whenRegistered","exports":"yes","reason":"x","setBy":"tietohallinto"})"))));
  EXPECT_TRUE(*ExportsNeedGrant(place_.ledger(), place_.registry));
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "operator", R"("providers":["provider-1"],)")));
  EXPECT_FALSE(RecordExport(place_.Tools(), reader, "valvontavirasto", "ndjson"));
  EXPECT_EQ(Last().type(), "access.refused");
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "operator")));
  ASSERT_TRUE(IsOk(RecordExport(place_.Tools(), reader, "valvontavirasto", "ndjson")));
  EXPECT_THAT(EventDataToJson(Last()), HasSubstr(R"("grants":["urn:test#grant-2"])"));
}

}  // namespace
}  // namespace sinetti
