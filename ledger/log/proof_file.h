// Proofs as text files that check with the ledger's public key and nothing else.  Inclusion follows
// C2SP tlog-proof, consistency is its sibling.  Implements docs/format/proof.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/crypto/verifier_key.h"
#include "ledger/log/checkpoint.h"

namespace sinetti {

enum class ProofKind { kInclusion, kConsistency };

// By the first line.  kUnsupported for any other.
Result<ProofKind> ProofKindOf(std::string_view text);

// The entry at `sequence` is in the tree of the checkpoint.
struct InclusionProof {
  Sequence sequence;
  Bytes entry;  // previous (32 bytes) ‖ record
  std::vector<Hash> hashes;
  std::string checkpoint;  // the signed note

  friend bool operator==(const InclusionProof&, const InclusionProof&) = default;
};

// The tree of the new checkpoint begins with that of the old one.
struct ConsistencyProof {
  std::string old_checkpoint;  // signed notes
  std::string new_checkpoint;
  std::vector<Hash> hashes;

  friend bool operator==(const ConsistencyProof&, const ConsistencyProof&) = default;
};

std::string FormatInclusionProof(const InclusionProof& proof);

// kInvalid when a checkpoint in the proof is no signed checkpoint.
Result<std::string> FormatConsistencyProof(const ConsistencyProof& proof);

// Read the grammar only and check nothing.  kInvalid unless `text` is what Format… would write.
Result<InclusionProof> ParseInclusionProof(std::string_view text);
Result<ConsistencyProof> ParseConsistencyProof(std::string_view text);

struct CheckedInclusion {
  Sequence sequence;
  Bytes entry;
  Hash leaf_hash;
  Checkpoint checkpoint;
};

struct CheckedConsistency {
  Checkpoint old_checkpoint;
  Checkpoint new_checkpoint;
};

// Everything: grammar (kInvalid), signatures, sizes and hashes (kCorrupt).
Result<CheckedInclusion> CheckInclusionProof(std::string_view text, const VerifierKey& key);
Result<CheckedConsistency> CheckConsistencyProof(std::string_view text, const VerifierKey& key);
// Each checkpoint with the key of the ledger that vouches for it.
Result<CheckedConsistency> CheckConsistencyProof(std::string_view text, const VerifierKey& old_key,
                                                 const VerifierKey& new_key);

}  // namespace sinetti
