// What the door refuses because of what is recorded: each rule is broken, against the ledger and
// within one batch, and then kept.  Nothing of a refused batch is recorded.
#include "ledger/rules/case_rules.h"

#include "tests/actor/actor_ledger.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using testing_support::ActorLedger;
using testing_support::IsOk;

class CaseRulesTest : public ::testing::Test {
 protected:
  EncodedDraft Draft(const std::string& type, const std::string& id, const std::string& data,
                     const std::string& stream = "case-1") {
    return place_.Encode(type, id, stream, data);
  }
  EncodedDraft Imposed(const std::string& id, const std::string& obligation = "kaksi hoitajaa",
                       const std::string& stream = "case-1") {
    return Draft("fine.imposed", id,
                 R"({"order":"maarays","mainObligation":")" + obligation +
                     R"(","kind":"running","base":{"amount":1000,"currency":"EUR"},)"
                     R"("additional":{"amount":500,"currency":"EUR"},)"
                     R"("imposedOn":"2026-03-01","due":"2026-06-01"})",
                 stream);
  }
  EncodedDraft Ordered(const std::string& id, const std::string& amount,
                       const std::string& more = "", const std::string& on = "2026-07-01") {
    return Draft("fine.ordered", id,
                 R"({"fine":"sakko","amount":{"amount":)" + amount +
                     R"(,"currency":"EUR"},"orderedOn":")" + on + "\"" + more + "}");
  }
  EncodedDraft Final(const std::string& decision, const std::string& on) {
    return Draft("decision.becameFinal", "final-" + decision,
                 R"({"decision":")" + decision + R"(","finalOn":")" + on + "\"}");
  }
  EncodedDraft Hearing(const std::string& id, const std::string& invited) {
    return Draft("hearing.held", id,
                 R"({"purpose":"uhkasakon tuomitseminen","invited":{"date":")" + invited + "\"}}");
  }

  template <class... More>
  Result<std::vector<Receipt>> Append(More... drafts) {
    std::vector<EncodedDraft> batch;
    (batch.push_back(std::move(drafts)), ...);
    SINETTI_ASSIGN(BatchDoor door,
                   BatchDoor::Open(place_.ledger(), place_.registry, place_.clock, nullptr));
    refused_.reset();
    return door.Append(std::move(batch), &refused_);
  }
  // The message; nothing is recorded, and `refused_` is the place of the draft.
  template <class... More>
  std::string Refused(More... drafts) {
    const std::uint64_t before = Size();
    const auto receipts = Append(std::move(drafts)...);
    EXPECT_EQ(Size(), before);
    if (receipts) return "taken";
    EXPECT_EQ(receipts.error().code, ErrorCode::kConflict);
    EXPECT_TRUE(refused_.has_value());
    return receipts.error().message;
  }
  std::uint64_t Size() { return place_.ledger().Read().size().value; }

  ActorLedger place_;
  std::optional<std::size_t> refused_;
};

TEST_F(CaseRulesTest, ANewFineWaitsUntilTheFormerOneIsDealtWith) {
  ASSERT_TRUE(IsOk(Append(Imposed("sakko"))));
  EXPECT_THAT(Refused(Imposed("toinen", "Kaksi hoitajaa.")),
              AllOf(StartsWith("data.mainObligation: 'Kaksi hoitajaa.' is enforced by the fine "
                               "'sakko' of 2026-03-01"),
                    HasSubstr("fine.withdrawn"), HasSubstr("(1113/1990 section 12)")));
  // Another obligation has a fine of its own, and so has another case.
  EXPECT_TRUE(IsOk(Append(Imposed("muu", "lääkehuone lukittava"))));
  EXPECT_TRUE(IsOk(Append(Imposed("muualla", "kaksi hoitajaa", "case-2"))));
  ASSERT_TRUE(IsOk(Append(
      Draft("fine.withdrawn", "peruttu", R"({"fine":"sakko","withdrawnOn":"2026-04-01"})"))));
  EXPECT_TRUE(IsOk(Append(Imposed("toinen"))));
}

TEST_F(CaseRulesTest, WhatStandsBeforeItInTheBatchCounts) {
  EXPECT_THAT(Refused(place_.Action("a"), Imposed("sakko"), Imposed("toinen")),
              HasSubstr("1113/1990 section 12"));
  EXPECT_EQ(refused_, 2u);
  EXPECT_TRUE(IsOk(Append(Imposed("sakko"),
                          Draft("fine.lapsed", "rauennut",
                                R"({"fine":"sakko","reason":"täytetty","lapsedOn":"2026-05-15"})"),
                          Imposed("toinen"))));
}

