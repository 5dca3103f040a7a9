// Inclusion and consistency proofs of RFC 6962, sections 2.1.1 and 2.1.2, in pairs: the prover
// reads the tree, the verifier never does.  Implements docs/format/proof.md.
//
// Size 0 is decided so: nothing is included in an empty tree, and nothing is proved by consistency
// with one (every tree extends it, whoever wrote it), so both are refused by prover and verifier
// alike.
#pragma once

#include <span>
#include <vector>

#include "ledger/base/hash.h"
#include "ledger/base/integers.h"
#include "ledger/merkle/hash_reader.h"

namespace sinetti {

// From the leaf's sibling up to the root's child.  kInvalid unless sequence < size; errors of the
// reader pass through.
Result<std::vector<Hash>> ProveInclusion(Sequence sequence, TreeSize size, HashReader& reader);

// In the order of RFC 6962, PROOF(m, D[n]); empty when the sizes are equal.  kInvalid unless
// 0 < old_size <= new_size.
Result<std::vector<Hash>> ProveConsistency(TreeSize old_size, TreeSize new_size,
                                           HashReader& reader);

// Proves that the entry at `sequence` of the tree with `size` and `root` has `leaf`.  kCorrupt with
// both roots, or both lengths, when the proof does not; kInvalid unless sequence < size.
Result<void> VerifyInclusion(Sequence sequence, TreeSize size, const Hash& leaf,
                             std::span<const Hash> proof, const Hash& root);

// Proves that the first old_size entries of the new tree are the old tree.  kCorrupt when the proof
// does not; kInvalid unless 0 < old_size <= new_size.
Result<void> VerifyConsistency(TreeSize old_size, const Hash& old_root, TreeSize new_size,
                               const Hash& new_root, std::span<const Hash> proof);

}  // namespace sinetti
