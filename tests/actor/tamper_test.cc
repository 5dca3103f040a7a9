// Every byte that a signature covers, and every byte of the signature, changed: all are found.
#include "ledger/actor/batch_message.h"
#include "tests/actor/actor_ledger.h"

namespace sinetti {
namespace {

using testing_support::ActorLedger;
using testing_support::Drafts;
using testing_support::IsOk;
using testing_support::kOffice;
using testing_support::TestSigner;

class Tampering : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(IsOk(place_.Append(Drafts(place_.Registered(key_.key())))));
    batch_ = Drafts(place_.Action("1"), place_.Action("2"));
    batch_.push_back(
        SignBatch(testing_support::kActorOrigin, batch_, key_, place_.registry).value());
  }

  // Recorded round the door under names of their own, which the records do not know of.
  void Force(std::vector<EncodedDraft> batch) {
    for (EncodedDraft& draft : batch) draft.id += "-" + std::to_string(forced_);
    ++forced_;
    place_.Force(std::move(batch));
  }

  ActorLedger place_;
  FileSigner key_ = TestSigner(1, kOffice);
  std::vector<EncodedDraft> batch_;
  std::uint64_t forced_ = 0;
};

TEST_F(Tampering, WithAnyByteOfACoveredRecordIsFound) {
  Force(batch_);
  ASSERT_TRUE(place_.Verify().right());
  std::uint64_t changed = 0;
  for (const std::size_t which : {0u, 1u}) {
    // Before 48 the record says that it is one, and the ledger writes its place.
    for (std::size_t i = 48; i < batch_[which].record.size(); ++i) {
      for (const int bits : {0x01, 0x20, 0x80}) {
        std::vector<EncodedDraft> batch = batch_;
        batch[which].record[i] = static_cast<std::uint8_t>(batch[which].record[i] ^ bits);
        Force(std::move(batch));
        ++changed;
      }
    }
  }
  EXPECT_EQ(place_.Verify().findings_total, changed);
}

TEST_F(Tampering, WithAnyByteOfTheSignatureIsFound) {
  const Bytes& record = batch_.back().record;
  const auto end = record.end();
  const std::string text = Base64Encode(Bytes(64, 0));  // as long as the signature
  // The last text of the record, with its zero byte, is the signature.
  auto last = end;
  while (*(last - 1) == 0) --last;
  const std::size_t first = static_cast<std::size_t>(last - record.begin()) - text.size();
  std::uint64_t changed = 0;
  for (std::size_t i = first; i < first + text.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::vector<EncodedDraft> batch = batch_;
      batch.back().record[i] = static_cast<std::uint8_t>(batch.back().record[i] ^ 1 << bit);
      Force(std::move(batch));
      ++changed;
    }
  }
  EXPECT_EQ(place_.Verify().findings_total, changed);
}

TEST_F(Tampering, WithAnEventDroppedAddedOrSwappedIsFound) {
  std::vector<EncodedDraft> swapped = batch_;
  std::swap(swapped[0], swapped[1]);
  Force(std::move(swapped));
  std::vector<EncodedDraft> added = batch_;
  added.insert(added.begin() + 1, place_.Action("3"));
  Force(std::move(added));
  std::vector<EncodedDraft> dropped = batch_;
  dropped.erase(dropped.begin());
  Force(std::move(dropped));
  EXPECT_EQ(place_.Verify().findings_total, 3u);
}

TEST(DraftRecordHash, IsOfEveryByteButThoseThatTheLedgerGives) {
  Bytes record(120);
  for (std::size_t i = 0; i < record.size(); ++i) record[i] = static_cast<std::uint8_t>(i);
  const Hash hash = DraftRecordHash(record);
  for (std::size_t i = 0; i < record.size(); ++i) {
    Bytes changed = record;
    changed[i] ^= 1;
    EXPECT_EQ(DraftRecordHash(changed) == hash, i >= 8 && i < 48) << "byte " << i;
  }
}

}  // namespace
}  // namespace sinetti
