#include "ledger/log/checkpoint.h"

#include <gtest/gtest.h>

#include "ledger/log/note.h"
#include "ledger/merkle/tree_hash.h"
#include "tests/support/flip.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using namespace testing_support;

constexpr char kOrigin[] = "ledger.example/log";
constexpr char kTesseraKey[] =
    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

FileSigner SomeSigner() {
  return FileSigner::FromSeed(kOrigin, Secret::From(Bytes(32, 5)).value()).value();
}

Checkpoint SomeCheckpoint() {
  Checkpoint checkpoint;
  checkpoint.origin = kOrigin;
  checkpoint.size = TreeSize{42};
  checkpoint.root = LeafHash(AsBytes("root"));
  checkpoint.index_root = LeafHash(AsBytes("index"));
  checkpoint.time = ParseTimestamp("2026-03-01T12:00:00.5Z").value();
  checkpoint.extensions = {"later something", "odd"};
  return checkpoint;
}

const std::string kHead = std::string(kOrigin) + "\n42\n" + Base64Encode(Bytes(32, 1)) + "\n";

TEST(Checkpoint, ReadsBackWhatItWrites) {
  const Checkpoint full = SomeCheckpoint();
  EXPECT_EQ(ParseCheckpoint(FormatCheckpoint(full)).value(), full);
  Checkpoint bare;
  bare.origin = kOrigin;
  bare.root = EmptyRoot();
  EXPECT_EQ(ParseCheckpoint(FormatCheckpoint(bare)).value(), bare);
}

TEST(Checkpoint, KeepsUnknownExtensionLines) {
  const auto checkpoint = ParseCheckpoint(kHead + "future x\ntime 2026-03-01T12:00:00Z\nmore\n");
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  EXPECT_EQ(checkpoint->extensions, (std::vector<std::string>{"future x", "more"}));
  EXPECT_EQ(FormatTimestamp(*checkpoint->time), "2026-03-01T12:00:00Z");
  EXPECT_FALSE(checkpoint->index_root);
}

TEST(Checkpoint, RefusesEveryOtherTextOfAValue) {
  EXPECT_TRUE(ParseCheckpoint(kHead));
  const std::string root = Base64Encode(Bytes(32, 1)) + "\n";
  const std::string origin = std::string(kOrigin) + "\n";
  for (const std::string& bad : {std::string(),
                                 origin,
                                 origin + "42\n",
                                 origin + "42\n" + root.substr(0, 44),
                                 "\n42\n" + root,
                                 origin + "042\n" + root,
                                 origin + "+42\n" + root,
                                 origin + " 42\n" + root,
                                 origin + "-1\n" + root,
                                 origin + "\n" + root,
                                 origin + "4x\n" + root,
                                 origin + "9223372036854775808\n" + root,
                                 origin + "99999999999999999999\n" + root,
                                 origin + "42\nAAAA\n",
                                 origin + "42\n" + std::string(44, '!') + "\n",
                                 origin + "0\n" + root,
                                 kHead + "\n",
                                 kHead + "index AAAA\n",
                                 kHead + "time yesterday\n",
                                 kHead + "time 2026-03-01T14:00:00+02:00\n",
                                 kHead + "time 2026-03-01T12:00:00.500Z\n",
                                 kHead + "time 2026-03-01T12:00:00Z\ntime 2026-03-01T12:00:00Z\n",
                                 kHead + "index " + root + "index " + root,
                                 kHead + "no newline"})
    EXPECT_EQ(ParseCheckpoint(bad).error().code, ErrorCode::kInvalid) << bad;
  EXPECT_TRUE(ParseCheckpoint(origin + "9223372036854775807\n" + root));
}

TEST(Checkpoint, SignedOpensAndRefusesEveryFlippedByte) {
  FileSigner signer = SomeSigner();
  const std::string note = SignCheckpoint(SomeCheckpoint(), signer).value();
  const auto opened = OpenCheckpoint(note, signer.key());
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(*opened, SomeCheckpoint());
  ExpectEveryFlipRefused(
      note, [&](const std::string& text) { return !OpenCheckpoint(text, signer.key()); });
}

TEST(Checkpoint, IsSignedOnlyByTheKeyOfItsLedger) {
  FileSigner signer = SomeSigner();
  Checkpoint other = SomeCheckpoint();
  other.origin = "other.example/log";
  EXPECT_EQ(SignCheckpoint(other, signer).error().code, ErrorCode::kInvalid);
  // A note about another ledger does not open, although the signature is right.
  const std::string note = SignNote(FormatCheckpoint(other), signer).value();
  EXPECT_EQ(OpenCheckpoint(note, signer.key()).error().code, ErrorCode::kCorrupt);
}

TEST(Checkpoint, WhoseExtensionReadsAsAnotherFieldIsNotSigned) {
  FileSigner signer = SomeSigner();
  for (const char* line : {"", "two\nlines", "time 2026-03-01T12:00:00Z", "time x", "index x"}) {
    Checkpoint checkpoint = SomeCheckpoint();
    checkpoint.time.reset();
    checkpoint.extensions = {line};
    EXPECT_EQ(SignCheckpoint(checkpoint, signer).error().code, ErrorCode::kInvalid) << line;
  }
}

TEST(Checkpoint, OpensThoseOfAnotherImplementation) {
  SINETTI_NEEDS_SHARED_DATA("vectors/tlog/tessera/testdata/log/checkpoint.0");
  const VerifierKey key = ParseVerifierKey(kTesseraKey).value();
  for (std::uint64_t size = 0; size <= 15; ++size) {
    const std::string note = ReadFile(
        SharedData("vectors/tlog/tessera/testdata/log/checkpoint." + std::to_string(size)));
    const auto checkpoint = OpenCheckpoint(note, key);
    ASSERT_TRUE(checkpoint) << checkpoint.error().message;
    EXPECT_EQ(checkpoint->origin, "example.com/log/testdata");
    EXPECT_EQ(checkpoint->size, TreeSize{size});
    EXPECT_FALSE(checkpoint->time);
    EXPECT_EQ(FormatCheckpoint(*checkpoint), ParseNote(note)->text);
    ExpectEveryFlipRefused(note,
                           [&](const std::string& text) { return !OpenCheckpoint(text, key); });
  }
}

}  // namespace
}  // namespace sinetti
