// The worked example of docs/format/index.md, computed anew.
#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>

#include "ledger/crypto/key_file.h"
#include "ledger/index/complete_proof.h"
#include "ledger/merkle/frontier.h"
#include "tests/support/page.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;

constexpr const char* kPage = "docs/format/index.md";
constexpr const char* kProvider = "provider:0204819-8";
constexpr const char* kContract = "type:contract.signed";
constexpr const char* kDecision = "type:decision.made";

// The leaf hashes of the three entries of docs/format/hashing.md.
std::vector<Hash> Leaves() {
  std::vector<Hash> leaves;
  Hash previous;
  for (const char* record : {"first record", "second record", "third record"}) {
    previous = LeafHash(previous.view(), AsBytes(record));
    leaves.push_back(previous);
  }
  return leaves;
}

std::string Line(const char* what, const KeyState& state) {
  return std::string(what) + std::to_string(state.count) + "  " + state.head.hex() + "\n";
}

TEST(IndexPage, FoldExampleIsTrue) {
  const std::vector<Hash> leaves = Leaves();
  std::string text;
  for (const char* key : {kProvider, kContract, kDecision})
    text += "key   " + std::string(key) + std::string(22 - std::strlen(key), ' ') +
            IndexKeyHash(key).hex() + "\n";
  const KeyState first = KeyState{}.With(leaves[0]);
  const KeyState both = first.With(leaves[1]);
  text += "\n" + Line("after entry 0   provider:0204819-8    ", first);
  text += Line("                type:contract.signed  ", first);
  text += Line("after entry 1   provider:0204819-8    ", both);
  text += Line("                type:decision.made    ", KeyState{}.With(leaves[1]));
  text += Line("after entry 2   type:contract.signed  ", first.With(leaves[2]));
  ExpectExample(kPage, "fold", text);
}

std::vector<MapEntry> EntriesAt3() {
  const std::vector<Hash> leaves = Leaves();
  std::vector<MapEntry> entries = {
      {IndexKeyHash(kProvider), KeyState{}.With(leaves[0]).With(leaves[1])},
      {IndexKeyHash(kContract), KeyState{}.With(leaves[0]).With(leaves[2])},
      {IndexKeyHash(kDecision), KeyState{}.With(leaves[1])}};
  std::ranges::sort(entries, {}, &MapEntry::key);
  return entries;
}

TEST(IndexPage, MapExampleIsTrue) {
  const std::vector<MapEntry> entries = EntriesAt3();
  std::string text;
  for (const MapEntry& entry : entries) {
    std::string bits;
    for (std::size_t i = 0; i < 8; ++i) bits += KeyBit(entry.key, i) ? '1' : '0';
    text += "leaf    " + bits + "…  " + MapLeafHash(entry).hex() + "\n";
  }
  text += "root(3)            " + MapSubtreeHash(entries).hex() + "\n";
  for (const char* key : {kDecision, "client:absent"}) {
    MapProof proof;
    const KeyState state = WalkSubtree(entries, IndexKeyHash(key), 0, proof);
    std::reverse(proof.siblings.begin(), proof.siblings.end());
    EXPECT_OK(VerifyMapProof(IndexKeyHash(key), state, proof, MapSubtreeHash(entries)));
    text += "\nproof of " + std::string(key) + ", " + IndexKeyHash(key).hex().substr(0, 8) + "…\n";
    text += Line("  state    ", state);
    if (proof.other)
      text +=
          "  other    " + proof.other->key.hex() + "\n" + Line("           ", proof.other->state);
    for (const Hash& sibling : proof.siblings) text += "  sibling  " + sibling.hex() + "\n";
  }
  ExpectExample(kPage, "map", text);
}

// The checkpoints of docs/format/checkpoint.md with an index: of 1 entry and of 3.
class CompletePage : public ::testing::Test {
 protected:
  KeyAt At(std::uint64_t size, const std::vector<MapEntry>& entries, const char* key) {
    Frontier frontier;
    for (std::uint64_t i = 0; i < size; ++i) frontier.Append(Leaves()[i]);
    Checkpoint checkpoint;
    checkpoint.origin = "sinetti.example/ledger";
    checkpoint.size = TreeSize{size};
    checkpoint.root = frontier.Root();
    checkpoint.index_root = MapSubtreeHash(entries);
    checkpoint.time = ParseTimestamp("2026-03-01T12:00:00Z").value();
    KeyAt at{.checkpoint = SignCheckpoint(checkpoint, signer_).value(), .size = checkpoint.size};
    at.state = WalkSubtree(entries, IndexKeyHash(key), 0, at.proof);
    std::reverse(at.proof.siblings.begin(), at.proof.siblings.end());
    return at;
  }

  static std::vector<MapEntry> EntriesAt1() {
    const KeyState first = KeyState{}.With(Leaves()[0]);
    return {{IndexKeyHash(kProvider), first}, {IndexKeyHash(kContract), first}};
  }

  FileSigner signer_ =
      FileSigner::FromSeed("sinetti.example/ledger", Secret::From(Bytes(32, 0x2a)).value()).value();
};

TEST_F(CompletePage, ExamplesAreTrue) {
  CompleteProof proof{.key = kProvider};
  proof.from = At(1, EntriesAt1(), kProvider);
  proof.to = At(3, EntriesAt3(), kProvider);
  proof.leaves = {Leaves()[1]};
  const Hash previous = Leaves()[0];
  Bytes entry(previous.bytes.begin(), previous.bytes.end());
  const ByteView record = AsBytes("second record");
  entry.insert(entry.end(), record.begin(), record.end());
  proof.entries = {entry};
  const CompleteProof none{.key = "client:absent", .to = At(3, EntriesAt3(), "client:absent")};
  const char* page = "docs/format/proof.md";
  ExpectExample(page, "complete", FormatCompleteProof(proof));
  EXPECT_OK(CheckCompleteProof(ExampleIn(page, "complete"), signer_.key()));
  ExpectExample(page, "absent", FormatCompleteProof(none));
  EXPECT_OK(CheckCompleteProof(ExampleIn(page, "absent"), signer_.key()));
}

}  // namespace
}  // namespace sinetti
