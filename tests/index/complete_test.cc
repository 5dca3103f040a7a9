// Complete answers: right ones hold, and whoever leaves out, adds, swaps or borrows an event is
// refused.
#include "ledger/index/complete_proof.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <span>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/base/base85.h"
#include "ledger/index/map_rows.h"
#include "ledger/index/prove_complete.h"
#include "tests/index/indexed_ledger.h"
#include "tests/support/flip.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;

constexpr int kCheckpoints = 6;

// One ledger for all tests here: 6 checkpoints, 40 events between.
class Complete : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    test_ = new IndexedLedger(3);
    for (int i = 0; i < kCheckpoints; ++i) {
      test_->Append(40);
      sizes_.push_back(test_->Sign()->size);
    }
    answers_ = new std::map(test_->Answers(sizes_.back()));
  }
  static void TearDownTestSuite() {
    delete test_;
    delete answers_;
    sizes_.clear();
  }

  static const VerifierKey& key() { return test_->signer.key(); }
  static CompleteProof Prove(const CompleteQuestion& question) {
    auto proof = ProveComplete(test_->ledger->Read(), question);
    EXPECT_OK(proof);
    return *proof;
  }
  static Result<CheckedComplete> Check(const CompleteProof& proof) {
    return CheckCompleteProof(FormatCompleteProof(proof), key());
  }

  static IndexedLedger* test_;
  static std::vector<TreeSize> sizes_;
  static std::map<std::string, std::vector<Hash>>* answers_;
};
IndexedLedger* Complete::test_ = nullptr;
std::vector<TreeSize> Complete::sizes_;
std::map<std::string, std::vector<Hash>>* Complete::answers_ = nullptr;

TEST_F(Complete, EveryKeyIsAnsweredBetweenAnyTwoCheckpoints) {
  std::vector<std::map<std::string, std::vector<Hash>>> at;
  for (const TreeSize size : sizes_) at.push_back(test_->Answers(size));
  std::size_t number = 0;
  for (const auto& [name, leaves] : *answers_) {
    const std::size_t to = number % sizes_.size();
    const std::size_t from = number++ / sizes_.size() % sizes_.size();
    CompleteQuestion question{.key = name, .to = sizes_[to]};
    if (from <= to) question.from = sizes_[from];
    const CompleteProof proof = Prove(question);
    auto checked = Check(proof);
    ASSERT_OK(checked);
    std::vector<Hash> expected = at[to][name];
    const std::size_t before = question.from ? at[from][name].size() : 0;
    EXPECT_EQ(checked->count_before, before);
    expected.erase(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(before));
    ASSERT_EQ(checked->leaves, expected) << name;
    ASSERT_TRUE(*ParseCompleteProof(FormatCompleteProof(proof)) == proof);
  }
  EXPECT_GT(number, 100u);
}

TEST_F(Complete, AnAbsentKeyIsProvedAbsentAndAPresentOneIsNot) {
  for (int i = 0; i < 200; ++i) {
    const std::string name = "matter:nobody-" + std::to_string(i);
    CompleteProof proof = Prove({.key = name});
    auto checked = Check(proof);
    ASSERT_OK(checked);
    EXPECT_TRUE(checked->leaves.empty());
    // The same way does not show another key absent, unless it is the same place.
    proof.key = answers_->begin()->first;
    EXPECT_FAILS(Check(proof), ErrorCode::kCorrupt);
  }
  for (const auto& [name, leaves] : *answers_) {
    CompleteProof proof = Prove({.key = name});
    EXPECT_EQ(proof.to.state.count, leaves.size());
    proof.to.state = {};
    proof.leaves.clear();
    EXPECT_FAILS(Check(proof), ErrorCode::kCorrupt);
    const MapProof way = proof.to.proof;
    proof.to.proof.other = MapEntry{IndexKeyHash(name), KeyState{}.With(leaves.front())};
    EXPECT_FAILS(Check(proof), ErrorCode::kCorrupt);
  }
}

TEST_F(Complete, EntriesAreShownAndHaveTheKey) {
  const CompleteProof proof = Prove({.key = "type:unit.registered", .entries = true});
  ASSERT_GT(proof.entries.size(), 3u);
  auto checked = Check(proof);
  ASSERT_OK(checked);
  auto events = EventsOf(*checked, test_->registry);
  ASSERT_OK(events);
  ASSERT_EQ(events->size(), proof.entries.size());
  for (const Event& event : *events) EXPECT_EQ(event.type(), "unit.registered");
  CheckedComplete other = *checked;
  other.key = "type:unit.other";
  EXPECT_FAILS(EventsOf(other, test_->registry), ErrorCode::kCorrupt);
  std::swap(other.entries[0], other.entries[1]);
  EXPECT_FAILS(EventsOf(other, test_->registry), ErrorCode::kCorrupt);
  CompleteProof fewer = proof;
  fewer.entries.pop_back();
  EXPECT_FAILS(Check(fewer), ErrorCode::kCorrupt);
  CompleteProof swapped = proof;
  std::swap(swapped.entries[0], swapped.entries[1]);
  EXPECT_FAILS(Check(swapped), ErrorCode::kCorrupt);
}

