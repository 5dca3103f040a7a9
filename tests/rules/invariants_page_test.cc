// docs/internals/invariants.md names, for each of the twenty rules, the tests that break it; here
// they are looked for.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace {

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// "Suite.Name" of every test under tests/.
std::set<std::string> TestNames() {
  std::set<std::string> names;
  const std::regex declared(R"(TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\))");
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(SINETTI_SOURCE_DIR "/tests")) {
    if (entry.path().extension() != ".cc") continue;
    const std::string text = ReadAll(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), declared), end; at != end; ++at)
      names.insert((*at)[1].str() + "." + (*at)[2].str());
  }
  return names;
}

TEST(InvariantsPage, NamesATestForEachOfTheTwentyRules) {
  const std::set<std::string> known = TestNames();
  const std::regex test_name("`([A-Z]\\w+\\.[A-Z]\\w+)`");
  std::istringstream page(ReadAll(SINETTI_SOURCE_DIR "/docs/internals/invariants.md"));
  std::set<int> rules;
  for (std::string line; std::getline(page, line);) {
    if (line.size() < 3 || line[0] != '|' || line[2] < '0' || line[2] > '9') continue;
    rules.insert(std::stoi(line.substr(2)));
    const std::string tests = line.substr(line.rfind('|', line.size() - 2));
    std::size_t named = 0;
    for (std::sregex_iterator at(tests.begin(), tests.end(), test_name), end; at != end; ++at) {
      EXPECT_EQ(known.count((*at)[1].str()), 1u) << "no test " << (*at)[1].str() << ": " << line;
      ++named;
    }
    EXPECT_GE(named, 1u) << line;
  }
  EXPECT_EQ(rules.size(), 20u);
  EXPECT_EQ(*rules.begin(), 1);
  EXPECT_EQ(*rules.rbegin(), 20);
}

}  // namespace
