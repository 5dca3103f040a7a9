// P13 (docs/internals/performance.md): appending one event, appending a thousand, verifying all and
// reading a stream, in turns of one round each with every peer that is there.  peer_bench
// [--events N] [--rounds N] [--seed N] [--dir DIR] [--postgres CONNECTION].
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <random>
#include <string_view>
#include <vector>

#include "replay/region/region.h"
#include "tests/bench/measure.h"
#include "tests/bench/peer.h"

namespace sinetti::bench {
namespace {

constexpr std::size_t kBatch = 1000;
constexpr std::size_t kSingles = 200;
constexpr std::size_t kStreams = 300;

enum Work { kAppendOne, kAppendMany, kVerifyAll, kReadStream, kWorks };
constexpr const char* kWorkNames[kWorks] = {"append one event, durable",
                                            "append 1000 in one transaction, durable", "verify all",
                                            "read a stream"};
constexpr const char* kUnits[kWorks] = {"events/s", "events/s", "events/s", "streams/s"};

// The value of a member that the generator writes without escapes.
std::string Member(std::string_view json, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":\"";
  const std::size_t start = json.find(key);
  if (start == std::string_view::npos) Fail("a draft without " + std::string(name));
  const std::size_t value = start + key.size();
  return std::string(json.substr(value, json.find('"', value) - value));
}

class Drafts {
 public:
  explicit Drafts(std::uint64_t seed) : region_(seed) {}
  std::vector<PeerDraft> Next(std::size_t count) {
    std::vector<PeerDraft> drafts;
    drafts.reserve(count);
    while (drafts.size() < count) {
      PeerDraft draft;
      region_.AppendLine(draft.json);
      draft.source = Member(draft.json, "source");
      draft.id = Member(draft.json, "id");
      draft.type = Member(draft.json, "type");
      draft.stream = Member(draft.json, "stream");
      drafts.push_back(std::move(draft));
    }
    return drafts;
  }

 private:
  RegionGenerator region_;
};

struct Contestant {
  std::unique_ptr<Peer> peer;
  Series rate[kWorks];
  double latest[kWorks] = {};  // rates of this round
  Series ratio[kWorks];        // ours to this one's
};

using Round = std::vector<std::vector<PeerDraft>>;

// Bulk first, then single events, so that all peers verify and read ledgers of one size.
void Measure(Contestant& contestant, const Round& batches, const std::vector<PeerDraft>& singles,
             const std::vector<std::string>& streams) {
  Peer& peer = *contestant.peer;
  const auto note = [&](Work work, double count, const Timer& timer) {
    contestant.latest[work] = count / timer.Seconds();
    contestant.rate[work].Add(contestant.latest[work]);
  };
  const Timer bulk;
  for (const auto& batch : batches) peer.Append(batch);
  note(kAppendMany, static_cast<double>(batches.size() * kBatch), bulk);
  const Timer single;
  for (const PeerDraft& draft : singles) peer.Append({&draft, 1});
  note(kAppendOne, static_cast<double>(singles.size()), single);
  const Timer verify;
  const std::uint64_t verified = peer.VerifyAll();
  if (verified == 0) return;  // the engine alone
  note(kVerifyAll, static_cast<double>(verified), verify);
  const Timer read;
  for (const std::string& stream : streams)
    if (peer.ReadStream(stream) == 0) Fail("an empty stream: " + stream);
  note(kReadStream, static_cast<double>(streams.size()), read);
}

void Print(const std::vector<Contestant>& contestants) {
  const Contestant& ours = contestants.front();
  for (int work = 0; work < kWorks; ++work)
    for (const Contestant& other : contestants) {
      if (&other == &ours || other.ratio[work].empty()) continue;
      GoalRow row{"P13",
                  std::string(kWorkNames[work]),
                  Grouped(ours.rate[work].median(), kUnits[work]),
                  Grouped(other.rate[work].median(), kUnits[work]) + " (" +
                      std::string(other.peer->name()) + ")",
                  other.ratio[work],
                  "",
                  {}};
      if (other.peer->name() != "raw RocksDB") {
        row.wanted = "ratio > 1";
        row.met = row.ratio.median() > 1;
      } else {
        row.wanted = "(beside)";
      }
      PrintRow(row);
    }
}

}  // namespace
}  // namespace sinetti::bench

int main(int count, char** arguments) {
  using namespace sinetti::bench;
  std::uint64_t events = 100'000, seed = 1;
  int rounds = 5;
  std::string parent = std::filesystem::temp_directory_path(), postgres;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = arguments[i];
    const char* value = arguments[i + 1];
    if (name == "--events")
      events = std::strtoull(value, nullptr, 10);
    else if (name == "--rounds")
      rounds = std::atoi(value);
    else if (name == "--seed")
      seed = std::strtoull(value, nullptr, 10);
    else if (name == "--dir")
      parent = value;
    else if (name == "--postgres")
      postgres = value;
    else
      Fail("unknown option " + std::string(name));
  }
  if (rounds < 1) Fail("at least one round");
  const std::string dir = parent + "/peer_bench_" + std::to_string(getpid());
  std::filesystem::create_directories(dir);

  std::vector<Contestant> contestants;
  const auto join = [&](std::unique_ptr<Peer> peer, const char* absent) {
    if (peer == nullptr) return static_cast<void>(std::fprintf(stderr, "%s\n", absent));
    contestants.emplace_back().peer = std::move(peer);
  };
  join(MakeSinettiPeer(dir + "/sinetti"), "");
  join(MakeSqlitePeer(dir + "/chain.sqlite"), "");
  join(postgres.empty() ? nullptr : MakePostgresPeer(postgres),
       "P13: no PostgreSQL here, its rows are skipped");
  join(MakeRawStorePeer(dir + "/raw"), "");

  Drafts drafts(seed);
  std::mt19937_64 random(seed);
  std::vector<std::string> known;
  const std::size_t batches_a_round = std::max<std::size_t>(
      1, static_cast<std::size_t>(events) / kBatch / static_cast<std::size_t>(rounds));
  for (int round = 0; round < rounds; ++round) {
    SayRound("P13: peers", round, rounds);
    Round batches;
    for (std::size_t i = 0; i < batches_a_round; ++i) batches.push_back(drafts.Next(kBatch));
    const std::vector<PeerDraft> singles = drafts.Next(kSingles);
    for (const auto& batch : batches)
      for (const PeerDraft& draft : batch) known.push_back(draft.stream);
    std::vector<std::string> streams;
    for (std::size_t i = 0; i < kStreams; ++i) streams.push_back(known[random() % known.size()]);
    for (Contestant& one : contestants) Measure(one, batches, singles, streams);
    for (Contestant& one : contestants)
      for (int work = 0; work < kWorks; ++work)
        if (one.latest[work] > 0)
          one.ratio[work].Add(contestants.front().latest[work] / one.latest[work]);
  }
  Print(contestants);
  contestants.clear();
  std::filesystem::remove_all(dir);
}
