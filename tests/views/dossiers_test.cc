// What a dossier gathers from elsewhere: complaints (V7), findings of subcontractors (V15), how a
// contract went (V23), who was excluded from a procurement (V24), versions of types (V44).  The
// expected rows were written by hand from the drafts.
#include <gtest/gtest.h>

#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

const std::string kParties = R"([{"org":{"name":"Hattula"},"role":"organiser"}])";

class Dossiers : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& day, const std::string& data,
           const std::string& attributes = "") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","type":")" + type +
                R"(","occurred":")" + day + R"(","id":")" + std::to_string(++id_) + R"(",)" +
                attributes + R"("data":)" + data + "}");
  }
  Rows Query(const std::string& sql, const char* as_of = "2026-06-01") {
    auto views = ledger_.Views(ParseDate(as_of).value());
    EXPECT_OK(views);
    return RowsOf((*views)->database(), sql);
  }

  ScenarioLedger ledger_;
  int id_ = 0;
};

TEST_F(Dossiers, AComplaintWaitsUntilItIsAnsweredAndHidesWhoMadeIt) {
  Add("complaint.received", "2026-03-01",
      R"({"unit":"yks-1","receivedOn":"2026-03-01","subjectMatter":"kohtelu",)"
      R"("content":{"subject":"p-900","value":"salaisuus"}})",
      R"("client":"p-900",)");
  Add("complaint.filed", "2026-03-05",
      R"({"authority":"LVV","filedOn":"2026-03-05","subjectMatter":"hoidon laatu"})",
      R"("unit":"yks-2",)");
  const std::string sql =
      "SELECT unit, channel, summary, state, days_to_reaction, days_waiting, authority_on FROM "
      "v7_notifications";
  EXPECT_EQ(Query(sql, "2026-03-11"),
            (Rows{{"yks-1", "client", "kohtelu", "made", "NULL", "10", "NULL"},
                  {"yks-2", "complaint", "hoidon laatu", "made", "NULL", "6", "2026-03-05"}}));
  Add("complaint.answered", "2026-03-20", R"({"complaint":"1","answeredOn":"2026-03-20"})");
  Add("complaint.decided", "2026-05-05",
      R"({"complaint":"2","result":"huomautus","decidedOn":"2026-05-05"})");
  EXPECT_EQ(Query("SELECT state, days_to_reaction FROM v7_notifications"),
            (Rows{{"answered", "19"}, {"decided", "61"}}));
}

TEST_F(Dossiers, AProviderAnswersForTheFindingsOfItsSubcontractors) {
  Add("contract.signed", "2026-01-01",
      R"({"contract":"s-1","provider":"hoiva","parties":)" + kParties +
          R"(,"service":"kotihoito"})");
  Add("subcontractor.approved", "2026-01-02",
      R"({"contract":"s-1","subcontractor":"apu","name":"Apu Oy","service":"yöhoito"})");
  Add("subcontractor.declared", "2026-01-03",
      R"({"contract":"s-1","subcontractor":"muu","name":"Muu Oy","service":"siivous"})");
  Add("unit.registered", "2026-01-01", R"({"unit":"yks-apu","provider":"apu","name":"Apu"})");
  const auto finding = [this](const std::string& unit, const std::string& attributes) {
    Add("finding.recorded", "2026-02-01",
        R"({)" + unit + R"("severity":"defect","text":"x","foundOn":"2026-02-01"})", attributes);
  };
  finding(R"("unit":"yks-apu",)", "");
  finding(R"("unit":"yks-apu",)", "");
  Add("supcase.opened", "2026-02-01", R"({"source":"notification","openedOn":"2026-02-01"})",
      R"("matter":"asia-1","provider":"hoiva",)");
  finding("", R"("matter":"asia-1",)");
  EXPECT_EQ(Query("SELECT subcontractor, approved_on, own_findings, inherited_findings FROM "
                  "v15_subcontractors"),
            (Rows{{"apu", "2026-01-02", "1", "2"}, {"muu", "NULL", "1", "0"}}));
}

TEST_F(Dossiers, AContractShowsItsClausesChangesSanctionsAndRenewal) {
  Add("contract.signed", "2026-01-01",
      R"({"contract":"s-1","provider":"hoiva","parties":)" + kParties +
          R"(,"service":"kotihoito","procurement":"h-1",)"
          R"("clauses":["termination","content"]})");
  Add("contract.amended", "2026-02-01",
      R"({"contract":"s-1","change":"lisäpaikat","ground":"additional","substantial":"yes"})");
  Add("contract.sanctionApplied", "2026-03-01",
      R"({"contract":"s-1","sanction":"sopimussakko","amount":{"amount":500,"currency":"EUR"}})");
  Add("payment.withheld", "2026-03-02",
      R"({"contract":"s-1","ground":"puute","amount":{"amount":100,"currency":"EUR"}})");
  Add("contract.renewed", "2026-04-01",
      R"({"contract":"s-1","from":{"date":"2027-01-01"},"to":{"date":"2028"}})");
  EXPECT_EQ(Query("SELECT clauses_there, substantial_changes, sanctions, sanctions_cents, "
                  "payments_reduced, renewed_until FROM v23_contracts"),
            (Rows{{"content, termination", "1", "1", "50000", "1", "2028-12-31"}}));
}

TEST_F(Dossiers, AProcurementShowsExclusionsComparisonAndTheContractsThatCameOfIt) {
  Add("procurement.needStated", "2026-01-01", R"({"procurement":"h-1","service":"kotihoito"})");
  Add("procurement.marketConsulted", "2026-01-05",
      R"({"procurement":"h-1","method":"tietopyyntö"})");
  Add("procurement.tenderExcluded", "2026-02-01",
      R"({"procurement":"h-1","tenderer":{"name":"Apu Oy"},"ground":"verovelka"})");
  Add("procurement.tenderCompared", "2026-02-02",
      R"({"procurement":"h-1","criteria":["laatu","hinta"]})");
  Add("contract.signed", "2026-03-01",
      R"({"contract":"s-1","provider":"hoiva","parties":)" + kParties +
          R"(,"service":"kotihoito","procurement":"h-1"})");
  EXPECT_EQ(Query("SELECT excluded, exclusions, market_consultations, compared_by, contracts FROM "
                  "v24_procurements"),
            (Rows{{"1", "Apu Oy: verovelka", "1", "laatu, hinta", "s-1"}}));
}

TEST_F(Dossiers, ATypeSaysHowItsOlderVersionsAreRead) {
  Add("schema.upcasted", "2026-01-01",
      R"({"type":"schema.upcasted","fromVersion":1,"toVersion":2,"reason":"päivät erikseen"})");
  EXPECT_EQ(Query("SELECT type, events, upcaster FROM v44_schemas"),
            (Rows{{"schema.upcasted", "1", "1 · 2 · päivät erikseen"}}));
}

}  // namespace
}  // namespace sinetti
