// What the check of signatures finds, and what it lets stand: keys over time, policies, batches
// that were put together by somebody who writes the ledger without the door.
#include "ledger/actor/signature_check.h"

#include "tests/actor/actor_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::ActorLedger;
using testing_support::Drafts;
using testing_support::Found;
using testing_support::IsOk;
using testing_support::kOffice;
using testing_support::TestSigner;

class Signatures : public ::testing::Test {
 protected:
  void Register() { ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Registered(key1_.key()))))); }
  Timestamp LastRecorded() { return place_.ledger().Read().last_recorded_at(); }

  ActorLedger place_;
  FileSigner key1_ = TestSigner(1, kOffice);
  FileSigner key2_ = TestSigner(2, kOffice);
  FileSigner key3_ = TestSigner(3, kOffice);
};

TEST_F(Signatures, OfALedgerWithoutActorsAreInOrder) {
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")))));
  const SignatureReport report = place_.Verify();
  EXPECT_TRUE(report.right());
  EXPECT_EQ(report.batches, 0u);
}

TEST_F(Signatures, OfARegisteredActorHold) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1"), place_.Action("2")), &key1_)));
  const SignatureReport report = place_.Verify();
  EXPECT_THAT(Found(report), IsEmpty());
  EXPECT_EQ(report.batches, 1u);
  EXPECT_EQ(report.events, 2u);
  EXPECT_EQ(report.actors, 1u);
}

TEST_F(Signatures, OfTheRegistrationItselfShowThatTheKeyIsThere) {
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Registered(key1_.key())), &key1_)));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
}

TEST_F(Signatures, OfAnUnknownActorAreFound) {
  place_.Force(Drafts(place_.Action("1")), &key1_);
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("unknown actor 1"));
}

TEST_F(Signatures, OfAKeyThatIsNotTheActorsAreFound) {
  Register();
  place_.Force(Drafts(place_.Action("1")), &key2_);
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("key not in force 2"));
}

TEST_F(Signatures, ReplayedOnOtherEventsAreFound) {
  Register();
  place_.Force(Drafts(place_.Action("1")), &key1_, Drafts(place_.Action("2")));
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("bad signature 2"));
}

TEST_F(Signatures, OfEventsInAnotherOrderAreFound) {
  Register();
  place_.Force(Drafts(place_.Action("2"), place_.Action("1")), &key1_,
               Drafts(place_.Action("1"), place_.Action("2")));
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("bad signature 3"));
}

TEST_F(Signatures, OfMoreEventsThanStandBeforeThemAreFound) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  place_.Force(Drafts(place_.Action("2")), &key1_, Drafts(place_.Action("1"), place_.Action("2")));
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("wrong count 4"));
}

TEST_F(Signatures, CannotBeMovedToAnotherLedger) {
  ActorLedger other("other.example/ledger");
  Register();
  ASSERT_TRUE(IsOk(other.Append(Drafts(other.Registered(key1_.key())))));
  std::vector<EncodedDraft> moved = Drafts(place_.Action("1"));
  moved.push_back(SignBatch(testing_support::kActorOrigin, moved, key1_, place_.registry).value());
  other.Force(moved);
  place_.Force(moved);
  EXPECT_THAT(Found(other.Verify()), ElementsAre("bad signature 2"));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
}

TEST_F(Signatures, AreByTheKeyThatWasInForceAtThatMoment) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Rotated(key2_.key(), "rot")), &key1_)));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("2")), &key2_)));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
  place_.Force(Drafts(place_.Action("3")), &key1_);
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("key not in force 8"));
}

TEST_F(Signatures, OfARotationThatTheOldKeyDidNotSignAreFound) {
  Register();
  place_.Force(Drafts(place_.Rotated(key2_.key(), "rot")), &key2_);
  place_.Force(Drafts(place_.Action("1")), &key2_);
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("2")), &key1_)));
  EXPECT_THAT(Found(place_.Verify()),
              ElementsAre("unsigned rotation 1", "key not in force 2", "key not in force 4"));
}

TEST_F(Signatures, GoOnWithANewKeyAfterARecovery) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Rotated(key2_.key(), "rot", true)))));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key2_)));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
}