// What a liar would hand out: an answer with one event dropped, added, swapped, changed or taken
// from elsewhere, with the counts and heads made to fit as far as that is in the liar's power; and
// answers about keys that are there as if they were not, with parts of true answers.
class Liar {
 public:
  using Answers = std::map<std::string, std::vector<Hash>>;

  // `at`: the answers at each size; those at the last one are lent out.
  Liar(std::mt19937_64& random, const std::map<TreeSize, Answers>& at,
       const std::vector<CompleteProof>& truths)
      : random_(random), at_(at), answers_(at.rbegin()->second), truths_(truths) {}

  // False: this answer cannot be changed so.
  bool Change(CompleteProof& proof) {
    if (random_() % 4 == 0) return Borrow(proof);
    const CompleteProof before = proof;
    std::vector<Hash>& leaves = proof.leaves;
    switch (random_() % 7) {
      case 0:  // dropped
        if (leaves.empty()) return false;
        leaves.erase(leaves.begin() + Any(leaves.size()));
        break;
      case 1:  // added from elsewhere
        leaves.insert(leaves.begin() + Any(leaves.size() + 1), Elsewhere());
        break;
      case 2:  // swapped
        if (leaves.size() < 2) return false;
        std::swap(leaves[Index(leaves.size())], leaves[Index(leaves.size())]);
        break;
      case 3:  // exchanged for one from elsewhere
        if (leaves.empty()) return false;
        leaves[Index(leaves.size())] = Elsewhere();
        break;
      case 4:  // repeated
        if (leaves.empty()) return false;
        leaves.insert(leaves.begin() + Any(leaves.size()), leaves[Index(leaves.size())]);
        break;
      case 5:  // the answer of another key
        leaves = AnyAnswer();
        break;
      case 6:  // cut at the front, as if it had come before
        if (leaves.empty() || !proof.from) return false;
        proof.from->state = proof.from->state.With(leaves.front());
        leaves.erase(leaves.begin());
        break;
    }
    if (random_() % 2 == 0) {
      KeyState state = proof.from ? proof.from->state : KeyState{};
      for (const Hash& leaf : leaves) state = state.With(leaf);
      proof.to.state = state;
    }
    return !(proof == before);
  }

 private:
  // Takes what a true answer about another key says at the same checkpoint.
  bool Borrow(CompleteProof& proof) {
    const CompleteProof& other = truths_[Index(truths_.size())];
    if (other.to.size != proof.to.size || other.key == proof.key) return false;
    const CompleteProof before = proof;
    if (random_() % 2 == 0) proof.to.state = other.to.state;
    if (random_() % 2 == 0) proof.to.proof = other.to.proof;
    if (random_() % 2 == 0) proof.leaves = other.leaves;
    if (random_() % 4 == 0)
      proof.to.proof.other = MapEntry{IndexKeyHash(other.key), other.to.state};
    if (proof == before) return false;
    if (random_() % 4 == 0) proof.from = other.from;
    return proof.from == before.from || !IsTrue(proof);
  }
  // Where it begins elsewhere than before, a changed answer may happen to be a true one.
  bool IsTrue(const CompleteProof& proof) const {
    const auto count = [&](TreeSize size) {
      const auto found = at_.at(size).find(proof.key);
      return found == at_.at(size).end() ? 0 : found->second.size();
    };
    const std::size_t before = proof.from ? count(proof.from->size) : 0;
    return before + proof.leaves.size() == count(proof.to.size) &&
           (proof.leaves.empty() ||
            std::ranges::equal(proof.leaves,
                               std::span(at_.at(proof.to.size).at(proof.key)).subspan(before)));
  }

  std::size_t Index(std::size_t size) { return random_() % size; }
  std::ptrdiff_t Any(std::size_t size) { return static_cast<std::ptrdiff_t>(Index(size)); }
  const std::vector<Hash>& AnyAnswer() {
    return std::next(answers_.begin(), Any(answers_.size()))->second;
  }
  Hash Elsewhere() {
    const std::vector<Hash>& answer = AnyAnswer();
    return answer[Index(answer.size())];
  }

  std::mt19937_64& random_;
  const std::map<TreeSize, Answers>& at_;
  const Answers& answers_;
  const std::vector<CompleteProof>& truths_;
};

