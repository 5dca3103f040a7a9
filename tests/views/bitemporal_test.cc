// What the views show as of a day and as known at a moment is what a replay shows that saw only the
// events recorded by then and in effect by that day.  The fresh replay here is a loop of its own
// over events that the test itself picks, by what their drafts say.
//
// Two sizes: a mixed ledger of everything there is, at SINETTI_POINTS points, and ledgers of some
// fifty events with many points each, SINETTI_SMALL_POINTS in all: there a point costs some tens of
// milliseconds, so that ten thousand are affordable.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "ledger/event/edtf.h"
#include "replay/controls/audit.h"
#include "replay/fold/digest.h"
#include "replay/fold/event_feed.h"
#include "replay/fold/meta.h"
#include "replay/region/region.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;
using Rows = std::vector<std::vector<std::string>>;

constexpr int kGenerated = 400;

constexpr int kPointsOfOneLedger = 100;
constexpr int kAuditEvery = 20;  // of the points of small ledgers

int Asked(const char* variable, int otherwise) {
  const char* asked = std::getenv(variable);
  return asked == nullptr ? otherwise : std::atoi(asked);
}

// The text of a member of the draft's envelope; all of them come before `data` or after it, and
// none of the scenarios has one of these names within `data`.
std::string MemberOf(const std::string& draft, const std::string& name) {
  for (const std::string& quoted : {"\"" + name + "\":\"", "\"" + name + "\": \""}) {
    const std::size_t at = draft.find(quoted);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + quoted.size();
    return draft.substr(begin, draft.find('"', begin) - begin);
  }
  return {};
}

using Sources = std::vector<std::vector<std::string>>;

// The five documents, the invented one and a made-up region.
Sources AllSources(std::mt19937& random) {
  Sources sources;
  for (const auto& scenario : ScenarioFiles(".ndjson")) {
    std::ifstream in(scenario);
    sources.emplace_back();
    for (std::string line; std::getline(in, line);) sources.back().push_back(line);
  }
  RegionGenerator region(static_cast<std::uint64_t>(random()),
                         {.providers = 4, .events_per_year = 3'000});
  sources.emplace_back();
  for (int i = 0; i < kGenerated; ++i) sources.back().push_back(region.NextLine());
  return sources;
}

// A stretch of each.
Sources SomeOf(const Sources& all, std::mt19937& random) {
  Sources some;
  for (const auto& source : all) {
    const std::size_t size = std::min<std::size_t>(source.size(), 4 + random() % 9);
    const auto begin =
        source.begin() + static_cast<std::ptrdiff_t>(random() % (source.size() - size + 1));
    some.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(size));
  }
  return some;
}

// In one random order that keeps each source's own: much is recorded long after it took effect.
std::vector<std::string> MixedDrafts(Sources sources, std::mt19937& random) {
  // Rules that become known after the acts that they govern.
  sources.push_back(
      {R"({"specversion":"1.0","source":"urn:test","id":"v1","stream":"rule-1","occurred":"2014",)"
       R"("type":"rule.versionInForce","data":{"rule":"toimeentulotuki-paatos","version":"koe",)"
       R"("amount":{"value":5},"unit":"workingDays","excludeFirstDay":true,)"
       R"("week":"mondayToFriday","eveIsHoliday":true,"from":{"date":"2014-01-01"},)"
       R"("to":{"date":"2015-01-01"}}})"});

  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < sources.size(); ++i) order.insert(order.end(), sources[i].size(), i);
  std::shuffle(order.begin(), order.end(), random);
  std::vector<std::size_t> next(sources.size());
  std::vector<std::string> drafts;
  for (const std::size_t source : order) drafts.push_back(sources[source][next[source]++]);
  return drafts;
}

constexpr const char* kFindings =
    "SELECT id, code, severity, subject, place, stated, computed, difference, state, events FROM "
    "v37_discrepancies ORDER BY id";

struct Point {
  Date as_of;
  Timestamp known_at;
};

class Bitemporal : public ::testing::Test {
 protected:
  // Anew, with these events only.
  void Fill(std::vector<std::string> drafts) {
    events_.clear();
    effective_.clear();
    replayed_.clear();
    kept_.emplace();
    drafts_ = std::move(drafts);
    for (const std::string& draft : drafts_) ASSERT_NO_FATAL_FAILURE(ledger().Add(draft));
    const Reader reader = ledger().ledger().Read();
    ASSERT_EQ(reader.size().value, drafts_.size());
    const auto start = reader.PositionAt(TreeSize{0});
    ASSERT_OK(start);
    EventFeed feed(reader, ledger().registry(), *start,
                   {.until = reader.size(), .anchor = {}, .threaded = false});
    for (;;) {
      auto batch = feed.Next();
      ASSERT_OK(batch);
      if (batch->events.empty()) break;
      for (Event& event : batch->events) events_.push_back(std::move(event));
    }
    ASSERT_EQ(events_.size(), drafts_.size());
    for (std::size_t i = 0; i < events_.size(); ++i) effective_.push_back(EffectiveOf(i));
  }

