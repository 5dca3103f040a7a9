// Two checkpoints of one ledger, both rightly signed, that cannot both be true: what a witness
// keeps when it meets them, and what anybody can check with the ledger's key alone.  Implements
// docs/format/witness.md, "Contradiction".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/crypto/verifier_key.h"
#include "ledger/log/checkpoint.h"

namespace sinetti {

enum class ContradictionKind {
  kFork,       // one size, two roots: two histories
  kIndexFork,  // one tree, two roots of the index, which is computed from the tree
  kSetBack,    // fewer entries at a later time: by its own clock, the ledger was cut back
};
const char* ContradictionName(ContradictionKind kind);  // "fork"

// What is wrong with two checkpoints of one ledger; nothing when both can be true.
std::optional<ContradictionKind> Contradicts(const Checkpoint& first, const Checkpoint& second);

// The file that holds both notes.
std::string FormatContradiction(std::string_view first_note, std::string_view second_note);
bool IsContradiction(std::string_view text);  // by the first line

struct Contradiction {
  ContradictionKind kind{};
  Checkpoint first;
  Checkpoint second;

  // "two trees of 41 entries are signed: root … and root …"
  std::string Words() const;
};

// kInvalid: not such a file.  kCorrupt: a signature is wrong, or the two do not contradict.
Result<Contradiction> CheckContradiction(std::string_view text, const VerifierKey& key);

}  // namespace sinetti
