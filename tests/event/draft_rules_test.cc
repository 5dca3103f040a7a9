// What an act demands of a single event is refused in the draft, and the message names the act: the
// rules of docs/internals/invariants.md that need no other event.  Each is broken here, and then
// kept.
#include <gmock/gmock.h>

#include "ledger/event/legal_basis.h"
#include "ledger/event/reserved_services.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class DraftRules : public ::testing::Test {
 protected:
  // The refusal of the draft, or "taken".
  std::string Told(const std::string& type, const std::string& data,
                   const std::string& attributes = "") {
    auto draft = parser_.Parse(DraftJson(type, data, attributes));
    if (draft) return "taken";
    EXPECT_EQ(draft.error().code, ErrorCode::kInvalid);
    return draft.error().message;
  }

  TypeRegistry registry_ = TypeRegistry::Builtin();
  DraftParser parser_{registry_};
};

TEST_F(DraftRules, AnOrderNeedsADueDate) {
  const auto order = [](const std::string& due) {
    return R"({"obligations":["x"],)" + due + R"("orderedOn":"2026-03-02","remedy":"valitus"})";
  };
  EXPECT_EQ(Told("supcase.orderIssued", order("")),
            "data: required member `due` is missing; add it (741/2023 section 39 subsection 1)");
  EXPECT_THAT(Told("supcase.orderIssued", order(R"("due":"",)")),
              AllOf(StartsWith("data.due: "), HasSubstr("741/2023 section 39")));
  EXPECT_THAT(Told("supcase.orderIssued", order(R"("due":"kevät",)")),
              AllOf(StartsWith("data.due: "), HasSubstr("kevät"), HasSubstr("section 39")));
  EXPECT_EQ(Told("supcase.orderIssued", order(R"("due":"2026-04-15",)")), "taken");
}

TEST_F(DraftRules, AFineEnforcesOneMainObligation) {
  const auto fine = [](const std::string& obligation) {
    return R"({"order":"m","mainObligation":)" + obligation +
           R"(,"kind":"fixed","imposedOn":"2026-04-17","due":"2026-05-15"})";
  };
  EXPECT_THAT(Told("fine.imposed", fine(R"(["hoitajia","laitteita"])")),
              AllOf(StartsWith("data.mainObligation: expected a text, found an array"),
                    HasSubstr("1113/1990 section 6")));
  EXPECT_EQ(Told("fine.imposed", fine(R"("hoitajia")")), "taken");
}

TEST_F(DraftRules, ANoticeTellsThatThereIsNoAppeal) {
  for (const char* type : {"supcase.noticeIssued", "supcase.urged", "supcase.attentionDrawn"}) {
    const std::string said = R"({"text":"x","givenOn":"2026-02-20")";
    EXPECT_EQ(Told(type, said + "}"),
              "data: required member `noAppeal` is missing; add it (741/2023 section 43)");
    EXPECT_THAT(Told(type, said + R"(,"noAppeal":"no"})"),
                AllOf(StartsWith("data.noAppeal: expected yes, found 'no'"),
                      HasSubstr("(741/2023 section 43)")));
    EXPECT_THAT(Told(type, said + R"(,"noAppeal":"unspecified"})"), HasSubstr("section 43"));
    EXPECT_EQ(Told(type, said + R"(,"noAppeal":"yes"})"), "taken");
  }
}

TEST_F(DraftRules, AnOrderCarriesAppealInstructions) {
  EXPECT_EQ(Told("supcase.orderIssued",
                 R"({"obligations":["x"],"due":"2026-04-15","orderedOn":"2026-03-02"})"),
            "data: required member `remedy` is missing; add it (741/2023 section 43 and 434/2003 "
            "section 47)");
}

TEST_F(DraftRules, WhatACountyProvidesItselfIsNotBought) {
  const auto need = [](const std::string& service) {
    return R"({"procurement":"h-1","service":")" + service + R"("})";
  };
  const std::string now = R"("occurred":"2026-01-10",)";
  EXPECT_THAT(Told("procurement.needStated", need("Sosiaalipäivystys"), now),
              AllOf(StartsWith("data.service: 'Sosiaalipäivystys' may not be bought"),
                    HasSubstr("(612/2021 section 12)")));
  EXPECT_THAT(Told("procurement.needStated", need("kotihoito; SOSIAALITYÖ")),
              HasSubstr("612/2021"));
  EXPECT_EQ(Told("procurement.needStated", need("kotihoito"), now), "taken");
  EXPECT_EQ(Told("procurement.needStated", need("sosiaalityön tietojärjestelmä"), now), "taken");
  // Municipalities bought under other acts.
  EXPECT_EQ(
      Told("procurement.needStated", need("sosiaalipäivystys"), R"("occurred":"2022-12-31",)"),
      "taken");
  const auto contract = R"({"contract":"s-1","parties":[{"org":{"name":"Oy"},"role":"provider"}],)"
                        R"("service":"kiireellinen hoito"})";
  EXPECT_THAT(Told("contract.signed", contract, now), HasSubstr("612/2021 section 12"));
}

