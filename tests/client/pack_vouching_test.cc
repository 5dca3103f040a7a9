// Who vouches for a pack besides the ledger's key of the day: authorities that stamped its
// checkpoint, keys before and after it, and the grants without which nothing is handed out.
#include <gmock/gmock.h>

#include "ledger/client/access_event.h"
#include "ledger/client/packing.h"
#include "ledger/evidence/key_change.h"
#include "ledger/evidence/pack.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/proof_file.h"
#include "ledger/log/proved_entry.h"
#include "tests/client/client_ledger.h"
#include "tests/evidence/stamping.h"
#include "tests/log/test_keys.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::Authority;
using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::Day;
using testing_support::IsOk;
using testing_support::PlanDraft;
using testing_support::TestSigner;
using testing_support::TimeAuthority;
using testing_support::TokenOf;

// Plans of p-1 and p-2 with the provider hoiva-1, one of p-1 with hoiva-2.
class PackVouching : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(IsOk(place_.Record(PlanDraft("1", "p-1", "asiat", R"("provider":"hoiva-1",)"))));
    ASSERT_TRUE(IsOk(place_.Record(PlanDraft("2", "p-2", "asiat", R"("provider":"hoiva-1",)"))));
    ASSERT_TRUE(IsOk(place_.Record(PlanDraft("3", "p-1", "asiat", R"("provider":"hoiva-2",)"))));
    Sign(old_);
  }

  StoredCheckpoint Sign(Signer& signer) {
    VerifiableIndex index(place_.registry, {});
    auto stored = place_.ledger().SignCheckpoint(signer, place_.clock, &index);
    EXPECT_TRUE(IsOk(stored));
    return *std::move(stored);
  }
  Result<MadePack> Make(Signer& signer, const std::string& key = "provider:hoiva-1",
                        const std::string& actor = "", Signer* actor_signer = nullptr) {
    return MakePack(place_.Tools(), signer,
                    {.key = key,
                     .recipient = "hallinto-oikeus",
                     .purpose = "valitus",
                     .ground = "808/2019:42",
                     .actor = actor,
                     .role = "lakimies",
                     .actor_signer = actor_signer});
  }
  std::string Pack(Signer& signer, const std::string& key = "provider:hoiva-1") {
    auto made = Make(signer, key);
    EXPECT_TRUE(IsOk(made));
    return made ? made->text : "";
  }
  Result<CheckedPack> Check(const std::string& text, const Signer& trusted) {
    return CheckPack(text, trusted.key(), place_.registry);
  }
  std::uint64_t Size() { return place_.ledger().Read().size().value; }
  Event Last() { return place_.EventAt(Sequence{Size() - 1}); }

  // Keeps a stamp of the newest checkpoint.
  TimestampRecord Stamp(const TimeAuthority& authority, const StoredCheckpoint& stored) {
    const Imprint imprint = FirstImprint(stored.note, DigestAlgorithm::kSha256).value();
    TimestampRecord record{stored.size,
                           {{imprint.algorithm, {}, {TokenOf(authority, imprint, "2026-03-02")}}}};
    EXPECT_TRUE(IsOk(place_.ledger().KeepTimestamps(record)));
    return record;
  }

  // The pack as a keeper could hand it out who records what is not true: with the digest of what it
  // says now, and a checkpoint by `signer`, who need not be the one in force.
  std::string Recorded(EvidencePack pack, Signer& signer) {
    const std::string key = ParseCompleteProof(pack.answer)->key;
    std::vector<OwnEvent> events;
    for (const char* client : {"p-1", "p-2"}) {
      OwnEvent event = NewAccessEvent("access.exported", "exported", client, "joku", "").value();
      event.data = {{"object", key, {}},
                    {"purpose", pack.purpose, {}},
                    {"ground", pack.ground, {}},
                    {"recipient", pack.recipient, {}},
                    {"document", "", {}, {{"sha256", PackDigest(pack).hex(), {}}}}};
      events.push_back(std::move(event));
    }
    const auto receipts = RecordOwnEvents(place_.ledger(), place_.registry, events);
    EXPECT_TRUE(IsOk(receipts));
    const Reader reader = place_.ledger().Read();
    const Checkpoint tree{.origin = testing_support::kClientOrigin,
                          .size = reader.size(),
                          .root = reader.Root().value()};
    const std::string note = SignCheckpoint(tree, signer).value();
    pack.recorded.clear();
    for (const Receipt& receipt : *receipts) {
      ProvedEntry proved = ProveEntry(reader, receipt.sequence, tree.size).value();
      pack.recorded.push_back(FormatInclusionProof(
          {receipt.sequence, std::move(proved.entry), std::move(proved.hashes), note}));
    }
    const CompleteProof answer = ParseCompleteProof(pack.answer).value();
    ConsistencyProof between{.old_checkpoint = answer.to.checkpoint, .new_checkpoint = note};
    between.hashes = reader.ConsistencyProof(answer.to.size, tree.size).value();
    pack.consistency = FormatConsistencyProof(between).value();
    return FormatPack(pack);
  }

  void Rotate(Signer& from, Signer& to) {
    ASSERT_TRUE(IsOk(ChangeLedgerKey(
        place_.ledger(), {.previous = from.key(), .previous_signer = &from, .next = &to},
        place_.clock, place_.registry)));
  }

  ClientLedger place_;
  FileSigner old_ = TestSigner(7, testing_support::kClientOrigin);
  FileSigner new_ = TestSigner(8, testing_support::kClientOrigin);
};

