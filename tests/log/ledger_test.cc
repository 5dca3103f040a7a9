// The ledger as its users see it: append, read, reopen.
#include "ledger/log/ledger.h"

#include <atomic>
#include <map>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/event/record.h"
#include "ledger/merkle/proof.h"
#include "tests/log/memory_ledger.h"
#include "tests/support/drafts.h"
#include "tests/support/results.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing_support::MakeDraft;
using testing_support::MemoryLedger;
using testing_support::One;

constexpr ExpectedVersion kNone{ExpectedVersion::kNone, {}};
constexpr ExpectedVersion kExists{ExpectedVersion::kExists, {}};
constexpr ExpectedVersion Exactly(std::uint64_t version) {
  return {ExpectedVersion::kExact, StreamVersion{version}};
}

std::vector<EncodedDraft> Drafts(int first, int count) {
  std::vector<EncodedDraft> drafts;
  for (int i = first; i < first + count; ++i)
    drafts.push_back(MakeDraft("test", std::to_string(i), "stream-" + std::to_string(i % 7)));
  return drafts;
}

// Verifies the whole ledger and its root; the number of entries.
std::uint64_t VerifyAll(const Reader& reader) {
  ChainVerifier verifier;
  EntryCursor cursor = reader.Scan();
  while (cursor.Next()) EXPECT_OK(verifier.Check(cursor.entry()));
  EXPECT_OK(cursor.status());
  EXPECT_OK(verifier.Finish(reader.size(), *reader.Root()));
  return verifier.position().size().value;
}

TEST(Ledger, GivesReceiptsThatSayWhereEachEventStands) {
  MemoryLedger ledger;
  auto receipts = ledger->Append(Drafts(0, 9));
  ASSERT_OK(receipts);
  for (std::uint64_t i = 0; i < 9; ++i) {
    EXPECT_EQ((*receipts)[i].sequence.value, i);
    EXPECT_EQ((*receipts)[i].stream_version.value, i / 7 + 1);
    EXPECT_FALSE((*receipts)[i].duplicate);
  }
  EXPECT_EQ(VerifyAll(ledger->Read()), 9u);
}

TEST(Ledger, ProvesEveryReceiptAgainstTheRoot) {
  MemoryLedger ledger;
  std::vector<Receipt> all;
  for (int i = 0; i < 60; ++i) {
    auto receipts = ledger->Append(Drafts(i * 11, 11));
    ASSERT_OK(receipts);
    all.insert(all.end(), receipts->begin(), receipts->end());
  }
  const Reader reader = ledger->Read();
  const Hash root = *reader.Root();
  for (const Receipt& receipt : all) {
    auto proof = reader.InclusionProof(receipt.sequence, reader.size());
    ASSERT_OK(proof);
    EXPECT_OK(VerifyInclusion(receipt.sequence, reader.size(), receipt.leaf, *proof, root));
  }
}

TEST(Ledger, IsTheSameAfterReopeningAtEverySize) {
  MemoryLedger ledger(100);
  Hash root = *ledger->Read().Root();
  std::uint64_t size = 0;
  for (int step : {1, 1, 253, 1, 1, 255, 257, 3}) {
    ASSERT_OK(ledger->Append(Drafts(static_cast<int>(size), step)));
    size += static_cast<std::uint64_t>(step);
    root = *ledger->Read().Root();
    ledger.Reopen();
    EXPECT_EQ(ledger->Read().size().value, size);
    EXPECT_EQ(*ledger->Read().Root(), root);
    EXPECT_EQ(VerifyAll(ledger->Read()), size);
  }
}

TEST(Ledger, RecordsARetriedDraftOnceAndGivesTheOldReceipt) {
  MemoryLedger ledger;
  const auto first = ledger->Append(Drafts(0, 300));
  ASSERT_OK(first);
  for (int round = 0; round < 2; ++round) {
    auto again = ledger->Append(Drafts(0, 301));
    ASSERT_OK(again);
    for (std::size_t i = 0; i < 300; ++i) {
      EXPECT_TRUE((*again)[i].duplicate);
      EXPECT_EQ((*again)[i].sequence, (*first)[i].sequence);
      EXPECT_EQ((*again)[i].leaf, (*first)[i].leaf);
      EXPECT_EQ((*again)[i].recorded_at, (*first)[i].recorded_at);
    }
    EXPECT_EQ(ledger->Read().size().value, 301u);
    ledger.Reopen();
  }
}

TEST(Ledger, FindsOldIdsInSortedRuns) {
  MemoryLedger ledger(64);
  for (int i = 0; i < 40; ++i) ASSERT_OK(ledger->Append(Drafts(i * 25, 25)));
  ledger.Reopen();
  auto again = ledger->Append(Drafts(0, 1000));
  ASSERT_OK(again);
  for (const Receipt& receipt : *again) EXPECT_TRUE(receipt.duplicate);
  auto next = ledger->Append(One(MakeDraft("test", "new", "stream-3", "", Exactly(143))));
  ASSERT_OK(next);
  EXPECT_EQ(next->front().stream_version.value, 144u);
}

