// Seeds from the project's own documents: worked examples and scenarios are good input of every
// kind.
#include <fstream>
#include <sstream>

#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {

std::vector<std::string> LinesOf(const std::string& path) {
  std::ifstream file(SINETTI_SOURCE_DIR "/" + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> BlocksOf(const std::string& path) {
  std::vector<std::string> blocks;
  bool inside = false;
  for (const std::string& line : LinesOf(path)) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.emplace_back();
    } else if (inside) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

}  // namespace sinetti::fuzz
