// Any event that was recorded stays recorded, so replay, audit and reports must take whatever the
// schemas let in: extreme numbers, odd days, names that nobody else uses, events out of any order.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "ledger/event/json_writer.h"
#include "replay/controls/audit.h"
#include "replay/render/render.h"
#include "replay/reports/reports.h"
#include "tests/support/random_data.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RandomData;
using testing_support::ScenarioLedger;

constexpr int kEventsOfAType = 8;

// Two ledgers, to keep the suite quick; SINETTI_LEDGERS=100 makes a hundred.
int LedgerCount() {
  const char* wanted = std::getenv("SINETTI_LEDGERS");
  return wanted == nullptr ? 2 : std::atoi(wanted);
}

// One event of the type, with an envelope as odd as its body.
std::string RandomDraft(const TypeInfo& type, std::uint64_t seed) {
  RandomData random(seed);
  JsonWriter json(false);
  json.BeginObject();
  json.TextMember("specversion", "1.0");
  json.TextMember("id", std::to_string(seed));
  json.TextMember("source", "urn:test");
  json.TextMember("type", type.name);
  json.TextMember("stream", random.Name());
  json.TextMember("occurred", random.PartialDate());
  json.TextMember("effectivefrom", random.Day());
  for (const char* attribute : {"provider", "unit", "matter", "actor", "causation", "correlation"})
    if (seed++ % 3 != 0) json.TextMember(attribute, random.Name());
  if (!type.publication) json.TextMember("client", "p-1");
  std::string draft = json.Take();
  return draft + R"(,"data":)" + random.Make(*type.body) + "}";
}

void FillLedger(ScenarioLedger& ledger, std::uint64_t seed) {
  std::vector<const TypeInfo*> types;
  for (int i = 0; i < kEventsOfAType; ++i)
    for (const TypeInfo& type : ledger.registry().types()) types.push_back(&type);
  std::mt19937_64 random(seed);
  std::ranges::shuffle(types, random);
  for (const TypeInfo* type : types)
    ASSERT_NO_FATAL_FAILURE(ledger.Add(RandomDraft(*type, random())));
}

void BuildEveryReport(Database& views) {
  for (const ReportDefinition* definition : AllReports()) {
    for (const char* scope : {"", "alku", "hoiva", "K/1/2024"}) {
      SCOPED_TRACE(std::string(definition->name) + " " + scope);
      auto report = BuildReport(*definition, views, {.scope = scope}, {.ledger = "example.org/x"});
      if (!report) {
        // A thing that nobody spoke of, or none named where one must be; nothing else.
        EXPECT_TRUE(report.error().code == ErrorCode::kNotFound ||
                    report.error().code == ErrorCode::kInvalid)
            << report.error().message;
        continue;
      }
      for (const ReportFormat format :
           {ReportFormat::kText, ReportFormat::kMarkdown, ReportFormat::kHtml, ReportFormat::kCsv,
            ReportFormat::kJson})
        EXPECT_TRUE(IsUtf8(Render(*report, format, Language::kFinnish)));
    }
  }
}

// Every amount by itself is one that the schema takes; no sum of two of them is.
TEST(AnyEvents, WhoseSumsFitNoIntegerStopNothing) {
  ScenarioLedger ledger;
  for (const TypeInfo& type : ledger.registry().types()) {
    if (type.example.find("\"amount\"") == std::string::npos) continue;
    for (const char* amount :
         {"92233720368547758.07", "92233720368547758.07", "-92233720368547758.08"}) {
      std::string data = type.example;
      for (std::size_t at = 0; (at = data.find("\"amount\": ", at)) != std::string::npos;) {
        at += 10;
        const std::size_t end = data.find_first_of(",}", at);
        if (data[at] != '{') data.replace(at, end - at, amount);
      }
      const std::string id = type.name + std::to_string(ledger.ledger().Read().size().value);
      ASSERT_NO_FATAL_FAILURE(ledger.Add(
          R"({"specversion":"1.0","source":"urn:test","stream":"alku","occurred":"2015-03-01",)"
          R"("provider":"hoiva","matter":"K/1/2024",)" +
          std::string(type.publication ? "" : R"("client":"p-1",)") + R"("id":")" + id +
          R"(","type":")" + type.name + R"(","data":)" + data + "}"));
    }
  }
  EXPECT_GT(ledger.ledger().Read().size().value, 30u);
  auto views = ledger.Views();
  ASSERT_OK(views);
  ASSERT_OK(Audit((*views)->database()));
  BuildEveryReport((*views)->database());
}

TEST(AnyEvents, AreReplayedAuditedAndReported) {
  std::random_device device;
  for (int left = LedgerCount(); left > 0; --left) {
    const std::uint64_t seed = device();
    SCOPED_TRACE("seed " + std::to_string(seed));
    ScenarioLedger ledger;
    ASSERT_NO_FATAL_FAILURE(FillLedger(ledger, seed));
    for (const std::optional<Date> as_of :
         {std::optional<Date>(), std::optional<Date>(DateOf(2018, 5, 31))}) {
      auto views = ledger.Views(as_of);
      ASSERT_OK(views);
      ASSERT_OK(Audit((*views)->database()));
      ASSERT_NO_FATAL_FAILURE(BuildEveryReport((*views)->database()));
    }
  }
}

}  // namespace
}  // namespace sinetti