using PackStamps = PackVouching;

TEST_F(PackStamps, AreInItAndSayWhoStampedWhen) {
  const TimeAuthority authority = Authority("Aikaleima Oy", "2026-01-01", "2036-01-01");
  const TimestampRecord record = Stamp(authority, Sign(old_));
  const auto checked = Check(Pack(old_), old_);
  ASSERT_TRUE(IsOk(checked));
  EXPECT_EQ(checked->timestamps, record);
  ASSERT_EQ(checked->stamps.size(), 1u);
  EXPECT_EQ(checked->stamps[0].authority.fingerprint, authority.Fingerprint());
  EXPECT_TRUE(checked->own_words);
  const LocalText& summary = checked->pack.summary;
  for (const std::string* one : {&summary.fi, &summary.sv, &summary.en})
    EXPECT_THAT(*one, AllOf(HasSubstr("2026-03-02T12:00:00Z"), HasSubstr("Aikaleima Oy"),
                            HasSubstr(authority.Fingerprint()), HasSubstr("--authority")));
  const auto report = CheckTimestampRecord(
      *checked->timestamps, checked->checkpoint,
      {.authorities = authority.RootPem(), .distrusted = {}, .at = Day("2027-01-01")});
  ASSERT_TRUE(IsOk(report));
  EXPECT_TRUE(report->good());
  EXPECT_EQ(FormatTimestamp(report->Vouched()->claims().time), "2026-03-02T12:00:00Z");
}

TEST_F(PackStamps, NoByteOfThemCanChange) {
  Stamp(Authority("Aikaleima Oy", "2026-01-01", "2036-01-01"), Sign(old_));
  const std::string text = Pack(old_);
  const std::size_t begin = text.find("section timestamps ");
  const std::size_t end = text.find("section recorded ");
  ASSERT_LT(begin, end);
  for (std::size_t i = begin; i < end; ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ (i % 2 == 0 ? 0x01 : 0x20));
    EXPECT_FALSE(Check(changed, old_)) << "byte " << i;
  }
}

TEST_F(PackStamps, OfSomethingElseAreRefusedAlsoWhenTheLedgerRecordedThem) {
  const TimeAuthority authority = Authority("Aikaleima Oy", "2026-01-01", "2036-01-01");
  const std::string first = FormatTimestampRecord(Stamp(authority, Sign(old_)));
  EvidencePack pack = ParsePack(Pack(old_)).value();
  EXPECT_TRUE(IsOk(Check(Recorded(pack, old_), old_)));  // the helper makes packs that hold
  const TimestampRecord other = Stamp(authority, Sign(old_));
  for (const std::string& stamps :
       {FormatTimestampRecord(other), first + "stamp AQEB\n", first + first,
        FormatTimestampRecord({TreeSize{3}, other.chains}), std::string("stamps\n")}) {
    EvidencePack wrong = pack;
    wrong.timestamps = stamps;
    const auto checked = Check(Recorded(wrong, old_), old_);
    ASSERT_FALSE(checked) << stamps;
    EXPECT_THAT(checked.error().message, HasSubstr("timestamps"));
  }
  pack.timestamps.clear();
  EXPECT_TRUE(IsOk(Check(Recorded(pack, old_), old_)));
}

using PackKeys = PackVouching;

