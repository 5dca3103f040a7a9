// A replay that stops after every few events and goes on in a new process must leave the rows that
// one pass leaves: views that remember something outside their tables would show here.
#include <gtest/gtest.h>

#include "replay/fold/digest.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;
using testing_support::TempDir;

std::vector<ViewDigest> DigestsOf(const ViewsFile& file) {
  auto database = Database::Open(file.path(), Database::Mode::kReadOnly);
  EXPECT_OK(database);
  auto digests = DigestViews(**database, AllViews());
  EXPECT_OK(digests);
  return *digests;
}

TEST(ResumedReplay, LeavesTheRowsOfOnePass) {
  ScenarioLedger ledger;
  for (const auto& scenario : ScenarioFiles(".ndjson"))
    ASSERT_NO_FATAL_FAILURE(ledger.Load(scenario));
  const Reader reader = ledger.ledger().Read();
  const std::string origin = ledger.ledger().info().origin;

  const TempDir once_dir, steps_dir;
  const ViewsFile once(once_dir.path(), origin, AllViews());
  ASSERT_OK(once.CatchUp(reader, ledger.registry(), {.until = reader.size(), .threaded = false}));

  // 13 divides nothing here, so that every scenario is cut somewhere else.
  const ViewsFile steps(steps_dir.path(), origin, AllViews());
  for (std::uint64_t until = 13; until < reader.size().value; until += 13)
    ASSERT_OK(
        steps.CatchUp(reader, ledger.registry(), {.until = TreeSize{until}, .threaded = false}));
  ASSERT_OK(steps.CatchUp(reader, ledger.registry(), {.until = reader.size(), .threaded = false}));

  const auto expected = DigestsOf(once);
  const auto found = DigestsOf(steps);
  ASSERT_EQ(expected.size(), found.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_EQ(expected[i], found[i]) << expected[i].name;
}

}  // namespace
}  // namespace sinetti
