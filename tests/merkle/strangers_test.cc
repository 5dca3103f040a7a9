// Compatibility with the outside world: proofs of transparency-dev/merkle and a log written by
// tessera.
//
// The subtree cases of the first (draft-ietf-plants-merkle-tree-certs) are left out: no proof of
// the ledger begins anywhere but at entry 0, so there is no code for them to test.
#include <gtest/gtest.h>

#include "ledger/crypto/sha256.h"
#include "ledger/merkle/proof.h"
#include "ledger/merkle/tile.h"
#include "tests/support/json.h"
#include "tests/support/memory_tree.h"
#include "tests/support/shared_data.h"

namespace sinetti {
namespace {

using namespace testing_support;

// Some cases carry text such as "dont care" where a hash belongs, and test only whether two of them
// are equal.  Here a hash has 32 bytes by its type; hashing the text keeps equality.
Hash RootAt(JsonValue test, const char* key) {
  const Bytes bytes = Base64At(test, key);
  return bytes.size() == 32 ? Hash::From(bytes).value() : HashOf({bytes});
}

// False when a hash of the proof has no 32 bytes: a proof that our types can't even hold.
bool ReadProof(JsonValue test, std::vector<Hash>& proof) {
  if (test["proof"].is_null()) return true;
  for (const JsonValue item : test["proof"].get_array()) {
    const auto hash = Hash::From(Base64Decode(item.get_string().value()).value());
    if (!hash) return false;
    proof.push_back(*hash);
  }
  return true;
}

std::vector<std::filesystem::path> CasesIn(const std::string& folder) {
  std::vector<std::filesystem::path> cases;
  for (const auto& file : std::filesystem::recursive_directory_iterator(SharedData(folder)))
    if (file.path().extension() == ".json") cases.push_back(file.path());
  return cases;
}

TEST(TransparencyDevMerkle, InclusionCasesAgree) {
  SINETTI_NEEDS_SHARED_DATA("vectors/merkle_transparency_dev/inclusion");
  const auto cases = CasesIn("vectors/merkle_transparency_dev/inclusion");
  for (const auto& path : cases) {
    SCOPED_TRACE(path.string());
    JsonParser parser;
    const JsonValue test = LoadJson(parser, path);
    std::vector<Hash> proof;
    const auto leaf = Hash::From(Base64At(test, "leafHash"));
    const auto root = Hash::From(Base64At(test, "root"));
    const bool accepted = leaf && root && ReadProof(test, proof) &&
                          VerifyInclusion(Sequence{NumberAt(test, "leafIdx")},
                                          TreeSize{NumberAt(test, "treeSize")}, *leaf, proof, *root)
                              .has_value();
    EXPECT_EQ(accepted, !BoolAt(test, "wantErr")) << TextAt(test, "desc");
  }
  EXPECT_EQ(cases.size(), 98u);
}

TEST(TransparencyDevMerkle, ConsistencyCasesAgree) {
  SINETTI_NEEDS_SHARED_DATA("vectors/merkle_transparency_dev/consistency");
  const auto cases = CasesIn("vectors/merkle_transparency_dev/consistency");
  for (const auto& path : cases) {
    SCOPED_TRACE(path.string());
    JsonParser parser;
    const JsonValue test = LoadJson(parser, path);
    std::vector<Hash> proof;
    const bool accepted =
        ReadProof(test, proof) &&
        VerifyConsistency(TreeSize{NumberAt(test, "size1")}, RootAt(test, "root1"),
                          TreeSize{NumberAt(test, "size2")}, RootAt(test, "root2"), proof)
            .has_value();
    EXPECT_EQ(accepted, !BoolAt(test, "wantErr")) << TextAt(test, "desc");
  }
  EXPECT_EQ(cases.size(), 98u);
}

constexpr char kTessera[] = "vectors/tlog/tessera/testdata/log/";

// An entry bundle (C2SP tlog-tiles): each entry after its length in two bytes, big-endian.
std::vector<Hash> LeavesOfBundle(const std::string& bundle) {
  std::vector<Hash> leaves;
  const ByteView bytes = AsBytes(bundle);
  for (std::size_t at = 0; at + 2 <= bytes.size();) {
    const std::size_t size = std::size_t{bytes[at]} << 8 | bytes[at + 1];
    if (at + 2 + size > bytes.size()) {
      ADD_FAILURE() << "entry bundle is cut off";
      break;
    }
    leaves.push_back(LeafHash(bytes.subspan(at + 2, size)));
    at += 2 + size;
  }
  return leaves;
}

// The third line of a checkpoint.
Hash RootOfCheckpoint(const std::string& text) {
  const std::size_t begin = text.find('\n', text.find('\n') + 1) + 1;
  return Hash::From(Base64Decode(text.substr(begin, text.find('\n', begin) - begin)).value())
      .value();
}

TEST(Tessera, EntriesTilesAndCheckpointsGiveTheSameRoots) {
  SINETTI_NEEDS_SHARED_DATA(kTessera);
  EXPECT_EQ(RootOfCheckpoint(ReadFile(SharedData(kTessera + std::string("checkpoint.0")))),
            EmptyRoot());
  for (std::uint64_t size = 1; size <= 15; ++size) {
    const std::string n = std::to_string(size);
    const auto leaves =
        LeavesOfBundle(ReadFile(SharedData(kTessera + ("tile/entries/000.p/" + n))));
    ASSERT_EQ(leaves.size(), size);
    const std::string tile = ReadFile(SharedData(kTessera + ("tile/0/000.p/" + n)));
    EXPECT_EQ(DecodeTile(AsBytes(tile)).value(), leaves);
    MemoryTree tree;
    for (const Hash& leaf : leaves) tree.Append(leaf);
    EXPECT_EQ(tree.Root(), RootOfCheckpoint(ReadFile(SharedData(kTessera + ("checkpoint." + n)))));
  }
}

TEST(Tessera, CheckpointsAreProvedConsistentWithEachOther) {
  SINETTI_NEEDS_SHARED_DATA(kTessera);
  MemoryTree tree;
  for (const Hash& leaf :
       LeavesOfBundle(ReadFile(SharedData(kTessera + std::string("tile/entries/000.p/15")))))
    tree.Append(leaf);
  const auto root_at = [](std::uint64_t size) {
    return RootOfCheckpoint(
        ReadFile(SharedData(kTessera + ("checkpoint." + std::to_string(size)))));
  };
  for (std::uint64_t new_size = 1; new_size <= 15; ++new_size)
    for (std::uint64_t old_size = 1; old_size <= new_size; ++old_size)
      EXPECT_TRUE(VerifyConsistency(
          TreeSize{old_size}, root_at(old_size), TreeSize{new_size}, root_at(new_size),
          ProveConsistency(TreeSize{old_size}, TreeSize{new_size}, tree).value()));
}

}  // namespace
}  // namespace sinetti