TEST_F(PackKeys, BehindARotationAnyOfTheKeysChecksIt) {
  const std::string before = Pack(old_);
  Rotate(old_, new_);
  const std::string after = Pack(new_);
  for (const FileSigner* trusted : {&old_, &new_}) {
    const auto checked = Check(after, *trusted);
    ASSERT_TRUE(IsOk(checked));
    EXPECT_THAT(checked->pack.summary.en, HasSubstr("The ledger's key was changed"));
    EXPECT_TRUE(checked->own_words);
  }
  EXPECT_TRUE(IsOk(Check(before, old_)));
  EXPECT_FALSE(Check(before, new_));  // it was made before there was a chain to give along
  EXPECT_FALSE(Check(after, TestSigner(9, testing_support::kClientOrigin)));
  const auto statements = KeyStatementsOf(place_.ledger().Read(), place_.registry);
  ASSERT_TRUE(IsOk(statements));
  const auto keys = FollowKeyChain(new_.key(), *statements, place_.registry);
  ASSERT_TRUE(IsOk(keys));
  EXPECT_TRUE(IsOk(CheckPack(before, *keys, false, place_.registry)));
}

TEST_F(PackKeys, AnAnswerByTheOldKeyAndRecordsByTheNewOneHoldFromEither) {
  const EvidencePack before = ParsePack(Pack(old_)).value();
  Rotate(old_, new_);
  EvidencePack both = before;
  both.keys = ParsePack(Pack(new_))->keys;
  const std::string text = Recorded(both, new_);
  EXPECT_THAT(text, Not(HasSubstr("section keys 0")));
  EXPECT_TRUE(IsOk(Check(text, old_)));
  EXPECT_TRUE(IsOk(Check(text, new_)));
  // Without the chain neither does.
  const std::string alone = Recorded(before, new_);
  EXPECT_FALSE(Check(alone, old_));
  EXPECT_FALSE(Check(alone, new_));
}

TEST_F(PackKeys, WhatAnOldKeySignsBehindItsTimeIsRefused) {
  EvidencePack pack = ParsePack(Pack(old_)).value();
  Rotate(old_, new_);
  pack.keys = ParsePack(Pack(new_))->keys;
  const std::string forged = Recorded(pack, old_);
  for (const FileSigner* trusted : {&old_, &new_}) {
    const auto checked = Check(forged, *trusted);
    ASSERT_FALSE(checked);
    EXPECT_THAT(checked.error().message, HasSubstr("was replaced and vouches for at most"));
  }
}

TEST_F(PackKeys, BehindACompromiseTheNewestKeyIsNeededAndAnOldAnswerNeedsWitnesses) {
  const StoredCheckpoint good = Sign(old_);
  const EvidencePack before = ParsePack(Pack(old_)).value();
  ASSERT_TRUE(IsOk(ChangeLedgerKey(place_.ledger(),
                                   {.previous = old_.key(),
                                    .next = &new_,
                                    .last_good = OpenCheckpoint(good.note, old_.key()).value()},
                                   place_.clock, place_.registry)));
  const std::string after = Pack(new_);
  EXPECT_TRUE(IsOk(Check(after, new_)));
  EXPECT_THAT(Check(after, old_).error().message, HasSubstr("on a way that you trust"));
  EvidencePack both = before;
  both.keys = ParsePack(after)->keys;
  const std::string text = Recorded(both, new_);
  EXPECT_THAT(Check(text, new_).error().message, HasSubstr("witnesses have cosigned"));
  const auto statements = KeyStatementsOf(place_.ledger().Read(), place_.registry);
  const auto keys = FollowKeyChain(new_.key(), statements.value(), place_.registry);
  EXPECT_TRUE(IsOk(CheckPack(text, *keys, true, place_.registry)));
  // No witness has seen what the stolen key signed as a record.
  EXPECT_FALSE(CheckPack(FormatPack(before), *keys, true, place_.registry));
}

class PackGrants : public PackVouching {
 protected:
  void SetUp() override {
    PackVouching::SetUp();
    ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
        "policy", "access.policySet", "access", "",
        R"({"readerProof":"whenRegistered","exports":"yes","reason":"x","setBy":"tietohallinto"})"))));
    Sign(old_);
  }
  void ExpectRefused(const Result<MadePack>& made, std::uint64_t size, const std::string& why,
                     std::size_t times) {
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::kConflict);
    EXPECT_THAT(made.error().message, HasSubstr("refused, and that it was asked is recorded"));
    EXPECT_EQ(Size(), size + times);
    EXPECT_EQ(Last().type(), "access.refused");
    EXPECT_THAT(EventDataToJson(Last()),
                AllOf(HasSubstr("\"why\":\"" + why + "\""), HasSubstr("\"act\":\"export\"")));
    EXPECT_EQ(place_.asked, 0);
  }
};

