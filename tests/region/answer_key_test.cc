// The claim of the answer key: an audit of a made-up region finds what was planted and nothing
// else.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "replay/controls/audit.h"
#include "replay/region/region.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::RowsOf;
using testing_support::ScenarioLedger;

using Named = std::tuple<std::string, std::string, std::string>;  // check, subject, place

std::string Text(const Named& named) {
  return std::get<0>(named) + " " + std::get<1>(named) + " " + std::get<2>(named);
}

struct Audited {
  std::multiset<Named> expected, found;
  std::map<Named, std::string> event_of_key;
  std::map<Named, std::vector<Sequence>> events_found;
};

void Compare(std::uint64_t seed, const RegionOptions& options, std::set<std::string>* planted) {
  SCOPED_TRACE("seed " + std::to_string(seed) + ", " + std::to_string(options.events) + " events");
  RegionGenerator region(seed, options);
  ScenarioLedger ledger;
  std::vector<std::string> block;
  while (region.lines() < options.events) {
    block.push_back(region.NextLine());
    if (block.size() < 1000 && region.lines() < options.events) continue;
    ASSERT_NO_FATAL_FAILURE(ledger.AddAll(block));
    block.clear();
  }
  auto views = ledger.Views(region.today());
  ASSERT_OK(views);
  auto findings = Audit((*views)->database());
  ASSERT_OK(findings);

  Audited audited;
  for (const PlantedDefect& defect : region.AnswerKey(region.today())) {
    const Named named{defect.check, defect.subject, defect.place};
    audited.expected.insert(named);
    audited.event_of_key[named] = defect.event;
    planted->insert(defect.planted);
  }
  for (const AuditFinding& finding : *findings) {
    const Named named{finding.code, finding.subject, finding.place};
    audited.found.insert(named);
    audited.events_found[named] = finding.events;
    if (!audited.expected.contains(named))
      ADD_FAILURE() << "found and not planted: " << Text(named) << ": " << finding.text.en;
  }
  for (const Named& named : audited.expected)
    if (!audited.found.contains(named)) ADD_FAILURE() << "planted, not found: " << Text(named);
  EXPECT_EQ(audited.expected.size(), audited.found.size());

  // The event that the key names is one of those that the finding rests on.
  for (const auto& [named, event] : audited.event_of_key) {
    const std::uint64_t number = std::stoull(event.substr(std::string("urn:region#r").size()));
    const auto& events = audited.events_found[named];
    EXPECT_NE(std::find(events.begin(), events.end(), Sequence{number - 1}), events.end())
        << Text(named) << ": " << event;
  }
}

TEST(AnswerKey, IsExactlyWhatAnAuditFinds) {
  std::set<std::string> planted;
  for (const std::uint64_t seed : {1u, 2u, 3u})
    Compare(seed,
            {.providers = 12,
             .protected_fields = true,
             .events_per_year = 9'000,
             .events = 20'000,
             .defects = 120},
            &planted);
  EXPECT_EQ(planted.size(), 36u) << "every kind of defect, over the three regions";
}

TEST(AnswerKey, HoldsWhereverTheStreamEnds) {
  std::set<std::string> planted;
  for (const std::uint64_t events : {1'000u, 2'347u, 5'003u, 7'919u})
    Compare(events,
            {.providers = 6,
             .protected_fields = true,
             .events_per_year = 4'000,
             .events = events,
             .defects = 40},
            &planted);
}

TEST(AnswerKey, IsEmptyAndTheAuditToo_WhenNothingIsPlanted) {
  std::set<std::string> planted;
  Compare(11, {.providers = 12, .events_per_year = 8'000, .events = 12'000}, &planted);
  EXPECT_TRUE(planted.empty());
}

}  // namespace
}  // namespace sinetti
