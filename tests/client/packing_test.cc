// Evidence packs: complete, readable without the ledger, recorded before they exist, and refused
// when any byte was changed.
#include "ledger/client/packing.h"

#include <gmock/gmock.h>

#include <set>

#include "ledger/evidence/pack.h"
#include "ledger/evidence/schema_text.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/log/proof_file.h"
#include "tests/client/client_ledger.h"
#include "tests/log/test_keys.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::ExampleIn;
using testing_support::ExpectExample;
using testing_support::IsOk;
using testing_support::PlanDraft;
using testing_support::TestSigner;

const std::string kDigest(64, 'a');

// A decision about p-1, a plan of p-2, and a document without any client.
class Packing : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
        "1", "decision.made", "matter-1", R"("client":"p-1","matter":"M/1","provider":"hoiva-1",)",
        R"({"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28",)"
        R"("authority":"Malli","reasons":"viraston syyt","clientReasons":"oma tilanne"})"))));
    ASSERT_TRUE(
        IsOk(place_.Record(PlanDraft("2", "p-2", "toisen asiat", R"("provider":"hoiva-1",)"))));
    ASSERT_TRUE(IsOk(
        place_.Record(ClientDraft("3", "document.published", "doc-1", R"("contract":"sopimus-1",)",
                                  R"({"document":{"title":"Liite","sha256":")" + kDigest +
                                      R"(","sizeBytes":12,"mediaType":"application/pdf"}})"))));
    Sign();
  }

  void Sign() {
    VerifiableIndex index(place_.registry, {});
    ASSERT_TRUE(IsOk(place_.ledger().SignCheckpoint(signer_, place_.clock, &index)));
  }
  std::uint64_t LedgerSize() { return place_.ledger().Read().size().value; }

  static PackWish Wish(std::string key) {
    return {.key = std::move(key),
            .recipient = "hallinto-oikeus",
            .purpose = "valituksen käsittely",
            .ground = "808/2019:42",
            .actor = "oikeuspalvelut",
            .role = "lakimies"};
  }
  Result<MadePack> Make(const PackWish& wish) { return MakePack(place_.Tools(), signer_, wish); }
  std::string Pack(const std::string& key) {
    auto made = Make(Wish(key));
    EXPECT_TRUE(IsOk(made));
    return made ? made->text : "";
  }
  Result<CheckedPack> Check(std::string_view text) const {
    return CheckPack(text, signer_.key(), place_.registry);
  }
  // Everything else as it was.
  Result<CheckedPack> CheckChanged(const std::string& text,
                                   const std::function<void(EvidencePack&)>& change) const {
    auto parsed = ParsePack(text);
    EXPECT_TRUE(IsOk(parsed));
    change(*parsed);
    const std::string changed = FormatPack(*parsed);
    EXPECT_NE(changed, text);
    return Check(changed);
  }

  ClientLedger place_;
  FileSigner signer_ = TestSigner(7, testing_support::kClientOrigin);
};

TEST_F(Packing, ShowsAllEventsOfAKeyAndLeavesSealedFieldsSealed) {
  const std::string text = Pack("provider:hoiva-1");
  const auto checked = Check(text);
  ASSERT_TRUE(IsOk(checked));
  ASSERT_EQ(checked->events.size(), 2u);
  EXPECT_EQ(checked->events[0].type(), "decision.made");
  EXPECT_EQ(checked->events[1].type(), "plan.adopted");
  EXPECT_EQ(checked->answer.to.size, TreeSize{3});
  EXPECT_TRUE(checked->own_words);
  for (const char* hidden : {"viraston syyt", "oma tilanne", "toisen asiat"})
    EXPECT_THAT(text, Not(HasSubstr(hidden)));
}

TEST_F(Packing, SpeaksThreeLanguagesAndSaysHowToCheck) {
  const auto checked = Check(Pack("provider:hoiva-1"));
  ASSERT_TRUE(IsOk(checked));
  const LocalText& summary = checked->pack.summary;
  EXPECT_THAT(summary.fi, AllOf(HasSubstr("kaikki 2 tapahtumaa"), HasSubstr("hallinto-oikeus"),
                                HasSubstr("Sinetöityjä arvoja on 3"), HasSubstr("Muita ei ole")));
  EXPECT_THAT(summary.sv, AllOf(HasSubstr("alla 2 händelser"), HasSubstr("söknyckel")));
  EXPECT_THAT(summary.en, AllOf(HasSubstr("all 2 events"), HasSubstr("sinetti evidence check")));
  for (const std::string* one : {&summary.fi, &summary.sv, &summary.en})
    EXPECT_THAT(*one, AllOf(HasSubstr("#0"), HasSubstr("#1"), HasSubstr("808/2019:42"),
                            HasSubstr("verify.py"), Not(HasSubstr("{"))));
}

