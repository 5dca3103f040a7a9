// The tables of state_machines.h: sound in themselves, drawn as docs/reference/state-machines.md
// shows them, and folded by the view.
#include "replay/views/state_machines.h"

#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "ledger/event/legal_basis.h"
#include "replay/controls/audit.h"
#include "replay/views/states.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::ScenarioLedger;

std::vector<std::string> WordsOf(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

TEST(StateMachines, NameStatesEventsAndFieldsThatThereAre) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  for (const StateMachine& machine : StateMachines()) {
    SCOPED_TRACE(machine.name);
    std::set<std::string> states = {"new"};
    for (const State& state : machine.states) {
      EXPECT_TRUE(states.insert(std::string(state.name)).second);
      for (const Language language : {Language::kFinnish, Language::kSwedish, Language::kEnglish})
        EXPECT_STRNE(state.words.In(language), "") << state.name;
    }
    for (const std::string& law : WordsOf(machine.law)) EXPECT_TRUE(ParseLegalBasis(law)) << law;
    std::set<std::string> events, reached = {"new"};
    for (const StateStep& step : machine.steps) {
      EXPECT_TRUE(events.insert(std::string(step.event)).second) << step.event << " stands twice";
      const TypeInfo* type = registry.Find(step.event);
      ASSERT_NE(type, nullptr) << step.event;
      EXPECT_EQ(states.count(std::string(step.state)), 1u) << step.state;
      reached.insert(std::string(step.state));
      for (const std::string& state : WordsOf(step.after))
        EXPECT_EQ(states.count(state), 1u) << state;
      if (step.subject != "matter" && step.subject != "event") {
        EXPECT_NE(type->body->Find(step.subject), nullptr) << step.event << " " << step.subject;
      }
    }
    EXPECT_EQ(reached, states) << "every state is reached";
  }
}

// "a, b" of the states that a step may follow; "new" is where the drawing begins.
std::string Joined(std::string_view after) {
  std::string text;
  for (const std::string& state : WordsOf(after))
    if (state != "new") text += (text.empty() ? "" : ", ") + state;
  return text;
}

// Many states that one step may follow are drawn as one box that names them.
constexpr std::size_t kStatesDrawnApart = 4;

std::string Drawing(const StateMachine& machine) {
  std::string boxes, edges;
  std::map<std::string, std::string> box_of;
  for (const StateStep& step : machine.steps) {
    const std::string to =
        " --> " + std::string(step.state) + ": " + std::string(step.event) + "\n";
    const std::vector<std::string> after = WordsOf(step.after);
    if (MayFollow(step, "new")) edges += "  [*]" + to;
    const std::string joined = Joined(step.after);
    if (after.size() - MayFollow(step, "new") > kStatesDrawnApart) {
      const auto [box, is_new] =
          box_of.try_emplace(joined, "any" + std::to_string(box_of.size() + 1));
      if (is_new) boxes += "  state \"" + joined + "\" as " + box->second + "\n";
      edges += "  " + box->second + to;
      continue;
    }
    for (const std::string& from : after)
      if (from != "new") edges += "  " + from + to;
  }
  return "```mermaid\nstateDiagram-v2\n" + boxes + edges + "```\n";
}

std::string Section(const StateMachine& machine) {
  std::string text = "## " + std::string(machine.name) + "\n\n*" + machine.words.fi + " / " +
                     machine.words.sv + " / " + machine.words.en + "*";
  if (!machine.law.empty()) text += "; " + LegalBasesInWords(machine.law);
  text +=
      "\n\n" + Drawing(machine) + "\n| event | leads to | after | subject |\n|---|---|---|---|\n";
  for (const StateStep& step : machine.steps) {
    text += "| `" + std::string(step.event) + "` | " + std::string(step.state) + " | " +
            (MayFollow(step, "new") ? "*nothing*" : "");
    const std::string joined = Joined(step.after);
    if (!joined.empty()) text += (MayFollow(step, "new") ? ", " : "") + joined;
    text += " | " + std::string(step.subject) + (step.known_only ? ", if known" : "") +
            (step.names ? "; names it too" : "") + " |\n";
  }
  text += "\n| state | fi / sv / en |\n|---|---|\n";
  for (const State& state : machine.states)
    text += "| " + std::string(state.name) + " | " + state.words.fi + " / " + state.words.sv +
            " / " + state.words.en + " |\n";
  return text;
}

// To write the page anew: put what the test expects behind the line of the page that says so.
TEST(StateMachines, AreDrawnOnTheirPage) {
  std::ifstream file(SINETTI_SOURCE_DIR "/docs/reference/state-machines.md");
  std::ostringstream page;
  page << file.rdbuf();
  const std::string mark = "<!-- below: as tests/views/state_machines_test.cc writes it -->\n";
  const std::size_t at = page.str().find(mark);
  ASSERT_NE(at, std::string::npos);
  std::string expected;
  for (const StateMachine& machine : StateMachines()) expected += "\n" + Section(machine);
  EXPECT_EQ(page.str().substr(at + mark.size()), expected);
}

