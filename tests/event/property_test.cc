// For any valid draft of any type: the record is what Cap'n Proto calls canonical, it decodes, and
// its JSON makes the same record again.  Drafts are made from the schemas alone.
#include <capnp/serialize.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "ledger/event/event_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/event/schema_reader.h"
#include "schemas/record.capnp.h"
#include "tests/event/sample.capnp.h"
#include "tests/event/test_events.h"
#include "tests/support/random_data.h"

namespace sinetti {
namespace {

using testing_support::RandomData;

void CheckRoundTrip(const TypeRegistry& registry, DraftParser& parser, std::uint64_t seed) {
  const TypeInfo& type = registry.types()[seed % registry.types().size()];
  const std::string draft = DraftJson(
      type.name, RandomData(seed).Make(*type.body),
      type.publication ? R"("occurred":"2015",)" : R"("occurred":"2015","client":"p-1",)");
  auto encoded = Encode(parser, draft);
  if (!encoded) RC_FAIL(encoded.error().message + "\n" + draft);

  auto words = kj::heapArray<capnp::word>(encoded->record.size() / 8);
  std::memcpy(words.begin(), encoded->record.data(), encoded->record.size());
  kj::ArrayPtr<const capnp::word> segment = words;
  capnp::SegmentArrayMessageReader reader(kj::arrayPtr(&segment, 1));
  RC_ASSERT(reader.isCanonical());
  auto canonical = capnp::canonicalize(reader.getRoot<schema::Record>());
  auto bytes = canonical.asBytes();
  RC_ASSERT(Bytes(bytes.begin(), bytes.end()) == encoded->record);

  auto event = Decode(encoded->record, registry);
  if (!event) RC_FAIL(event.error().message + "\n" + draft);
  IndexKeys(*event);
  EventJsonOptions options{.position = false, .indent = seed % 2 == 0};
  options.open = [](const SealedField& field) { return std::string(AsText(field.box)); };
  const std::string json = EventToJson(*event, options);
  auto again = Encode(parser, json);
  if (!again) RC_FAIL(again.error().message + "\n" + json);
  RC_ASSERT(HexEncode(again->record) == HexEncode(encoded->record));
  RC_ASSERT(again->digest == encoded->digest);
}

constexpr std::uint64_t kDraftsACase = 50;

bool HoldsFor(const TypeRegistry& registry) {
  DraftParser parser(registry);
  return rc::check("records are canonical and their JSON makes them again",
                   [&](std::uint64_t seed) {
                     for (std::uint64_t i = 0; i < kDraftsACase; ++i)
                       CheckRoundTrip(registry, parser, seed * kDraftsACase + i);
                   });
}

TEST(RoundTrip, HoldsForEveryTypeOfTheCatalogue) { EXPECT_TRUE(HoldsFor(TypeRegistry::Builtin())); }

TEST(RoundTrip, HoldsForEverythingASchemaMayUse) {
  EXPECT_TRUE(HoldsFor(ReadCatalogue(capnp::Schema::from<sample::Catalogue>())));
}

}  // namespace
}  // namespace sinetti
