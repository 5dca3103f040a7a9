// P5, P8 and P9: verifying, opening after a crash, proving.
#include <signal.h>
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

// A store as it stands: tables never change once written, so their second name will do.
void CopyStore(const std::string& from, const std::string& to) {
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    const fs::path copy = to / fs::relative(entry.path(), from);
    if (entry.is_directory())
      fs::create_directories(copy);
    else if (entry.path().extension() == ".sst")
      fs::create_hard_link(entry.path(), copy);
    else if (fs::create_directories(copy.parent_path()); entry.is_regular_file())
      fs::copy_file(entry.path(), copy);
  }
}

}  // namespace

void BenchVerify(const Scale& scale) {
  const DraftFactory factory;
  const std::string dir = LargeLedger(scale);
  const int rounds = RoundsOf(scale.rounds, scale.events);
  const double events = static_cast<double>(scale.events);
  Series core, whole, rate, index_rate, hashing_rate;
  for (int round = 0; round < rounds; ++round) {
    SayRound("P5: verifying", round, rounds);
    const double hashing = HashingSeconds(factory, scale.events);
    hashing_rate.Add(events / hashing);
    for (const bool indexes : {false, true}) {
      const Timer timer;
      const double start = ProcessorSeconds();
      const VerifyReport report = Must(VerifyLedger(dir, {.indexes = indexes}));
      const double used = ProcessorSeconds() - start;
      if (!report.intact() || report.size.value != scale.events) std::abort();
      (indexes ? whole : core).Add(hashing / used);
      (indexes ? index_rate : rate).Add(events / timer.Seconds());
    }
  }
  const std::string baseline =
      Grouped(hashing_rate.median(), "events/s (SHA-256 alone, one core; per core used)");
  PrintRatioRow({"P5",
                 "verify values, chain and tree of " + Grouped(events, "events"),
                 Grouped(rate.median(), "events/s"),
                 baseline,
                 core,
                 "",
                 {}},
                0.4);
  PrintRow({"P5",
            "the same with both derived indexes",
            Grouped(index_rate.median(), "events/s"),
            baseline,
            whole,
            "(beside)",
            {}});
}

void FillAndDie(const std::string& dir, std::uint64_t events) {
  SystemClock clock;
  const auto ledger = Must(Ledger::Create(dir, "bench.example/p8", clock));
  Fill(*ledger, DraftFactory(), 0, events);
  kill(getpid(), SIGKILL);
  std::abort();
}

std::string LargeLedger(const Scale& scale) {
  const std::string dir = scale.dir + "/large";
  if (std::filesystem::exists(dir)) return dir;
  Say("filling a ledger with " + Grouped(static_cast<double>(scale.events), "events"));
  const std::string events = std::to_string(scale.events);
  const pid_t child = fork();
  if (child == 0) {
    execl("/proc/self/exe", "spine_bench", "--fill-and-die", dir.c_str(), events.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) std::abort();
  return dir;
}

void BenchOpenAfterKill(const Scale& scale) {
  const std::string dir = LargeLedger(scale);
  SystemClock clock;
  // Each round opens a copy of the folder as the killed process left it.
  Series seconds;
  for (int round = 0; round < scale.rounds; ++round) {
    SayRound("P8: opening after a kill", round, scale.rounds);
    const std::string copy = dir + "-" + std::to_string(round);
    CopyStore(dir, copy);
    {
      const Timer timer;
      const auto ledger = Must(Ledger::OpenForWriting(copy, clock));
      seconds.Add(timer.Seconds());
      if (ledger->Read().size().value != scale.events) std::abort();
    }
    std::filesystem::remove_all(copy);
  }
  PrintRow({"P8",
            "open after kill -9 at " + Grouped(static_cast<double>(scale.events), "events"),
            Spread(seconds, "s"),
            "-",
            {},
            "<= 2 s",
            seconds.median() <= 2});
}

void BenchProof(const Scale& scale) {
  const auto ledger = Must(Ledger::OpenForReading(LargeLedger(scale)));
  const Reader reader = ledger->Read();
  std::mt19937_64 random(1);
  Series micros;
  std::size_t bytes = 0;
  Say("P9: proofs");
  for (int i = 0; i < 5'000; ++i) {
    const Sequence sequence{random() % reader.size().value};
    const Timer timer;
    const auto proof = Must(reader.InclusionProof(sequence, reader.size()));
    micros.Add(timer.Seconds() * 1e6);
    bytes = std::max(bytes, proof.size() * 32);
  }
  PrintRow({"P9",
            "inclusion proof at " + Grouped(static_cast<double>(reader.size().value), "events"),
            Spread(micros, "us, ") + std::to_string(bytes) + " bytes",
            "-",
            {},
            "<= 200 us, <= 1 KiB",
            micros.median() <= 200 && bytes <= 1024});
}

}  // namespace sinetti::bench
