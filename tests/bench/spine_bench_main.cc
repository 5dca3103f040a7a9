// spine_bench [--events N] [--rounds N] [--dir DIR] [P1 P2 ...]: the measurements by their numbers
// in docs/internals/performance.md; all of them without names.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/bench/spine_bench.h"
#include "tests/bench/spine_support.h"

int main(int count, char** arguments) {
  using namespace sinetti::bench;
  Scale scale;
  std::set<std::string> chosen;
  std::string parent = std::filesystem::temp_directory_path();
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--fill-and-die" && i + 2 < count)
      FillAndDie(arguments[i + 1], std::strtoull(arguments[i + 2], nullptr, 10));
    else if (argument == "--events" && i + 1 < count)
      scale.events = std::strtoull(arguments[++i], nullptr, 10);
    else if (argument == "--rounds" && i + 1 < count)
      scale.rounds = std::atoi(arguments[++i]);
    else if (argument == "--dir" && i + 1 < count)
      parent = arguments[++i];
    else
      chosen.insert(std::string(argument));
  }
  scale.dir = parent + "/spine_bench_" + std::to_string(getpid());
  std::filesystem::create_directories(scale.dir);
  const std::vector<std::pair<std::string, void (*)(const Scale&)>> all = {
      {"P1", BenchDurableAppend}, {"P3", BenchConcurrentAppend}, {"P8", BenchOpenAfterKill},
      {"P9", BenchProof},         {"P5", BenchVerify},           {"P2", BenchBulkAppend}};
  for (const auto& [name, run] : all)
    if (chosen.empty() || chosen.contains(name)) run(scale);
  std::filesystem::remove_all(scale.dir);
}
