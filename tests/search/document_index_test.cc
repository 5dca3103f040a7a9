// The index of documents names exactly the events that carry a digest: compared with a look at
// every event, while the ledger grows and when the file was damaged.
#include "replay/search/document_index.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "ledger/event/digest_fields.h"
#include "ledger/log/read_event.h"
#include "tests/support/scenario_ledger.h"

namespace sinetti {
namespace {

using testing_support::ScenarioFiles;
using testing_support::ScenarioLedger;

class DocumentIndexTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& file : ScenarioFiles(".ndjson")) ledger_.Load(file);
  }

  // As a look at every event finds them.
  std::map<std::string, std::set<Sequence>> Carried() {
    const Reader reader = ledger_.ledger().Read();
    std::map<std::string, std::set<Sequence>> carried;
    for (std::uint64_t i = 0; i < reader.size().value; ++i) {
      const auto event = ReadEvent(reader, ledger_.registry(), Sequence{i});
      EXPECT_OK(event);
      for (const DigestField& field : DigestFields(*event))
        carried[field.digest].insert(Sequence{i});
    }
    return carried;
  }
  Result<DocumentIndex> UpToDate() {
    const Ledger& ledger = ledger_.ledger();
    const Reader reader = ledger.Read();
    SINETTI_ASSIGN(DocumentIndex index,
                   DocumentIndex::Open(ledger.dir(), ledger.info().origin, reader.size(), false));
    SINETTI_TRY(index.CatchUp(reader, ledger_.registry(), {.until = reader.size()}));
    return index;
  }
  void ExpectAllFound() {
    auto index = UpToDate();
    ASSERT_OK(index);
    const auto carried = Carried();
    EXPECT_GT(carried.size(), 2u);
    for (const auto& [digest, sequences] : carried) {
      const auto found = index->EventsWith(digest);
      ASSERT_OK(found);
      EXPECT_EQ(std::set(found->begin(), found->end()), sequences) << digest;
    }
    const auto nowhere = index->EventsWith(std::string(64, '0'));
    ASSERT_OK(nowhere);
    EXPECT_TRUE(nowhere->empty());
  }

  ScenarioLedger ledger_;
};

TEST_F(DocumentIndexTest, NamesExactlyTheEventsThatCarryADigest) { ExpectAllFound(); }

TEST_F(DocumentIndexTest, TakesInWhatIsRecordedLaterOnce) {
  ExpectAllFound();
  const std::uint64_t before = ledger_.ledger().Read().size().value;
  const std::string digest(64, 'b');
  ledger_.Add(R"({"specversion":"1.0","id":"late","source":"urn:t","type":"document.published",)"
              R"("stream":"doc-late","data":{"document":{"title":"Liite","sha256":")" +
              digest + R"("}}})");
  auto index = UpToDate();
  ASSERT_OK(index);
  EXPECT_THAT(index->EventsWith(digest).value(), ::testing::ElementsAre(Sequence{before}));
  ExpectAllFound();
}

TEST_F(DocumentIndexTest, BeginsAnewWhereTheFileIsNone) {
  ExpectAllFound();
  std::ofstream(ledger_.ledger().dir() + "/documents.sqlite", std::ios::trunc)
      << "SQLite format 3, it says";
  ExpectAllFound();
}

}  // namespace
}  // namespace sinetti
