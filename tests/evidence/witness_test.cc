// What a witness cosigns, what it refuses, and what it remembers whatever happens in between.
#include "ledger/evidence/witness.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "ledger/log/cosignature.h"
#include "tests/evidence/test_log.h"
#include "tests/support/flip.h"
#include "tests/support/results.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace sinetti {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using namespace testing_support;

class WitnessTest : public testing::Test {
 protected:
  WitnessTest() {
    witness_.emplace(Witness::Create(folder_, "witness.example/w", WitnessMode::kLight).value());
    EXPECT_OK(witness_->AddLog(log_.key()));
  }

  Result<CosignOutcome> Show(const std::string& text, std::int64_t second = 1000) {
    return witness_->Cosign(ReadSubmission(text), At(second));
  }
  std::uint64_t Seen() {
    const WitnessedLog log = witness_->LogOf("log.example/a").value();
    return log.seen ? log.seen->checkpoint.size.value : 0;
  }
  void Reopen() {
    witness_.reset();
    witness_.emplace(Witness::Open(folder_).value());
  }
  fs::path StateFile() { return *fs::directory_iterator(folder_ / "logs"); }

  TempDir dir_;
  fs::path folder_ = dir_ / "witness";
  TestLog log_{20};
  std::optional<Witness> witness_;
};

TEST_F(WitnessTest, CosignsTheFirstCheckpointAndWhatIsProvedToExtendIt) {
  ASSERT_OK(Show(log_.CheckpointAt(3)));
  const auto outcome = Show(log_.Consistency(3, 11));
  ASSERT_OK(outcome);
  const VerifierKey keys[] = {log_.key(), witness_->key()};
  const auto opened = OpenNote(outcome->note, keys);
  ASSERT_OK(opened);
  ASSERT_EQ(opened->cosigned_by.size(), 1u);
  EXPECT_EQ(opened->cosigned_by[0].time, At(1000));
  EXPECT_EQ(OpenCheckpoint(outcome->note, log_.key())->size.value, 11u);
  EXPECT_EQ(Seen(), 11u);
  Reopen();
  EXPECT_EQ(Seen(), 11u);
}

TEST_F(WitnessTest, CosignsTheSameCheckpointAgain) {
  ASSERT_OK(Show(log_.CheckpointAt(3), 1000));
  const auto again = Show(log_.CheckpointAt(3), 2000);
  ASSERT_OK(again);
  EXPECT_EQ(again->time, At(2000));
}

TEST_F(WitnessTest, NeedsNoProofFromTheEmptyTree) {
  ASSERT_OK(Show(log_.CheckpointAt(0)));
  EXPECT_OK(Show(log_.CheckpointAt(7)));
}

TEST_F(WitnessTest, RefusesALargerCheckpointWithoutTheProofFromWhatItSaw) {
  ASSERT_OK(Show(log_.CheckpointAt(3)));
  const auto bare = Show(log_.CheckpointAt(11));
  EXPECT_FAILS(bare, ErrorCode::kConflict);
  EXPECT_THAT(bare.error().message, HasSubstr("sinetti prove consistency 3 11"));
  EXPECT_FAILS(Show(log_.Consistency(2, 11)), ErrorCode::kConflict);
  EXPECT_FAILS(Show(log_.Consistency(4, 11)), ErrorCode::kConflict);
  EXPECT_EQ(Seen(), 3u);
}

TEST_F(WitnessTest, RefusesWhatIsOlderThanWhatItSaw) {
  ASSERT_OK(Show(log_.CheckpointAt(11)));
  EXPECT_FAILS(Show(log_.CheckpointAt(3)), ErrorCode::kConflict);
  EXPECT_FAILS(Show(log_.Consistency(3, 10)), ErrorCode::kConflict);
  EXPECT_EQ(Seen(), 11u);
}

TEST_F(WitnessTest, RefusesAnUnknownLogAndAnotherKeyOfAKnownOne) {
  TestLog stranger(5, UINT64_MAX, "log.example/b", 2);
  EXPECT_FAILS(Show(stranger.CheckpointAt(5)), ErrorCode::kNotFound);
  TestLog impostor(5, UINT64_MAX, "log.example/a", 2);
  EXPECT_FAILS(Show(impostor.CheckpointAt(5)), ErrorCode::kCorrupt);
  EXPECT_FAILS(witness_->AddLog(impostor.key()), ErrorCode::kConflict);
  EXPECT_FAILS(witness_->AddLog(witness_->key()), ErrorCode::kInvalid);
  EXPECT_OK(witness_->AddLog(log_.key()));  // again: nothing happens
}

