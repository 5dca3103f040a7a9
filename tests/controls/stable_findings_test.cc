// A finding keeps its id as long as its subject is the same, whatever is recorded later, and the
// answers to it change its state and nothing else.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <random>
#include <set>

#include "replay/fold/digest.h"
#include "tests/controls/watched_ledger.h"

namespace sinetti {
namespace {

using testing_support::ScenarioFiles;
using testing_support::WatchedLedger;
using Rows = std::vector<std::vector<std::string>>;
using Subject = std::vector<std::string>;  // code, subject, place
using Findings = std::map<std::string, Subject>;

std::string DraftText(const std::string& type, const std::string& id, const std::string& data,
                      const std::string& more = "") {
  return R"({"specversion":"1.0","source":"urn:test","stream":"koe-1","occurred":"2026-02-01",)"
         R"("matter":"A/1/2026","actor":"viranomainen","type":")" +
         type + R"(","id":")" + id + R"(",)" + more + R"("data":)" + data + "}";
}

Findings FindingsOf(WatchedLedger& watched) {
  Findings found;
  for (auto& row : watched.Rows("SELECT id, code, subject, place FROM finding"))
    found.emplace(row[0], Subject{row[1], row[2], row[3]});
  return found;
}

// What went and what came, of one subject: the same finding under another id.
void ExpectNoNewIds(const Findings& before, const Findings& after, const std::string& event) {
  std::set<Subject> gone;
  for (const auto& [id, subject] : before)
    if (after.count(id) == 0) gone.insert(subject);
  for (const auto& [id, subject] : after) {
    if (before.count(id) > 0) continue;
    EXPECT_EQ(gone.count(subject), 0U) << subject[0] << " of " << subject[1] << ", " << subject[2]
                                       << ": another id after " << event.substr(0, 300);
  }
}

// Adds the lines and looks after every `step` of them.
void AddEach(WatchedLedger& watched, const std::vector<std::string>& lines, std::size_t step) {
  Findings before = FindingsOf(watched);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ASSERT_NO_FATAL_FAILURE(watched.ledger().Add(lines[i]));
    if ((i + 1) % step != 0 && i + 1 < lines.size()) continue;
    Findings after = FindingsOf(watched);
    ExpectNoNewIds(before, after, lines[i]);
    before = std::move(after);
  }
}

std::vector<std::string> LinesOf(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(StableFindings, KeepTheirIdsThroughEveryEventOfEveryScenario) {
  for (const auto& scenario : ScenarioFiles(".ndjson")) {
    SCOPED_TRACE(scenario.filename());
    WatchedLedger watched;
    ASSERT_NO_FATAL_FAILURE(AddEach(watched, LinesOf(scenario), 6));
  }
}

// One event of every type there is, in random order, beside all scenarios: examples name the
// scenarios' own charges, contracts, bodies and proposals.
TEST(StableFindings, KeepTheirIdsWhateverTypeOfEventFollows) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  WatchedLedger watched;
  for (const auto& scenario : ScenarioFiles(".ndjson"))
    ASSERT_NO_FATAL_FAILURE(watched.ledger().Load(scenario));
  std::vector<std::string> lines;
  for (const TypeInfo& type : watched.ledger().registry().types())
    lines.push_back(DraftText(std::string(type.name), "esimerkki-" + std::string(type.name),
                              std::string(type.example),
                              type.publication ? "" : R"("client":"k-1",)"));
  std::shuffle(lines.begin(), lines.end(), std::mt19937(seed));
  ASSERT_NO_FATAL_FAILURE(AddEach(watched, lines, 4));
}

std::string Money(const std::string& amount) {
  return R"({"amount":)" + amount + R"(,"currency":"EUR","currencyStated":true})";
}

