// Erasure as a whole: two actors, holds, retention, receipt and event, and every place where it may
// stop.
#include "ledger/client/erasure.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/client/client_ledger.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::ClientDraft;
using testing_support::ClientLedger;
using testing_support::IsOk;
using testing_support::kClientOrigin;
using testing_support::PlanDraft;

class Erasure : public testing::Test {
 protected:
  ErasureTools Tools() {
    return {.ledger = place_.ledger(),
            .vault = place_.vault(),
            .registry = place_.registry,
            .clock = place_.clock,
            .keep_receipt =
                [this](const ErasureReceipt& receipt) {
                  std::ofstream(ReceiptPath(), std::ios::trunc) << FormatReceiptJson(receipt);
                  return Result<void>();
                },
            .sign = [] { return Result<void>(); }};
  }
  std::string ReceiptPath() const { return place_.dir / "receipt.json"; }

  void Record(const std::string& json) { ASSERT_TRUE(IsOk(place_.Record(json))); }
  Result<Receipt> Request(const std::string& client = "p-1", const std::string& by = "arkisto") {
    return RequestErasure(Tools(), client, by, "säilytysaika päättynyt");
  }
  Result<ErasureOutcome> Approve(const std::string& client = "p-1",
                                 const std::string& by = "tietosuojavastaava",
                                 const std::string& override_reason = "") {
    return ApproveErasure(Tools(), client, by, override_reason);
  }
  // `prefix`: the events whose type begins so.
  std::vector<std::string> TypesOf(const std::string& prefix) {
    std::vector<std::string> types;
    for (std::uint64_t i = 0; i < place_.ledger().Read().size().value; ++i) {
      const std::string type(place_.EventAt(Sequence{i}).type());
      if (type.starts_with(prefix)) types.push_back(type);
    }
    return types;
  }

  ClientLedger place_;
};

TEST_F(Erasure, DestroysTheKeysWritesAReceiptAndRecordsItsDigest) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  Record(PlanDraft("2", "p-2", "päivätoiminta"));
  ASSERT_TRUE(IsOk(Request()));
  const auto outcome = Approve();
  ASSERT_TRUE(IsOk(outcome));
  EXPECT_FALSE(place_.vault().HasKey("p-1"));
  EXPECT_TRUE(place_.vault().HasKey("p-2"));
  EXPECT_FALSE(place_.vault().open_erasure());
  EXPECT_EQ(outcome->receipt.sealed_values, 1u);
  EXPECT_EQ(outcome->receipt.keys.keys_kept, 1u);
  EXPECT_EQ(testing_support::ReadFile(ReceiptPath()), FormatReceiptJson(outcome->receipt));

  const Event event = place_.EventAt(outcome->recorded);
  EXPECT_EQ(event.type(), "subject.keyDestroyed");
  EXPECT_EQ(event.envelope().client, "p-1");
  EXPECT_THAT(EventDataToJson(event),
              AllOf(HasSubstr(R"("receipt":")" + ReceiptDigest(outcome->receipt).hex()),
                    HasSubstr(R"("requestedBy":"arkisto")"),
                    HasSubstr(R"("approvedBy":"tietosuojavastaava")")));
  EXPECT_THAT(TypesOf("subject."), ElementsAre("subject.erasureRequested",
                                               "subject.erasureApproved", "subject.keyDestroyed"));
  EXPECT_EQ(Request().error().code, ErrorCode::kConflict);
  EXPECT_EQ(Approve().error().code, ErrorCode::kConflict);
}

TEST_F(Erasure, NeedsTwoDifferentActors) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  EXPECT_EQ(Approve().error().code, ErrorCode::kConflict);
  ASSERT_TRUE(IsOk(Request()));
  for (const char* same : {"arkisto", "Arkisto", " ARKISTO\t", "", "  "}) {
    const auto outcome = Approve("p-1", same);
    ASSERT_FALSE(outcome) << same;
    EXPECT_EQ(outcome.error().code, ErrorCode::kConflict);
    EXPECT_THAT(outcome.error().message, HasSubstr("two different actors"));
  }
  EXPECT_EQ(Request("p-1", "toinen").error().code, ErrorCode::kConflict);
  EXPECT_TRUE(place_.vault().HasKey("p-1"));
  EXPECT_THAT(TypesOf("subject."), ElementsAre("subject.erasureRequested"));
  EXPECT_TRUE(IsOk(Approve()));
}

TEST_F(Erasure, ARefusalAnswersTheRequest) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  EXPECT_EQ(RefuseErasure(Tools(), "p-1", "x", "y").error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(IsOk(Request()));
  ASSERT_TRUE(IsOk(RefuseErasure(Tools(), "p-1", "tietosuojavastaava", "aika kesken")));
  EXPECT_EQ(Approve().error().code, ErrorCode::kConflict);
  EXPECT_TRUE(place_.vault().HasKey("p-1"));
  EXPECT_TRUE(IsOk(Request()));
  EXPECT_TRUE(IsOk(Approve()));
}

