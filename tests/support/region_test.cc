#include "tests/support/region.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/personal_code.h"
#include "ledger/event/type_registry.h"

namespace sinetti::testing_support {
namespace {

TEST(Region, GivesTheSameLinesForTheSameSeed) {
  RegionGenerator one(7);
  RegionGenerator two(7);
  RegionGenerator other(8);
  int different = 0;
  std::string appended;
  for (int i = 0; i < 20'000; ++i) {
    const std::string line = one.NextLine();
    appended.clear();
    two.AppendLine(appended);
    ASSERT_EQ(line, appended);
    different += line != other.NextLine() ? 1 : 0;
  }
  EXPECT_GT(different, 10'000);
  EXPECT_EQ(one.lines(), 20'000u);
}

TEST(Region, GivesDraftsThatTheLedgerTakes) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  RegionGenerator region(1);
  std::map<std::string, int> types;
  std::set<std::string> ids;
  std::size_t record_bytes = 0;
  constexpr int kLines = 60'000;
  for (int i = 0; i < kLines; ++i) {
    const std::string line = region.NextLine();
    ASSERT_FALSE(ContainsPersonalIdentityCode(line)) << line;
    Result<Draft> draft = parser.Parse(line);
    ASSERT_TRUE(draft) << draft.error().message << "\n" << line;
    ASSERT_TRUE(draft->protected_fields().empty()) << line;
    ++types[std::string(draft->type())];
    ASSERT_TRUE(ids.insert(std::string(draft->id())).second) << line;
    Result<EncodedDraft> encoded = EncodeDraft(std::move(draft).value());
    ASSERT_TRUE(encoded) << encoded.error().message << "\n" << line;
    record_bytes += encoded->record.size();
  }
  RecordProperty("record_bytes_mean", static_cast<int>(record_bytes / kLines));
  EXPECT_LT(record_bytes / kLines, 520u);
  for (const char* type : {"provider.registered",     "unit.registered",        "smplan.published",
                           "contract.signed",         "contract.amended",       "matter.opened",
                           "application.received",    "assessment.completed",   "decision.made",
                           "decision.notified",       "placement.started",      "placement.ended",
                           "incident.reported",       "smobservation.recorded", "supcase.opened",
                           "clarification.requested", "clarification.received", "inspection.held",
                           "finding.recorded",        "supcase.orderIssued",    "action.planned",
                           "action.verified",         "supcase.closed"})
    EXPECT_GT(types[type], 0) << type;
}

TEST(Region, ReachesFinalDecisionsAndReportsAsTimePasses) {
  RegionGenerator region(3);
  std::map<std::string, int> types;
  std::string line;
  std::string last_time;
  for (int i = 0; i < 700'000; ++i) {
    line.clear();
    region.AppendLine(line);
    const std::size_t type = line.find("\"type\":\"") + 8;
    ++types[line.substr(type, line.find('"', type) - type)];
    const std::size_t time = line.find("\"time\":\"") + 8;
    const std::string now = line.substr(time, 20);
    ASSERT_LE(last_time, now);
    last_time = now;
  }
  EXPECT_GT(types["decision.becameFinal"], 30'000);
  EXPECT_GT(types["smreport.published"], 500);
  EXPECT_LE(types["decision.becameFinal"], types["decision.notified"]);
  EXPECT_LE(types["decision.notified"], types["decision.made"]);
}

TEST(Region, WithProtectedFieldsGivesDraftsToSeal) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  RegionGenerator region(1, {.providers = 20, .protected_fields = true});
  int sealed = 0;
  int notifications = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string line = region.NextLine();
    Result<Draft> draft = parser.Parse(line);
    ASSERT_TRUE(draft) << draft.error().message << "\n" << line;
    sealed += draft->protected_fields().empty() ? 0 : 1;
    notifications += draft->type() == "notification.staffMade" ? 1 : 0;
  }
  EXPECT_GT(sealed, 2000);
  EXPECT_GT(notifications, 50);
}

}  // namespace
}  // namespace sinetti::testing_support
