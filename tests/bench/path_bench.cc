// P4, P6, P7, P11 and P12 (docs/internals/performance.md): whole paths through the program, beside
// what the same work costs without it.
// path_bench --program SINETTI [--events N] [--rounds N] [--seed N] [--dir DIR].
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "ledger/event/codec.h"
#include "ledger/event/draft_json.h"
#include "ledger/log/ledger.h"
#include "replay/fold/views.h"
#include "replay/region/region.h"
#include "replay/views/all_views.h"
#include "tests/bench/child.h"
#include "tests/bench/measure.h"
#include "tests/bench/row_copy.h"

namespace sinetti::bench {
namespace {

namespace fs = std::filesystem;

struct Scale {
  std::uint64_t events = 1'000'000;
  int rounds = 5;
  std::uint64_t seed = 1;
  std::string program;
  std::string dir;
};

constexpr std::size_t kBatch = 1000;

// Gives the day on which half of them had happened.
Date WriteDrafts(const std::string& file, std::uint64_t events, std::uint64_t seed) {
  RegionGenerator region(seed);
  std::ofstream out(file, std::ios::binary);
  std::string block;
  Date middle;
  for (std::uint64_t i = 0; i < events; ++i) {
    region.AppendLine(block);
    if (i == events / 2) middle = region.today();
    block += '\n';
    if (block.size() < (1 << 20) && i + 1 != events) continue;
    out.write(block.data(), static_cast<std::streamsize>(block.size()));
    block.clear();
  }
  if (!out.flush()) Fail("could not write " + file);
  return middle;
}

ChildOutcome Sinetti(const Scale& scale, const std::string& ledger,
                     std::vector<std::string> words) {
  std::vector<std::string> command = {scale.program, "-l", ledger, "--quiet"};
  command.insert(command.end(), words.begin(), words.end());
  Say("sinetti " + words[0]);
  const ChildOutcome outcome = RunChild(command);
  if (outcome.status != 0)
    Fail("sinetti " + words[0] + " ended with " + std::to_string(outcome.status));
  return outcome;
}

ChildOutcome ImportInto(const Scale& scale, const std::string& ledger, const std::string& file) {
  Sinetti(scale, ledger, {"init", "--origin", "bench.example/path"});
  return Sinetti(scale, ledger, {"import", file});
}

void RemoveLedger(const std::string& ledger) {
  fs::remove_all(ledger);
  fs::remove_all(ledger + ".keys");
}

// P2's work on the same drafts: appending what is parsed and encoded already, batches of 1000.
double AppendSeconds(const Scale& scale, const std::string& dir, std::uint64_t events) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  DraftParser parser(registry);
  RegionGenerator region(scale.seed);
  SystemClock clock;
  const auto ledger = Must(Ledger::Create(dir, "bench.example/append", clock));
  double seconds = 0;
  for (std::uint64_t done = 0; done < events;) {
    std::vector<std::vector<EncodedDraft>> batches;
    for (; batches.size() < 100 && done < events; done += batches.back().size()) {
      batches.emplace_back();
      while (batches.back().size() < kBatch && done + batches.back().size() < events)
        batches.back().push_back(Must(EncodeDraft(Must(parser.Parse(region.NextLine())))));
    }
    const Timer timer;
    for (auto& batch : batches) Must(ledger->Append(std::move(batch)));
    seconds += timer.Seconds();
  }
  return seconds;
}

// P4.  Rounds of at most 200,000 events: each makes two ledgers anew.
void BenchImport(const Scale& scale) {
  const std::uint64_t events = std::min<std::uint64_t>(scale.events, 200'000);
  const std::string file = scale.dir + "/p4.ndjson";
  WriteDrafts(file, events, scale.seed);
  Series ratio, rate, append_rate;
  for (int round = 0; round < scale.rounds; ++round) {
    SayRound("P4: import", round, scale.rounds);
    const double append = AppendSeconds(scale, scale.dir + "/p4-append", events);
    fs::remove_all(scale.dir + "/p4-append");
    const double import = ImportInto(scale, scale.dir + "/p4", file).seconds;
    RemoveLedger(scale.dir + "/p4");
    ratio.Add(append / import);
    rate.Add(static_cast<double>(events) / import);
    append_rate.Add(static_cast<double>(events) / append);
  }
  PrintRatioRow({"P4",
                 "import of " + Grouped(static_cast<double>(events), "drafts of NDJSON"),
                 Grouped(rate.median(), "events/s"),
                 Grouped(append_rate.median(), "events/s (P2, same drafts)"),
                 ratio,
                 "",
                 {}},
                0.5);
  fs::remove(file);
}

// Folds the first `events` events into a file of its own, which goes with what is returned.
std::unique_ptr<ViewsFile::Snapshot> FoldAll(const ViewsFile& views, const Reader& reader,
                                             const TypeRegistry& registry, std::uint64_t events,
                                             double& seconds) {
  const Timer timer;
  auto snapshot = Must(
      views.SnapshotAt(reader, registry, {.until = TreeSize{events}}, std::nullopt, std::nullopt));
  seconds = timer.Seconds();
  return snapshot;
}

// P6.  The views are folded into a file of their own; then SQLite alone writes the same rows.  A
// tenth of the ledger shows whether the rate falls as the views grow.
void BenchReplay(const Scale& scale, const std::string& dir) {
  const TypeRegistry registry = TypeRegistry::Builtin();
  const auto ledger = Must(Ledger::OpenForReading(dir));
  const Reader reader = ledger->Read();
  const std::uint64_t all = reader.size().value;
  const double events = static_cast<double>(all);
  const ViewsFile views(dir, ledger->info().origin, AllViews());
  const int rounds = scale.events > 2'000'000 ? 1 : scale.rounds;
  Series ratio, rate, row_rate, growth, tenth_rate;
  std::uint64_t rows = 0;
  for (int round = 0; round < rounds; ++round) {
    SayRound("P6: replay", round, rounds);
    double fold = 0, tenth = 0;
    (void)FoldAll(views, reader, registry, all / 10, tenth);
    const auto snapshot = FoldAll(views, reader, registry, all, fold);
    SayRound("P6: the same rows by SQLite alone", round, rounds);
    const RowCopy copy = CopyRows(snapshot->path(), scale.dir + "/p6-rows.sqlite");
    rows = copy.rows;
    ratio.Add(copy.insert_seconds / fold);
    rate.Add(events / fold);
    tenth_rate.Add(events / 10 / tenth);
    growth.Add(tenth * 10 / fold);
    row_rate.Add(static_cast<double>(copy.rows) / copy.insert_seconds);
  }
  PrintRatioRow({"P6",
                 "replay of all views, verified, " + Grouped(events, "events"),
                 Grouped(rate.median(), "events/s"),
                 Grouped(row_rate.median(), "rows/s (SQLite, the same ") +
                     Grouped(static_cast<double>(rows), "rows)"),
                 ratio,
                 "",
                 {}},
                0.4);
  PrintRatioRow({"P6",
                 "its rate",
                 Grouped(rate.median(), "events/s"),
                 Grouped(tenth_rate.median(), "events/s (a tenth of the events)"),
                 growth,
                 "",
                 {}},
                0.8);
  PrintRow({"P6",
            "its rate",
            Grouped(rate.median(), "events/s"),
            "-",
            {},
            ">= 170,000 events/s",
            rate.median() >= 170'000});
}

void PrintPeak(const std::string& what, const ChildOutcome& outcome, double events) {
  PrintRow({"P7",
            "peak memory of " + what + ", " + Grouped(events, "events"),
            Grouped(static_cast<double>(outcome.peak_kib) / 1024, "MiB") + " (" +
                Grouped(events / outcome.seconds, "events/s)"),
            "-",
            {},
            "<= 512 MiB",
            outcome.peak_kib <= 512 * 1024});
}

double BytesBelow(const std::string& dir) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  return bytes;
}

// P12.  What lies in the folder after the import has closed it, its write-ahead log included.
void BenchDisk(const std::string& ledger, const std::string& file, double events) {
  FILE* pipe = popen(("zstd -3 -T1 -q -c '" + file + "' | wc -c").c_str(), "r");
  double compressed = 0;
  if (pipe == nullptr || fscanf(pipe, "%lf", &compressed) != 1 || compressed < 100) {
    if (pipe != nullptr) pclose(pipe);
    std::printf("P12 skipped: no zstd here\n");
    return;
  }
  pclose(pipe);
  const double ours = BytesBelow(ledger + "/store");
  Series ratio;
  ratio.Add(ours / (1.3 * compressed + 100 * events));
  PrintRow({"P12", "disk, " + Grouped(events, "events"), Grouped(ours / events, "bytes/event"),
            Grouped(compressed / events, "bytes/event (zstd -3 of the NDJSON)"), ratio,
            "ratio to 1.3 x zstd + 100 bytes <= 1", ratio.median() <= 1});
}

// P11.  The report of one provider on a past day, and of today, when the views stand.
void BenchProviderReport(const Scale& scale, const std::string& ledger, Date day) {
  const std::string file = scale.dir + "/provider.html";
  const std::vector<std::string> words = {"report", "provider", "pt-3", "--format",
                                          "html",   "-o",       file};
  Sinetti(scale, ledger, words);
  std::vector<std::string> past = words;
  past.insert(past.end(), {"--as-of", FormatDate(day)});
  Series seconds, current;
  for (int round = 0; round < RoundsOf(scale.rounds, scale.events); ++round) {
    current.Add(Sinetti(scale, ledger, words).seconds);
    seconds.Add(Sinetti(scale, ledger, past).seconds);
  }
  const std::string size = Grouped(static_cast<double>(fs::file_size(file)) / 1024, "KiB of HTML");
  PrintRow({"P11",
            "report of one provider as of a past day, " + size,
            Spread(seconds, "s"),
            Spread(current, "s (as of today)"),
            {},
            "<= 2 s",
            seconds.median() <= 2});
}

// Peaks first: a child is charged with what this program held when it started (child.cc).
void RunAll(const Scale& scale) {
  const std::string file = scale.dir + "/drafts.ndjson";
  const std::string ledger = scale.dir + "/ledger";
  const double events = static_cast<double>(scale.events);
  Say("writing drafts");
  const Date middle = WriteDrafts(file, scale.events, scale.seed);
  PrintPeak("import", ImportInto(scale, ledger, file), events);
  BenchDisk(ledger, file, events);
  PrintPeak("verify", Sinetti(scale, ledger, {"verify"}), events);
  PrintPeak("replay --rebuild", Sinetti(scale, ledger, {"replay", "--rebuild"}), events);
  BenchProviderReport(scale, ledger, middle);
  BenchImport(scale);
  BenchReplay(scale, ledger);
}

}  // namespace
}  // namespace sinetti::bench

int main(int count, char** arguments) {
  using namespace sinetti::bench;
  Scale scale;
  std::string parent = std::filesystem::temp_directory_path();
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = arguments[i];
    const char* value = arguments[i + 1];
    if (name == "--program")
      scale.program = value;
    else if (name == "--events")
      scale.events = std::strtoull(value, nullptr, 10);
    else if (name == "--rounds")
      scale.rounds = std::atoi(value);
    else if (name == "--seed")
      scale.seed = std::strtoull(value, nullptr, 10);
    else if (name == "--dir")
      parent = value;
    else
      Fail("unknown option " + std::string(name));
  }
  if (scale.program.empty() || scale.events == 0 || scale.rounds < 1)
    Fail("usage: path_bench --program SINETTI [--events N] [--rounds N] [--seed N] [--dir DIR]");
  scale.dir = parent + "/path_bench_" + std::to_string(getpid());
  std::filesystem::create_directories(scale.dir);
  RunAll(scale);
  std::filesystem::remove_all(scale.dir);
}
