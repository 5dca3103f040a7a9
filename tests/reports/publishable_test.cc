// What may be published holds no canary: one stands in every sealed field, every pseudonym and
// every text in its source's words, of every type, in events that are about persons and secret.
#include "replay/reports/publishable.h"

#include <gtest/gtest.h>

#include <sstream>

#include "ledger/event/publicity.h"
#include "replay/controls/audit.h"
#include "replay/fold/event_feed.h"
#include "replay/render/render.h"
#include "replay/reports/reports.h"
#include "tests/cli/canaries.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::Canaries;
using testing_support::RowsOf;
using testing_support::ScenarioLedger;

class Publishable : public ::testing::Test {
 protected:
  void SetUp() override {
    std::istringstream drafts(canaries_.drafts());
    for (std::string draft; std::getline(drafts, draft);)
      ASSERT_NO_FATAL_FAILURE(ledger_.Add(draft)) << draft;
    // A finding that somebody explained, in words about a person.
    ASSERT_NO_FATAL_FAILURE(Refresh());
    const auto findings =
        RowsOf(views_->database(), "SELECT id FROM v37_discrepancies ORDER BY id");
    ASSERT_GT(findings.size(), 20u);
    for (std::size_t i = 0; i < findings.size(); i += 3)
      ASSERT_NO_FATAL_FAILURE(ledger_.Add(
          R"({"specversion":"1.0","source":"urn:test","id":"selitys-)" + std::to_string(i) +
          R"(","type":"discrepancy.explained","stream":"havainnot","client":"kanarialintu-s",)"
          R"("data":{"finding":")" +
          findings[i][0] + R"(","explanation":"kanarialintu selittää"}})"));
    ASSERT_NO_FATAL_FAILURE(Refresh());
  }

  void Refresh() {
    views_.reset();
    auto views = ledger_.Views(ParseDate("2026-06-01").value());
    ASSERT_OK(views);
    views_ = *std::move(views);
    ASSERT_OK(Audit(views_->database()));
    const Reader reader = ledger_.ledger().Read();
    const auto start = reader.PositionAt(TreeSize{0});
    ASSERT_OK(start);
    EventFeed feed(reader, ledger_.registry(), *start,
                   {.until = reader.size(), .anchor = {}, .threaded = false});
    events_.clear();
    for (;;) {
      auto batch = feed.Next();
      ASSERT_OK(batch);
      if (batch->events.empty()) break;
      for (Event& event : batch->events) events_.push_back(std::move(event));
    }
  }

  // As the program writes it, in every format and language.
  std::vector<std::string> Written(const ReportDefinition& definition, const std::string& scope) {
    auto report =
        BuildReport(definition, views_->database(), {.scope = scope}, {.ledger = "example.org/x"});
    EXPECT_OK(report) << definition.name << " " << scope;
    if (!report) return {};
    const std::vector<Sequence> named = EventsNamed(*report);
    std::vector<Event> events;
    for (const Sequence sequence : named) {
      events.push_back(std::move(events_[sequence.value]));
    }
    CiteEvents(definition, events, *report);
    for (std::size_t i = 0; i < named.size(); ++i) events_[named[i].value] = std::move(events[i]);
    cited_ += report->cited.size();
    std::vector<std::string> written;
    for (const ReportFormat format : {ReportFormat::kText, ReportFormat::kMarkdown,
                                      ReportFormat::kHtml, ReportFormat::kCsv, ReportFormat::kJson})
      for (const Language language : {Language::kFinnish, Language::kSwedish, Language::kEnglish})
        written.push_back(Render(*report, format, language));
    return written;
  }

  std::vector<std::string> ScopesOf(const ReportDefinition& definition) {
    if (!definition.needs_scope) return {""};
    std::vector<std::string> scopes;
    for (const auto& row :
         RowsOf(views_->database(),
                "SELECT who, month FROM (SELECT unit AS who FROM sm_plan UNION SELECT unit FROM "
                "unit UNION SELECT provider FROM provider), (SELECT substr(observed_on, 1, 7) AS "
                "month FROM sm_observation UNION SELECT substr(period_from, 1, 7) FROM sm_report "
                "UNION SELECT '2015-03') ORDER BY 1, 2"))
      scopes.push_back(row[0] + "@" + row[1]);
    return scopes;
  }

  const Canaries canaries_{Canaries::In::kSealedAndPersons};
  ScenarioLedger ledger_;
  std::unique_ptr<ViewsFile::Snapshot> views_;
  std::vector<Event> events_;
  std::size_t cited_ = 0;
};