TEST_F(Packing, IsAnEventInTheLogOfEachClientBeforeTheFileExists) {
  const auto checked = Check(Pack("provider:hoiva-1"));
  ASSERT_TRUE(IsOk(checked));
  ASSERT_EQ(checked->recorded.size(), 2u);
  std::set<std::string> clients;
  for (const Sequence sequence : checked->recorded) {
    const Event said = place_.EventAt(sequence);
    EXPECT_EQ(said.type(), "access.exported");
    EXPECT_EQ(said.envelope().actor, "oikeuspalvelut");
    EXPECT_THAT(EventDataToJson(said),
                AllOf(HasSubstr("hallinto-oikeus"), HasSubstr(PackDigest(checked->pack).hex())));
    clients.emplace(said.envelope().client);
  }
  EXPECT_EQ(clients, (std::set<std::string>{"p-1", "p-2"}));
}

TEST_F(Packing, WithoutAClientIsRecordedInTheNameOfTheKey) {
  const auto checked = Check(Pack("contract:sopimus-1"));
  ASSERT_TRUE(IsOk(checked));
  ASSERT_EQ(checked->recorded.size(), 1u);
  EXPECT_EQ(place_.EventAt(checked->recorded[0]).stream(), "access-sopimus-1");
  EXPECT_EQ(checked->pack.documents, kDigest + " 12 application/pdf 2 data.document.sha256\n");
  EXPECT_THAT(checked->pack.summary.sv, HasSubstr(kDigest + ", 12 byte, application/pdf"));
}

TEST_F(Packing, ShowsThatThereIsNothingAndThatWasSaidOfTheClientToo) {
  const auto checked = Check(Pack("client:p-9"));
  ASSERT_TRUE(IsOk(checked));
  EXPECT_TRUE(checked->events.empty());
  EXPECT_EQ(place_.EventAt(checked->recorded.at(0)).envelope().client, "p-9");
  EXPECT_THAT(checked->pack.summary.fi, HasSubstr("ei ole yhtään tapahtumaa"));
}

TEST_F(Packing, BeginsBehindACheckpointWhenAsked) {
  ASSERT_TRUE(IsOk(place_.Record(PlanDraft("4", "p-2", "lisää", R"("provider":"hoiva-1",)"))));
  Sign();
  PackWish wish = Wish("provider:hoiva-1");
  wish.from = TreeSize{3};
  const auto made = Make(wish);
  ASSERT_TRUE(IsOk(made));
  const auto checked = Check(made->text);
  ASSERT_TRUE(IsOk(checked));
  ASSERT_EQ(checked->events.size(), 1u);
  EXPECT_EQ(checked->answer.count_before, 2u);
  EXPECT_THAT(checked->pack.summary.en, HasSubstr("2 came before"));
}

TEST_F(Packing, EveryChangedByteIsRefused) {
  const std::string text = Pack("contract:sopimus-1");
  ASSERT_TRUE(IsOk(Check(text)));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ (i % 2 == 0 ? 0x01 : 0x20));
    const auto checked = Check(changed);
    ASSERT_FALSE(checked) << "byte " << i << " of " << text.size() << " changed:\n"
                          << changed.substr(i < 40 ? 0 : i - 40, 80);
    EXPECT_FALSE(checked.error().message.empty());
    if (i % 16 != 0) continue;
    EXPECT_FALSE(Check(text.substr(0, i))) << "cut to " << i << " bytes";
    changed = text;
    changed.erase(i, 1);
    EXPECT_FALSE(Check(changed)) << "byte " << i << " removed";
  }
  for (const char* more : {"\n", " ", "section recorded 0\n"}) {
    EXPECT_FALSE(Check(text + more));
    EXPECT_FALSE(Check(more + text));
  }
}

TEST_F(Packing, WhatWasNotRecordedIsRefused) {
  const std::string text = Pack("provider:hoiva-1");
  const std::vector<std::function<void(EvidencePack&)>> changes = {
      [](EvidencePack& pack) { pack.recipient = "joku muu"; },
      [](EvidencePack& pack) { pack.purpose = "muu"; },
      [](EvidencePack& pack) { pack.ground = "808/2019:43"; },
      [](EvidencePack& pack) { pack.summary.fi += "Lisäys.\n"; },
      [](EvidencePack& pack) { pack.summary.sv.clear(); },
      [](EvidencePack& pack) { pack.summary.en = pack.summary.fi; },
      [](EvidencePack& pack) { pack.events.clear(); },
      [](EvidencePack& pack) { pack.schema += "enum Muu\n"; },
      [](EvidencePack& pack) { pack.documents = kDigest + " - - 0 data\n"; },
      [](EvidencePack& pack) { pack.recorded.pop_back(); },  // p-2 is not told
      [](EvidencePack& pack) { pack.recorded.erase(pack.recorded.begin()); },
      [](EvidencePack& pack) { std::swap(pack.recorded[0], pack.recorded[1]); },
      [](EvidencePack& pack) { pack.recorded.push_back(pack.recorded[1]); }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto checked = CheckChanged(text, changes[i]);
    ASSERT_FALSE(checked) << "change " << i;
    EXPECT_EQ(checked.error().code, ErrorCode::kCorrupt) << "change " << i;
  }
}