TEST_F(WitnessTest, KeepsAForkAsEvidenceThatAnybodyCanCheck) {
  TestLog forked(20, 2);
  ASSERT_OK(Show(log_.CheckpointAt(5)));
  for (const std::string& fork : {forked.CheckpointAt(5), forked.Consistency(5, 9)}) {
    const auto outcome = Show(fork);
    ASSERT_OK(outcome);
    ASSERT_TRUE(outcome->contradiction);
    EXPECT_EQ(outcome->contradiction->kind, ContradictionKind::kFork);
    EXPECT_EQ(outcome->note, "");
    const auto kept = CheckContradiction(ReadFile(outcome->kept), log_.key());
    ASSERT_OK(kept);
    EXPECT_EQ(kept->kind, ContradictionKind::kFork);
  }
  EXPECT_EQ(witness_->Contradictions()->size(), 1u);  // twice the same evidence
  EXPECT_EQ(Seen(), 5u);
  // The true log goes on as before.
  EXPECT_OK(Show(log_.Consistency(5, 9)));
}

TEST_F(WitnessTest, AForkThatGrewCannotProveThatItExtendsWhatWasSeen) {
  TestLog forked(20, 4);
  ASSERT_OK(Show(log_.CheckpointAt(5)));
  // The proof of the other history, with the honest older checkpoint put into it.
  ConsistencyProof proof = ParseConsistencyProof(forked.Consistency(5, 9)).value();
  proof.old_checkpoint = log_.CheckpointAt(5);
  EXPECT_FAILS(Show(FormatConsistencyProof(proof).value()), ErrorCode::kCorrupt);
  EXPECT_EQ(Seen(), 5u);
}

TEST_F(WitnessTest, KeepsALedgerThatWasSetBackAsEvidence) {
  ASSERT_OK(Show(log_.CheckpointAt(11)));
  const auto outcome = Show(log_.CheckpointAt(8, 500));
  ASSERT_OK(outcome);
  ASSERT_TRUE(outcome->contradiction);
  EXPECT_EQ(outcome->contradiction->kind, ContradictionKind::kSetBack);
  EXPECT_OK(CheckContradiction(ReadFile(outcome->kept), log_.key()));
  EXPECT_EQ(Seen(), 11u);
}

TEST_F(WitnessTest, RefusesEveryChangedByteOfAProof) {
  ASSERT_OK(Show(log_.CheckpointAt(3)));
  const std::string proof = log_.Consistency(3, 11);
  ExpectEveryFlipRefused(proof, [&](const std::string& text) { return !Show(text); });
  EXPECT_EQ(Seen(), 3u);
  EXPECT_OK(Show(proof));
}

TEST_F(WitnessTest, DoesNotCosignWhenItsClockStandsBeforeItsLastCosignature) {
  ASSERT_OK(Show(log_.CheckpointAt(3), 1000));
  EXPECT_FAILS(Show(log_.Consistency(3, 11), 999), ErrorCode::kEnvironment);
  EXPECT_EQ(Seen(), 3u);
  EXPECT_OK(Show(log_.Consistency(3, 11), 1000));
}

TEST_F(WitnessTest, PassesOnNoSignatureThatNobodyChecked) {
  FileSigner other = SignerOf("other.example", 9);
  Note note = ParseNote(log_.CheckpointAt(3)).value();
  note.signatures.push_back(ParseNote(SignNote(note.text, other).value()).value().signatures[0]);
  const auto outcome = Show(FormatNote(note));
  ASSERT_OK(outcome);
  EXPECT_EQ(ParseNote(outcome->note)->signatures.size(), 2u);
}

TEST_F(WitnessTest, RefusesEveryChangedByteOfItsState) {
  for (const bool seen : {false, true}) {
    if (seen) {
      ASSERT_OK(Show(log_.CheckpointAt(11)));
    }
    const std::string text = ReadFile(StateFile());
    ASSERT_OK(ParseWitnessedLog(text, witness_->key()));
    ExpectEveryFlipRefused(text, [&](const std::string& changed) {
      return !ParseWitnessedLog(changed, witness_->key());
    });
  }
  const std::string identity = ReadFile(folder_ / "witness");
  ExpectEveryFlipRefused(identity,
                         [](const std::string& changed) { return !ParseWitnessIdentity(changed); });
}

