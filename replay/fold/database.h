// One SQLite connection and its prepared statements: all that views need of SQL, with every failure
// as a Result.  The only header through which replay/ and cli/ reach SQLite.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/date.h"
#include "ledger/base/integers.h"
#include "ledger/base/result.h"

namespace sinetti {

struct SqlNull {
  friend bool operator==(const SqlNull&, const SqlNull&) = default;
};

// What a cell holds.  Views keep integers and text only; reals appear in ad-hoc queries alone.
using SqlValue = std::variant<SqlNull, std::int64_t, double, std::string, Bytes>;

// A prepared statement.  Not thread-safe; must not outlive its Database.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  ~Statement();

  // Binds the values to ?1, ?2, … and runs the statement to its end, dropping any rows.
  // Takes integers, bool, string views, Sequence, Date, optionals of these (empty: NULL), nullptr.
  // No text is copied: what is given lives until Run returns, and is forgotten then.
  template <typename... Values>
  Result<void> Run(const Values&... values) {
    Begin();
    int index = 0;
    (BindAny(++index, values, Copy::kNever), ...);
    return Finish();
  }

  // Binds the values (copying text) and leaves the statement before its first row.
  template <typename... Values>
  void Start(const Values&... values) {
    Begin();
    int index = 0;
    (BindAny(++index, values, Copy::kAlways), ...);
  }

  // The same for a number of texts that is known at run time only; a statement that has fewer
  // parameters ignores the rest.
  void StartWith(const std::vector<std::string>& texts);

  // The same for integers by the names of their parameters (":days"); a parameter of the statement
  // that is not among `values` is NULL, a name that the statement does not have is left out.
  void StartNamed(const std::vector<std::pair<std::string, std::int64_t>>& values);

  // Moves to the next row; false at the end.
  Result<bool> Step();

  int columns() const;
  std::string_view column_name(int column) const;
  enum class Kind { kNull, kInteger, kReal, kText, kBytes };
  Kind KindOf(int column) const;
  std::int64_t Integer(int column) const;
  std::string_view Text(int column) const;  // valid until the next Step; empty for NULL
  ByteView Blob(int column) const;          // likewise
  bool IsNull(int column) const;
  SqlValue Value(int column) const;

 private:
  friend class Database;
  struct Impl;
  explicit Statement(std::unique_ptr<Impl> impl);

  enum class Copy { kNever, kAlways };

  void Begin();
  Result<void> Finish();
  void BindInteger(int index, std::int64_t value);
  void BindText(int index, std::string_view value, Copy copy);
  void BindNull(int index);

  template <typename T>
  void BindAny(int index, const T& value, Copy copy) {
    if constexpr (std::is_same_v<T, std::nullptr_t>) {
      BindNull(index);
    } else if constexpr (std::is_same_v<T, Sequence>) {
      BindInteger(index, static_cast<std::int64_t>(value.value));
    } else if constexpr (std::is_same_v<T, Date>) {
      BindText(index, FormatDate(value), Copy::kAlways);
    } else if constexpr (std::is_integral_v<T>) {
      BindInteger(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      BindText(index, std::string_view(value), copy);
    } else if (value) {  // an optional
      BindAny(index, *value, copy);
    } else {
      BindNull(index);
    }
  }

  std::unique_ptr<Impl> impl_;
};

// A connection.  Use from one thread at a time.
class Database {
 public:
  enum class Mode {
    kReadOnly,   // kNotFound when the file is missing; a busy writer is waited for
    kReadWrite,  // created when missing
  };

  static Result<std::unique_ptr<Database>> Open(const std::string& path, Mode mode);
  static Result<std::unique_ptr<Database>> InMemory();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // One or more statements without parameters or rows.
  Result<void> Execute(const std::string& sql);
  Result<Statement> Prepare(std::string_view sql);

  // The first column of the first row, as text; kNotFound when there is no row.
  Result<std::string> Scalar(std::string_view sql);

  // From here on, statements that change anything or attach files fail: for SQL that a person
  // typed.
  void RefuseWrites();

  // Asked every few thousand steps of a running statement; true stops it with kInvalid.
  void SetInterrupt(std::function<bool()> should_stop);

 private:
  struct Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace sinetti