TEST_F(Packing, PartsOfAnotherPackOfTheSameLedgerVouchForNothingHere) {
  const auto first = ParsePack(Pack("provider:hoiva-1"));
  Sign();
  const std::string text = Pack("matter:M/1");
  ASSERT_TRUE(IsOk(Check(text)));
  ASSERT_TRUE(IsOk(first));
  const std::vector<std::function<void(EvidencePack&)>> changes = {
      [&](EvidencePack& pack) { pack.answer = first->answer; },
      [&](EvidencePack& pack) { pack.recorded = first->recorded; },
      [&](EvidencePack& pack) { pack.consistency = first->consistency; },
      [&](EvidencePack& pack) { pack.schema = first->schema; },
      [&](EvidencePack& pack) {
        const EvidencePack own = pack;
        pack = *first;
        pack.recorded = own.recorded;
        pack.consistency = own.consistency;
      }};
  for (std::size_t i = 0; i < changes.size(); ++i)
    EXPECT_FALSE(CheckChanged(text, changes[i])) << "change " << i;
}

TEST_F(Packing, RecordsNothingWhenItCannotBeMade) {
  EXPECT_FALSE(Make(Wish("hoiva-1")));  // no key
  PackWish wish = Wish("provider:hoiva-1");
  wish.recipient = "";
  EXPECT_EQ(Make(wish).error().code, ErrorCode::kInvalid);
  wish = Wish("provider:hoiva-1");
  wish.purpose = "kaksi\nriviä";
  EXPECT_EQ(Make(wish).error().code, ErrorCode::kInvalid);
  wish = Wish("provider:hoiva-1");
  wish.to = TreeSize{2};
  EXPECT_EQ(Make(wish).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(LedgerSize(), 3u);
}

TEST_F(Packing, AKeyOfSomebodyElseChecksNothing) {
  const std::string text = Pack("matter:M/1");
  EXPECT_FALSE(
      CheckPack(text, TestSigner(8, testing_support::kClientOrigin).key(), place_.registry));
}

TEST_F(Packing, ASectionOfANewerProgramIsNotPassedOver) {
  std::string text = Pack("matter:M/1");
  text.insert(text.find("section recorded "), "section opinions 2\nx\n");
  EXPECT_EQ(Check(text).error().code, ErrorCode::kUnsupported);
  text.replace(0, kPackHeader.size(), "sinetti.fi/evidence-pack@v3");
  EXPECT_EQ(Check(text).error().code, ErrorCode::kInvalid);
}

// Made by the program before there was a version 2.
TEST(PackOfVersion1, IsReadAndCheckedAsItAlwaysWas) {
  const auto folder = std::filesystem::path(SINETTI_SOURCE_DIR) / "tests/evidence/golden";
  const std::string text = testing_support::ReadFile(folder / "pack-v1.evidence");
  std::string key_text = testing_support::ReadFile(folder / "pack-v1.vkey");
  key_text.pop_back();
  const VerifierKey key = ParseVerifierKey(key_text).value();
  const TypeRegistry registry = TypeRegistry::Builtin();
  const auto checked = CheckPack(text, key, registry);
  ASSERT_TRUE(IsOk(checked));
  EXPECT_EQ(checked->pack.version, 1);
  EXPECT_EQ(FormatPack(checked->pack), text);
  EXPECT_EQ(checked->events.size(), 2u);
  EXPECT_EQ(checked->answer.count_before, 1u);
  EXPECT_EQ(checked->recorded, (std::vector<Sequence>{Sequence{3}, Sequence{4}}));
  for (std::size_t i = 0; i < text.size(); i += 7) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 0x01);
    EXPECT_FALSE(CheckPack(changed, key, registry)) << "byte " << i;
  }
}

TEST(PackPage, TheManifestItsDigestAndTheSchemaAreWhatThePageSays) {
  const std::string answer = ExampleIn("docs/format/proof.md", "absent");
  EvidencePack pack{.recipient = "hallinto-oikeus",
                    .purpose = "valituksen käsittely",
                    .ground = "808/2019:42",
                    .summary = {"Ei tapahtumia.\n", "Inga händelser.\n", "No events.\n"},
                    .answer = answer};
  ExpectExample("docs/format/evidence-pack.md", "manifest", FormatPackManifest(pack));
  ExpectExample("docs/format/evidence-pack.md", "digest", PackDigest(pack).hex() + "\n");

  ClientLedger place;
  ASSERT_TRUE(IsOk(place.Record(ClientDraft("1", "action.started", "action-1", "",
                                            R"({"action":"a-1","startedOn":"2026-03-12"})"))));
  std::vector<Event> events;
  events.push_back(place.EventAt(Sequence{0}));
  const std::string schema = SchemaText(place.registry, events);
  ExpectExample("docs/format/evidence-pack.md", "schema", schema.substr(0, schema.find("enum ")));
}

}  // namespace
}  // namespace sinetti
