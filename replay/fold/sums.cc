#include "replay/fold/sums.h"

#include <sqlite3.h>

#include <cstdint>

namespace sinetti {
namespace {

// Begins as zeros.  As long as SQLite counts rows in 64 bits, the total fits.  SQLite aligns what
// it gives out to 8 bytes, where __int128 alone would ask for 16.
struct [[gnu::packed, gnu::aligned(8)]] Sum {
  __int128 integers;
  double reals;
  std::int64_t count;
  std::int64_t real_count;
};

Sum* StateOf(sqlite3_context* context) {
  return static_cast<Sum*>(sqlite3_aggregate_context(context, sizeof(Sum)));
}

void Take(sqlite3_context* context, sqlite3_value* value, int sign) {
  const int type = sqlite3_value_numeric_type(value);
  Sum* sum = StateOf(context);
  if (sum == nullptr) return sqlite3_result_error_nomem(context);
  if (type == SQLITE_NULL) return;
  sum->count += sign;
  if (type == SQLITE_INTEGER) {
    sum->integers += static_cast<__int128>(sqlite3_value_int64(value)) * sign;
  } else {
    sum->reals += sqlite3_value_double(value) * sign;
    sum->real_count += sign;
  }
}

void Add(sqlite3_context* context, int, sqlite3_value** values) { Take(context, values[0], 1); }
void Remove(sqlite3_context* context, int, sqlite3_value** values) { Take(context, values[0], -1); }

void Give(sqlite3_context* context) {
  const Sum* sum = StateOf(context);
  if (sum == nullptr || sum->count == 0) return sqlite3_result_null(context);
  if (sum->real_count > 0)
    return sqlite3_result_double(context, sum->reals + static_cast<double>(sum->integers));
  const auto total = static_cast<std::int64_t>(sum->integers);
  if (total != sum->integers) return sqlite3_result_null(context);
  sqlite3_result_int64(context, total);
}

void Abs(sqlite3_context* context, int, sqlite3_value** values) {
  const int type = sqlite3_value_numeric_type(values[0]);
  if (type == SQLITE_NULL) return sqlite3_result_null(context);
  if (type != SQLITE_INTEGER) {
    const double value = sqlite3_value_double(values[0]);
    return sqlite3_result_double(context, value < 0 ? -value : value);
  }
  const std::int64_t value = sqlite3_value_int64(values[0]);
  if (value == INT64_MIN) return sqlite3_result_null(context);
  sqlite3_result_int64(context, value < 0 ? -value : value);
}

}  // namespace

bool InstallSums(sqlite3* database) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  return sqlite3_create_window_function(database, "sum", 1, kFlags, nullptr, Add, Give, Give,
                                        Remove, nullptr) == SQLITE_OK &&
         sqlite3_create_function_v2(database, "abs", 1, kFlags, nullptr, Abs, nullptr, nullptr,
                                    nullptr) == SQLITE_OK;
}

}  // namespace sinetti