class States : public ::testing::Test {
 protected:
  void Add(const std::string& type, const std::string& id, const std::string& data,
           const std::string& more = "") {
    ledger_.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","occurred":"2026-02-01",)"
                R"("matter":"A/1","actor":"viranomainen","type":")" +
                type + R"(","id":")" + id + R"(",)" + more + R"("data":)" + data + "}");
  }

  // Rows of a query, cells joined by spaces; NULL is empty.
  std::vector<std::string> Rows(const std::string& sql) {
    auto views = ledger_.Views();
    EXPECT_OK(views);
    auto statement = (*views)->database().Prepare(sql);
    EXPECT_OK(statement);
    statement->Start();
    std::vector<std::string> rows;
    while (statement->Step().value()) {
      std::string row;
      for (int column = 0; column < statement->columns(); ++column)
        row += (column == 0 ? "" : " ") + (statement->KindOf(column) == Statement::Kind::kInteger
                                               ? std::to_string(statement->Integer(column))
                                               : std::string(statement->Text(column)));
      rows.push_back(row);
    }
    return rows;
  }
  std::vector<std::string> StatesOf(const std::string& machine) {
    return Rows(
        "SELECT subject, state, event, previous, illegal FROM v46_states WHERE machine = '" +
        machine + "'");
  }
  std::vector<std::string> Steps() {
    auto views = ledger_.Views();
    EXPECT_OK(views);
    auto findings = Audit((*views)->database());
    EXPECT_OK(findings);
    std::vector<std::string> found;
    for (const AuditFinding& finding : *findings)
      if (finding.code == "R-STEP") found.push_back(finding.text.en);
    return found;
  }

  ScenarioLedger ledger_;
};

TEST_F(States, AMatterGoesFromOpenToFinal) {
  Add("matter.opened", "1", R"({"kind":"x","authority":"hva"})");
  Add("application.received", "2", R"({"kind":"x","receivedOn":"2026-02-01"})");
  Add("application.completionRequested", "3", R"({"requestedOn":"2026-02-02","due":"2026-02-20"})");
  EXPECT_THAT(StatesOf("matter"),
              ElementsAre("A/1 toComplete application.completionRequested open 0"));
  Add("application.completed", "4", R"({"receivedOn":"2026-02-10"})");
  Add("decision.made", "p", R"({"kind":"x","result":"granted","decidedOn":"2026-02-12"})");
  Add("decision.notified", "5", R"({"decision":"p","method":"letter","sentOn":"2026-02-12"})");
  Add("correction.requested", "6", R"({"decision":"p","filedOn":"2026-02-20"})");
  Add("correction.decided", "7", R"({"request":"6","result":"refused","decidedOn":"2026-03-01"})");
  Add("decision.notified", "8", R"({"decision":"p","method":"letter"})");
  Add("decision.becameFinal", "9", R"({"decision":"p","finalOn":"2026-05-01"})");
  EXPECT_THAT(StatesOf("matter"), ElementsAre("A/1 final decision.becameFinal notified 0"));
  EXPECT_THAT(Steps(), IsEmpty());
}

TEST_F(States, AFindingIsFollowedThroughTheOrderAndTheActionOnIt) {
  Add("supcase.opened", "c", R"({"source":"ownInitiative","openedOn":"2026-01-05"})");
  Add("finding.recorded", "h", R"({"severity":"defect","text":"x","foundOn":"2026-02-01"})");
  Add("supcase.orderIssued", "m",
      R"({"obligations":["x"],"due":"2027-01-01","orderedOn":"2026-02-01","remedy":"valitus","finding":"h"})");
  Add("action.planned", "t", R"({"about":"m","action":"x","due":"2026-04-01"})");
  Add("action.evidenceGiven", "n", R"({"action":"t","givenOn":"2026-03-01","evidence":"lista"})");
  EXPECT_THAT(StatesOf("finding"),
              ElementsAre("urn:test#h evidence action.evidenceGiven action 0"));
  Add("action.rejected", "r", R"({"action":"t","rejectedOn":"2026-03-05","reason":"vajaa"})");
  Add("action.evidenceGiven", "n2", R"({"action":"t","givenOn":"2026-03-10","evidence":"lista"})");
  Add("action.verified", "v", R"({"action":"t","verifiedOn":"2026-03-15"})");
  Add("action.closed", "s", R"({"action":"t","closedOn":"2026-03-16"})");
  EXPECT_THAT(StatesOf("finding"), ElementsAre("urn:test#h closed action.closed verified 0"));
  EXPECT_THAT(Rows("SELECT state, previous FROM v46_state_steps WHERE machine = 'finding'"),
              ElementsAre("found ", "demanded found", "action demanded", "evidence action",
                          "rejected evidence", "evidence rejected", "verified evidence",
                          "closed verified"));
  EXPECT_THAT(StatesOf("supcase"), ElementsAre("A/1 corrected action.verified order 0"));
  EXPECT_THAT(Steps(), IsEmpty());
}

