// P5, P8 and P9: verifying, opening after a crash, proving.
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "ledger/merkle/tree_hash.h"
#include "tests/bench/spine_bench.h"
#include "tests/bench/spine_support.h"

namespace sinetti::bench {
namespace {

double ProcessorSeconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// One core's SHA-256 over as many entries of the same size, each by itself as the format demands.
double HashingSeconds(const DraftFactory& factory, std::uint64_t events) {
  constexpr std::size_t kRecords = 10'000;
  const std::vector<EncodedDraft> drafts = factory.MakeBatch(0, kRecords);
  Hash previous;
  const double start = ProcessorSeconds();
  for (std::uint64_t i = 0; i < events; ++i)
    previous = LeafHash(previous.view(), drafts[i % kRecords].record);
  const double seconds = ProcessorSeconds() - start;
  if (previous == Hash{}) std::abort();  // uses the result
  return seconds;
}

long PeakMemoryMiB() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

}  // namespace

void BenchVerify(const Scale& scale) {
  const DraftFactory factory;
  SystemClock clock;
  const std::string dir = scale.dir + "/p5";
  {
    const auto ledger = Must(Ledger::Create(dir, "bench.example/p5", clock));
    Fill(*ledger, factory, 0, scale.events);
  }
  Series core, whole, rate, index_rate;
  for (int round = 0; round < scale.rounds; ++round) {
    const double hashing = HashingSeconds(factory, scale.events);
    for (const bool indexes : {false, true}) {
      const Timer timer;
      const double start = ProcessorSeconds();
      const VerifyReport report = Must(VerifyLedger(dir, {.indexes = indexes}));
      const double used = ProcessorSeconds() - start;
      if (!report.intact() || report.size.value != scale.events) std::abort();
      const double events = static_cast<double>(scale.events);
      (indexes ? whole : core).Add(hashing / used);
      (indexes ? index_rate : rate).Add(events / timer.Seconds());
    }
  }
  PrintRatio("P5", "verify values, chain, tree / SHA-256, per core used", core, ">= 0.4");
  PrintRatio("P5", "the same with both derived indexes", whole, "(none)");
  std::printf("     %.0f events/s, with indexes %.0f (medians, two threads), %" PRIu64
              " events, peak memory of the whole run %ld MiB\n",
              rate.median(), index_rate.median(), scale.events, PeakMemoryMiB());
}

void FillAndDie(const std::string& dir, std::uint64_t events) {
  SystemClock clock;
  const auto ledger = Must(Ledger::Create(dir, "bench.example/p8", clock));
  Fill(*ledger, DraftFactory(), 0, events);
  kill(getpid(), SIGKILL);
  std::abort();
}

void BenchOpenAfterKill(const Scale& scale) {
  const std::string dir = scale.dir + "/p8";
  const std::string events = std::to_string(scale.events);
  const pid_t child = fork();
  if (child == 0) {
    execl("/proc/self/exe", "spine_bench", "--fill-and-die", dir.c_str(), events.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) std::abort();
  SystemClock clock;
  // Each round opens a copy of the folder as the killed process left it.
  Series seconds;
  for (int round = 0; round < scale.rounds; ++round) {
    const std::string copy = dir + "-" + std::to_string(round);
    std::filesystem::copy(dir, copy, std::filesystem::copy_options::recursive);
    {
      const Timer timer;
      const auto ledger = Must(Ledger::OpenForWriting(copy, clock));
      seconds.Add(timer.Seconds());
      if (ledger->Read().size().value != scale.events) std::abort();
    }
    std::filesystem::remove_all(copy);
  }
  std::printf("P8   open after kill -9 at %" PRIu64
              " events: %.2f / %.2f / %.2f s (min/median/max)  goal <= 2 s\n",
              scale.events, seconds.min(), seconds.median(), seconds.max());
}

void BenchProof(const Scale& scale) {
  // Uses the ledger of BenchOpenAfterKill when it is there.
  const std::string dir = scale.dir + "/p8";
  SystemClock clock;
  std::unique_ptr<Ledger> ledger;
  if (std::filesystem::exists(dir)) {
    ledger = Must(Ledger::OpenForReading(dir));
  } else {
    ledger = Must(Ledger::Create(dir, "bench.example/p9", clock));
    Fill(*ledger, DraftFactory(), 0, scale.events);
  }
  const Reader reader = ledger->Read();
  std::mt19937_64 random(1);
  Series micros;
  std::size_t bytes = 0;
  for (int i = 0; i < 5'000; ++i) {
    const Sequence sequence{random() % reader.size().value};
    const Timer timer;
    const auto proof = Must(reader.InclusionProof(sequence, reader.size()));
    micros.Add(timer.Seconds() * 1e6);
    bytes = std::max(bytes, proof.size() * 32);
  }
  std::printf("P9   inclusion proof at %" PRIu64
              " events: median %.0f us, p99 %.0f us, %zu bytes of hashes  goal <= 200 us, 1 KiB\n",
              reader.size().value, micros.median(), micros.At(0.99), bytes);
}

}  // namespace sinetti::bench
