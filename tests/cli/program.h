// Runs the program in a fresh folder, as a person would, and keeps what it said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sinetti::testing_support {

struct Ran {
  int exit_code = -1;
  std::string out;  // stdout: data
  std::string err;  // stderr: messages
};

// A folder of its own with the program's settings in it; removed at the end.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  // Runs `sinetti` with the arguments, the ledger being DIR/ledger; `input` goes to standard input.
  Ran Run(const std::vector<std::string>& arguments, const std::string& input = "") const;

  // From here on the program can write no file longer than this: as if the disk were full.
  void LimitFiles(std::uint64_t bytes) { file_bytes_max_ = bytes; }

  std::string Path(const std::string& name) const { return dir_ + "/" + name; }
  std::string Write(const std::string& name, const std::string& text) const;  // gives the path
  std::string Read(const std::string& name) const;

 private:
  std::string dir_;
  std::uint64_t file_bytes_max_ = 0;  // 0: no limit
};

}  // namespace sinetti::testing_support
