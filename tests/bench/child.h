// Runs the program as a user does, and says how long it took and how much memory it held at most.
#pragma once

#include <string>
#include <vector>

namespace sinetti::bench {

struct ChildOutcome {
  double seconds = 0;
  long peak_kib = 0;  // largest resident set, page cache mapped into it included
  int status = 0;     // exit code
};

// Standard output of the child goes to /dev/null.
ChildOutcome RunChild(const std::vector<std::string>& command);

}  // namespace sinetti::bench
