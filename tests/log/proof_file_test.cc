#include "ledger/log/proof_file.h"

#include <gtest/gtest.h>

#include "ledger/crypto/sha256.h"
#include "ledger/log/note.h"
#include "ledger/merkle/proof.h"
#include "tests/support/flip.h"
#include "tests/support/memory_tree.h"

namespace sinetti {
namespace {

using namespace testing_support;

// A ledger of 11 chained entries and its signer.
class ProofFile : public testing::Test {
 protected:
  ProofFile()
      : signer_(FileSigner::FromSeed("ledger.example/log", Secret::From(Bytes(32, 5)).value())
                    .value()) {
    Hash previous;
    for (int i = 0; i < 11; ++i) {
      Bytes entry;
      entry.reserve(64);
      entry.insert(entry.end(), previous.bytes.begin(), previous.bytes.end());
      for (const char c : "record " + std::to_string(i))
        entry.push_back(static_cast<std::uint8_t>(c));
      previous = LeafHash(entry);
      tree_.Append(previous);
      entries_.push_back(std::move(entry));
    }
  }

  std::string CheckpointAt(std::uint64_t size) {
    Checkpoint checkpoint;
    checkpoint.origin = "ledger.example/log";
    checkpoint.size = TreeSize{size};
    checkpoint.root = ReadRoot(checkpoint.size, tree_).value();
    checkpoint.time = Timestamp{1'772'366'400'000'000};
    return SignCheckpoint(checkpoint, signer_).value();
  }

  InclusionProof InclusionOf(std::uint64_t sequence, std::uint64_t size) {
    return {Sequence{sequence}, entries_[sequence],
            ProveInclusion(Sequence{sequence}, TreeSize{size}, tree_).value(), CheckpointAt(size)};
  }

  std::string ConsistencyOf(std::uint64_t old_size, std::uint64_t new_size) {
    return FormatConsistencyProof(
               {CheckpointAt(old_size), CheckpointAt(new_size),
                ProveConsistency(TreeSize{old_size}, TreeSize{new_size}, tree_).value()})
        .value();
  }

  FileSigner signer_;
  MemoryTree tree_;
  std::vector<Bytes> entries_;
};

TEST_F(ProofFile, OfInclusionChecksForEveryEntryOfEverySize) {
  for (std::uint64_t size = 1; size <= 11; ++size) {
    for (std::uint64_t sequence = 0; sequence < size; ++sequence) {
      const InclusionProof proof = InclusionOf(sequence, size);
      const std::string text = FormatInclusionProof(proof);
      EXPECT_EQ(ProofKindOf(text).value(), ProofKind::kInclusion);
      EXPECT_EQ(ParseInclusionProof(text).value(), proof);
      const auto checked = CheckInclusionProof(text, signer_.key());
      ASSERT_TRUE(checked) << checked.error().message;
      EXPECT_EQ(checked->sequence, Sequence{sequence});
      EXPECT_EQ(checked->entry, entries_[sequence]);
      EXPECT_EQ(checked->leaf_hash, LeafHash(entries_[sequence]));
      EXPECT_EQ(checked->checkpoint.size, TreeSize{size});
    }
  }
}

TEST_F(ProofFile, OfInclusionHasTheLinesOfTheSpecification) {
  const InclusionProof proof = InclusionOf(0, 2);
  EXPECT_EQ(FormatInclusionProof(proof),
            "c2sp.org/tlog-proof@v1\nextra " + Base64Encode(entries_[0]) + "\nindex 0\n" +
                Base64Encode(LeafHash(entries_[1]).view()) + "\n\n" + CheckpointAt(2));
}

TEST_F(ProofFile, OfInclusionRefusesEveryFlippedByte) {
  for (const std::uint64_t sequence : {0, 4, 10}) {
    const std::string text = FormatInclusionProof(InclusionOf(sequence, 11));
    ExpectEveryFlipRefused(
        text, [&](const std::string& t) { return !CheckInclusionProof(t, signer_.key()); });
  }
}

TEST_F(ProofFile, OfInclusionIsRefusedForAnotherEntryPositionOrKey) {
  InclusionProof proof = InclusionOf(4, 11);
  proof.entry = entries_[5];
  EXPECT_EQ(CheckInclusionProof(FormatInclusionProof(proof), signer_.key()).error().code,
            ErrorCode::kCorrupt);
  proof = InclusionOf(4, 11);
  proof.sequence = Sequence{5};
  EXPECT_EQ(CheckInclusionProof(FormatInclusionProof(proof), signer_.key()).error().code,
            ErrorCode::kCorrupt);
  proof = InclusionOf(4, 11);
  proof.sequence = Sequence{11};
  EXPECT_EQ(CheckInclusionProof(FormatInclusionProof(proof), signer_.key()).error().code,
            ErrorCode::kInvalid);
  const auto other =
      FileSigner::FromSeed("ledger.example/log", Secret::From(Bytes(32, 6)).value()).value();
  EXPECT_EQ(CheckInclusionProof(FormatInclusionProof(InclusionOf(4, 11)), other.key()).error().code,
            ErrorCode::kCorrupt);
}

TEST_F(ProofFile, OfInclusionNeedsTheEntryInside) {
  std::string text = FormatInclusionProof(InclusionOf(4, 11));
  const std::size_t extra = text.find("extra ");
  text.erase(extra, text.find('\n', extra) + 1 - extra);
  const auto checked = CheckInclusionProof(text, signer_.key());
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, ErrorCode::kInvalid);
  EXPECT_NE(checked.error().message.find("extra"), std::string::npos);
}

TEST_F(ProofFile, OfConsistencyChecksForEveryPairOfSizes) {
  for (std::uint64_t new_size = 1; new_size <= 11; ++new_size) {
    for (std::uint64_t old_size = 1; old_size <= new_size; ++old_size) {
      const std::string text = ConsistencyOf(old_size, new_size);
      EXPECT_EQ(ProofKindOf(text).value(), ProofKind::kConsistency);
      EXPECT_EQ(FormatConsistencyProof(ParseConsistencyProof(text).value()).value(), text);
      const auto checked = CheckConsistencyProof(text, signer_.key());
      ASSERT_TRUE(checked) << checked.error().message;
      EXPECT_EQ(checked->old_checkpoint.size, TreeSize{old_size});
      EXPECT_EQ(checked->new_checkpoint.size, TreeSize{new_size});
    }
  }
}

TEST_F(ProofFile, OfConsistencyRefusesEveryFlippedByte) {
  for (const std::uint64_t old_size : {1, 6, 8, 11}) {
    const std::string text = ConsistencyOf(old_size, 11);
    ExpectEveryFlipRefused(
        text, [&](const std::string& t) { return !CheckConsistencyProof(t, signer_.key()); });
  }
}

TEST_F(ProofFile, OfConsistencyRefusesTwoHistories) {
  // The same ledger name and key, but entry 3 was rewritten before entry 11 came.
  MemoryTree forked;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    forked.Append(LeafHash(i == 3 ? entries_[0] : entries_[i]));
  Checkpoint fork;
  fork.origin = "ledger.example/log";
  fork.size = TreeSize{11};
  fork.root = forked.Root();
  const auto hashes = ProveConsistency(TreeSize{6}, TreeSize{11}, forked).value();
  const std::string text =
      FormatConsistencyProof({CheckpointAt(6), SignCheckpoint(fork, signer_).value(), hashes})
          .value();
  EXPECT_EQ(CheckConsistencyProof(text, signer_.key()).error().code, ErrorCode::kCorrupt);
}

// Found by fuzzing: the lines were compared when the proof was checked, not when it was read.
TEST_F(ProofFile, OfConsistencyIsNotReadWhenItsLinesContradictItsCheckpoints) {
  const std::string text = ConsistencyOf(6, 11);
  ASSERT_TRUE(ParseConsistencyProof(text));
  std::string other = text;
  other.replace(other.find("old 6"), 5, "old 5");
  EXPECT_EQ(ParseConsistencyProof(other).error().code, ErrorCode::kInvalid);
}

TEST_F(ProofFile, OfConsistencyDoesNotBeginAtTheEmptyTree) {
  const std::string text = FormatConsistencyProof({CheckpointAt(0), CheckpointAt(11), {}}).value();
  EXPECT_EQ(CheckConsistencyProof(text, signer_.key()).error().code, ErrorCode::kInvalid);
}

TEST_F(ProofFile, ChecksBesideCosignaturesOfWitnesses) {
  FileSigner witness =
      FileSigner::FromSeed("witness.example", Secret::From(Bytes(32, 8)).value()).value();
  const auto cosigned = [&](std::uint64_t size) {
    const std::string note = CheckpointAt(size);
    const std::string cosignature = SignNote(ParseNote(note)->text, witness).value();
    return note + cosignature.substr(cosignature.rfind("\n\n") + 2);
  };
  InclusionProof proof = InclusionOf(4, 11);
  proof.checkpoint = cosigned(11);
  EXPECT_TRUE(CheckInclusionProof(FormatInclusionProof(proof), signer_.key()));
  const auto hashes = ProveConsistency(TreeSize{6}, TreeSize{11}, tree_).value();
  const std::string text = FormatConsistencyProof({cosigned(6), cosigned(11), hashes}).value();
  EXPECT_TRUE(CheckConsistencyProof(text, signer_.key()));
}

TEST_F(ProofFile, OfAnUnknownKindIsToldApart) {
  EXPECT_EQ(ProofKindOf("c2sp.org/tlog-proof@v2\n").error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(ProofKindOf("").error().code, ErrorCode::kInvalid);
  EXPECT_EQ(
      CheckConsistencyProof(FormatInclusionProof(InclusionOf(0, 1)), signer_.key()).error().code,
      ErrorCode::kInvalid);
}

}  // namespace
}  // namespace sinetti