TEST_F(PackGrants, WithoutOneNothingIsHandedOutAndEachClientFindsThatItWasAsked) {
  const std::uint64_t size = Size();
  EXPECT_EQ(Make(old_).error().code, ErrorCode::kInvalid);  // nobody asks
  EXPECT_EQ(Size(), size);
  const auto made = Make(old_, "provider:hoiva-1", "virasto-1");
  ExpectRefused(made, size, "noGrant", 2);
  EXPECT_THAT(made.error().message, HasSubstr("all events of provider:hoiva-1"));
  EXPECT_EQ(place_.EventAt(Sequence{size}).envelope().client, "p-1");
  EXPECT_EQ(place_.EventAt(Sequence{size + 1}).envelope().client, "p-2");
}

TEST_F(PackGrants, OneOfALimitedScopeCoversWhatIsInIt) {
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "lawyer", R"("providers":["hoiva-1"],)")));
  const auto made = Make(old_, "provider:hoiva-1", "virasto-1");
  ASSERT_TRUE(IsOk(made));
  ASSERT_TRUE(IsOk(Check(made->text, old_)));
  for (const Sequence sequence : made->recorded)
    EXPECT_THAT(EventDataToJson(place_.EventAt(sequence)), HasSubstr("grant-1"));
  // p-1 has an event with another provider, too.
  ExpectRefused(Make(old_, "client:p-1", "virasto-1"), Size(), "scope", 1);
  ExpectRefused(Make(old_, "provider:hoiva-2", "virasto-1"), Size(), "scope", 1);
}

TEST_F(PackGrants, ThatThereIsNothingIsToldToWhomItConcerns) {
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "supervisor", R"("clients":["p-9"],)")));
  EXPECT_TRUE(IsOk(Make(old_, "client:p-9", "virasto-1")));
  ExpectRefused(Make(old_, "client:p-8", "virasto-1"), Size(), "scope", 1);
  ExpectRefused(Make(old_, "contract:c-1", "virasto-1"), Size(), "scope", 1);
}

TEST_F(PackGrants, ARoleThatMayNotExportAndAPurposeThatWasNotGrantedAreRefused) {
  ASSERT_TRUE(IsOk(place_.Grant("hoiva-1", "provider", R"("providers":["hoiva-1"],)")));
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "lawyer", R"("purposes":["tarkastus"],)")));
  ExpectRefused(Make(old_, "provider:hoiva-1", "hoiva-1"), Size(), "role", 2);
  ExpectRefused(Make(old_, "provider:hoiva-1", "virasto-1"), Size(), "purpose", 2);
}

TEST_F(PackGrants, ARegisteredReaderHasToProveItAndSignsTheRecord) {
  const std::string office = "malli.example/oikeus";
  FileSigner signer = TestSigner(9, office);
  ASSERT_TRUE(IsOk(
      place_.Record(ClientDraft("reg", "actor.registered", "actors", "",
                                R"({"actor":")" + office + R"(","kind":"office","verifierKey":")" +
                                    FormatVerifierKey(signer.key()) + "\"}"))));
  ASSERT_TRUE(IsOk(place_.Grant(office, "lawyer")));
  ExpectRefused(Make(old_, "provider:hoiva-1", office), Size(), "notProved", 2);
  const auto made = Make(old_, "provider:hoiva-1", office, &signer);
  ASSERT_TRUE(IsOk(made));
  EXPECT_EQ(Last().type(), "batch.signed");
  EXPECT_TRUE(IsOk(Check(made->text, old_)));
}

TEST_F(PackVouching, WhereExportsAreFreeAGrantIsNamedAndNoneIsDemanded) {
  EXPECT_TRUE(IsOk(Make(old_, "provider:hoiva-1", "virasto-1")));
  EXPECT_THAT(EventDataToJson(Last()), Not(HasSubstr("grants")));
  ASSERT_TRUE(IsOk(place_.Grant("virasto-1", "lawyer")));
  EXPECT_TRUE(IsOk(Make(old_, "provider:hoiva-1", "virasto-1")));
  EXPECT_THAT(EventDataToJson(Last()), HasSubstr("grant-1"));
}

}  // namespace
}  // namespace sinetti
