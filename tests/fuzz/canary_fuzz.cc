// Must fail: it shows that inputs are mutated and that a failure is noticed.
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/fuzz.h"

namespace sinetti::fuzz {

std::vector<std::string> Seeds() { return {"seam"}; }

void Eat(std::string_view input) {
  if (!input.starts_with("seal")) return;
  std::fprintf(stderr, "the canary was found\n");
  std::exit(77);
}

}  // namespace sinetti::fuzz
