// The worked examples of docs/format/hashing.md, checkpoint.md and proof.md, computed anew.
#include <gtest/gtest.h>

#include "ledger/crypto/key_file.h"
#include "ledger/log/checkpoint.h"
#include "ledger/log/metadata.h"
#include "ledger/log/note.h"
#include "ledger/log/proof_file.h"
#include "ledger/merkle/proof.h"
#include "tests/support/memory_tree.h"
#include "tests/support/page.h"

namespace sinetti {
namespace {

using namespace testing_support;

// The ledger of the pages: three short texts in place of records.
class FormatPages : public testing::Test {
 protected:
  FormatPages() {
    Hash previous;
    for (const std::string record : {"first record", "second record", "third record"}) {
      Bytes entry;
      entry.reserve(64);
      entry.insert(entry.end(), previous.bytes.begin(), previous.bytes.end());
      const ByteView bytes = AsBytes(record);
      entry.insert(entry.end(), bytes.begin(), bytes.end());
      previous = LeafHash(entry);
      tree_.Append(previous);
      entries_.push_back(std::move(entry));
      leaves_.push_back(previous);
    }
  }

  std::string CheckpointAt(std::uint64_t size) {
    Checkpoint checkpoint;
    checkpoint.origin = "sinetti.example/ledger";
    checkpoint.size = TreeSize{size};
    checkpoint.root = ReadRoot(checkpoint.size, tree_).value();
    checkpoint.time = ParseTimestamp("2026-03-01T12:00:00Z").value();
    return SignCheckpoint(checkpoint, signer_).value();
  }

  FileSigner signer_ =
      FileSigner::FromSeed("sinetti.example/ledger", Secret::From(Bytes(32, 0x2a)).value()).value();
  MemoryTree tree_;
  std::vector<Bytes> entries_;
  std::vector<Hash> leaves_;
};

TEST_F(FormatPages, HashingExampleIsTrue) {
  std::string text;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    text += "entry " + n + "   " + HexEncode(ByteView(entries_[i]).first(32)) + "\n          " +
            HexEncode(ByteView(entries_[i]).subspan(32)) + "\n";
    text += "leaf " + n + "    " + leaves_[i].hex() + "\n\n";
  }
  const Hash node = NodeHash(leaves_[0], leaves_[1]);
  text += "node      " + node.hex() + "\n";
  text += "root(0)   " + EmptyRoot().hex() + "\n";
  text += "root(1)   " + leaves_[0].hex() + "\n";
  text += "root(2)   " + node.hex() + "\n";
  text += "root(3)   " + NodeHash(node, leaves_[2]).hex() + "\n";
  EXPECT_EQ(tree_.Root(), NodeHash(node, leaves_[2]));
  ExpectExample("docs/format/hashing.md", "hashing", text);
}

TEST_F(FormatPages, TileExampleIsTrue) {
  MemoryTree tree;
  for (int i = 0; i < 600; ++i) {
    const std::uint8_t entry[] = {static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i)};
    tree.Append(LeafHash(entry));
  }
  const auto first_tile = tree.ReadHashes(0, 0, kTileWidth).value();
  std::string text;
  text += "tile level 0: 600 hashes, full tiles 0 and 1, 88 hashes in partial tile 2\n";
  text += "tile level 1: 2 hashes, no full tile, 2 hashes in partial tile 0\n";
  text += "tile (0, 0), hash 0     " + first_tile[0].hex() + "\n";
  text += "tile (0, 0), hash 255   " + first_tile[255].hex() + "\n";
  text += "tile (1, 0), hash 0     " + tree.ReadHashes(1, 0, 1).value()[0].hex() + "\n";
  text += "tile (1, 0), hash 1     " + tree.ReadHashes(1, 1, 1).value()[0].hex() + "\n";
  text += "root(600)               " + tree.Root().hex() + "\n";
  EXPECT_EQ(tree.tiles().count(), 2u);
  EXPECT_EQ(tree.edge().Partial(0).size(), 88u);
  ExpectExample("docs/format/hashing.md", "tiles", text);
}

