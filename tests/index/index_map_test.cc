// The map against its definition, and every lie about it refused.
#include "ledger/index/index_map.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "tests/index/naive_map.h"
#include "tests/support/results.h"

namespace sinetti {
namespace {

using namespace testing_support;

std::vector<MapEntry> Sorted(std::vector<MapEntry> entries) {
  std::ranges::sort(entries, {}, &MapEntry::key);
  return entries;
}

struct Proved {
  KeyState state;
  MapProof proof;
};

Proved Prove(const std::vector<MapEntry>& entries, const Hash& key) {
  Proved proved;
  proved.state = WalkSubtree(entries, key, 0, proved.proof);
  std::reverse(proved.proof.siblings.begin(), proved.proof.siblings.end());
  return proved;
}

Hash RandomHash(std::mt19937_64& random) {
  Hash hash;
  for (std::uint8_t& byte : hash.bytes) byte = static_cast<std::uint8_t>(random());
  return hash;
}

TEST(IndexMap, TheEmptyMapHasARootOfZeros) {
  EXPECT_EQ(MapSubtreeHash({}), Hash{});
  EXPECT_OK(VerifyMapProof(IndexKeyHash("type:a"), {}, {}, Hash{}));
}

TEST(IndexMap, RootsOfRandomMapsAreThoseOfTheDefinition) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 50; ++round) {
    NaiveMap naive;
    std::map<Hash, KeyState> states;
    const std::size_t events = random() % 200;
    for (std::size_t i = 0; i < events; ++i) {
      const std::string key = "stream:" + std::to_string(random() % 60);
      const Hash leaf = RandomHash(random);
      naive.Add(key, leaf);
      KeyState& state = states[IndexKeyHash(key)];
      state = state.With(leaf);
    }
    std::vector<MapEntry> entries;
    for (const auto& [key, state] : states) entries.push_back({key, state});
    ASSERT_EQ(MapSubtreeHash(entries), naive.Root());
    ASSERT_EQ(entries.size(), naive.size());
  }
}

// Keys that share long beginnings, which random hashes never do.
std::vector<MapEntry> Crowded(std::mt19937_64& random) {
  const Hash base = RandomHash(random);
  std::map<Hash, KeyState> states;
  for (int i = 0; i < 40; ++i) {
    Hash key = base;
    const std::size_t bit = random() % kMapDepthMax;
    key.bytes[bit / 8] ^= static_cast<std::uint8_t>(0x80 >> bit % 8);
    states[key] = KeyState{}.With(RandomHash(random));
  }
  std::vector<MapEntry> entries;
  for (const auto& [key, state] : states) entries.push_back({key, state});
  return entries;
}

TEST(IndexMap, EveryKeyIsProvedPresentOrAbsentAndNeverBoth) {
  const std::uint64_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20; ++round) {
    const std::vector<MapEntry> entries = Crowded(random);
    const Hash root = MapSubtreeHash(entries);
    for (std::size_t bit = 0; bit < kMapDepthMax; ++bit) {
      Hash key = entries[round % entries.size()].key;
      key.bytes[bit / 8] ^= static_cast<std::uint8_t>(0x80 >> bit % 8);
      const Proved proved = Prove(entries, key);
      const auto at = std::ranges::find(entries, key, &MapEntry::key);
      ASSERT_EQ(proved.state, at == entries.end() ? KeyState{} : at->state);
      ASSERT_OK(VerifyMapProof(key, proved.state, proved.proof, root));
      KeyState wrong = proved.state;
      wrong.count = wrong.count == 0 ? 1 : 0;
      EXPECT_FAILS(VerifyMapProof(key, wrong, proved.proof, root), ErrorCode::kCorrupt);
      EXPECT_FAILS(VerifyMapProof(key, KeyState{}.With(root), proved.proof, root),
                   ErrorCode::kCorrupt);
      if (proved.state.count > 0) {
        EXPECT_FAILS(VerifyMapProof(key, {}, proved.proof, root), ErrorCode::kCorrupt);
        MapProof itself = proved.proof;
        itself.other = *at;
        EXPECT_FAILS(VerifyMapProof(key, {}, itself, root), ErrorCode::kCorrupt);
      }
    }
  }
}

TEST(IndexMap, EveryChangedByteOfAProofIsRefused) {
  std::mt19937_64 random(11);
  std::vector<MapEntry> entries;
  for (int i = 0; i < 100; ++i)
    entries.push_back({RandomHash(random), KeyState{}.With(RandomHash(random))});
  entries = Sorted(std::move(entries));
  const Hash root = MapSubtreeHash(entries);
  const auto refused = [&](const Hash& key, const KeyState& state, const MapProof& proof,
                           const Hash& expected) {
    return !VerifyMapProof(key, state, proof, expected).has_value();
  };
  for (const Hash& key : {entries[42].key, IndexKeyHash("type:absent"), IndexKeyHash("type:no")}) {
    const Proved proved = Prove(entries, key);
    ASSERT_OK(VerifyMapProof(key, proved.state, proved.proof, root));
    for (std::size_t i = 0; i < proved.proof.siblings.size(); ++i) {
      MapProof fewer = proved.proof;
      fewer.siblings.erase(fewer.siblings.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_TRUE(refused(key, proved.state, fewer, root));
      MapProof more = proved.proof;
      more.siblings.insert(more.siblings.begin() + static_cast<std::ptrdiff_t>(i), Hash{});
      EXPECT_TRUE(refused(key, proved.state, more, root));
      for (std::size_t byte = 0; byte < 32; ++byte) {
        MapProof changed = proved.proof;
        changed.siblings[i].bytes[byte] ^= 1;
        EXPECT_TRUE(refused(key, proved.state, changed, root));
      }
    }
    for (std::size_t byte = 0; byte < 32; ++byte) {
      Hash other_root = root;
      other_root.bytes[byte] ^= 1;
      EXPECT_TRUE(refused(key, proved.state, proved.proof, other_root));
      KeyState state = proved.state;
      state.head.bytes[byte] ^= 1;
      EXPECT_TRUE(refused(key, state, proved.proof, root));
      if (!proved.proof.other) continue;
      MapProof changed = proved.proof;
      changed.other->key.bytes[byte] ^= 1;
      EXPECT_TRUE(refused(key, proved.state, changed, root));
      changed = proved.proof;
      changed.other->state.head.bytes[byte] ^= 1;
      EXPECT_TRUE(refused(key, proved.state, changed, root));
    }
  }
}

}  // namespace
}  // namespace sinetti
