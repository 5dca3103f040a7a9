// What is written into a ledger once, when it is made (docs/format/store.md, "Metadata").
// Checkpoints repeat it, so that it cannot be changed unseen.
#pragma once

#include <optional>
#include <string>

#include "ledger/base/clock.h"
#include "ledger/base/result.h"
#include "ledger/log/checkpoint.h"
#include "ledger/store/store.h"

namespace sinetti {

class FindingSink;

struct LedgerInfo {
  std::uint32_t format = 1;
  std::string origin;     // the ledger's name in checkpoints, for ever
  std::string algorithm;  // "sha256"
  Timestamp created;
};

inline constexpr std::uint32_t kLedgerFormat = 1;
inline constexpr std::string_view kLedgerAlgorithm = "sha256";

void PutMetadata(Batch& batch, const LedgerInfo& info);

// kNotFound: the ledger was never made completely.  kUnsupported: another format or algorithm.
Result<LedgerInfo> ReadMetadata(const Snapshot& snapshot, const std::string& dir);

// The extension line by which a checkpoint repeats the day the ledger was made: "created <RFC
// 3339>".
std::string CreatedExtension(const LedgerInfo& info);
std::optional<Timestamp> CreatedOf(const Checkpoint& checkpoint);

// For the auditor: what is there as far as it can be read, the rest as findings.
Result<LedgerInfo> CheckMetadata(const Snapshot& snapshot, FindingSink& sink);
// The number of events that the derived indexes say they cover; nullopt with a finding when that
// cannot be.
Result<std::optional<TreeSize>> CheckDerivedSize(const Snapshot& snapshot, TreeSize size,
                                                 FindingSink& sink);

}  // namespace sinetti
