// Rows of the tables under the shared data folder, for tests that skip where it is absent.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace sinetti {

// Cells of one line; double quotes around a cell are taken off.
inline std::vector<std::string> SplitCells(const std::string& line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

// All rows, the header included; empty when the file is not there.
inline std::vector<std::vector<std::string>> SharedRows(const std::string& path, char separator) {
  std::ifstream file(std::string(SINETTI_SHARED_DIR) + "/data/finnish/" + path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) rows.push_back(SplitCells(line, separator));
  return rows;
}

}  // namespace sinetti