TEST_F(DraftRules, WhatIsPublishedIsNeitherSecretNorPersonal) {
  std::size_t publications = 0;
  for (const TypeInfo& type : registry_.types()) {
    EXPECT_EQ(type.publication, type.name.find("ublished") != std::string::npos) << type.name;
    if (!type.publication) continue;
    ++publications;
    SCOPED_TRACE(type.name);
    const std::string day = R"("occurred":"2015-03-01",)";
    for (const char* publicity : {"secret", "personal", "sensitive"})
      EXPECT_THAT(Told(type.name, type.example,
                       day + R"("publicity":")" + std::string(publicity) + R"(",)"),
                  AllOf(StartsWith("publicity: expected open"), HasSubstr(publicity),
                        HasSubstr("(621/1999 section 22)")));
    EXPECT_THAT(Told(type.name, type.example, day + R"("client":"k-1",)"),
                AllOf(StartsWith("client: "), HasSubstr("621/1999")));
    EXPECT_THAT(Told(type.name, type.example, day + R"("subject":"k-1",)"),
                StartsWith("subject: "));
    EXPECT_EQ(Told(type.name, type.example, day + R"("publicity":"open",)"), "taken");
    EXPECT_EQ(Told(type.name, type.example, day), "taken");
  }
  EXPECT_EQ(publications, 7u);
}

TEST_F(DraftRules, ADenominatorOfZeroMeansThatNothingCanBeAssessed) {
  const auto measured = [](const std::string& denominator, const std::string& value) {
    return R"({"indicator":"i","periodFrom":"2026-01-01","periodTo":"2026-04-30",)"
           R"("numerator":{"value":0,"unit":"kpl"},"denominator":)" +
           denominator + value + "}";
  };
  const std::string none = R"({"value":0,"unit":"kpl"})";
  EXPECT_THAT(Told("indicator.measured", measured(none, R"(,"value":{"value":0,"unit":"%"})")),
              AllOf(StartsWith("data.value: expected no number, for `denominator` is 0"),
                    HasSubstr("(612/2021 section 29)")));
  EXPECT_THAT(Told("indicator.measured",
                   measured(none, R"(,"value":{"range":{"low":0,"high":1},"unit":"%"})")),
              StartsWith("data.value: "));
  EXPECT_THAT(Told("indicator.corrected", R"({"measurement":"m","reason":"x","denominator":)" +
                                              none + R"(,"value":{"value":100,"unit":"%"}})"),
              StartsWith("data.value: "));
  EXPECT_EQ(Told("indicator.measured", measured(none, "")), "taken");
  EXPECT_EQ(Told("indicator.measured",
                 measured(none, R"(,"value":{"missing":{"label":"ei arvioitavissa"}})")),
            "taken");
  EXPECT_EQ(Told("indicator.measured",
                 measured(R"({"value":0.001})", R"(,"value":{"value":0,"unit":"%"})")),
            "taken");
  EXPECT_EQ(Told("indicator.measured",
                 measured(R"({"missing":{}})", R"(,"value":{"value":0,"unit":"%"})")),
            "taken");
}

TEST_F(DraftRules, TimeOfRecordingAndVersionAreTheLedgersOwn) {
  const std::string data = R"({"reason":"x","reopenedOn":"2026-09-01"})";
  for (const char* given : {R"("recordedat":"2999-01-01T00:00:00Z",)", R"("sequence":1,)",
                            R"("streamversion":7,)", R"("leaf":"00",)"})
    EXPECT_THAT(Told("supcase.reopened", data, given), HasSubstr("is given by the ledger itself"));
}

TEST(LegalBasesInWords, NamesActSectionAndSubsection) {
  EXPECT_EQ(LegalBasesInWords("741/2023:39:1"), "741/2023 section 39 subsection 1");
  EXPECT_EQ(LegalBasesInWords("434/2003:49_c 741/2023"), "434/2003 section 49 c and 741/2023");
  EXPECT_EQ(LegalBasesInWords(""), "");
}

// A law that cannot be read would leave its message without one.
TEST_F(DraftRules, EveryLawOfTheSchemasCanBeNamed) {
  const auto expect = [](const std::string& law, const std::string& where) {
    for (std::size_t start = 0; start < law.size();) {
      const std::size_t end = std::min(law.find(' ', start), law.size());
      EXPECT_TRUE(ParseLegalBasis(law.substr(start, end - start))) << where << ": " << law;
      start = end + 1;
    }
  };
  for (const TypeInfo& type : registry_.types()) {
    expect(type.law, type.name);
    EXPECT_TRUE(!type.publication || !type.law.empty()) << type.name;
    for (const FieldInfo& field : type.body->fields) {
      const std::string name = type.name + "." + field.name;
      expect(field.law, name);
      const bool ruled =
          field.bought || field.recorded || field.only >= 0 || !field.divides.empty();
      EXPECT_TRUE(!ruled || !field.law.empty()) << name << " has a rule without a law";
    }
  }
}

TEST(ReservedServices, AreFoundInListsAndInAnyCase) {
  EXPECT_EQ(FormatDate(kReservedFrom), "2023-01-01");
  EXPECT_EQ(ReservedServiceIn(" Brådskande   VÅRD "), " Brådskande   VÅRD ");
  EXPECT_EQ(ReservedServiceIn("kotihoito/Julkisen vallan KÄYTTÖ"), "Julkisen vallan KÄYTTÖ");
  EXPECT_EQ(ReservedServiceIn("kotihoito, asumispalvelut"), "");
  EXPECT_EQ(ReservedServiceIn(""), "");
  EXPECT_EQ(ReservedServiceIn(",;/"), "");
}

}  // namespace
}  // namespace sinetti