TEST_F(Erasure, OfAnUnknownClientIsAnError) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  EXPECT_EQ(Request("p-9").error().code, ErrorCode::kNotFound);
}

TEST_F(Erasure, IsRefusedUnderALegalHold) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  Record(ClientDraft("h", "legalhold.set", "client-p-1", R"("client":"p-1",)",
                     R"({"subject":"p-1","reason":"valitus","orderedBy":"oikeuspalvelut"})"));
  ASSERT_TRUE(IsOk(Request()));
  const auto refused = Approve();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message,
              AllOf(HasSubstr("oikeuspalvelut"), HasSubstr("valitus"), HasSubstr("--override")));
  EXPECT_TRUE(place_.vault().HasKey("p-1"));
  Record(
      ClientDraft("r", "legalhold.released", "client-p-1", R"("client":"p-1",)",
                  R"({"subject":"p-1","hold":"h","reason":"ohi","releasedBy":"oikeuspalvelut"})"));
  EXPECT_TRUE(IsOk(Approve()));
}

TEST_F(Erasure, IsRefusedWhileARetentionPeriodRuns) {
  const std::string kept =
      R"("matter":"M-1","occurred":"2010-05-01","retention":"sosiaalihuolto-iakkaat-10v",)";
  Record(PlanDraft("1", "p-1", "kotihoito", kept));
  ASSERT_TRUE(IsOk(Request()));
  EXPECT_THAT(Approve().error().message,
              AllOf(HasSubstr("703/2023"), HasSubstr("M-1"), HasSubstr("have not begun")));
  // Ten years from 1 March 2016 end on 1 March 2026, which is today.
  const auto close = [&](const std::string& id, const std::string& day) {
    Record(ClientDraft(id, "matter.closed", "matter-p-1",
                       R"("client":"p-1","matter":"M-1","occurred":")" + day + "\",",
                       R"({"outcome":"ratkaistu"})"));
  };
  close("c-1", "2016-03-01");
  EXPECT_THAT(Approve().error().message, HasSubstr("must be kept until 2026-03-01"));
  EXPECT_TRUE(place_.vault().HasKey("p-1"));
  close("c-2", "2016-02-29");
  EXPECT_TRUE(IsOk(Approve()));
}

TEST_F(Erasure, AnOverrideIsAnEventOfItsOwn) {
  Record(PlanDraft("1", "p-1", "kotihoito", R"("retention":"sosiaalihuolto-lastensuojelu-2v",)"));
  Record(PlanDraft("2", "p-1", "muuta", R"("retention":"tuntematon-luokka",)"));
  ASSERT_TRUE(IsOk(Request()));
  EXPECT_THAT(Approve().error().message,
              AllOf(HasSubstr("lastensuojelu"), HasSubstr("tuntematon-luokka")));
  const auto outcome = Approve("p-1", "tietosuojavastaava", "tuomioistuimen määräys");
  ASSERT_TRUE(IsOk(outcome));
  ASSERT_TRUE(outcome->receipt.override_mark);
  EXPECT_EQ(outcome->receipt.override_mark->by, "tietosuojavastaava");
  EXPECT_EQ(outcome->receipt.override_mark->reason, "tuomioistuimen määräys");
  EXPECT_EQ(outcome->receipt.override_mark->obstacles.size(), 2u);
  EXPECT_THAT(TypesOf("subject."),
              ElementsAre("subject.erasureRequested", "subject.erasureOverridden",
                          "subject.erasureApproved", "subject.keyDestroyed"));
}

TEST_F(Erasure, AStatedDayDecidesWhereTheLedgerCannotKnow) {
  Record(PlanDraft("1", "p-1", "kotihoito", R"("retention":"sosiaalihuolto-lastensuojelu-2v",)"));
  ASSERT_TRUE(IsOk(Request()));
  const auto state = [&](const std::string& id, const std::string& due) {
    Record(ClientDraft(
        id, "retention.dueComputed", "client-p-1", R"("client":"p-1",)",
        R"({"subject":"p-1","retentionClass":"sosiaalihuolto-lastensuojelu-2v","due":")" + due +
            R"(","why":"2 vuotta kuolemasta"})"));
  };
  state("d-1", "2026-03-01");
  EXPECT_FALSE(Approve());
  state("d-2", "2026-02-28");
  EXPECT_TRUE(IsOk(Approve()));
}

TEST_F(Erasure, TakesConfidentialValuesOfStreamsThatAreOnlyAboutTheClient) {
  const auto decide = [&](const std::string& id, const std::string& client,
                          const std::string& stream) {
    Record(ClientDraft(id, "decision.made", stream, R"("client":")" + client + "\",",
                       R"({"kind":"x","result":"refused","decidedOn":"2024-11-28",)"
                       R"("authority":"Malli","reasons":"perustelut"})"));
  };
  decide("1", "p-1", "own");
  decide("2", "p-1", "shared");
  decide("3", "p-2", "shared");
  ASSERT_TRUE(IsOk(Request()));
  const auto outcome = Approve();
  ASSERT_TRUE(IsOk(outcome));
  EXPECT_THAT(outcome->receipt.keys.subjects, ElementsAre("p-1", "stream:own"));
  EXPECT_THAT(outcome->receipt.shared, ElementsAre("shared"));
  EXPECT_EQ(outcome->receipt.sealed_values, 1u);
  EXPECT_TRUE(place_.vault().HasKey("stream:shared"));
  EXPECT_FALSE(place_.vault().HasKey("stream:own"));
}