// SINETTI_LIES: how many; `index.lies.long` tells 10,000.
TEST_F(Complete, AnAnswerWithAnEventDroppedAddedSwappedOrBorrowedIsRefused) {
  const char* wanted = std::getenv("SINETTI_LIES");
  const int lies_max = wanted != nullptr ? std::atoi(wanted) : 1'000;
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  std::vector<CompleteProof> truths;
  for (const auto& [name, leaves] : *answers_) {
    CompleteQuestion question{.key = name, .to = sizes_[random() % sizes_.size()]};
    if (random() % 3 != 0) question.from = sizes_[random() % sizes_.size()];
    if (question.from && *question.from > *question.to) question.from.reset();
    truths.push_back(Prove(question));
    question.key += "?";
    truths.push_back(Prove(question));  // absent
  }
  std::map<TreeSize, Liar::Answers> at;
  for (const TreeSize size : sizes_) at[size] = test_->Answers(size);
  Liar liar(random, at, truths);
  int lies = 0;
  while (lies < lies_max) {
    CompleteProof proof = truths[random() % truths.size()];
    if (!liar.Change(proof)) continue;
    ++lies;
    ASSERT_TRUE(FailsWith(Check(proof), ErrorCode::kCorrupt)) << FormatCompleteProof(proof);
  }
  std::cout << lies << " lies about " << truths.size() << " answers refused, seed " << seed << "\n";
}

TEST_F(Complete, PartsOfOtherProofsDoNotFit) {
  // A key with events between these checkpoints.
  std::string name;
  for (const auto& [one, leaves] : *answers_)
    if (Prove({.key = one, .from = sizes_[1], .to = sizes_[3]}).leaves.size() > 1) name = one;
  const CompleteProof proof = Prove({.key = name, .from = sizes_[0], .to = sizes_[3]});
  const CompleteProof later = Prove({.key = name, .from = sizes_[1], .to = sizes_[4]});
  CompleteProof mixed = proof;
  mixed.to.checkpoint = later.to.checkpoint;
  EXPECT_FAILS(Check(mixed), ErrorCode::kCorrupt);
  mixed.to.size = later.to.size;
  EXPECT_FAILS(Check(mixed), ErrorCode::kCorrupt);
  mixed = proof;
  mixed.from = proof.to;
  EXPECT_FAILS(Check(mixed), ErrorCode::kCorrupt);
  mixed.to = *proof.from;
  EXPECT_FAILS(Check(mixed), ErrorCode::kCorrupt);
  EXPECT_FAILS(CheckCompleteProof(FormatCompleteProof(proof), TestSigner(8).key()),
               ErrorCode::kCorrupt);
  // A checkpoint without an index proves nothing of the kind.
  Checkpoint bare = *OpenCheckpoint(proof.to.checkpoint, key());
  bare.index_root.reset();
  mixed = proof;
  mixed.to.checkpoint = *SignCheckpoint(bare, test_->signer);
  EXPECT_FAILS(Check(mixed), ErrorCode::kCorrupt);
}

TEST_F(Complete, EveryChangedByteOfAProofFileIsRefused) {
  std::string name = "provider:";
  for (const auto& [key_text, leaves] : *answers_)
    if (key_text.starts_with("matter:") && leaves.size() >= 2) name = key_text;
  const auto refused = [](const std::string& text) {
    return !CheckCompleteProof(text, key()).has_value();
  };
  for (const CompleteQuestion& question :
       {CompleteQuestion{.key = name, .to = sizes_[2], .entries = true},
        CompleteQuestion{.key = name, .from = sizes_[0], .to = sizes_[5]},
        CompleteQuestion{.key = "matter:nobody", .to = sizes_[1]}}) {
    const std::string text = FormatCompleteProof(Prove(question));
    ASSERT_OK(CheckCompleteProof(text, key()));
    ExpectEveryFlipRefused(text, refused);
  }
}

TEST_F(Complete, QuestionsThatCannotBeAnsweredSayWhy) {
  const Reader reader = test_->ledger->Read();
  for (const char* key_text : {"", "provider", "provider:", ":x", "provider:a\nb"})
    EXPECT_FAILS(ProveComplete(reader, {.key = key_text}), ErrorCode::kInvalid) << key_text;
  EXPECT_FAILS(ProveComplete(reader, {.key = "a:b", .to = TreeSize{7}}), ErrorCode::kNotFound);
  EXPECT_FAILS(ProveComplete(reader, {.key = "a:b", .from = sizes_[2], .to = sizes_[1]}),
               ErrorCode::kInvalid);
}

TEST(Base85, IsWhatPythonGivesAndHasOneTextForEachValue) {
  EXPECT_EQ(Base85Encode(AsBytes("sinetti fold")), "b7^j6baZJTW^Zg{");
  EXPECT_EQ(Base85Encode(Bytes(4, 0xff)), "|NsC0");
  EXPECT_FAILS(Base85Decode("|NsC1"), ErrorCode::kInvalid);
  EXPECT_FAILS(Base85Decode("0000"), ErrorCode::kInvalid);
  EXPECT_FAILS(Base85Decode("0000\""), ErrorCode::kInvalid);
  std::mt19937_64 random(1);
  for (std::size_t size = 0; size < 64; size += 4) {
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random());
    EXPECT_EQ(*Base85Decode(Base85Encode(bytes)), bytes);
  }
}

}  // namespace
}  // namespace sinetti
