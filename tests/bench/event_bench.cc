// The way from JSON to record bytes and back, on one core: the made-up region's mix of drafts,
// about 400 bytes of record each.  "bytes" counts JSON in and records out of the decoders.
#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/event_json.h"
#include "ledger/event/index_keys.h"
#include "replay/region/region.h"
#include "tests/event/test_events.h"

namespace sinetti {
namespace {

struct Mix {
  TypeRegistry registry = TypeRegistry::Builtin();
  std::vector<std::string> drafts;
  std::vector<Bytes> records;
  std::size_t json_bytes = 0, record_bytes = 0;
};

const Mix& TheMix() {
  static const Mix mix = [] {
    Mix made;
    DraftParser parser(made.registry);
    RegionGenerator region(1);
    for (int i = 0; i < 10'000; ++i) made.drafts.push_back(region.NextLine());
    for (const std::string& draft : made.drafts) {
      made.json_bytes += draft.size();
      made.records.push_back(Encode(parser, draft).value().record);
      made.record_bytes += made.records.back().size();
    }
    return made;
  }();
  return mix;
}

void ParseOnly(benchmark::State& state) {
  const Mix& mix = TheMix();
  DraftParser parser(mix.registry);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(parser.Parse(mix.drafts[i++ % mix.drafts.size()]));
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(mix.json_bytes / mix.drafts.size()));
}
BENCHMARK(ParseOnly);

void ParseAndEncode(benchmark::State& state) {
  const Mix& mix = TheMix();
  DraftParser parser(mix.registry);
  std::size_t i = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(
        EncodeDraft(parser.Parse(mix.drafts[i++ % mix.drafts.size()]).value()).value());
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(mix.json_bytes / mix.drafts.size()));
  state.counters["record_bytes"] =
      static_cast<double>(mix.record_bytes) / static_cast<double>(mix.records.size());
}
BENCHMARK(ParseAndEncode);

void ReadHeader(benchmark::State& state) {
  const Mix& mix = TheMix();
  std::size_t i = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(ReadRecordHeader(mix.records[i++ % mix.records.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ReadHeader);

void DecodeVerified(benchmark::State& state) {
  const Mix& mix = TheMix();
  std::size_t i = 0;
  for (auto _ : state) {
    const Entry entry{Sequence{0}, {}, mix.records[i++ % mix.records.size()]};
    benchmark::DoNotOptimize(DecodeEvent(ChainVerifier::Unhashed(entry), mix.registry));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(DecodeVerified);

void DecodeAndIndexKeys(benchmark::State& state) {
  const Mix& mix = TheMix();
  std::size_t i = 0;
  for (auto _ : state) {
    const Entry entry{Sequence{0}, {}, mix.records[i++ % mix.records.size()]};
    benchmark::DoNotOptimize(
        IndexKeys(DecodeEvent(ChainVerifier::Unhashed(entry), mix.registry).value()));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(DecodeAndIndexKeys);

void DecodeAndWriteJson(benchmark::State& state) {
  const Mix& mix = TheMix();
  std::size_t i = 0;
  for (auto _ : state) {
    const Entry entry{Sequence{0}, {}, mix.records[i++ % mix.records.size()]};
    benchmark::DoNotOptimize(
        EventToJson(DecodeEvent(ChainVerifier::Unhashed(entry), mix.registry).value()));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(DecodeAndWriteJson);

}  // namespace
}  // namespace sinetti
