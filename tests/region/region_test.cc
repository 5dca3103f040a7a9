#include "replay/region/region.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/personal_code.h"
#include "ledger/event/type_registry.h"

namespace sinetti {
namespace {

// Two years in 60,000 events, so that everything happens that can happen.
constexpr RegionOptions kSmallTown = {.providers = 20, .events_per_year = 30'000};

std::string AttributeOf(const std::string& line, const std::string& name) {
  const std::string quoted = "\"" + name + "\":\"";
  const std::size_t at = line.find(quoted);
  if (at == std::string::npos) return {};
  return line.substr(at + quoted.size(), line.find('"', at + quoted.size()) - at - quoted.size());
}

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
  RegionGenerator region(1, kSmallTown);
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
  for (const char* type : {"delegation.granted",
                           "provider.registered",
                           "unit.registered",
                           "pricelist.published",
                           "capacity.placesAgreed",
                           "capacity.changed",
                           "smplan.adopted",
                           "smplan.displayedInUnit",
                           "smplan.published",
                           "smreport.published",
                           "contract.signed",
                           "contract.amended",
                           "subcontractor.approved",
                           "settlement.charged",
                           "settlement.paid",
                           "matter.opened",
                           "application.received",
                           "need.assessmentDue",
                           "need.assessmentStarted",
                           "need.assessmentCompleted",
                           "assessment.started",
                           "participant.joined",
                           "assessment.completed",
                           "decision.made",
                           "decision.notified",
                           "correction.requested",
                           "correction.decided",
                           "decision.becameFinal",
                           "placement.started",
                           "placement.ended",
                           "transfer.readinessDeclared",
                           "transfer.followUpPlaceRequested",
                           "transfer.followUpPlaceOffered",
                           "transfer.moved",
                           "incident.reported",
                           "smobservation.recorded",
                           "supcase.opened",
                           "clarification.requested",
                           "clarification.received",
                           "inspection.orderGiven",
                           "inspection.held",
                           "inspection.reportDrafted",
                           "inspection.reportNotified",
                           "inspection.reportExchanged",
                           "finding.recorded",
                           "action.planned",
                           "action.verified",
                           "supcase.guidanceGiven",
                           "supcase.closed",
                           "project.planned",
                           "funding.planLineRecorded",
                           "funding.yearTotalStated",
                           "project.started",
                           "project.ended"})
    EXPECT_GT(types[type], 0) << type;
}

TEST(Region, RecordsInTheOrderOfTimeAndSomeThingsLate) {
  RegionGenerator region(3, kSmallTown);
  std::string last_time;
  std::map<std::string, int> types;
  int late = 0;
  for (int i = 0; i < 60'000; ++i) {
    const std::string line = region.NextLine();
    ++types[AttributeOf(line, "type")];
    const std::string time = AttributeOf(line, "time");
    const std::string occurred = AttributeOf(line, "occurred");
    late += occurred.empty() ? 0 : 1;
    if (!occurred.empty()) continue;
    ASSERT_LE(last_time, time) << line;
    last_time = time;
  }
  EXPECT_GT(late, 100);
  EXPECT_LE(types["decision.becameFinal"], types["decision.notified"]);
  EXPECT_LE(types["decision.notified"], types["decision.made"]);
  EXPECT_EQ(FormatDate(region.today()).substr(0, 4), last_time.substr(0, 4));
}

TEST(Region, HasFewerEventsInJulyThanInMarch) {
  RegionGenerator region(3, kSmallTown);
  std::map<std::string, int> opened;  // by month of the first year
  while (CivilOf(region.today()).year == 2024) {
    const std::string line = region.NextLine();
    if (AttributeOf(line, "type") == "matter.opened")
      ++opened[AttributeOf(line, "time").substr(0, 7)];
  }
  EXPECT_LT(opened["2024-07"] * 4, opened["2024-03"] * 3);
}

TEST(Region, ComesInAtTheAskedPace) {
  RegionGenerator region(5, {.providers = 50, .events_per_year = 200'000});
  std::string line;
  while (region.today() < DateOf(2026, 1, 1)) {
    line.clear();
    region.AppendLine(line);
  }
  EXPECT_GT(region.lines(), 320'000u);
  EXPECT_LT(region.lines(), 480'000u);
}

TEST(Region, WithProtectedFieldsGivesDraftsToSeal) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  RegionGenerator region(1, {.providers = 20, .protected_fields = true, .events_per_year = 30'000});
  int sealed = 0;
  std::map<std::string, int> types;
  for (int i = 0; i < 40'000; ++i) {
    const std::string line = region.NextLine();
    Result<Draft> draft = parser.Parse(line);
    ASSERT_TRUE(draft) << draft.error().message << "\n" << line;
    sealed += draft->protected_fields().empty() ? 0 : 1;
    ++types[std::string(draft->type())];
  }
  EXPECT_GT(sealed, 2000);
  for (const char* type :
       {"notification.staffMade", "hearing.held", "supcase.orderIssued", "fine.imposed"})
    EXPECT_GT(types[type], 0) << type;
}

}  // namespace
}  // namespace sinetti
