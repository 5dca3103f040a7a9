// Disclosures: what a recipient is handed can be neither false nor silently incomplete, and the
// ledger knows of it.
#include "ledger/client/disclosing.h"

#include <gmock/gmock.h>

#include "ledger/crypto/sha256.h"
#include "tests/client/client_ledger.h"
#include "tests/log/test_keys.h"
#include "tests/support/flip.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::ExpectEveryFlipRefused;
using testing_support::ExpectExample;
using testing_support::IsOk;
using testing_support::PlanDraft;
using testing_support::TestSigner;

// A decision with reasons of the authority and of the client p-1, and a plan of another party, p-2.
class Disclosing : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(IsOk(place_.Record(ClientDraft(
        "1", "decision.made", "matter-1", R"("client":"p-1",)",
        R"({"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28",)"
        R"("authority":"Malli","reasons":"viraston syyt","clientReasons":"oma tilanne"})"))));
    ASSERT_TRUE(IsOk(place_.Record(PlanDraft("2", "p-2", "toisen asiat"))));
    ASSERT_TRUE(IsOk(place_.Grant("kirjaamo", "lawyer", R"("clients":["p-1"],)")));
  }

  DisclosureWish Wish(std::vector<Sequence> events = {Sequence{0}, Sequence{1}}) const {
    return {.recipient = "asianosainen",
            .purpose = "tiedonsaanti",
            .ground = "621/1999:11",
            .withheld_ground = "621/1999:24.1",
            .actor = "kirjaamo",
            .role = "tietopalvelu",
            .events = std::move(events),
            .open = [](const Event&, const SealedField& field) { return field.subject == "p-1"; }};
  }

  Result<std::string> Make(const DisclosureWish& wish) {
    return Disclose(place_.Tools(), signer_, wish);
  }
  Result<CheckedDisclosure> Check(std::string_view text) const {
    return CheckDisclosure(text, signer_.key(), place_.registry);
  }
  // The file with its manifest changed, everything else as it was.
  Result<CheckedDisclosure> CheckChanged(const std::string& text,
                                         const std::function<void(Disclosure&)>& change) const {
    auto parsed = ParseDisclosure(text);
    EXPECT_TRUE(IsOk(parsed));
    change(*parsed);
    return Check(FormatDisclosure(*parsed));
  }

  ClientLedger place_;
  FileSigner signer_ = TestSigner(7, testing_support::kClientOrigin);
};

TEST_F(Disclosing, GivesAPartyTheDecisionWithoutTheDataOfTheOther) {
  const auto text = Make(Wish());
  ASSERT_TRUE(IsOk(text));
  const auto checked = Check(*text);
  ASSERT_TRUE(IsOk(checked));
  const auto& events = checked->disclosure.manifest.events;
  ASSERT_EQ(events.size(), 2u);
  ASSERT_EQ(events[0].fields.size(), 2u);
  EXPECT_EQ(events[0].fields[0].path, "data.reasons");
  EXPECT_FALSE(events[0].fields[0].opened);
  EXPECT_EQ(events[0].fields[0].ground, "621/1999:24.1");
  ASSERT_TRUE(events[0].fields[1].opened);
  EXPECT_EQ(events[0].fields[1].opened->value, "oma tilanne");
  ASSERT_EQ(events[1].fields.size(), 1u);
  EXPECT_FALSE(events[1].fields[0].opened);
  for (const char* hidden : {"viraston syyt", "toisen asiat"}) {
    EXPECT_THAT(*text, Not(HasSubstr(hidden)));
    EXPECT_THAT(*text, Not(HasSubstr(Base64Encode(AsBytes(hidden)).substr(0, 12))));
  }
}