// Wrongs, each followed by what may be said about it later.
TEST(StableFindings, KeepTheirIdsThroughTheAnswersToWhatTheyAreAbout) {
  WatchedLedger watched;
  AddEach(
      watched,
      {DraftText("settlement.charged", "lasku",
                 R"({"settlement":"l-1","period":{"date":"2026-01"},"payer":{"name":"A"},)"
                 R"("payee":{"name":"B"},"service":"osastohoito","quantity":{"value":10},)"
                 R"("unitPrice":)" +
                     Money("100") + R"(,"total":)" + Money("1010") + "}"),
       DraftText("settlement.objected", "moite", R"({"settlement":"l-1","ground":"liikaa"})"),
       DraftText("settlement.credited", "hyvitys",
                 R"({"settlement":"l-1","amount":)" + Money("5") + "}"),
       DraftText("settlement.paid", "maksu",
                 R"({"settlement":"l-1","amount":)" + Money("1005") + "}"),
       DraftText("clarification.requested", "pyynto",
                 R"({"questions":["?"],"requestedOn":"2025-01-01","due":"2025-01-20"})"),
       DraftText("clarification.extended", "jatko",
                 R"({"request":"pyynto","newDue":"2025-02-01"})"),
       DraftText("body.established", "ryhma",
                 R"({"body":"r","name":"Ryhmä","members":{"value":9},"composition":["a","b"],)"
                 R"("organisations":[{"name":"A"},{"name":"B"}]})"),
       DraftText("body.membershipCountStated", "jasenet", R"({"body":"r","members":{"value":7}})"),
       DraftText("smplan.published", "suunnitelma",
                 R"({"unit":"y","planVersion":"1","publishedOn":"2025-03-03"})"),
       DraftText("smplan.adopted", "hyvaksytty",
                 R"({"unit":"y","planVersion":"1","approvedOn":"2025-03-01","approver":"x",)"
                 R"("staffInstruction":"no"})"),
       DraftText("smplan.displayedInUnit", "esilla",
                 R"({"unit":"y","planVersion":"1","displayedOn":"2025-03-04"})"),
       DraftText("supcase.opened", "tapaus",
                 R"({"source":"ownInitiative","openedOn":"2026-01-05"})"),
       DraftText("inspection.held", "tarkastus", R"({"heldOn":"2026-02-01"})"),
       DraftText("inspection.reportDrafted", "kertomus-1",
                 R"({"inspection":"tarkastus","draftedOn":"2026-02-10"})"),
       DraftText("inspection.reportNotified", "tiedoksi",
                 R"({"inspection":"tarkastus","party":"Oy","notifiedOn":"2026-02-11"})"),
       DraftText("application.received", "hakemus",
                 R"({"kind":"toimeentulotuki","urgency":"normal","receivedOn":"2025-03-03"})"),
       DraftText("decision.made", "paatos",
                 R"({"kind":"toimeentulotuki","result":"granted","decidedOn":"2025-04-13",)"
                 R"("application":"hakemus"})",
                 R"("mandate":"ei-ole",)"),
       DraftText("decision.notified", "tieto",
                 R"({"decision":"paatos","method":"receipt","receivedOn":"2025-04-14"})"),
       DraftText(
           "correction.requested", "oikaisu",
           R"({"decision":"paatos","remedy":"correction30","filedOn":"2025-04-20","by":"k"})"),
       DraftText("assessment.started", "arvio",
                 R"({"level":"basic","earlierRelations":["A-klinikka"]})", R"("client":"k-1",)"),
       DraftText("assessment.levelRaised", "syvennys", R"({"from":"basic","to":"deep"})",
                 R"("client":"k-1",)"),
       DraftText("participant.joined", "mukana", R"({"participant":"A-klinikka"})",
                 R"("client":"k-1",)")},
      1);
  EXPECT_GE(FindingsOf(watched).size(), 7U);
}

// Every column of V37 that an answer must not touch.
constexpr const char* kUntouched =
    "SELECT id, code, severity, subject, place, stated, computed, difference, reading, fi, sv, en, "
    "events FROM v37_discrepancies";

// Digests of all views but the answers themselves and the counts of events.
std::map<std::string, Hash> OtherDigests(WatchedLedger& watched) {
  std::map<std::string, Hash> digests;
  auto all = DigestViews(watched.Now(), AllViews());
  EXPECT_OK(all);
  for (const ViewDigest& view : *all)
    if (view.name != "discrepancies" && view.name != "volume")
      digests.emplace(view.name, view.digest);
  return digests;
}

TEST(FindingStates, AreTheOnlyThingThatAnswersChange) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  WatchedLedger watched;
  for (const auto& scenario : ScenarioFiles(".ndjson"))
    ASSERT_NO_FATAL_FAILURE(watched.ledger().Load(scenario));

  const Rows untouched = watched.Rows(kUntouched);
  ASSERT_GT(untouched.size(), 150U);
  const auto digests = OtherDigests(watched);
  std::map<std::string, std::vector<std::string>> expected;  // state, explanation
  for (const auto& row : watched.Rows("SELECT id, state, explanation FROM v37_discrepancies"))
    expected[row[0]] = {row[1], row[2]};

  constexpr const char* kAnswers[][2] = {{"explained", "explanation"},
                                         {"accepted", "reason"},
                                         {"corrected", "reason"},
                                         {"withdrawn", "reason"}};
  // First each finding once with each answer in turn, then anything.
  int number = 0;
  for (int round = 0; round < 12; ++round) {
    for (std::size_t i = 0; i < untouched.size(); ++i) {
      if (round >= 4 && random() % 4 != 0) continue;
      const std::string& id = untouched[i][0];
      const std::size_t kind = round < 4 ? (i + static_cast<std::size_t>(round)) % 4 : random() % 4;
      const std::string text = "vastaus-" + std::to_string(++number);
      std::string data = R"({"finding":")" + id + R"(",")" + kAnswers[kind][1] + R"(":")" + text;
      data += kind == 2 ? R"(","correction":"korjaus"})" : "\"}";
      ASSERT_NO_FATAL_FAILURE(watched.ledger().Add(
          DraftText(std::string("discrepancy.") + kAnswers[kind][0], text, data)));
      expected[id] = {kAnswers[kind][0], text};
    }
    ASSERT_EQ(watched.Rows(kUntouched), untouched) << "round " << round;
    for (const auto& row : watched.Rows("SELECT id, state, explanation FROM v37_discrepancies"))
      ASSERT_EQ((std::vector<std::string>{row[1], row[2]}), expected[row[0]]) << row[0];
  }
  auto after = OtherDigests(watched);
  // The answers carry a matter number, so its timeline has them: that they are there is all.
  after["matters"] = digests.at("matters");
  after["states"] = digests.at("states");  // and each is a step of its finding
  EXPECT_EQ(after, digests);
}

}  // namespace
}  // namespace sinetti