TEST(Ledger, RefusesAnIdWithOtherContentAndNamesBothDigests) {
  MemoryLedger ledger;
  ASSERT_OK(ledger->Append(One(MakeDraft("test", "a", "s", "one"))));
  const EncodedDraft other = MakeDraft("test", "a", "s", "two");
  auto result = ledger->Append(One(other));
  EXPECT_FAILS(result, ErrorCode::kConflict);
  EXPECT_THAT(result.error().message, HasSubstr("entry 0"));
  EXPECT_THAT(result.error().message, HasSubstr(HexEncode(other.digest.view())));
  EXPECT_THAT(result.error().message,
              HasSubstr(HexEncode(MakeDraft("test", "a", "s", "one").digest.view())));
}

TEST(Ledger, TellsSourceAndIdApart) {
  MemoryLedger ledger;
  ASSERT_OK(ledger->Append(One(MakeDraft("ab", "c", "s"))));
  auto receipts = ledger->Append(One(MakeDraft("a", "bc", "s")));
  ASSERT_OK(receipts);
  EXPECT_FALSE(receipts->front().duplicate);
}

TEST(Ledger, HoldsToExpectedVersions) {
  MemoryLedger ledger;
  EXPECT_FAILS(ledger->Append(One(MakeDraft("t", "1", "s", "", kExists))), ErrorCode::kConflict);
  EXPECT_FAILS(ledger->Append(One(MakeDraft("t", "1", "s", "", Exactly(1)))), ErrorCode::kConflict);
  EXPECT_OK(ledger->Append(One(MakeDraft("t", "1", "s", "", kNone))));
  EXPECT_FAILS(ledger->Append(One(MakeDraft("t", "2", "s", "", kNone))), ErrorCode::kConflict);
  EXPECT_OK(ledger->Append(One(MakeDraft("t", "2", "s", "", Exactly(1)))));
  auto late = ledger->Append(One(MakeDraft("t", "3", "s", "", Exactly(1))));
  EXPECT_FAILS(late, ErrorCode::kConflict);
  EXPECT_THAT(late.error().message, HasSubstr("expected at version 1, it is at 2"));
  EXPECT_OK(ledger->Append(One(MakeDraft("t", "3", "s", "", kExists))));
}

TEST(Ledger, RecordsAllOfABatchOrNothing) {
  MemoryLedger ledger;
  std::vector<EncodedDraft> batch;
  batch.push_back(MakeDraft("t", "1", "s"));
  batch.push_back(MakeDraft("t", "2", "s", "", Exactly(7)));
  EXPECT_FAILS(ledger->Append(std::move(batch)), ErrorCode::kConflict);
  EXPECT_EQ(ledger->Read().size().value, 0u);
  auto receipts = ledger->Append(One(MakeDraft("t", "1", "s")));
  ASSERT_OK(receipts);
  EXPECT_FALSE(receipts->front().duplicate);
  EXPECT_EQ(receipts->front().stream_version.value, 1u);
}

TEST(Ledger, CountsVersionsWithinABatch) {
  MemoryLedger ledger;
  std::vector<EncodedDraft> batch;
  batch.push_back(MakeDraft("t", "1", "s", "", kNone));
  batch.push_back(MakeDraft("t", "2", "s", "", Exactly(1)));
  batch.push_back(MakeDraft("t", "1", "s", "", kNone));  // the first one again
  auto receipts = ledger->Append(std::move(batch));
  ASSERT_OK(receipts);
  EXPECT_EQ((*receipts)[1].stream_version.value, 2u);
  EXPECT_TRUE((*receipts)[2].duplicate);
  EXPECT_EQ((*receipts)[2].sequence.value, 0u);
  EXPECT_EQ((*receipts)[2].leaf, (*receipts)[0].leaf);
}

TEST(Ledger, GivesTimeThatAlwaysRises) {
  testing_support::TempDir dir;
  FixedClock clock(Timestamp{1000}, -500);  // a clock that runs backwards
  auto ledger = Ledger::Create(dir / "l", "ledger.example/test", clock);
  ASSERT_OK(ledger);
  Timestamp last{INT64_MIN};
  for (int i = 0; i < 20; ++i) {
    auto receipts = (*ledger)->Append(One(MakeDraft("t", std::to_string(i), "s")));
    ASSERT_OK(receipts);
    EXPECT_LT(last, receipts->front().recorded_at);
    last = receipts->front().recorded_at;
  }
}

