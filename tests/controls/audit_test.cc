#include "replay/controls/audit.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <set>

#include "ledger/event/type_registry.h"
#include "replay/controls/control_guide.h"
#include "replay/controls/sql_controls.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using ::testing::HasSubstr;
using testing_support::RowsOf;
using testing_support::ScenarioFiles;
using testing_support::ScenarioFolder;
using testing_support::ScenarioLedger;

constexpr const char* kFunding = "000-keski-suomi-yhteistoimintamalli.ndjson";

std::vector<AuditFinding> FindingsOf(const ScenarioLedger& ledger) {
  auto views = ledger.Views();
  EXPECT_OK(views);
  auto findings = Audit((*views)->database());
  EXPECT_OK(findings);
  return *findings;
}

AuditFinding WrongSumOf2008(const std::vector<AuditFinding>& findings) {
  for (const AuditFinding& finding : findings)
    if (finding.code == "R-SUM" && finding.place == "2008/total") return finding;
  ADD_FAILURE() << "the wrong sum was not found";
  return {};
}

std::string Answer(const std::string& type, const std::string& id, const std::string& data) {
  return R"({"specversion":"1.0","source":"urn:test","stream":"discrepancy","occurred":"2026-03-01",)"
         R"("type":")" +
         type + R"(","id":")" + id + R"(","data":)" + data + "}";
}

std::vector<std::string> StateOf(const ScenarioLedger& ledger, const std::string& finding) {
  auto views = ledger.Views();
  EXPECT_OK(views);
  EXPECT_OK(Audit((*views)->database()));
  const auto rows = RowsOf((*views)->database(),
                           "SELECT state, stated, computed, difference FROM v37_discrepancies "
                           "WHERE id = '" +
                               finding + "'");
  EXPECT_EQ(rows.size(), 1U);
  return rows.empty() ? std::vector<std::string>{} : rows[0];
}

TEST(Audit, NamesTheEventsBehindAFinding) {
  ScenarioLedger ledger;
  ledger.Load(ScenarioFolder() / kFunding);
  const AuditFinding finding = WrongSumOf2008(FindingsOf(ledger));
  EXPECT_EQ(finding.severity, FindingSeverity::kHigh);
  EXPECT_EQ(finding.stated, "100000.00");
  EXPECT_EQ(finding.computed, "100500.00");
  EXPECT_EQ(finding.difference, "500.00");
  EXPECT_EQ(finding.events.size(), 3U);  // the total, the state's line, the municipalities' line
  EXPECT_THAT(finding.text.fi, HasSubstr("100500.00"));
  EXPECT_THAT(finding.text.sv, HasSubstr("100500.00"));
  EXPECT_THAT(finding.text.en, HasSubstr("100500.00"));
}

TEST(Audit, GivesAFindingTheSameIdWhateverElseTheLedgerHolds) {
  ScenarioLedger alone;
  alone.Load(ScenarioFolder() / kFunding);
  ScenarioLedger together;
  for (const auto& file : ScenarioFiles(".ndjson"))
    if (file.filename() != kFunding) together.Load(file);
  together.Load(ScenarioFolder() / kFunding);
  EXPECT_EQ(WrongSumOf2008(FindingsOf(alone)).id, WrongSumOf2008(FindingsOf(together)).id);
}

TEST(Audit, FindsTheSameTwice) {
  ScenarioLedger ledger;
  ledger.Load(ScenarioFolder() / kFunding);
  auto views = ledger.Views();
  ASSERT_OK(views);
  const auto first = Audit((*views)->database());
  const auto second = Audit((*views)->database());
  ASSERT_OK(first);
  ASSERT_OK(second);
  ASSERT_EQ(first->size(), second->size());
  for (std::size_t i = 0; i < first->size(); ++i) EXPECT_EQ((*first)[i].id, (*second)[i].id);
}

