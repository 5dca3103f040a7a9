// What was done with a ledger on this machine: imports, replays, verifications.  Kept in
// DIR/operations.sqlite, beside the views and apart from them: it holds clock times and durations,
// so it belongs to no digest, and losing it loses no evidence.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ledger/base/clock.h"
#include "replay/fold/database.h"

namespace sinetti {

struct ImportRun {
  Timestamp started;
  Timestamp ended;
  std::string source;  // file, or standard input
  std::uint64_t accepted = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t rejected = 0;
  std::string reason;  // why it stopped, or of the first reject; empty: none
};

struct ReplayRun {
  Timestamp started;
  Timestamp ended;
  std::string kind;  // catch-up, rebuild
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  std::uint64_t applied = 0;
  std::string digest;  // of all views, where it was computed
  std::string equal;   // equal to the previous views': yes, no, or empty when not compared
  std::string error;
};

struct VerifyRun {
  Timestamp started;
  Timestamp ended;
  std::uint64_t size = 0;
  std::uint64_t anchored = 0;
  std::uint64_t findings = 0;
  std::string root;
};

class OperationsLog {
 public:
  // Made when missing.  A ledger that may only be read gives kEnvironment: then nothing is kept.
  static Result<OperationsLog> Open(const std::string& ledger_dir);

  Result<void> Add(const ImportRun& run);
  Result<void> Add(const ReplayRun& run);
  Result<void> Add(const VerifyRun& run);

 private:
  explicit OperationsLog(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  std::unique_ptr<Database> database_;
};

// Lets `views`, opened for reading, answer v40_integrity, v41_replay_runs, v42_lag and v43_imports:
// temporary views of this connection over the operations log, with the ledger's size as it is now.
// Only what had ended by `at`, where given.  Without a log they are empty.
Result<void> AttachOperations(Database& views, const std::string& ledger_dir,
                              std::uint64_t ledger_size, std::optional<Timestamp> at = {});

}  // namespace sinetti