TEST_F(Disclosing, IsAnEventOfEverybodyWhoseValuesWereOpened) {
  const auto text = Make(Wish());
  ASSERT_TRUE(IsOk(text));
  const auto checked = Check(*text);
  ASSERT_TRUE(IsOk(checked));
  ASSERT_EQ(checked->recorded.size(), 1u);
  const Event said = place_.EventAt(checked->recorded[0]);
  EXPECT_EQ(said.envelope().client, "p-1");
  EXPECT_EQ(said.envelope().actor, "kirjaamo");
  EXPECT_THAT(EventDataToJson(said),
              testing::AllOf(HasSubstr(R"("fields":["0 data.clientReasons"])"),
                             HasSubstr(R"("grants":["urn:test#grant-1"])"),
                             HasSubstr(ManifestDigest(checked->disclosure.manifest).hex())));
  EXPECT_EQ(place_.ledger().Read().size().value, 4u);
}

TEST_F(Disclosing, WithNothingOpenedIsStillRecorded) {
  DisclosureWish wish = Wish();
  wish.open = [](const Event&, const SealedField&) { return false; };
  const auto text = Make(wish);
  ASSERT_TRUE(IsOk(text));
  const auto checked = Check(*text);
  ASSERT_TRUE(IsOk(checked));
  EXPECT_EQ(place_.EventAt(checked->recorded.at(0)).stream(), "access-matter-1");
}

TEST_F(Disclosing, EveryChangedByteIsRefused) {
  const auto text = Make(Wish({Sequence{0}}));
  ASSERT_TRUE(IsOk(text));
  ASSERT_TRUE(IsOk(Check(*text)));
  ExpectEveryFlipRefused(*text, [this](const std::string& changed) { return !Check(changed); });
}

TEST_F(Disclosing, AChangedManifestIsNotTheOneThatTheLedgerRecorded) {
  const auto text = Make(Wish());
  ASSERT_TRUE(IsOk(text));
  const std::vector<std::function<void(Disclosure&)>> changes = {
      [](Disclosure& file) { file.manifest.recipient = "joku muu"; },
      [](Disclosure& file) { file.manifest.ground = "621/1999:12"; },
      [](Disclosure& file) { file.manifest.events[0].fields[0].ground = "ei perustetta"; },
      [](Disclosure& file) { file.manifest.events[0].fields[1].opened->value = "toinen tilanne"; },
      [](Disclosure& file) { file.manifest.events[0].fields[1].opened->salt[0] ^= 1; },
      [](Disclosure& file) {  // an opened field is said to be withheld
        file.manifest.events[0].fields[1].opened.reset();
        file.manifest.events[0].fields[1].ground = "621/1999:24.1";
      },
      [](Disclosure& file) { file.manifest.events[0].fields.pop_back(); },
      [](Disclosure& file) {
        std::swap(file.manifest.events[0].fields[0], file.manifest.events[0].fields[1]);
      },
      [](Disclosure& file) { file.manifest.events.pop_back(); },
      [](Disclosure& file) { file.entries.pop_back(); },
      [](Disclosure& file) { file.entries.erase(file.entries.begin()); }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto checked = CheckChanged(*text, changes[i]);
    ASSERT_FALSE(checked) << "change " << i;
    EXPECT_EQ(checked.error().code, ErrorCode::kCorrupt) << "change " << i;
  }
}

TEST_F(Disclosing, AnotherDisclosureOfTheSameLedgerVouchesForNothingHere) {
  const auto first = Make(Wish({Sequence{0}}));
  ASSERT_TRUE(IsOk(first));
  DisclosureWish wish = Wish({Sequence{0}});
  wish.recipient = "toinen";
  const auto second = Make(wish);
  ASSERT_TRUE(IsOk(second));
  auto mixed = ParseDisclosure(*second);
  ASSERT_TRUE(IsOk(mixed));
  mixed->manifest = ParseDisclosure(*first)->manifest;
  EXPECT_FALSE(Check(FormatDisclosure(*mixed)));
}

TEST_F(Disclosing, RecordsNothingWhenItCannotBeMade) {
  DisclosureWish wish = Wish({Sequence{7}});
  EXPECT_FALSE(Make(wish));
  wish = Wish();
  wish.recipient = "";
  EXPECT_EQ(Make(wish).error().code, ErrorCode::kInvalid);
  wish = Wish();
  wish.withheld_ground = "kaksi\nriviä";
  EXPECT_EQ(Make(wish).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(Make(Wish({})).error().code, ErrorCode::kInvalid);
  EXPECT_EQ(place_.ledger().Read().size().value, 3u);
}

TEST_F(Disclosing, OneFieldThatNoGrantCoversAndNothingIsDisclosed) {
  DisclosureWish wish = Wish();
  wish.open = [](const Event&, const SealedField&) { return true; };
  const auto text = Make(wish);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kConflict);
  EXPECT_EQ(place_.asked, 0);
  // The grant is for p-1: the other party is refused; the authority's reasons stand in p-1's
  // matter.
  ASSERT_EQ(place_.ledger().Read().size().value, 4u);
  const Event refused = place_.EventAt(Sequence{3});
  EXPECT_EQ(refused.type(), "access.refused");
  EXPECT_EQ(refused.envelope().client, "p-2");
  EXPECT_EQ(EventDataToJson(refused),
            R"({"object":"matter-p-2","reader":"kirjaamo","act":"disclose","why":"scope",)"
            R"("purpose":"tiedonsaanti","ground":"621/1999:11","viewerRole":"tietopalvelu",)"
            R"("fields":["1 data.content"]})");
}

TEST_F(Disclosing, IsNotForEveryRole) {
  ASSERT_TRUE(IsOk(place_.Grant("valvonta", "supervisor")));
  DisclosureWish wish = Wish();
  wish.actor = "valvonta";
  const auto text = Make(wish);
  ASSERT_FALSE(text);
  EXPECT_THAT(text.error().message, HasSubstr("a role that may disclose"));
  EXPECT_EQ(place_.asked, 0);
}

TEST_F(Disclosing, AKeyOfSomebodyElseChecksNothing) {
  const auto text = Make(Wish());
  ASSERT_TRUE(IsOk(text));
  EXPECT_FALSE(
      CheckDisclosure(*text, TestSigner(8, testing_support::kClientOrigin).key(), place_.registry));
}

TEST(DisclosurePage, TheManifestAndItsDigestAreWhatThePageSays) {
  OpenedValue opened{.value = "salainen"};
  for (std::uint8_t i = 0; i < opened.salt.size(); ++i)
    opened.salt[i] = static_cast<std::uint8_t>(i + 1);
  const DisclosureManifest manifest{
      .recipient = "asianosainen",
      .purpose = "tiedonsaanti",
      .ground = "621/1999:11",
      .events = {
          {Sequence{41},
           {{"data.reasons", opened, ""}, {"data.clientReasons", std::nullopt, "621/1999:24.1"}}},
          {Sequence{57}, {}}}};
  ExpectExample("docs/format/disclosure.md", "manifest", FormatManifest(manifest));
  ExpectExample("docs/format/disclosure.md", "digest", ManifestDigest(manifest).hex() + "\n");
}

}  // namespace
}  // namespace sinetti