TEST_F(States, AClosedCaseIsOpenedAgainBeforeAnythingIsDone) {
  Add("supcase.opened", "c", R"({"source":"ownInitiative","openedOn":"2026-01-05"})");
  Add("supcase.closed", "k", R"({"outcome":"guidance","closedOn":"2026-01-20"})");
  Add("supcase.urged", "u", R"({"text":"x","givenOn":"2026-02-01","noAppeal":"yes"})");
  EXPECT_THAT(StatesOf("supcase"), ElementsAre("A/1 urged supcase.urged closed 1"));
  EXPECT_THAT(Steps(), ElementsAre("supervision case A/1: a step out of order: supcase.urged "
                                   "(state before it: closed)."));
}

TEST_F(States, AReopenedCaseGoesOn) {
  Add("supcase.opened", "c", R"({"source":"ownInitiative","openedOn":"2026-01-05"})");
  Add("supcase.closed", "k", R"({"outcome":"guidance","closedOn":"2026-01-20"})");
  Add("supcase.reopened", "a", R"({"reason":"x","reopenedOn":"2026-02-01"})");
  Add("supcase.urged", "u", R"({"text":"x","givenOn":"2026-02-01","noAppeal":"yes"})");
  EXPECT_THAT(Steps(), IsEmpty());
}

TEST_F(States, AFineIsImposedBeforeItIsOrdered) {
  Add("fine.ordered", "t",
      R"({"fine":"s","amount":{"amount":1,"currency":"EUR"},"orderedOn":"2026-07-01"})");
  EXPECT_THAT(Steps(), ElementsAre("conditional fine urn:test#s: a step out of order: fine.ordered "
                                   "(state before it: not recorded)."));
}

TEST_F(States, AContractThatHasEndedIsNotAmended) {
  const std::string contract =
      R"({"contract":"s-1","service":"x","parties":[{"org":{"name":"Oy"},"role":"provider"}]})";
  Add("contract.signed", "s", contract);
  Add("contract.terminated", "i", R"({"contract":"s-1","ground":"x"})");
  Add("contract.amended", "m", R"({"contract":"s-1","change":"y","ground":"minor"})");
  EXPECT_THAT(StatesOf("contract"), ElementsAre("s-1 amended contract.amended terminated 1"));
  EXPECT_THAT(Steps(), ElementsAre("contract s-1: a step out of order: contract.amended (state "
                                   "before it: terminated)."));
}

TEST_F(States, ADiscrepancyMayBeAnsweredThoughNobodyRecordedIt) {
  const std::string finding = R"("finding":"f-0123456789abcdef")";
  Add("discrepancy.explained", "e", "{" + finding + R"(,"explanation":"x"})");
  Add("discrepancy.withdrawn", "w", "{" + finding + R"(,"reason":"x"})");
  EXPECT_THAT(Steps(), IsEmpty());
  Add("discrepancy.accepted", "a", "{" + finding + R"(,"reason":"x"})");
  // Out of order, and the view counts it; but no answer to a finding makes another finding.
  EXPECT_THAT(Steps(), IsEmpty());
}

// Whatever the order of events, the fold says what a fold of the table in plain C++ says.
TEST_F(States, AreWhatThePlainTableSays) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  const StateMachine& machine = MachineOf("discrepancy");
  std::map<std::string, std::pair<std::string, int>> expected;  // state, illegal
  for (int i = 0; i < 60; ++i) {
    const StateStep& step = machine.steps[random() % machine.steps.size()];
    const std::string finding = "f-000000000000000" + std::to_string(random() % 5);
    const std::string more = step.state == "detected"    ? R"(,"check":"R-SUM","severity":"low")"
                             : step.state == "explained" ? R"(,"explanation":"x")"
                             : step.state == "corrected" ? R"(,"correction":"1")"
                                                         : R"(,"reason":"x")";
    Add(std::string(step.event), std::to_string(i),
        R"({"finding":")" + finding + "\"" + more + "}");
    const auto [subject, is_new] = expected.try_emplace(finding, "new", 0);
    subject->second.second += !MayFollow(step, subject->second.first);
    subject->second.first = step.state;
  }
  std::vector<std::string> rows;
  for (const auto& [finding, state] : expected)
    rows.push_back(finding + " " + state.first + " " + std::to_string(state.second));
  EXPECT_EQ(Rows("SELECT subject, state, illegal FROM v46_states"), rows);
}

}  // namespace
}  // namespace sinetti
