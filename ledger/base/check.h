// SINETTI_CHECK aborts, in release builds too, when our own code broke an invariant.  It is never
// used on input: bad input is a Result, tampering is a finding (docs/architecture.md, Errors).
#pragma once

namespace sinetti::internal {
[[noreturn]] void CheckFailed(const char* file, int line, const char* expression);
}  // namespace sinetti::internal

#define SINETTI_CHECK(expression)                                        \
  do {                                                                   \
    if (!(expression)) [[unlikely]]                                      \
      ::sinetti::internal::CheckFailed(__FILE__, __LINE__, #expression); \
  } while (false)