TEST(Audit, AnAnswerChangesTheStateOfAFindingAndNothingElse) {
  ScenarioLedger ledger;
  ledger.Load(ScenarioFolder() / kFunding);
  const std::string id = WrongSumOf2008(FindingsOf(ledger)).id;
  const auto state = [&](const std::string& name) {
    return std::vector<std::string>{name, "100000.00", "100500.00", "500.00"};
  };
  EXPECT_EQ(StateOf(ledger, id), state("open"));
  const std::string finding = R"({"finding":")" + id + R"(",)";
  ledger.Add(Answer("discrepancy.explained", "1",
                    finding + R"("explanation":"Todennäköinen kirjoitusvirhe luvussa 75 500."})"));
  EXPECT_EQ(StateOf(ledger, id), state("explained"));
  ledger.Add(Answer("discrepancy.accepted", "2", finding + R"("reason":"Ei vaikutusta."})"));
  EXPECT_EQ(StateOf(ledger, id), state("accepted"));
  ledger.Add(Answer("discrepancy.corrected", "3",
                    finding + R"("correction":"urn:test#2","reason":"Uusi summa."})"));
  EXPECT_EQ(StateOf(ledger, id), state("corrected"));
  ledger.Add(Answer("discrepancy.withdrawn", "4", finding + R"("reason":"Väärä hälytys."})"));
  EXPECT_EQ(StateOf(ledger, id), state("withdrawn"));
  EXPECT_EQ(WrongSumOf2008(FindingsOf(ledger)).id, id);
}

TEST(Audit, StaysSilentWhenTheSumsAreRight) {
  ScenarioLedger ledger;
  const auto line = [&](const std::string& type, const std::string& id, const std::string& data) {
    ledger.Add(R"({"specversion":"1.0","source":"urn:test","stream":"funding-a","occurred":"2026",)"
               R"("type":")" +
               type + R"(","id":")" + id + R"(","data":)" + data + "}");
  };
  const std::string money = R"("currency":"EUR","currencyStated":true}})";
  line("funding.planLineRecorded", "1",
       R"({"project":"a","year":2026,"line":"Valtio","kind":"state","amount":{"amount":75000,)" +
           money);
  line(
      "funding.planLineRecorded", "2",
      R"({"project":"a","year":2026,"line":"Kunnat","kind":"municipal","amount":{"amount":25000,)" +
          money);
  line("funding.yearTotalStated", "3",
       R"({"project":"a","year":2026,"total":{"amount":100000,)" + money);
  EXPECT_TRUE(FindingsOf(ledger).empty());
}

TEST(Audit, RunsEveryControlOnEmptyViews) {
  ScenarioLedger ledger;
  EXPECT_TRUE(FindingsOf(ledger).empty());
}

TEST(Audit, HasATitleForEveryControl) {
  for (const Control& control : AllControls()) {
    const Text3 title = ControlTitle(control.code);
    EXPECT_STRNE(title.fi, "") << control.code;
    EXPECT_STRNE(title.sv, "") << control.code;
    EXPECT_STRNE(title.en, "") << control.code;
  }
}

TEST(ControlGuide, DescribesEveryControlInEveryLanguageAndNothingElse) {
  std::set<std::string_view> codes;
  for (const Control& control : AllControls()) codes.insert(control.code);
  for (const ControlGuide* guide : ControlGuides()) {
    EXPECT_EQ(codes.erase(guide->code), 1U) << guide->code;
    EXPECT_FALSE(guide->cases.empty()) << guide->code;
    std::vector<Text3> texts{guide->title, guide->example, guide->answer};
    for (const ControlCase& one : guide->cases) texts.push_back(one.finds);
    for (const Text3& text : texts) {
      EXPECT_STRNE(text.fi, "") << guide->code;
      EXPECT_STRNE(text.sv, "") << guide->code;
      EXPECT_STRNE(text.en, "") << guide->code;
    }
    // Optional texts are there in all languages or in none.
    for (const ControlCase& one : guide->cases) {
      for (const Text3& text : {one.rule, one.source}) {
        EXPECT_EQ(*text.fi == '\0', *text.en == '\0') << guide->code << one.finds.en;
        EXPECT_EQ(*text.sv == '\0', *text.en == '\0') << guide->code << one.finds.en;
      }
    }
  }
  EXPECT_TRUE(codes.empty()) << *codes.begin()
                             << " is not described in replay/controls/guides_to_*.cc";
}

