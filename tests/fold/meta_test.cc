#include "replay/fold/meta.h"

#include <gmock/gmock.h>

#include "tests/support/results.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ViewDefinition Named(std::string_view name, int version) {
  ViewDefinition view;
  view.name = name;
  view.version = version;
  return view;
}

TEST(ViewsMeta, RoundTrips) {
  auto database = std::move(Database::InMemory()).value();
  ViewsMeta meta{.origin = "esimerkki.fi/loki",
                 .position = TreeSize{7},
                 .recorded_at = Timestamp{1'700'000'000'000'000},
                 .as_of = DateOf(2018, 5, 31),
                 .known_at = Timestamp{1'700'000'000'000'001}};
  meta.root.bytes[0] = 9;
  ASSERT_OK(CreateTables(*database, {}, meta));
  auto read = ReadMeta(*database);
  ASSERT_OK(read);
  EXPECT_EQ(read->origin, meta.origin);
  EXPECT_EQ(read->position, meta.position);
  EXPECT_EQ(read->root, meta.root);
  EXPECT_EQ(read->recorded_at, meta.recorded_at);
  EXPECT_EQ(read->as_of, meta.as_of);
  EXPECT_EQ(read->known_at, meta.known_at);
}

TEST(ViewsMeta, TakesTodayFromTheLastEventAndNeverFromAClock) {
  ViewsMeta meta;
  meta.recorded_at = ParseTimestamp("2026-03-01T22:30:00Z").value();  // 00.30 in Helsinki
  EXPECT_EQ(meta.Today(), DateOf(2026, 3, 2));
  meta.known_at = ParseTimestamp("2026-01-01T12:00:00Z").value();
  EXPECT_EQ(meta.Today(), DateOf(2026, 1, 1));
  meta.as_of = DateOf(2018, 5, 31);
  EXPECT_EQ(meta.Today(), DateOf(2018, 5, 31));
}

TEST(ViewsMeta, NamesViewsOfAnotherVersion) {
  auto database = std::move(Database::InMemory()).value();
  const ViewDefinition same = Named("same", 1), changed = Named("changed", 1),
                       gone = Named("gone", 1);
  ASSERT_OK(CreateTables(*database, {&same, &changed, &gone}, {}));
  const ViewDefinition newer = Named("changed", 2), added = Named("added", 1);
  EXPECT_THAT(OutdatedViews(*database, {&same, &changed, &gone}).value(), IsEmpty());
  EXPECT_THAT(OutdatedViews(*database, {&same, &newer, &added}).value(),
              ElementsAre("changed", "added", "gone"));
}

}  // namespace
}  // namespace sinetti
