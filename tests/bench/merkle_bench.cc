// Hashing rates: leaf hashes alone, the tree edge alone, and both as the append path does them.
// One reference record is about 400 bytes (docs/internals/performance.md).
#include <benchmark/benchmark.h>

#include "ledger/crypto/sha256.h"
#include "ledger/merkle/proof.h"
#include "tests/support/memory_tree.h"

namespace sinetti {
namespace {

using testing_support::MemoryTree;

Hash LeafNumber(std::uint64_t number) {
  std::uint8_t bytes[8];
  StoreBigEndian64(number, bytes);
  return LeafHash(bytes);
}

void HashShortInput(benchmark::State& state) {
  const Bytes input(static_cast<std::size_t>(state.range(0)), 7);
  for (auto _ : state) benchmark::DoNotOptimize(HashOf({input}));
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(HashShortInput)->Arg(65)->Arg(256)->Arg(433)->Arg(16'384);

void ChainLeafAndAppend(benchmark::State& state) {
  const Bytes record(static_cast<std::size_t>(state.range(0)), 7);
  TileEdge edge;
  Hash previous;
  std::vector<Tile> full;
  for (auto _ : state) {
    previous = LeafHash(previous.view(), record);
    edge.Append(previous, full);
    full.clear();
  }
  benchmark::DoNotOptimize(edge.Root());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ChainLeafAndAppend)->Arg(256)->Arg(400);

// A full tile is hashed anew for each proof: the cost that a cache of tiles would save.
void ProveInclusionInLargeTree(benchmark::State& state) {
  static MemoryTree* const tree = [] {
    auto* grown = new MemoryTree;
    for (std::uint64_t i = 0; i < 10'000'000; ++i) grown->Append(LeafNumber(i));
    return grown;
  }();
  std::uint64_t sequence = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        ProveInclusion(Sequence{sequence % tree->size().value}, tree->size(), *tree));
    sequence += 7'919'317;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ProveInclusionInLargeTree)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace sinetti