TEST_F(Signatures, OfACompromisedKeyStayUntilTheMomentAndFallBehindIt) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  const Timestamp moment = LastRecorded();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("2")), &key1_)));  // 3, 4: by the thief
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Revoked(key1_.key(), "compromised", moment),
                                        place_.Rotated(key2_.key(), "rot", true)))));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("3")), &key2_)));
  place_.Force(Drafts(place_.Action("4")), &key1_);
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("revoked key 4", "revoked key 10"));
}

TEST_F(Signatures, OfTheThiefsNextKeyFallWithTheKeyThatRotatedToIt) {
  Register();
  const Timestamp moment = LastRecorded();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Rotated(key2_.key(), "theft")), &key1_)));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key2_)));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Revoked(key1_.key(), "compromised", moment),
                                        place_.Rotated(key3_.key(), "rot", true)))));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("2")), &key3_)));
  EXPECT_THAT(Found(place_.Verify()),
              ElementsAre("unsigned rotation 1", "revoked key 2", "key not in force 4"));
}

TEST_F(Signatures, OfARetiredKeyStayUntilItWasRevokedWhateverMomentIsStated) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  ASSERT_TRUE(IsOk(place_.Append(
      Drafts(place_.Revoked(key1_.key(), "retired", *ParseTimestamp("2020-01-01T00:00:00Z"))))));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
  place_.Force(Drafts(place_.Action("2")), &key1_);
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("revoked key 5"));
}

TEST_F(Signatures, ThatThePolicyDemandsAreMissedFromThereOn) {
  Register();
  place_.Force(Drafts(place_.Action("1")));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Policy(R"("action.")")))));
  place_.Force(Drafts(place_.Action("2")));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("3")), &key1_)));
  place_.Force(Drafts(place_.Action("4")));
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("missing signature 3", "missing signature 6"));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Policy("", "lifted")))));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("5")))));
  EXPECT_EQ(place_.Verify().findings_total, 2u);
}

TEST_F(Signatures, AreDemandedFromTheMomentThatThePolicyNames) {
  Register();
  const Timestamp from{LastRecorded().micros + 3'600'000'000};
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Policy(
      R"("action.started")", "policy", R"(,"from":")" + FormatTimestamp(from) + "\"")))));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")))));
  place_.clock = FixedClock(Timestamp{from.micros + 1}, 1'000'000);
  place_.Force(Drafts(place_.Action("2")));
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("missing signature 3"));
}

TEST_F(Signatures, OfPoliciesCanBeDemandedAsWell) {
  Register();
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Policy(R"("signature.policySet","actor.")")))));
  place_.Force(Drafts(place_.Policy("", "lifted")));
  place_.Force(Drafts(place_.Registered(TestSigner(9, "toinen").key(), "reg2")));
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("missing signature 2"));
}

TEST_F(Signatures, EventsAboutActorsElsewhereHaveNoEffect) {
  EncodedDraft misplaced = place_.Encode("actor.registered", "reg", "elsewhere",
                                         R"({"actor":")" + std::string(kOffice) +
                                             R"(","kind":"office","verifierKey":")" +
                                             FormatVerifierKey(key1_.key()) + "\"}");
  place_.Force(Drafts(std::move(misplaced)));
  place_.Force(Drafts(place_.Action("1")), &key1_);
  EXPECT_THAT(Found(place_.Verify()), ElementsAre("event without effect 0", "unknown actor 2"));
}

TEST_F(Signatures, AnActorIsRegisteredOnceAndAKeyDoesNotComeBack) {
  Register();
  place_.Force(Drafts(place_.Registered(key2_.key(), "again")));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Rotated(key2_.key(), "rot")), &key1_)));
  place_.Force(Drafts(place_.Rotated(key1_.key(), "back", true)));
  place_.Force(Drafts(place_.Revoked(key3_.key(), "retired", LastRecorded())));
  EXPECT_THAT(
      Found(place_.Verify()),
      ElementsAre("event without effect 1", "event without effect 4", "event without effect 5"));
}

TEST_F(Signatures, TheIndexTellsAsMuchOfActorsAsTheWholeLedger) {
  Register();
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("a" + std::to_string(i))), &key1_)));
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Rotated(key2_.key(), "rot")), &key1_)));
  const SignatureReport indexed = place_.VerifyIndexed();
  EXPECT_THAT(Found(indexed), IsEmpty());
  EXPECT_EQ(indexed.batches, 1u);  // only the one over the rotation is of interest
  EXPECT_EQ(place_.Verify().batches, 21u);
}

}  // namespace
}  // namespace sinetti