TEST_F(Publishable, NoPublishableReportHoldsACanaryInAnyFormat) {
  EXPECT_EQ(canaries_.fields(), canaries_.SealedFieldsOfTheCatalogue());
  EXPECT_EQ(canaries_.events(), ledger_.registry().types().size());
  std::size_t reports = 0, pages = 0;
  for (const ReportDefinition* definition : AllReports()) {
    if (definition->public_columns.empty()) continue;
    ++reports;
    for (const std::string& scope : ScopesOf(*definition))
      for (const std::string& page : Written(*definition, scope)) {
        ++pages;
        for (const std::string& found : canaries_.FoundIn(page))
          ADD_FAILURE() << definition->name << " " << scope << ": " << found << "\n" << page;
        if (HasFailure()) return;
      }
  }
  EXPECT_GE(reports, 2u);
  EXPECT_GT(pages, 100u);
  EXPECT_GT(cited_, 50u);
}

// The scan finds what it looks for: the same register that is not for publication is full of them.
TEST_F(Publishable, TheWorkingRegisterHasThem) {
  std::size_t found = 0;
  for (const std::string& page : Written(*FindReport("discrepancies"), ""))
    found += canaries_.FoundIn(page).size();
  EXPECT_GT(found, 0u);
}

TEST_F(Publishable, WhatIsWithheldSaysSoAndCountsStay) {
  const std::string page = Written(*FindReport("discrepancies-public"), "")[2 * 3 + 2];
  EXPECT_NE(page.find("not public"), std::string::npos);
  const auto open =
      RowsOf(views_->database(), "SELECT count(*) FROM v37_discrepancies WHERE state = 'open'");
  EXPECT_NE(open[0][0], "0");
}

TEST_F(Publishable, EveryEventOfTheCanariesIsKnownNotToBePublic) {
  for (const Event& event : events_)
    if (!event.type_info().publication) EXPECT_NE(WhyNotPublic(event), "") << event.type();
}

TEST(WhyNotPublicTest, NamesTheReason) {
  ScenarioLedger ledger;
  int id = 0;
  const auto add = [&](const std::string& type, const std::string& attributes,
                       const std::string& data) {
    ledger.Add(R"({"specversion":"1.0","source":"urn:test","stream":"s","id":")" +
               std::to_string(++id) + R"(","type":")" + type + "\"," + attributes + R"("data":)" +
               data + "}");
  };
  const std::string routed = R"({"service":"x","to":"y"})";
  add("intake.routed", "", routed);
  add("intake.routed", R"("publicity":"open",)", routed);
  add("intake.routed", R"("publicity":"secret",)", routed);
  add("intake.routed", R"("client":"p-900",)", routed);
  add("case.workerAssigned", "", R"({"profession":"x","worker":"t-900"})");
  add("intake.prioritised", "",
      R"({"sourceQueue":"x","reason":{"subject":"p-900","value":"salaisuus"}})");
  const Reader reader = ledger.ledger().Read();
  const auto start = reader.PositionAt(TreeSize{0});
  ASSERT_OK(start);
  EventFeed feed(reader, ledger.registry(), *start,
                 {.until = reader.size(), .anchor = {}, .threaded = false});
  auto batch = feed.Next();
  ASSERT_OK(batch);
  std::vector<std::string> reasons;
  for (const Event& event : batch->events) reasons.emplace_back(WhyNotPublic(event));
  EXPECT_EQ(reasons, (std::vector<std::string>{"", "", "publicity", "client", "person", "sealed"}));
}

}  // namespace
}  // namespace sinetti