TEST(Ledger, RefusesAnEntryTooLargeForABundle) {
  MemoryLedger ledger;
  auto result = ledger->Append(One(MakeDraft("t", "1", "s", std::string(65'536, 'x'))));
  EXPECT_FAILS(result, ErrorCode::kInvalid);
  EXPECT_THAT(result.error().message, HasSubstr("65535"));
  EXPECT_OK(ledger->Append(One(MakeDraft("t", "1", "s", std::string(65'300, 'x')))));
}

TEST(Ledger, ReadsByStreamAndByIdFromMemoryAndRuns) {
  MemoryLedger ledger(50);
  for (int i = 0; i < 30; ++i) ASSERT_OK(ledger->Append(Drafts(i * 10, 10)));
  const auto check = [](const Reader& reader) {
    auto stream = reader.Stream("stream-5");
    ASSERT_OK(stream);
    ASSERT_EQ(stream->size(), 43u);
    for (std::size_t i = 0; i < stream->size(); ++i) EXPECT_EQ((*stream)[i].value, 5 + 7 * i);
    EXPECT_TRUE(reader.Stream("none")->empty());
    for (int id : {0, 49, 50, 299}) {
      auto found = reader.Find("test", std::to_string(id));
      ASSERT_OK(found);
      EXPECT_EQ((*found)->value, static_cast<std::uint64_t>(id));
    }
    EXPECT_FALSE(reader.Find("test", "300")->has_value());
  };
  check(ledger->Read());
  ledger.Reopen();
  check(ledger->Read());
  ledger.Close();
  auto reading = ledger.OpenForReading();
  ASSERT_OK(reading);
  check((*reading)->Read());
}

TEST(Ledger, AReaderNeverSeesWhatCameAfterIt) {
  MemoryLedger ledger(16);
  ASSERT_OK(ledger->Append(Drafts(0, 10)));
  const Reader before = ledger->Read();
  const Hash root = *before.Root();
  for (int i = 1; i < 60; ++i) ASSERT_OK(ledger->Append(Drafts(i * 10, 10)));
  EXPECT_EQ(VerifyAll(before), 10u);
  EXPECT_EQ(*before.Root(), root);
  EXPECT_EQ(before.Stream("stream-1")->size(), 2u);
  EXPECT_FALSE(before.Find("test", "11")->has_value());
  EXPECT_EQ(*ledger->Read().Root(TreeSize{10}), root);
}

TEST(Ledger, GoesOnVerifyingFromAnyPosition) {
  MemoryLedger ledger;
  ASSERT_OK(ledger->Append(Drafts(0, 700)));
  const Reader reader = ledger->Read();
  for (std::uint64_t from : {0, 1, 255, 256, 257, 511, 699, 700}) {
    auto position = reader.PositionAt(TreeSize{from});
    ASSERT_OK(position);
    ChainVerifier verifier(*position);
    EXPECT_OK(verifier.Finish(TreeSize{from}, *reader.Root(TreeSize{from})));
    EntryCursor cursor = reader.Scan(Sequence{from}, reader.size());
    while (cursor.Next()) ASSERT_OK(verifier.Check(cursor.entry()));
    ASSERT_OK(cursor.status());
    EXPECT_OK(verifier.Finish(reader.size(), *reader.Root()));
  }
}

TEST(Ledger, ReadsOneEntryAndChecksItAgainstItsLeaf) {
  MemoryLedger ledger;
  ASSERT_OK(ledger->Append(Drafts(0, 300)));
  const Reader reader = ledger->Read();
  for (std::uint64_t at : {0, 1, 256, 299}) {
    auto entry = reader.Read(Sequence{at});
    ASSERT_OK(entry);
    EXPECT_OK(ChainVerifier::CheckAgainst(entry->entry(), entry->leaf));
    entry->record[60] ^= 1;
    EXPECT_FAILS(ChainVerifier::CheckAgainst(entry->entry(), entry->leaf), ErrorCode::kCorrupt);
  }
  EXPECT_FAILS(reader.Read(Sequence{300}), ErrorCode::kNotFound);
}

TEST(Ledger, KeepsItsNameAndRefusesAnEmptyOne) {
  testing_support::TempDir dir;
  FixedClock clock(Timestamp{1'767'225'600'000'000});
  EXPECT_FAILS(Ledger::Create(dir / "l", "", clock), ErrorCode::kInvalid);
  { ASSERT_OK(Ledger::Create(dir / "l", "ledger.example/x", clock)); }
  auto ledger = Ledger::OpenForReading(dir / "l");
  ASSERT_OK(ledger);
  EXPECT_EQ((*ledger)->info().origin, "ledger.example/x");
  EXPECT_EQ((*ledger)->info().created, Timestamp{1'767'225'600'000'000});
  EXPECT_FAILS((*ledger)->Append(One(MakeDraft("t", "1", "s"))), ErrorCode::kInvalid);
}

TEST(Ledger, SharesCommitsAmongManyWritersAndLosesNone) {
  testing_support::TempDir dir;
  SystemClock clock;
  auto ledger = Ledger::Create(dir / "l", "ledger.example/test", clock);
  ASSERT_OK(ledger);
  constexpr int kWriters = 64;
  constexpr int kEach = 20;
  std::vector<std::thread> writers;
  std::atomic<int> failures = 0;
  for (int w = 0; w < kWriters; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; i < kEach; ++i) {
        // Every draft is also sent by a neighbour: recorded once, whoever comes first.
        const std::string id = std::to_string(w / 2) + "-" + std::to_string(i);
        if (!(*ledger)->Append(One(MakeDraft("t", id, "s-" + std::to_string(w / 2))))) ++failures;
      }
    });
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(VerifyAll((*ledger)->Read()), static_cast<std::uint64_t>(kWriters / 2 * kEach));
}

}  // namespace
}  // namespace sinetti
