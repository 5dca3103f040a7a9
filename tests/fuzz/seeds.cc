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

// A note is a text, an empty line and signatures, and ends at the next empty line or the end.
std::vector<std::string> NotesIn(const std::string& text, const std::string& origin) {
  std::vector<std::string> notes;
  const std::string first = origin + "\n";
  for (std::size_t at = text.find(first); at != text.npos; at = text.find(first, at + 1)) {
    const std::size_t signatures = text.find("\n\n", at);
    if (signatures == text.npos) break;
    const std::size_t end = text.find("\n\n", signatures + 2);
    notes.push_back(text.substr(at, end == text.npos ? end : end + 1 - at));
  }
  return notes;
}

}  // namespace sinetti::fuzz
