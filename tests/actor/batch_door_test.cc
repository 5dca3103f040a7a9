// The door: what it signs, what it refuses, and that a file can be imported again.
#include "ledger/actor/batch_door.h"

#include "tests/actor/actor_ledger.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing_support::ActorLedger;
using testing_support::Drafts;
using testing_support::Found;
using testing_support::IsOk;
using testing_support::kOffice;
using testing_support::TestSigner;

class Door : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Registered(key1_.key())))));
  }
  std::uint64_t Size() { return place_.ledger().Read().size().value; }
  void Refuses(std::vector<EncodedDraft> drafts, Signer* signer, ErrorCode code,
               const std::string& words) {
    const std::uint64_t before = Size();
    const auto appended = place_.Append(std::move(drafts), signer);
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code, code) << appended.error().message;
    EXPECT_THAT(appended.error().message, HasSubstr(words));
    EXPECT_EQ(Size(), before);
  }

  ActorLedger place_;
  FileSigner key1_ = TestSigner(1, kOffice);
  FileSigner key2_ = TestSigner(2, kOffice);
};

TEST_F(Door, GivesReceiptsOfTheDraftsAndPutsTheSignatureBehindThem) {
  const auto receipts = place_.Append(Drafts(place_.Action("1"), place_.Action("2")), &key1_);
  ASSERT_TRUE(IsOk(receipts));
  ASSERT_EQ(receipts->size(), 2u);
  EXPECT_EQ((*receipts)[1].sequence.value, 2u);
  EXPECT_EQ(Size(), 4u);
}

TEST_F(Door, SignsOnlyWhatIsNewWhenABatchComesAgain) {
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  const auto same = place_.Append(Drafts(place_.Action("1")), &key1_);
  ASSERT_TRUE(IsOk(same));
  EXPECT_TRUE(same->front().duplicate);
  EXPECT_EQ(Size(), 3u);
  const auto more = place_.Append(Drafts(place_.Action("1"), place_.Action("2")), &key1_);
  ASSERT_TRUE(IsOk(more));
  EXPECT_TRUE((*more)[0].duplicate);
  EXPECT_FALSE((*more)[1].duplicate);
  EXPECT_EQ((*more)[1].sequence.value, 3u);
  EXPECT_EQ(Size(), 5u);
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
}

TEST_F(Door, RecordsADraftThatStandsTwiceInABatchOnce) {
  const auto receipts = place_.Append(Drafts(place_.Action("1"), place_.Action("1")), &key1_);
  ASSERT_TRUE(IsOk(receipts));
  EXPECT_TRUE((*receipts)[1].duplicate);
  EXPECT_EQ(Size(), 3u);
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
  EncodedDraft other = place_.Encode("action.started", "2", "action-1",
                                     R"({"action":"toinen","startedOn":"2026-03-12"})");
  Refuses(Drafts(place_.Action("2"), std::move(other)), &key1_, ErrorCode::kConflict,
          "stand twice");
}

TEST_F(Door, RecordsNothingOfABatchOfWhichOneIsTakenByOtherContent) {
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  EncodedDraft other = place_.Encode("action.started", "1", "action-1",
                                     R"({"action":"toinen","startedOn":"2026-03-12"})");
  Refuses(Drafts(place_.Action("2"), std::move(other)), &key1_, ErrorCode::kConflict, "");
}

TEST_F(Door, RefusesASignatureThatIsHandedIn) {
  const std::vector<EncodedDraft> drafts = Drafts(place_.Action("1"));
  EncodedDraft made =
      SignBatch(testing_support::kActorOrigin, drafts, key1_, place_.registry).value();
  Refuses(Drafts(place_.Action("1"), std::move(made)), nullptr, ErrorCode::kConflict, "--sign-as");
}

TEST_F(Door, RefusesAnUnsignedDraftThatThePolicyDemandsToBeSigned) {
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Policy(R"("action.started")")))));
  Refuses(Drafts(place_.Action("1")), nullptr, ErrorCode::kConflict, "next: --sign-as");
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key1_)));
  // Once recorded it is recognised, signed or not.
  EXPECT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")))));
  EXPECT_THAT(Found(place_.Verify()), IsEmpty());
}

TEST_F(Door, RefusesAPolicyAndWhatItDemandsUnsignedInOneBatch) {
  Refuses(Drafts(place_.Policy(R"("action.started")"), place_.Action("1")), nullptr,
          ErrorCode::kConflict, "must be signed");
}

TEST_F(Door, RefusesToSignForAnActorOrWithAKeyThatIsNotInForce) {
  FileSigner stranger = TestSigner(5, "tuntematon");
  Refuses(Drafts(place_.Action("1")), &stranger, ErrorCode::kInvalid, "sinetti actor register");
  Refuses(Drafts(place_.Action("1")), &key2_, ErrorCode::kInvalid, "sinetti actor list");
  ASSERT_TRUE(IsOk(place_.Append(Drafts(
      place_.Revoked(key1_.key(), "compromised", *ParseTimestamp("2026-03-01T12:00:00Z"))))));
  Refuses(Drafts(place_.Action("1")), &key1_, ErrorCode::kInvalid, "revoked as compromised");
}

TEST_F(Door, RefusesARotationThatIsNeitherSignedNorARecovery) {
  Refuses(Drafts(place_.Rotated(key2_.key(), "rot")), nullptr, ErrorCode::kConflict,
          "sign with the old key");
  ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Rotated(key2_.key(), "rot")), &key1_)));
  EXPECT_TRUE(IsOk(place_.Append(Drafts(place_.Action("1")), &key2_)));
}

TEST_F(Door, RefusesEventsAboutActorsThatWouldHaveNoEffect) {
  Refuses(Drafts(place_.Registered(key2_.key(), "again")), nullptr, ErrorCode::kConflict,
          "registered already");
  Refuses(Drafts(place_.Revoked(key2_.key(), "retired", Timestamp{0})), nullptr,
          ErrorCode::kConflict, "has no key");
  EncodedDraft nonsense =
      place_.Encode("actor.registered", "x", "actors",
                    R"({"actor":"toinen","kind":"office","verifierKey":"toinen+00000000+AAAA"})");
  Refuses(Drafts(std::move(nonsense)), nullptr, ErrorCode::kConflict, "verifierKey");
}

}  // namespace
}  // namespace sinetti
