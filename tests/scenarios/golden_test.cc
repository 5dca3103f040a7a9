// What the views must show of each scenario: NNN-name.expected.json beside NNN-name.ndjson is a
// list of {"view", "columns", "rows"} with optional "as_of" (a day), "known_at" (an instant),
// "where" (an SQL condition) and "order" (SQL, where the view's own order is not the point).  Each
// scenario is compared alone, row for row in the stated order; then all in one ledger, where rows
// of other scenarios may stand between and sequence numbers differ.
#include <gtest/gtest.h>

#include "replay/controls/audit.h"
#include "tests/support/json.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::JsonParser;
using testing_support::JsonValue;
using testing_support::LoadJson;
using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

// By value: a range-for over the temporary result would outlive it.
simdjson::dom::array ListAt(JsonValue list) { return list.get_array().value(); }

std::string CellText(JsonValue cell) {
  if (cell.is_null()) return "NULL";
  if (cell.is_string()) return std::string(cell.get_string().value());
  if (cell.is_bool()) return cell.get_bool().value() ? "1" : "0";
  return std::to_string(cell.get_int64().value());
}

std::string OptionalText(JsonValue expectation, const char* key) {
  auto value = expectation[key];
  if (value.error() || value.is_null()) return "";
  return std::string(value.get_string().value());
}

struct Expectation {
  std::string label, sql;
  std::optional<Date> as_of;
  std::optional<Timestamp> known_at;
  bool limited = false;  // a condition keeps the rows of other scenarios out
  Rows rows;
};

Expectation ReadExpectation(JsonValue json, std::size_t number) {
  Expectation expectation;
  const std::string view = std::string(json["view"].get_string().value());
  const std::string as_of = OptionalText(json, "as_of");
  const std::string known_at = OptionalText(json, "known_at");
  const std::string where = OptionalText(json, "where");
  const std::string order = OptionalText(json, "order");
  std::string columns;
  const simdjson::dom::array names = ListAt(json["columns"].value());
  for (JsonValue column : names)
    columns += (columns.empty() ? "" : ", ") + std::string(column.get_string().value());
  expectation.sql = "SELECT " + columns + " FROM " + view;
  if (!where.empty()) expectation.sql += " WHERE " + where;
  if (!order.empty()) expectation.sql += " ORDER BY " + order;
  expectation.label = "expectation " + std::to_string(number) + ", " + view + " as of " + as_of +
                      ": " + expectation.sql;
  expectation.limited = !where.empty();
  if (!as_of.empty()) expectation.as_of = ParseDate(as_of).value();
  if (!known_at.empty()) expectation.known_at = ParseTimestamp(known_at).value();
  const simdjson::dom::array rows = ListAt(json["rows"].value());
  for (JsonValue row : rows) {
    std::vector<std::string> cells;
    const simdjson::dom::array list = ListAt(row);
    for (JsonValue cell : list) cells.push_back(CellText(cell));
    expectation.rows.push_back(std::move(cells));
  }
  return expectation;
}

std::vector<Expectation> ExpectationsBeside(const std::filesystem::path& scenario) {
  std::filesystem::path path = scenario;
  path.replace_extension(".expected.json");
  std::vector<Expectation> expectations;
  if (!std::filesystem::exists(path)) return expectations;
  JsonParser parser;
  const simdjson::dom::array list = ListAt(LoadJson(parser, path));
  for (JsonValue json : list)
    expectations.push_back(ReadExpectation(json, expectations.size() + 1));
  return expectations;
}

std::string Shown(const Rows& rows) {
  std::string text;
  for (const auto& row : rows) {
    text += "\n ";
    for (const auto& cell : row) text += " | " + cell;
  }
  return text.empty() ? " no rows" : text;
}

// `rows` with only those that are expected, so that order and presence remain.
bool ContainsInOrder(const Rows& rows, const Rows& expected) {
  std::size_t found = 0;
  for (const auto& row : rows)
    if (found < expected.size() && row == expected[found]) ++found;
  return found == expected.size();
}

void Compare(Database& views, const Expectation& expectation, bool alone) {
  SCOPED_TRACE(expectation.label);
  const Rows rows = testing_support::RowsOf(views, expectation.sql);
  if (alone || expectation.limited) {
    EXPECT_TRUE(rows == expectation.rows)
        << "expected:" << Shown(expectation.rows) << "\nfound:" << Shown(rows);
  } else {
    EXPECT_TRUE(ContainsInOrder(rows, expectation.rows))
        << "expected among others:" << Shown(expectation.rows) << "\nfound:" << Shown(rows);
  }
}

// One replay and one audit for each day that is asked for.
void CompareAll(const ScenarioLedger& ledger, const std::vector<Expectation>& expectations,
                bool alone) {
  std::vector<bool> done(expectations.size());
  for (std::size_t first = 0; first < expectations.size(); ++first) {
    if (done[first]) continue;
    const auto as_of = expectations[first].as_of;
    const auto known_at = expectations[first].known_at;
    auto views = ledger.Views(as_of, known_at);
    ASSERT_OK(views);
    Database& database = (*views)->database();
    ASSERT_OK(Audit(database));
    for (std::size_t i = first; i < expectations.size(); ++i) {
      if (expectations[i].as_of != as_of || expectations[i].known_at != known_at) continue;
      Compare(database, expectations[i], alone);
      done[i] = true;
    }
  }
}

TEST(ScenarioViews, ShowWhatEachScenarioExpectsAlone) {
  for (const auto& scenario : ScenarioFiles(".ndjson")) {
    SCOPED_TRACE(scenario.filename());
    const auto expectations = ExpectationsBeside(scenario);
    if (expectations.empty()) continue;
    ScenarioLedger ledger;
    ASSERT_NO_FATAL_FAILURE(ledger.Load(scenario));
    CompareAll(ledger, expectations, true);
  }
}

TEST(ScenarioViews, ShowTheSameWithAllScenariosInOneLedger) {
  ScenarioLedger ledger;
  for (const auto& scenario : ScenarioFiles(".ndjson"))
    ASSERT_NO_FATAL_FAILURE(ledger.Load(scenario));
  std::vector<Expectation> expectations;
  for (const auto& scenario : ScenarioFiles(".ndjson")) {
    for (Expectation& expectation : ExpectationsBeside(scenario)) {
      expectation.label = scenario.filename().string() + " " + expectation.label;
      expectations.push_back(std::move(expectation));
    }
  }
  CompareAll(ledger, expectations, false);
}

TEST(ScenarioViews, HaveExpectationsForTheFirstTwoDocuments) {
  std::size_t expectations = 0;
  for (const auto& scenario : ScenarioFiles(".ndjson"))
    expectations += ExpectationsBeside(scenario).size();
  EXPECT_GE(expectations, 10U);
}

}  // namespace
}  // namespace sinetti
