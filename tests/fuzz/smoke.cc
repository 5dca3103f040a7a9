// Feeds a target its seeds and mutations of them; for compilers without libFuzzer, and as a test.
//   TARGET [--rounds N] [--seed N]   eat seeds and mutations
//   TARGET --write DIRECTORY         write the seeds as files, for libFuzzer
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "tests/fuzz/fuzz.h"

namespace {

using sinetti::fuzz::Eat;
using Random = std::mt19937_64;

std::size_t Below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

// One to four of: change a byte, flip a bit, cut a part, double a part, splice in another seed.
std::string Mutated(std::string text, const std::vector<std::string>& seeds, Random& random) {
  for (std::size_t left = 1 + Below(random, 4); left > 0; --left) {
    const std::size_t at = Below(random, text.size());
    const std::size_t length = 1 + Below(random, 16);
    switch (Below(random, 5)) {
      case 0:
        if (!text.empty()) text[at] = static_cast<char>(random());
        break;
      case 1:
        if (!text.empty()) text[at] = static_cast<char>(text[at] ^ (1 << Below(random, 8)));
        break;
      case 2: text.erase(at, length); break;
      case 3: text.insert(at, text.substr(at, length)); break;
      default: {
        const std::string& other = seeds[Below(random, seeds.size())];
        text = text.substr(0, at) + other.substr(Below(random, other.size()));
      }
    }
  }
  return text;
}

int Write(const std::vector<std::string>& seeds, const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  for (std::size_t i = 0; i < seeds.size(); ++i)
    std::ofstream(directory / ("seed-" + std::to_string(i)), std::ios::binary) << seeds[i];
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> seeds = sinetti::fuzz::Seeds();
  if (seeds.empty()) {
    std::fprintf(stderr, "the target has no seeds\n");
    return 1;
  }
  std::size_t rounds = 20'000;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--write") == 0) return Write(seeds, argv[i + 1]);
    if (std::strcmp(argv[i], "--rounds") == 0) rounds = std::strtoull(argv[i + 1], nullptr, 10);
    if (std::strcmp(argv[i], "--seed") == 0) seed = std::strtoull(argv[i + 1], nullptr, 10);
  }
  std::printf("%zu seeds, %zu mutations, --seed %llu\n", seeds.size(), rounds,
              static_cast<unsigned long long>(seed));
  std::fflush(stdout);
  Random random(seed);
  for (const std::string& text : seeds) Eat(text);
  for (std::size_t i = 0; i < rounds; ++i)
    Eat(Mutated(seeds[Below(random, seeds.size())], seeds, random));
  return 0;
}