TEST_F(Erasure, WithAnotherVaultDoesNothing) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  ASSERT_TRUE(IsOk(Request()));
  place_.CloseVault();
  std::filesystem::remove_all(place_.KeysDir());
  place_.OpenVault();
  EXPECT_EQ(Approve().error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(place_.vault().IsErased("p-1"));
}

// What happens, in order.  That a process killed between the steps of the vault leaves what an
// error leaves there, tests/vault/erase_test.cc shows.
const std::vector<std::string> kSteps = {"approval",
                                         "write the new vault key",
                                         "write the keys that stay",
                                         "commit",
                                         "overwrite the old vault.key",
                                         "put the new vault.key in place",
                                         "overwrite the old vault.log",
                                         "put the new vault.log in place",
                                         "overwrite the old vault.head",
                                         "put the new vault.head in place",
                                         "receipt",
                                         "event",
                                         "checkpoint",
                                         "close"};

TEST_F(Erasure, WhereverItStopsTheNextCallFinishesIt) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  Record(PlanDraft("2", "p-2", "päivätoiminta"));
  ASSERT_TRUE(IsOk(Request()));
  place_.Close();
  const auto ledger = std::filesystem::path(place_.LedgerDir()),
             keys = std::filesystem::path(place_.KeysDir());
  constexpr auto kAll = std::filesystem::copy_options::recursive;
  std::filesystem::copy(ledger, place_.dir / "ledger.before", kAll);
  std::filesystem::copy(keys, place_.dir / "keys.before", kAll);
  for (const std::string& step : kSteps) {
    SCOPED_TRACE(step);
    std::filesystem::remove_all(ledger);
    std::filesystem::remove_all(keys);
    std::filesystem::remove(ReceiptPath());
    std::filesystem::copy(place_.dir / "ledger.before", ledger, kAll);
    std::filesystem::copy(place_.dir / "keys.before", keys, kAll);
    place_.Open();
    ErasureTools tools = Tools();
    tools.step = [&step](std::string_view at) -> Result<void> {
      if (at == step) return Error{ErrorCode::kEnvironment, "stopped"};
      return {};
    };
    EXPECT_EQ(ApproveErasure(tools, "p-1", "tietosuojavastaava", "").error().message, "stopped");
    place_.Close();

    place_.Open();
    const auto outcome = Approve();
    ASSERT_TRUE(IsOk(outcome));
    EXPECT_FALSE(place_.vault().HasKey("p-1"));
    EXPECT_TRUE(place_.vault().HasKey("p-2"));
    EXPECT_FALSE(place_.vault().open_erasure());
    EXPECT_THAT(TypesOf("subject.keyDestroyed"), ElementsAre("subject.keyDestroyed"));
    EXPECT_THAT(EventDataToJson(place_.EventAt(outcome->recorded)),
                HasSubstr(ReceiptDigest(outcome->receipt).hex()));
    EXPECT_EQ(testing_support::ReadFile(ReceiptPath()), FormatReceiptJson(outcome->receipt));
    EXPECT_TRUE(IsOk(place_.Record(PlanDraft("3", "p-2", "lisää"))));
    EXPECT_FALSE(place_.Record(PlanDraft("4", "p-1", "lisää")));
    place_.Close();
  }
}

TEST_F(Erasure, AnotherClientsErasureIsFinishedFirst) {
  Record(PlanDraft("1", "p-1", "kotihoito"));
  Record(PlanDraft("2", "p-2", "päivätoiminta"));
  ASSERT_TRUE(IsOk(Request("p-1")));
  ErasureTools tools = Tools();
  tools.step = [](std::string_view at) -> Result<void> {
    if (at == "event") return Error{ErrorCode::kEnvironment, "stop"};
    return {};
  };
  EXPECT_FALSE(ApproveErasure(tools, "p-1", "tietosuojavastaava", ""));
  ASSERT_TRUE(place_.vault().open_erasure());
  ASSERT_TRUE(IsOk(Request("p-2")));
  EXPECT_FALSE(place_.vault().open_erasure());
  EXPECT_THAT(TypesOf("subject.keyDestroyed"), ElementsAre("subject.keyDestroyed"));
  ASSERT_TRUE(IsOk(Approve("p-2")));
  EXPECT_TRUE(place_.vault().IsErased("p-1"));
  EXPECT_TRUE(place_.vault().IsErased("p-2"));
}

}  // namespace
}  // namespace sinetti