TEST_F(WitnessTest, DoesNotBeginAnewWhenItsStateIsDamaged) {
  ASSERT_OK(Show(log_.CheckpointAt(11)));
  const std::string text = ReadFile(StateFile());
  std::ofstream(StateFile()) << text.substr(0, text.find("size"));
  EXPECT_FAILS(Show(log_.CheckpointAt(11)), ErrorCode::kCorrupt);
  EXPECT_FAILS(witness_->AddLog(log_.key()), ErrorCode::kCorrupt);
  EXPECT_FAILS(Witness::Create(folder_, "witness.example/w", WitnessMode::kLight),
               ErrorCode::kConflict);
  // The state of one log under the name of another.
  std::ofstream(StateFile()) << text;
  TestLog other(5, UINT64_MAX, "log.example/b", 2);
  ASSERT_OK(witness_->AddLog(other.key()));
  for (const auto& file : fs::directory_iterator(folder_ / "logs"))
    std::ofstream(file.path()) << text;
  EXPECT_FAILS(Show(other.CheckpointAt(5)), ErrorCode::kCorrupt);
}

TEST_F(WitnessTest, IsHeldByOneProcessAndReadableByItsOwnerAlone) {
  EXPECT_FAILS(Witness::Open(folder_), ErrorCode::kLocked);
  EXPECT_EQ(fs::status(folder_).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(StateFile()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FAILS(Witness::Open(dir_ / "nowhere"), ErrorCode::kNotFound);
}

TEST_F(WitnessTest, IgnoresWhatACrashLeftBesideTheState) {
  ASSERT_OK(Show(log_.CheckpointAt(3)));
  fs::path beside = StateFile();
  beside += ".part";
  std::ofstream(beside) << "half a sta";
  Reopen();
  EXPECT_EQ(Seen(), 3u);
  EXPECT_EQ(witness_->Logs()->size(), 1u);
  EXPECT_OK(Show(log_.Consistency(3, 11)));
  EXPECT_EQ(Seen(), 11u);
}

TEST_F(WitnessTest, CosignsNothingWhenItsStateCannotBeWritten) {
  ASSERT_OK(Show(log_.CheckpointAt(3)));
  fs::path beside = StateFile();
  beside += ".part";
  fs::create_directory(beside);
  std::ofstream(beside / "in the way") << "x";
  EXPECT_FAILS(Show(log_.Consistency(3, 11)), ErrorCode::kEnvironment);
  EXPECT_EQ(Seen(), 3u);
}

TEST(FullWitness, CosignsNothingWithoutAReplay) {
  TempDir dir;
  TestLog log(5);
  auto witness = Witness::Create(dir / "w", "witness.example/full", WitnessMode::kFull);
  ASSERT_OK(witness);
  ASSERT_OK(witness->AddLog(log.key()));
  EXPECT_FAILS(witness->Cosign(ReadSubmission(log.CheckpointAt(5)), At(0)), ErrorCode::kInvalid);
}

TEST(Contradiction, NeedsTwoCheckpointsThatCannotBothBeTrue) {
  TestLog log(9), forked(9, 2);
  const auto check = [&](const std::string& first, const std::string& second) {
    return CheckContradiction(FormatContradiction(first, second), log.key());
  };
  const std::string fork = FormatContradiction(log.CheckpointAt(5), forked.CheckpointAt(5));
  EXPECT_OK(CheckContradiction(fork, log.key()));
  ExpectEveryFlipRefused(
      fork, [&](const std::string& text) { return !CheckContradiction(text, log.key()); });
  // Different times under one tree, growth in time, a fork before two different sizes.
  EXPECT_FAILS(check(log.CheckpointAt(5, 7), log.CheckpointAt(5, 8)), ErrorCode::kCorrupt);
  EXPECT_FAILS(check(log.CheckpointAt(5), log.CheckpointAt(6)), ErrorCode::kCorrupt);
  EXPECT_FAILS(check(log.CheckpointAt(6), log.CheckpointAt(5)), ErrorCode::kCorrupt);
  EXPECT_FAILS(check(log.CheckpointAt(5, 7), log.CheckpointAt(6, 7)), ErrorCode::kCorrupt);
  EXPECT_OK(check(log.CheckpointAt(6, 7), log.CheckpointAt(5, 8)));
}

TEST(Contradiction, IsAlsoTwoIndexesOfOneTree) {
  Checkpoint first{.origin = "log.example/a", .size = TreeSize{3}};
  Checkpoint second = first;
  EXPECT_FALSE(Contradicts(first, second));
  first.index_root = Hash{};
  EXPECT_FALSE(Contradicts(first, second));
  second.index_root = HashOf({AsBytes("other")});
  EXPECT_EQ(Contradicts(first, second), ContradictionKind::kIndexFork);
}

}  // namespace
}  // namespace sinetti
