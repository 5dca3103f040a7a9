#include "ledger/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace sinetti::internal {

void CheckFailed(const char* file, int line, const char* expression) {
  std::fprintf(stderr, "sinetti: internal error at %s:%d: %s\n", file, line, expression);
  std::abort();
}

}  // namespace sinetti::internal
