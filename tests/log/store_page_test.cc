// The worked example of docs/format/store.md: a ledger of three events, read back with the engine
// alone, family by family, as the page shows it.
#include <gtest/gtest.h>
#include <rocksdb/db.h>

#include "ledger/crypto/sha256.h"
#include "ledger/log/ledger.h"
#include "tests/log/test_keys.h"
#include "tests/support/drafts.h"
#include "tests/support/page.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using testing_support::MakeDraft;
using testing_support::One;

constexpr const char* kPage = "docs/format/store.md";
// So that the first two events become a sorted run and the third stays in memory.
constexpr std::size_t kRunEvents = 2;

void MakeExampleLedger(const std::string& dir) {
  FixedClock clock(ParseTimestamp("2026-03-01T12:00:00Z").value(), 1);
  auto ledger = Ledger::Create(dir, "ledger.example/test", clock, {.run_events_max = kRunEvents});
  ASSERT_OK(ledger);
  ASSERT_OK((*ledger)->Append(One(MakeDraft("urn:example", "e1", "example-1"))));
  ASSERT_OK((*ledger)->Append(One(MakeDraft("urn:example", "e2", "example-1"))));
  ASSERT_OK((*ledger)->Append(One(MakeDraft("urn:example", "e3", "example-2"))));
  FileSigner signer = testing_support::TestSigner();
  ASSERT_OK((*ledger)->SignCheckpoint(signer, clock));
}

bool IsPrintable(const rocksdb::Slice& bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] < 0x20 || bytes[i] > 0x7e) return false;
  return true;
}

// Short values as they are, long ones by their length.
std::string Shown(const rocksdb::Slice& bytes) {
  if (IsPrintable(bytes)) return '"' + bytes.ToString() + '"';
  if (bytes.size() > 24) return std::to_string(bytes.size()) + " bytes";
  return bytes.ToString(true);
}

std::string Dump(const std::string& store_dir) {
  std::vector<std::string> names;
  rocksdb::Options options;
  EXPECT_TRUE(rocksdb::DB::ListColumnFamilies(options, store_dir, &names).ok());
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const std::string& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status =
      rocksdb::DB::OpenForReadOnly(options, store_dir, families, &handles, &opened);
  EXPECT_TRUE(status.ok()) << status.ToString();
  std::unique_ptr<rocksdb::DB> db(opened);
  if (db == nullptr) return {};
  std::string text;
  for (rocksdb::ColumnFamilyHandle* handle : handles) {
    text += handle->GetName() + "\n";
    std::unique_ptr<rocksdb::Iterator> row(db->NewIterator({}, handle));
    for (row->SeekToFirst(); row->Valid(); row->Next())
      text += "  " + Shown(row->key()) + "  " + Shown(row->value()) + "\n";
    EXPECT_TRUE(row->status().ok()) << row->status().ToString();
  }
  for (rocksdb::ColumnFamilyHandle* handle : handles) db->DestroyColumnFamilyHandle(handle);
  return text;
}

TEST(StorePage, ShowsWhatTheEngineHoldsOfThreeEvents) {
  testing_support::TempDir dir;
  MakeExampleLedger(dir / "ledger");
  testing_support::ExpectExample(kPage, "store", Dump(dir / "ledger/store"));
}

TEST(StorePage, NamesOfStreamsAndIdsAreHashedAsItSays) {
  const auto hash16 = [](std::string_view text) {
    return HexEncode(Hash16::Of(HashOf({AsBytes(text)})).bytes);
  };
  const std::string text = "hash16(\"example-1\")                    " + hash16("example-1") +
                           "\nhash16(\"urn:example\" ‖ 0x00 ‖ \"e1\")    " +
                           hash16(std::string_view("urn:example\0e1", 14)) + "\n";
  testing_support::ExpectExample(kPage, "names", text);
}

}  // namespace
}  // namespace sinetti