// An example is what the check really says of the five documents, wherever it says anything, and a
// severity that it gave is among those described.
TEST(ControlGuide, ShowsSentencesAndSeveritiesOfTheChecksThemselves) {
  ScenarioLedger ledger;
  for (const auto& file : ScenarioFiles(".ndjson")) ledger.Load(file);
  const std::vector<AuditFinding> findings = FindingsOf(ledger);
  for (const ControlGuide* guide : ControlGuides()) {
    std::string severities;
    for (const ControlCase& one : guide->cases) severities += std::string(one.severity) + ", ";
    bool fired = false;
    bool shown = false;
    for (const AuditFinding& finding : findings) {
      if (finding.code != guide->code) continue;
      fired = true;
      shown |= finding.text == LocalText{guide->example.fi, guide->example.sv, guide->example.en};
      EXPECT_THAT(severities, HasSubstr(FindingSeverityName(finding.severity))) << finding.text.en;
    }
    EXPECT_TRUE(shown || !fired) << guide->code << ": " << guide->example.en;
  }
}

TEST(ControlGuide, SendsPeopleToEventTypesThatThereAre) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  const std::regex name(
      R"(\b([a-z]+\.[a-z]+[A-Z][A-Za-z]*|[a-z]+\.(ended|explained|corrected))\b)");
  for (const ControlGuide* guide : ControlGuides()) {
    const std::string text(guide->answer.en);
    for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at)
      EXPECT_NE(registry.Find(at->str()), nullptr) << guide->code << ": " << at->str();
  }
}

TEST(ControlGuide, NamesTheViewsAndEventsThatAControlReads) {
  const ControlInputs sums = InputsOf("R-SUM");
  EXPECT_THAT(sums.views, ::testing::IsSupersetOf({"v30_funding", "funding_line", "sup_fine"}));
  EXPECT_THAT(sums.event_types, ::testing::Contains("funding.planLineRecorded"));
  EXPECT_THAT(sums.views, ::testing::Not(::testing::Contains("wrong")));  // a name of the query
  for (const Control& control : AllControls()) {
    EXPECT_FALSE(InputsOf(control.code).views.empty()) << control.code;
    EXPECT_FALSE(InputsOf(control.code).event_types.empty()) << control.code;
  }
}

Result<std::vector<AuditFinding>> FindingsOf(Database& database, const SqlControl& control) {
  std::vector<AuditFinding> findings;
  SINETTI_TRY(RunSqlControl(database, control, [&](AuditFinding finding) -> Result<void> {
    findings.push_back(std::move(finding));
    return {};
  }));
  return findings;
}

TEST(SqlControl, RefusesAFindingWithoutEvents) {
  auto database = Database::InMemory();
  ASSERT_OK(database);
  const SqlControl control{"R-X", "SELECT 'low', 'a', 'b', '', '', '', 'fi', 'sv', 'en', ''"};
  EXPECT_FAILS(FindingsOf(**database, control), ErrorCode::kUnsupported);
}

TEST(SqlControl, RefusesAnUnknownSeverity) {
  auto database = Database::InMemory();
  ASSERT_OK(database);
  const SqlControl control{"R-X", "SELECT 'grave', 'a', 'b', '', '', '', 'fi', 'sv', 'en', '1'"};
  EXPECT_FAILS(FindingsOf(**database, control), ErrorCode::kUnsupported);
}

TEST(SqlControl, ReadsEventsSeparatedBySpacesOrCommas) {
  auto database = Database::InMemory();
  ASSERT_OK(database);
  const SqlControl control{"R-X",
                           "SELECT 'low', 'a', 'b', 1, NULL, '', 'fi', 'sv', 'en', '3 14,15', '4'"};
  const auto findings = FindingsOf(**database, control);
  ASSERT_OK(findings);
  ASSERT_EQ(findings->size(), 1U);
  EXPECT_EQ((*findings)[0].events, (std::vector<Sequence>{{3}, {14}, {15}}));
  EXPECT_EQ((*findings)[0].stated, "1");
  EXPECT_EQ((*findings)[0].reading, "4");
}

}  // namespace
}  // namespace sinetti
