// The golden corpus: one record of every released type and version, as bytes, beside what a reader
// sees in it.  A line is written when its type is released and never again: where the program comes
// to read the bytes otherwise, this test fails.  SINETTI_EXTEND_CORPUS=1 adds lines for types and
// versions that have none; it changes no line.
#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <set>

#include "ledger/event/schema_reader.h"
#include "schemas/catalogue.capnp.h"
#include "tests/event/corpus.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

using testing_support::Corpus;
using testing_support::CorpusLine;
using testing_support::ReadingOf;

class CorpusTest : public testing::Test {
 protected:
  const TypeRegistry registry_ = TypeRegistry::Builtin();
  const std::vector<CorpusLine> corpus_ = Corpus();
};

// What a reader saw when `line` was written: without the upcasts of its type that came later.
Result<std::string> ReadingAsReleased(const CorpusLine& line) {
  std::vector<Upcast> upcasts;
  for (const Upcast& upcast : ReleasedUpcasts())
    if (upcast.type != line.type || upcast.from < line.version) upcasts.push_back(upcast);
  static const TypeRegistry builtin = TypeRegistry::Builtin();
  std::optional<TypeRegistry> then;
  if (upcasts.size() != ReleasedUpcasts().size())
    then = ReadCatalogue(capnp::Schema::from<schema::Catalogue>(), upcasts);
  SINETTI_ASSIGN(const RecordHeader header, ReadRecordHeader(line.record));
  SINETTI_ASSIGN(const Event event,
                 DecodeEvent(ChainVerifier::Vouch({header.sequence, {}, line.record}),
                             then ? *then : builtin, upcasts));
  return ReadingOf(event);
}

TEST_F(CorpusTest, EveryReleasedRecordIsReadAsItAlwaysWas) {
  for (const CorpusLine& line : corpus_) {
    SCOPED_TRACE(line.type + " version " + std::to_string(line.version));
    ASSERT_NE(registry_.Find(line.type), nullptr) << "a released type is gone";
    const auto today = Decode(line.record, registry_);
    ASSERT_TRUE(today) << today.error().message;
    EXPECT_EQ(today->header().type_version, line.version);
    const auto reading = ReadingAsReleased(line);
    ASSERT_TRUE(reading) << reading.error().message;
    EXPECT_EQ(HashOf({AsBytes(*reading)}).hex().substr(0, 32), line.reading) << *reading;
  }
}

TEST_F(CorpusTest, EveryTypeAndVersionOfTheCatalogueHasALine) {
  std::set<std::pair<std::string, int>> there;
  for (const CorpusLine& line : corpus_)
    EXPECT_TRUE(there.emplace(line.type, line.version).second) << line.type << " stands twice";
  std::string missing;
  DraftParser parser(registry_);
  for (const TypeInfo& type : registry_.types()) {
    if (there.count({type.name, type.version}) != 0) continue;
    auto encoded = Encode(parser, testing_support::CorpusDraft(type));
    ASSERT_TRUE(encoded) << type.name << ": " << encoded.error().message;
    const auto event = Decode(encoded->record, registry_);
    ASSERT_TRUE(event) << event.error().message;
    missing += testing_support::CorpusText(type, encoded->record, ReadingOf(*event)) + "\n";
  }
  if (std::getenv("SINETTI_EXTEND_CORPUS") != nullptr) {
    std::ofstream(testing_support::kCorpusFile, std::ios::app) << missing;
  } else {
    EXPECT_EQ(missing, "") << "run with SINETTI_EXTEND_CORPUS=1 when the type is released";
  }
}

// What a reader sees makes the same bytes again, as long as the version is today's.
TEST_F(CorpusTest, TheReadingMakesTheSameBytes) {
  DraftParser parser(registry_);
  for (const CorpusLine& line : corpus_) {
    SCOPED_TRACE(line.type);
    if (registry_.Find(line.type)->version != line.version) continue;
    const auto event = Decode(line.record, registry_);
    ASSERT_TRUE(event);
    const auto again = Encode(parser, ReadingOf(*event));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(HexEncode(again->record), HexEncode(line.record));
  }
}

// The comparison sees every letter: with one of them changed, no line reads as it did.  Commitments
// and boxes of sealed values are not letters, so types without them.
TEST_F(CorpusTest, ALetterThatIsReadOtherwiseIsNoticed) {
  constexpr std::size_t kHeader = 104;
  std::size_t changes = 0;
  for (const CorpusLine& line : corpus_) {
    if (registry_.Find(line.type)->body->has_sealed) continue;
    for (std::size_t i = kHeader; i < line.record.size(); ++i) {
      if (std::isalpha(line.record[i]) == 0) continue;
      Bytes changed = line.record;
      changed[i] ^= 2;
      const auto event = Decode(changed, registry_);
      if (!event) continue;
      ++changes;
      EXPECT_NE(HashOf({AsBytes(ReadingOf(*event))}).hex().substr(0, 32), line.reading)
          << line.type << " byte " << i;
    }
  }
  EXPECT_GT(changes, 10'000u);
}

}  // namespace
}  // namespace sinetti
