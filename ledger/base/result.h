// Result<T>: a value or an Error, for everything that can go wrong in a healthy program.  Member
// names follow std::expected, which g++ 12 does not have.  Codes answer what the caller can do.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "ledger/base/check.h"

namespace sinetti {

enum class ErrorCode {
  kInvalid,      // the input is wrong: correct it and call again (exit 2)
  kNotFound,     // the named thing is not there (exit 2)
  kConflict,     // expected version or idempotency key disagrees with the ledger (exit 2)
  kUnsupported,  // a newer format or an unknown algorithm: use a newer program (exit 2)
  kCorrupt,      // stored bytes contradict themselves: run `sinetti verify` (exit 1)
  kLocked,       // another process holds the writer lock: retry later (exit 3)
  kEnvironment,  // disk, permission, key file: mend it and call again (exit 3)
  kClosed,  // a commit failed with unknown outcome: reopen and retry with the same ids (exit 3)
};

const char* ErrorCodeName(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kInvalid;
  std::string message;  // names the thing, both values and the next step; no trailing newline

  // The same error one level up: "couldn't open ledger: " + message.
  Error Within(const std::string& context) && {
    return {code, context + ": " + std::move(message)};
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return Checked(); }
  const T& value() const& {
    SINETTI_CHECK(has_value());
    return std::get<0>(state_);
  }
  T&& value() && { return std::move(Checked()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &Checked(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& {
    SINETTI_CHECK(!has_value());
    return std::get<1>(state_);
  }
  Error&& error() && {
    SINETTI_CHECK(!has_value());
    return std::move(std::get<1>(state_));
  }

 private:
  T& Checked() {
    SINETTI_CHECK(has_value());
    return std::get<0>(state_);
  }

  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  void value() const { SINETTI_CHECK(has_value()); }

  const Error& error() const& {
    SINETTI_CHECK(!has_value());
    return *error_;
  }
  Error&& error() && {
    SINETTI_CHECK(!has_value());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace sinetti

#define SINETTI_CONCAT_INNER(a, b) a##b
#define SINETTI_CONCAT(a, b) SINETTI_CONCAT_INNER(a, b)

// Returns the error of `expression` (a Result<void>) from the calling function, if there is one.
#define SINETTI_TRY(expression)                              \
  do {                                                       \
    if (auto sinetti_result = (expression); !sinetti_result) \
      return std::move(sinetti_result).error();              \
  } while (false)

// SINETTI_ASSIGN(auto x, F()): x is F's value, or the calling function returns F's error.
#define SINETTI_ASSIGN(target, expression) \
  SINETTI_ASSIGN_IMPL(SINETTI_CONCAT(sinetti_result_, __LINE__), target, expression)
#define SINETTI_ASSIGN_IMPL(result, target, expression) \
  auto result = (expression);                           \
  if (!result) return std::move(result).error();        \
  target = std::move(result).value()
