// P9, P10 and P14 (docs/internals/performance.md) on one ledger of the generator's events:
// index_bench [--events N] [--seed N] [--rounds N] [--dir DIR] [--ledger DIR].  The fold is of all
// events of the ledger, rebuilt in each round, beside one core's SHA-256 over the same records.  A
// ledger that is named is kept, and filled only once: for long runs.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <random>

#include "ledger/crypto/sha256.h"
#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/event/index_keys.h"
#include "ledger/index/complete_proof.h"
#include "ledger/index/prove_complete.h"
#include "ledger/index/verifiable_index.h"
#include "ledger/index/verify_index.h"
#include "ledger/log/chain.h"
#include "ledger/log/ledger.h"
#include "replay/region/region.h"
#include "tests/bench/measure.h"

namespace sinetti::bench {
namespace {

namespace fs = std::filesystem;

struct Scale {
  std::uint64_t events = 1'000'000;
  std::uint64_t seed = 1;
  int rounds = 5;
  std::string dir = fs::temp_directory_path();
  std::string ledger;
};

constexpr std::size_t kBatch = 1000;

long MemoryMiB() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

std::uint64_t BytesOf(const std::string& dir) {
  std::uint64_t bytes = 0;
  for (const auto& file : fs::recursive_directory_iterator(dir))
    if (file.is_regular_file()) bytes += file.file_size();
  return bytes;
}

// Peaks are of the part that follows, not of filling.
void ForgetPeak() {
  if (std::FILE* file = std::fopen("/proc/self/clear_refs", "w")) {
    std::fputs("5", file);
    std::fclose(file);
  }
}

long PeakMiB() {
  long peak = -1;
  if (std::FILE* file = std::fopen("/proc/self/status", "r")) {
    char line[256];
    while (std::fgets(line, sizeof line, file) != nullptr)
      if (std::sscanf(line, "VmHWM: %ld kB", &peak) == 1) break;
    std::fclose(file);
  }
  return peak < 0 ? MemoryMiB() : peak / 1024;
}

void Fill(Ledger& ledger, const TypeRegistry& registry, const Scale& scale) {
  RegionGenerator region(scale.seed);
  std::string line;
  for (std::uint64_t done = 0; done < scale.events;) {
    std::vector<EncodedDraft> drafts;
    for (std::size_t i = 0; i < kBatch && done < scale.events; ++i, ++done) {
      line.clear();
      region.AppendLine(line);
      drafts.push_back(Must(EncodeDraft(Must(ParseDraft(line, registry)))));
    }
    Must(ledger.Append(std::move(drafts)));
  }
}

double HashingSeconds(const Reader& reader, std::uint64_t events) {
  EntryCursor cursor = reader.Scan(Sequence{0}, TreeSize{events});
  double seconds = 0;
  std::vector<Bytes> records;
  const auto hash = [&] {
    const Timer timer;
    for (const Bytes& record : records)
      if (HashOf({record}) == Hash{}) Fail("a hash of zeros");
    seconds += timer.Seconds();
    records.clear();
  };
  while (cursor.Next()) {
    records.emplace_back(cursor.entry().record.begin(), cursor.entry().record.end());
    if (records.size() == kBatch) hash();
  }
  hash();
  return seconds;
}

void MeasureFold(Ledger& ledger, const TypeRegistry& registry, FileSigner& signer,
                 const Scale& scale) {
  SystemClock clock;
  Series rate;
  Series ratio;
  const std::uint64_t before = BytesOf(ledger.dir());
  std::uint64_t after = before;
  ForgetPeak();
  for (int round = 0; round < scale.rounds; ++round) {
    const double hashing = HashingSeconds(ledger.Read(), scale.events);
    VerifiableIndex index(registry, {.rebuild = true});
    const Timer timer;
    Must(ledger.SignCheckpoint(signer, clock, &index));
    const double seconds = timer.Seconds();
    rate.Add(static_cast<double>(scale.events) / seconds);
    ratio.Add(hashing / seconds);
    if (round == 0) after = BytesOf(ledger.dir());
  }
  const long peak = PeakMiB();
  PrintRow({.goal = "P14",
            .what = "fold of the index, " + Grouped(static_cast<double>(scale.events), "events"),
            .figure = Grouped(rate.median(), "events/s") + " (" + Grouped(rate.min(), "to ") +
                      Grouped(rate.max(), "") + ")",
            .baseline = "one core's SHA-256 of the records",
            .ratio = ratio,
            .wanted = ">= 100,000 events/s",
            .met = rate.median() >= 100'000});
  PrintRow({.goal = "P14",
            .what = "its peak memory",
            .figure = Grouped(static_cast<double>(peak), "MiB"),
            .baseline = "-",
            .wanted = "<= 512 MiB",
            .met = peak <= 512});
  PrintRow(
      {.goal = "P12",
       .what = "what the index adds on disk",
       .figure = Grouped(static_cast<double>(after - before) / static_cast<double>(scale.events),
                         "bytes/event"),
       .baseline = "-"});
}

void MeasureInclusion(const Reader& reader, const StoredCheckpoint& checkpoint) {
  std::mt19937_64 random(1);
  Series micros;
  std::size_t bytes = 0;
  for (int i = 0; i < 5'000; ++i) {
    const Sequence sequence{random() % reader.size().value};
    const Timer timer;
    const auto proof = Must(reader.InclusionProof(sequence, checkpoint.size));
    micros.Add(timer.Seconds() * 1e6);
    bytes = std::max(bytes, proof.size() * 32);
  }
  PrintRow({.goal = "P9",
            .what = "inclusion proof, 99th percentile " + Grouped(micros.At(0.99), "us"),
            .figure = Grouped(micros.median(), "us, ") + std::to_string(bytes) + " bytes",
            .baseline = "-",
            .wanted = "<= 200 us, 1024 bytes",
            .met = micros.median() <= 200 && bytes <= 1024});
}

// Keys of events taken at random, so that keys with many events are asked for more often.
void MeasureComplete(const Reader& reader, const TypeRegistry& registry, const VerifierKey& key) {
  std::mt19937_64 random(2);
  std::map<std::string, std::vector<Series>> by_kind;  // ms, events, check ms
  double worst_overhead = 0;
  double worst_ms = 0;
  std::size_t small = 0;
  for (int i = 0; i < 300; ++i) {
    const StoredEntry stored = Must(reader.Read(Sequence{random() % reader.size().value}));
    const VerifiedEntry entry = Must(ChainVerifier::CheckAgainst(stored.entry(), stored.leaf));
    for (const IndexKey& one : IndexKeys(Must(DecodeEvent(entry, registry)))) {
      if (one.kind == "type" && i > 5) continue;
      const Timer timer;
      const CompleteProof proof = Must(ProveComplete(reader, {.key = one.kind + ":" + one.value}));
      const double ms = timer.Seconds() * 1e3;
      const std::string text = FormatCompleteProof(proof);
      const Timer checking;
      Must(CheckCompleteProof(text, key));
      auto& series = by_kind[one.kind];
      series.resize(3);
      series[0].Add(ms);
      series[1].Add(static_cast<double>(proof.leaves.size()));
      series[2].Add(checking.Seconds() * 1e3);
      worst_overhead = std::max(worst_overhead, static_cast<double>(text.size()) -
                                                    40 * static_cast<double>(proof.leaves.size()));
      if (proof.leaves.size() <= 1000) {
        ++small;
        worst_ms = std::max(worst_ms, ms);
      }
    }
  }
  for (const auto& [kind, series] : by_kind) {
    char figure[160];
    std::snprintf(figure, sizeof figure, "%.2f ms (at most %.2f), check %.2f ms",
                  series[0].median(), series[0].max(), series[2].median());
    PrintRow({.goal = "P10",
              .what = "complete answer of a " + kind + ", " +
                      Grouped(series[1].median(), "events (at most ") +
                      Grouped(series[1].max(), ")"),
              .figure = figure,
              .baseline = "-",
              .wanted = "<= 50 ms",
              .met = series[0].median() <= 50});
  }
  char slowest[80];
  std::snprintf(slowest, sizeof slowest, "%.2f ms, of %zu", worst_ms, small);
  PrintRow({.goal = "P10",
            .what = "slowest answer of at most 1,000 events",
            .figure = slowest,
            .baseline = "-",
            .wanted = "<= 50 ms",
            .met = worst_ms <= 50});
  PrintRow({.goal = "P10",
            .what = "bytes of the file beside 40 for each event, at most",
            .figure = Grouped(worst_overhead, "bytes"),
            .baseline = "-",
            .wanted = "<= 4096 bytes",
            .met = worst_overhead <= 4096});
}

void MeasureVerify(const std::string& dir, const TypeRegistry& registry, const VerifierKey& key,
                   const Scale& scale) {
  ForgetPeak();
  const Timer timer;
  const VerifyReport report = Must(VerifyLedgerWithIndex(dir, {.keys = {key}}, registry));
  const double seconds = timer.Seconds();
  if (!report.intact() || report.index_roots != 1) Fail("the ledger is not intact");
  PrintRow({.goal = "P7",
            .what = "peak memory of verify with the index root, " +
                    Grouped(static_cast<double>(scale.events) / seconds, "events/s"),
            .figure = Grouped(static_cast<double>(PeakMiB()), "MiB"),
            .baseline = "-",
            .wanted = "<= 512 MiB",
            .met = PeakMiB() <= 512});
}

void Run(const Scale& scale) {
  const std::string dir =
      scale.ledger.empty() ? scale.dir + "/index_bench_" + std::to_string(getpid()) : scale.ledger;
  SystemClock clock;
  const TypeRegistry registry = TypeRegistry::Builtin();
  FileSigner signer =
      Must(FileSigner::FromSeed("bench.example/index", Must(Secret::From(Bytes(32, 7)))));
  if (!fs::exists(dir)) {
    const auto ledger = Must(Ledger::Create(dir, "bench.example/index", clock));
    Fill(*ledger, registry, scale);
    if (scale.rounds == 0) return;
  }
  {
    const auto ledger = Must(Ledger::OpenForWriting(dir, clock));
    MeasureFold(*ledger, registry, signer, scale);
  }
  {
    const auto ledger = Must(Ledger::OpenForReading(dir));
    const Reader reader = ledger->Read();
    MeasureInclusion(reader, Must(NewestCheckpoint(reader.snapshot())).value());
    MeasureComplete(reader, registry, signer.key());
  }
  MeasureVerify(dir, registry, signer.key(), scale);
  if (scale.ledger.empty()) fs::remove_all(dir);
}

}  // namespace
}  // namespace sinetti::bench

int main(int count, char** arguments) {
  sinetti::bench::Scale scale;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = arguments[i];
    if (name == "--events") scale.events = std::strtoull(arguments[i + 1], nullptr, 10);
    if (name == "--seed") scale.seed = std::strtoull(arguments[i + 1], nullptr, 10);
    if (name == "--rounds") scale.rounds = std::atoi(arguments[i + 1]);
    if (name == "--ledger") scale.ledger = arguments[i + 1];
    if (name == "--dir") scale.dir = arguments[i + 1];
  }
  sinetti::bench::Run(scale);
}