TEST_F(CaseRulesTest, TheSameDraftsAgainAreDuplicatesAndNotJudged) {
  ASSERT_TRUE(IsOk(Append(Imposed("sakko"))));
  const auto again = Append(Imposed("sakko"), Imposed("sakko"));
  ASSERT_TRUE(IsOk(again));
  EXPECT_TRUE((*again)[0].duplicate);
  EXPECT_TRUE((*again)[1].duplicate);
}

TEST_F(CaseRulesTest, AdditionalPartsAreThreeTimesTheBaseAtMost) {
  ASSERT_TRUE(IsOk(Append(Imposed("sakko"))));
  EXPECT_THAT(Refused(Ordered("tuomio", "4000.01")),
              AllOf(StartsWith("data.amount: 4000.01 € is more than the base 1000 €"),
                    HasSubstr("(1113/1990 section 10)")));
  EXPECT_THAT(Refused(Ordered("tuomio", "4000", R"(,"additionalParts":{"value":7,"unit":"erä"})")),
              AllOf(StartsWith("data.additionalParts: 7 parts of 500 €"), HasSubstr("at most 6"),
                    HasSubstr("(1113/1990 section 10)")));
  EXPECT_TRUE(
      IsOk(Append(Ordered("tuomio", "4000", R"(,"additionalParts":{"value":6,"unit":"erä"})"))));
}

TEST_F(CaseRulesTest, AFineLapsesWhenNobodyIsHeardInTwoYears) {
  ASSERT_TRUE(IsOk(Append(Imposed("sakko"), Final("maarays", "2026-08-20"))));
  // Two years from 20.8.2026, which is later than the due day.
  EXPECT_TRUE(IsOk(Append(Ordered("ajoissa", "1000", "", "2028-08-20"))));
  EXPECT_THAT(Refused(Ordered("myohassa", "1000", "", "2028-08-21")),
              AllOf(StartsWith("data.orderedOn: 2028-08-21, and no hearing on ordering 'sakko'"),
                    HasSubstr("by 2028-08-20"), HasSubstr("(1113/1990 section 13)")));
  EXPECT_THAT(Refused(Hearing("liian-myohaan", "2028-08-21"),
                      Ordered("myohassa", "1000", "", "2028-09-30")),
              HasSubstr("section 13"));
  EXPECT_EQ(refused_, 1u);
  // The hearing before the fine was imposed is not the one that is meant.
  EXPECT_THAT(
      Refused(Hearing("ennen", "2026-02-20"), Ordered("myohassa", "1000", "", "2028-09-30")),
      HasSubstr("section 13"));
  EXPECT_TRUE(
      IsOk(Append(Hearing("kuultu", "2028-08-20"), Ordered("kuultuna", "1000", "", "2028-09-30"))));
}

TEST_F(CaseRulesTest, FinalityThatNobodyRecordedStopsNothing) {
  ASSERT_TRUE(IsOk(Append(Imposed("sakko"))));
  EXPECT_TRUE(IsOk(Append(Ordered("tuomio", "1000", "", "2035-01-01"))));
}

TEST_F(CaseRulesTest, ACorrectionPointsToAnEventThatIsThere) {
  const auto corrected = [&](const std::string& id, const std::string& correction) {
    return Draft("discrepancy.corrected", id,
                 R"({"finding":"f-0123456789abcdef","correction":")" + correction + "\"}");
  };
  EXPECT_THAT(Refused(corrected("v", "puuttuu")),
              AllOf(StartsWith("data.correction: no event 'puuttuu' of source 'urn:test'"),
                    HasSubstr("record it first"), HasSubstr("(906/2019 section 15)")));
  EXPECT_THAT(Refused(corrected("v", "v")), HasSubstr("no event 'v'"));
  EXPECT_THAT(Refused(corrected("v", "x"), place_.Action("x")), HasSubstr("no event 'x'"));
  EXPECT_TRUE(IsOk(Append(place_.Action("x"), corrected("v", "x"))));
  EXPECT_TRUE(IsOk(Append(corrected("w", "urn:test#x"))));
  EXPECT_THAT(Refused(corrected("u", "urn:other#x")), HasSubstr("of source 'urn:other'"));
}

// What a rule does not concern costs one look at its type.
TEST(JudgedTypes, AreFew) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  const JudgedTypes judged(registry);
  std::vector<std::string> names;
  for (const TypeInfo& type : registry.types())
    if (judged.Contains(type.name)) names.push_back(type.name);
  EXPECT_THAT(names,
              ::testing::ElementsAre("discrepancy.corrected", "fine.imposed", "fine.ordered"));
}

}  // namespace
}  // namespace sinetti