TEST_F(FormatPages, CheckpointExampleIsTrue) {
  ExpectExample("docs/format/checkpoint.md", "verifier key",
                FormatVerifierKey(signer_.key()) + "\n");
  ExpectExample("docs/format/checkpoint.md", "checkpoint", CheckpointAt(3));
  EXPECT_TRUE(OpenCheckpoint(ExampleIn("docs/format/checkpoint.md", "checkpoint"), signer_.key()));
}

TEST_F(FormatPages, KeyFileExampleIsTrue) {
  char name[] = "/tmp/sinetti_page_XXXXXX";
  const std::filesystem::path folder = mkdtemp(name);
  ASSERT_TRUE(WriteKeyFile(folder / "key",
                           {"sinetti.example/ledger", Secret::From(Bytes(32, 0x2a)).value()}));
  ExpectExample("docs/format/checkpoint.md", "key file", ReadFile(folder / "key"));
  std::filesystem::remove_all(folder);
}

TEST_F(FormatPages, ProofExamplesAreTrue) {
  const std::string page = "docs/format/proof.md";
  const std::string inclusion = FormatInclusionProof(
      {Sequence{1}, entries_[1], ProveInclusion(Sequence{1}, TreeSize{3}, tree_).value(),
       CheckpointAt(3)});
  ExpectExample(page, "inclusion", inclusion);
  EXPECT_TRUE(CheckInclusionProof(ExampleIn(page, "inclusion"), signer_.key()));

  const auto hashes = ProveConsistency(TreeSize{2}, TreeSize{3}, tree_).value();
  ExpectExample(page, "consistency",
                FormatConsistencyProof({CheckpointAt(2), CheckpointAt(3), hashes}).value());
  EXPECT_TRUE(CheckConsistencyProof(ExampleIn(page, "consistency"), signer_.key()));
}

std::string PageText(const std::string& page) {
  return ReadFile(std::filesystem::path(SINETTI_SOURCE_DIR) / page);
}

TEST_F(FormatPages, NameTheAlgorithmAsTheMetadataDo) {
  const std::string name = "`" + std::string(kLedgerAlgorithm) + "`";
  for (const char* page : {"docs/format/hashing.md", "docs/format/export.md"}) {
    EXPECT_NE(PageText(page).find(name), std::string::npos) << page;
    EXPECT_EQ(PageText(page).find("`sha-256`"), std::string::npos) << page;
  }
}

// checkpoint.md: no characters below U+0020 but newline; U+007F and above may stand.
TEST_F(FormatPages, SayWhichCharactersANoteHolds) {
  const std::string note = CheckpointAt(3);
  const std::size_t at = note.find("time ");
  for (int c = 0; c < 0x20; ++c) {
    std::string bad = note;
    bad.insert(at, 1, static_cast<char>(c));
    EXPECT_EQ(ParseNote(bad).has_value(), c == '\n') << c;
  }
  for (const char* text : {"x \x7f\n", "x \xc2\x85\n", "x \xe2\x80\xa8\n"}) {
    std::string good = note;
    good.insert(at, text);
    const auto parsed = ParseNote(good);
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(ParseCheckpoint(parsed->text));
  }
}

TEST_F(FormatPages, TellOfTheLineThatALedgersOwnCheckpointHas) {
  const LedgerInfo info{.origin = "a", .created = ParseTimestamp("2026-03-01T12:00:00Z").value()};
  const std::string line = CreatedExtension(info);
  EXPECT_EQ(line, "created 2026-03-01T12:00:00Z");
  EXPECT_NE(PageText("docs/format/checkpoint.md").find("/ \"created \" RFC 3339 in UTC"),
            std::string::npos);
}

}  // namespace
}  // namespace sinetti
