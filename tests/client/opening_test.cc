// Opening sealed fields: never without a record of it, and never more than was asked for.
#include "ledger/client/opening.h"

#include <gmock/gmock.h>

#include "tests/client/client_ledger.h"

namespace sinetti {
namespace {

using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::IsOk;
using testing_support::PlanDraft;

const ReaderOfClient kReader = {"valvonta", "741/2023:45", "tarkastaja", "virasto-1"};

Result<Opening> Open(ClientLedger& place, Sequence sequence,
                     const ReaderOfClient& reader = kReader) {
  return OpenSealedFields(place.Tools(), place.EventAt(sequence), reader);
}

TEST(Opening, ShowsTheValueAndRecordsWhoLookedAndWhy) {
  ClientLedger place;
  ASSERT_TRUE(IsOk(place.Record(PlanDraft("1", "p-1", "kotihoito"))));
  ASSERT_TRUE(IsOk(place.Grant("virasto-1", "supervisor")));
  const auto opening = Open(place, Sequence{0});
  ASSERT_TRUE(IsOk(opening));
  ASSERT_EQ(opening->fields.size(), 1u);
  EXPECT_EQ(opening->fields[0].path, "data.content");
  EXPECT_EQ(opening->ValueAt("data.content"), "kotihoito");
  EXPECT_EQ(opening->ValueAt("data.other"), std::nullopt);

  ASSERT_EQ(place.ledger().Read().size().value, 3u);
  const Event viewed = place.EventAt(opening->recorded.at(0).sequence);
  EXPECT_EQ(viewed.type(), "access.viewed");
  EXPECT_EQ(viewed.envelope().client, "p-1");
  EXPECT_EQ(viewed.envelope().actor, "virasto-1");
  EXPECT_EQ(viewed.envelope().causation, "urn:test#1");
  EXPECT_EQ(EventDataToJson(viewed),
            R"({"object":"matter-p-1","purpose":"valvonta","ground":"741/2023:45",)"
            R"("viewerRole":"tarkastaja","viewer":"virasto-1","fields":["data.content"],)"
            R"("grants":["urn:test#grant-1"]})");
}

TEST(Opening, IsOneEventForEachSubjectWhoseValuesWereSeen) {
  ClientLedger place;
  const std::string data =
      R"({"kind":"asumispalvelu","result":"refused","decidedOn":"2024-11-28","authority":"Malli",)"
      R"("reasons":"perustelut","clientReasons":"asiakkaan perustelut"})";
  ASSERT_TRUE(IsOk(
      place.Record(ClientDraft("1", "decision.made", "matter-1", R"("client":"p-1",)", data))));
  ASSERT_TRUE(IsOk(place.Grant("virasto-1", "supervisor")));
  const auto opening = Open(place, Sequence{0});
  ASSERT_TRUE(IsOk(opening));
  EXPECT_EQ(opening->ValueAt("data.reasons"), "perustelut");
  EXPECT_EQ(opening->ValueAt("data.clientReasons"), "asiakkaan perustelut");
  ASSERT_EQ(opening->recorded.size(), 2u);
  EXPECT_EQ(place.EventAt(opening->recorded[0].sequence).envelope().client, "p-1");
  const Event of_stream = place.EventAt(opening->recorded[1].sequence);
  EXPECT_EQ(of_stream.envelope().client, "");
  EXPECT_EQ(of_stream.stream(), "access-matter-1");
}

TEST(Opening, WithoutAPurposeNothingIsShownAndNothingRecorded) {
  ClientLedger place;
  ASSERT_TRUE(IsOk(place.Record(PlanDraft("1", "p-1", "kotihoito"))));
  ASSERT_TRUE(IsOk(place.Grant("virasto-1", "supervisor")));
  for (auto member : {&ReaderOfClient::purpose, &ReaderOfClient::ground, &ReaderOfClient::role}) {
    ReaderOfClient reader = kReader;
    (reader.*member).clear();
    const auto opening = Open(place, Sequence{0}, reader);
    ASSERT_FALSE(opening);
    EXPECT_EQ(opening.error().code, ErrorCode::kInvalid);
    EXPECT_THAT(opening.error().message, testing::Not(testing::HasSubstr("kotihoito")));
  }
  EXPECT_EQ(place.ledger().Read().size().value, 2u);
}

TEST(Opening, APersonalIdentityCodeIsNoPurpose) {
  ClientLedger place;
  ASSERT_TRUE(IsOk(place.Record(PlanDraft("1", "p-1", "kotihoito"))));
  ASSERT_TRUE(IsOk(place.Grant("virasto-1", "supervisor")));
  ReaderOfClient reader = kReader;
  reader.purpose = "henkilö 010100-900F";
  EXPECT_FALSE(Open(place, Sequence{0}, reader));
  EXPECT_EQ(place.ledger().Read().size().value, 2u);
}

TEST(Opening, OfAnEventWithoutSealedFieldsIsAnError) {
  ClientLedger place;
  ASSERT_TRUE(IsOk(place.Record(
      ClientDraft("1", "matter.closed", "matter-1", "", R"({"outcome":"ratkaistu"})"))));
  EXPECT_EQ(Open(place, Sequence{0}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(place.ledger().Read().size().value, 1u);
}

TEST(Opening, WithAnotherVaultShowsNothingAndRecordsNothing) {
  ClientLedger place;
  ASSERT_TRUE(IsOk(place.Record(PlanDraft("1", "p-1", "kotihoito"))));
  ASSERT_TRUE(IsOk(place.Grant("virasto-1", "supervisor")));
  place.CloseVault();
  std::filesystem::remove_all(place.KeysDir());
  place.OpenVault();
  EXPECT_EQ(Open(place, Sequence{0}).error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(IsOk(place.vault().MakeKey("p-1")));
  EXPECT_EQ(Open(place, Sequence{0}).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(place.ledger().Read().size().value, 2u);
}

}  // namespace
}  // namespace sinetti
