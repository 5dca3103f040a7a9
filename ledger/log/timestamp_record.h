// The time-stamps of one checkpoint, as the store keeps them and as they are handed out. Implements
// docs/format/timestamp.md, "Record".  Knows where tokens stand, not what they say:
// ledger/evidence/timestamp_chain.h does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/integers.h"
#include "ledger/crypto/digest.h"

namespace sinetti {

// A record grows by a token every few years.
inline constexpr std::size_t kTimestampsMax = 1'000;
inline constexpr std::size_t kTimestampRecordBytesMax = 64u << 20;

// Stamps over each other with one hash (RFC 4998, 5.1: ArchiveTimeStampChain).
struct TimestampChain {
  DigestAlgorithm algorithm = DigestAlgorithm::kSha256;
  // Root of the tree over the entries with that hash; empty in the first chain, whose data is the
  // checkpoint.
  Bytes entries_root;
  std::vector<Bytes> tokens;  // oldest first; never empty

  friend bool operator==(const TimestampChain&, const TimestampChain&) = default;
};

struct TimestampRecord {
  TreeSize size;                       // of the checkpoint
  std::vector<TimestampChain> chains;  // oldest first; never empty

  friend bool operator==(const TimestampRecord&, const TimestampRecord&) = default;
};

std::string FormatTimestampRecord(const TimestampRecord& record);

// kInvalid, with the line, unless FormatTimestampRecord would write exactly this; kUnsupported for
// another first line or hash.
Result<TimestampRecord> ParseTimestampRecord(std::string_view text);

}  // namespace sinetti
