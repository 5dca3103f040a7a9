// sum() and abs() for numbers of any size.  SQLite's own stop the whole statement when a result
// does not fit 64 bits; one absurd amount in an event would then stop every audit and report for
// ever. These give NULL there, as for any other figure that cannot be computed.
#pragma once

struct sqlite3;

namespace sinetti {

// False when the engine does not take the functions.
bool InstallSums(sqlite3* database);

}  // namespace sinetti