  Date EffectiveOf(std::size_t i) const {
    if (const auto from = ParseDate(MemberOf(drafts_[i], "effectivefrom"))) return *from;
    std::string when = MemberOf(drafts_[i], "occurred");
    if (when.empty()) when = MemberOf(drafts_[i], "time");
    if (const auto occurred = ParseEdtf(when)) return occurred->first;
    return DayInHelsinki(events_[i].recorded_at());
  }

  // Every view over the events of the point, one after the other.
  std::unique_ptr<Database> Fresh(Date as_of, Timestamp known_at) {
    auto database = Database::InMemory();
    EXPECT_OK(database);
    ViewsMeta meta;
    meta.origin = ledger().ledger().info().origin;
    meta.as_of = as_of;
    meta.known_at = known_at;
    EXPECT_OK(CreateTables(**database, AllViews(), meta));
    for (const ViewDefinition* definition : AllViews()) {
      const std::set<std::string_view> wanted(definition->event_types.begin(),
                                              definition->event_types.end());
      const std::set<std::string_view> of_before(definition->tells_of_before.begin(),
                                                 definition->tells_of_before.end());
      auto view = definition->open(**database);
      EXPECT_OK(view);
      for (std::size_t i = 0; i < events_.size(); ++i) {
        const Event& event = events_[i];
        if (event.recorded_at() > known_at) continue;
        if (!wanted.empty() && wanted.count(event.type()) == 0) continue;
        if (effective_[i] > as_of && of_before.count(event.type()) == 0) continue;
        EXPECT_OK((*view)->Apply(event));
      }
      EXPECT_OK((*view)->Flush());
    }
    return *std::move(database);
  }

  // A day on, before or after which something takes effect; a moment at or just before a recording.
  Point RandomPoint(std::mt19937& random) const {
    Point point;
    point.as_of =
        AddDays(effective_[random() % effective_.size()], static_cast<int>(random() % 3) - 1);
    point.known_at = events_[random() % events_.size()].recorded_at();
    point.known_at.micros -= static_cast<std::int64_t>(random() % 2);
    return point;
  }

  // Which of the events are to be seen, one character each.
  std::string SeenAt(const Point& point) const {
    std::string seen;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const bool known = events_[i].recorded_at() <= point.known_at;
      seen += !known ? '-' : effective_[i] <= point.as_of ? 'x' : '<';
    }
    return seen;
  }

  void Compare(const Point& point, bool with_audit) {
    SCOPED_TRACE("as of " + FormatDate(point.as_of) + ", known at " +
                 FormatTimestamp(point.known_at));
    auto snapshot = ledger().Views(point.as_of, point.known_at);
    ASSERT_OK(snapshot);
    const auto found = DigestViews((*snapshot)->database(), AllViews());
    ASSERT_OK(found);
    // Tables follow from the events alone, so one fresh replay serves all points that see the same.
    std::vector<ViewDigest>& expected = replayed_[SeenAt(point)];
    std::unique_ptr<Database> fresh;
    if (expected.empty() || with_audit) {
      fresh = Fresh(point.as_of, point.known_at);
      auto digests = DigestViews(*fresh, AllViews());
      ASSERT_OK(digests);
      expected = *std::move(digests);
    }
    ASSERT_EQ(found->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      ASSERT_EQ((*found)[i], expected[i]) << expected[i].name;
    if (!with_audit) return;
    ASSERT_OK(Audit(*fresh));
    ASSERT_OK(Audit((*snapshot)->database()));
    ASSERT_EQ(RowsOf((*snapshot)->database(), kFindings), RowsOf(*fresh, kFindings));
  }

  ScenarioLedger& ledger() { return *kept_; }

  std::optional<ScenarioLedger> kept_;
  std::vector<std::string> drafts_;
  std::vector<Event> events_;
  std::vector<Date> effective_;
  std::map<std::string, std::vector<ViewDigest>> replayed_;
};

TEST_F(Bitemporal, AnyPointEqualsAReplayThatSawOnlyItsEvents) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  ASSERT_NO_FATAL_FAILURE(Fill(MixedDrafts(AllSources(random), random)));
  const int points = Asked("SINETTI_POINTS", 25);
  for (int point = 0; point < points; ++point)
    ASSERT_NO_FATAL_FAILURE(Compare(RandomPoint(random), true));
}

TEST_F(Bitemporal, ManyPointsOfManySmallLedgersDoToo) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const Sources all = AllSources(random);
  const int points = Asked("SINETTI_SMALL_POINTS", 100);
  for (int point = 0; point < points; ++point) {
    if (point % kPointsOfOneLedger == 0) {
      ASSERT_NO_FATAL_FAILURE(Fill(MixedDrafts(SomeOf(all, random), random)));
    }
    ASSERT_NO_FATAL_FAILURE(Compare(RandomPoint(random), point % kAuditEvery == 0));
  }
  RecordProperty("points", points);
}

}  // namespace
}  // namespace sinetti
